import { type Localized, withValues } from '../../core/errors.ts'
import { foldWords, nearest } from '../../core/names.ts'
import { BLOCKS, readBlock } from '../../dossier/agency.ts'
import type { Cell } from '../sheet.ts'
import {
  VALUES_FORMULA_ERROR as FORMULA_ERROR,
  VALUES_LIST as LIST,
  VALUES_NOT_TEXT as NOT_TEXT,
  VALUES_NUMBER as NUMBER,
  VALUES_TEXTS,
} from '../words.ts'
import { readCode, readDate, readLimitDays, readNumber, readYesNo, saysNothing } from '../written-values.ts'
import { type FieldColumn, labelOf } from './layout/columns.ts'
import { type Field, STATES } from './layout/section.ts'
import type { Form } from './layout/sections.ts'

/** What a cell says: a value of the manifest, or what is wrong with it; undefined when it says nothing. */
export type ValueReading = { value: unknown; mendedFrom?: string } | { wrong: Localized } | undefined

const NONE = foldWords(STATES.none)

/** The value of a field in a cell. A date may be a day of Excel's or a text, as officers write it. */
export function readValue(column: FieldColumn, cell: Cell, date1904: boolean): ValueReading {
  const { form, field, nullable } = column
  if (cell.kind === 'error') return { wrong: FORMULA_ERROR }
  if (saysNothing(cell.text)) return undefined
  if ((nullable || form.kind === 'list') && foldWords(cell.text) === NONE) return { value: nullable ? null : [] }
  if (field.procedureCodes && cell.kind === 'number') return codeOf(cell, form)
  if (form.kind === 'date') return checked(readDate(oneLine(cell), date1904), form, cell)
  if (cell.kind === 'date') return { wrong: NOT_TEXT }
  if (field.key === 'limitDays') return checked(readLimitDays(oneLine(cell)), form, cell)
  if (form.kind === 'list') return listOf(cell.text, form.of, field)
  if (form.kind === 'yesOrList') {
    const yes = readYesNo(oneLine(cell))
    return typeof yes === 'object' ? yes : listOf(cell.text, { kind: 'text' }, field)
  }
  return single(oneLine(cell), form)
}

function single(cell: Cell, form: Form): ValueReading {
  if (form.kind === 'boolean') return checked(readYesNo(cell), form, cell)
  if (form.kind === 'count' || form.kind === 'amount' || form.kind === 'year')
    return checked(readNumber(cell, form.kind), form, cell)
  return form.kind === 'choice' ? readChoice(cell.text, form) : { value: cell.text }
}

function listOf(text: string, form: Form, { procedureCodes, words = {} }: Field): ValueReading {
  const parted = procedureCodes || form.kind === 'choice' ? /[;,\s]+/u : /[;\n]/u
  const items: unknown[] = []
  for (const piece of text.split(parted)) {
    if (saysNothing(piece)) continue
    const item = single({ kind: 'text', text: knownWord(piece.trim(), words) }, form)
    if (item !== undefined && 'wrong' in item) return item
    if (item !== undefined) items.push(item.value)
  }
  return { value: items }
}

function codeOf(cell: Cell, form: Form): ValueReading {
  const read = readCode(cell)
  if (read === undefined) return undefined
  const value = form.kind === 'list' ? [read.code] : read.code
  return read.mendedFrom === undefined ? { value } : { value, mendedFrom: read.mendedFrom }
}

function checked(reading: { value: unknown } | 'unclear' | undefined, form: Form, cell: Cell): ValueReading {
  if (reading !== 'unclear') return reading
  const { vi, en } = wanted(form)
  const noSuchDay =
    form.kind === 'date' && /\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|\d{4}-\d{2}-\d{2}/.test(cell.text)
  return noSuchDay
    ? { wrong: withValues(VALUES_TEXTS.noSuchDay, { reason: { vi, en } }) }
    : { wrong: withValues(VALUES_TEXTS.notRight, { reason: { vi, en } }) }
}

function oneLine(cell: Cell): Cell {
  return cell.text.includes('\n') ? { ...cell, text: cell.text.replaceAll('\n', ' ') } : cell
}

/** The value a text of a fixed list stands for: its label, the value itself, or a label that only its marks tell from it. */
function readChoice(text: string, form: Extract<Form, { kind: 'choice' }>): ValueReading {
  const low = text.toLowerCase()
  const exact = form.values.find((value) => value.toLowerCase() === low || labelOf(value).toLowerCase() === low)
  if (exact !== undefined) return { value: exact }
  const block = readBlock(text)
  if (block !== undefined && form.values.length === BLOCKS.length && form.values.includes(block))
    return { value: block }
  const alike = form.values.filter((value) => foldWords(labelOf(value)) === foldWords(text))
  if (alike.length === 1) return { value: alike[0] }
  const { vi, en } = wanted(form)
  const near = nearest(text, form.values.map(labelOf))
  return {
    wrong:
      near === undefined
        ? withValues(VALUES_TEXTS.notInList, { reason: { vi, en } })
        : withValues(VALUES_TEXTS.notInListDid, { near, reason: { vi, en } }),
  }
}

/** The value that a text stands for among known words, with or without more words after them; otherwise the text itself. */
function knownWord(text: string, words: Readonly<Record<string, readonly string[]>>): string {
  const said = `${foldWords(text)} `
  const known = Object.entries(words).find(([, written]) =>
    written.some((word) => said.startsWith(`${foldWords(word)} `)),
  )
  return known?.[0] ?? text
}

const WANTED: Readonly<Record<Exclude<Form['kind'], 'choice' | 'list'>, Localized>> = {
  date: VALUES_TEXTS.writeLike2802,
  text: VALUES_TEXTS.writeWords,
  path: VALUES_TEXTS.writePathFromFolder,
  count: NUMBER,
  amount: VALUES_TEXTS.writeNumber0Or,
  year: VALUES_TEXTS.writeYearFrom2000,
  agencyCode: VALUES_TEXTS.writeAgencyCodeQuy,
  provinceCode: VALUES_TEXTS.writeProvinceCodeQuy,
  boolean: VALUES_TEXTS.writeCYesOr,
  yesOrList: VALUES_TEXTS.writeCYesKh,
}

/** What to write in a cell: a sentence that tells the reader what to do. */
export function wanted(form: Form): Localized {
  if (form.kind === 'list') return form.of.kind === 'choice' ? choice('Ghi', form.of.values) : LIST
  return form.kind === 'choice' ? choice('Chọn', form.values) : WANTED[form.kind]
}

function choice(verb: 'Ghi' | 'Chọn', values: readonly string[]): Localized {
  const list = values.map(labelOf).join('; ')
  return withValues(VALUES_TEXTS.useTheseValues, { list, verb })
}
