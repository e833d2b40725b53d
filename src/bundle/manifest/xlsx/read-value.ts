import type { Localized } from '../../../base/localized.ts'
import { readCode } from '../../catalogue/code.ts'
import { readDate } from '../../catalogue/date-cell.ts'
import { foldWords } from '../../catalogue/fold-words.ts'
import { readLimitDays } from '../../catalogue/limit-days.ts'
import { saysNothing } from '../../catalogue/reading.ts'
import { readYesNo } from '../../catalogue/yes-no.ts'
import type { Cell } from '../../sheet/sheet.ts'
import { knownWord } from './known-word.ts'
import type { FieldColumn } from './layout/columns.ts'
import type { Form } from './layout/form.ts'
import { type Field, STATES } from './layout/section.ts'
import { readChoice } from './read-choice.ts'
import { readNumber } from './read-number.ts'
import { wanted } from './wanted.ts'

/** What a cell says: a value of the manifest, or what is wrong with it; undefined when it says nothing. */
export type ValueReading = { value: unknown; mendedFrom?: string } | { wrong: Localized } | undefined

const NONE = foldWords(STATES.none)
const FORMULA_ERROR: Localized = {
  vi: 'công thức trong ô này báo lỗi. Xóa công thức và ghi giá trị.',
  en: 'the formula in this cell fails. Delete it and write the value.',
}
const NOT_TEXT: Localized = {
  vi: 'Excel đã đổi nội dung ô này thành ngày tháng. Đặt định dạng ô là Text (Văn bản) rồi ghi lại.',
  en: 'Excel turned what was written here into a date. Set the format of the cell to Text and write it again.',
}

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
    ? { wrong: { vi: `không có ngày này. ${vi}`, en: `there is no such day. ${en}` } }
    : { wrong: { vi: `chưa đúng. ${vi}`, en: `this is not right. ${en}` } }
}

function oneLine(cell: Cell): Cell {
  return cell.text.includes('\n') ? { ...cell, text: cell.text.replaceAll('\n', ' ') } : cell
}
