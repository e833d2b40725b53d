import { foldWords } from '../../core/names.ts'
import type { Notice } from '../../dossier/dossier.ts'
import type { Procedure } from '../../dossier/procedures.ts'
import type { Cell, MergedCells, SheetRow } from '../sheet.ts'
import { type CellReading, type CodeReading, readCode, readDate, readLimitDays, readYesNo } from '../written-values.ts'
import type { Meaning } from './headings.ts'
import { type CatalogueNoticeCode, noticeText } from './notices.ts'

/** What the rows of one sheet are read with. */
export interface RowContext {
  file: string
  date1904: boolean
  merged: MergedCells
  columns: ReadonlyMap<Meaning, number>
  /** The sections that hold the row, outermost first. */
  sections: readonly Section[]
  notices: Notice[]
}

const DATES = {
  announcedOn: 'Ngày công bố',
  effectiveFrom: 'Ngày hiệu lực',
  effectiveTo: 'Ngày hết hiệu lực',
} as const

/** Tells something about a row. */
export function warn(
  context: Pick<RowContext, 'file' | 'notices'>,
  code: CatalogueNoticeCode,
  met: Readonly<Record<string, string>>,
  row?: number,
): void {
  const place = { file: context.file, ...(row === undefined ? {} : { row }) }
  context.notices.push({ code, text: noticeText(code, place, met), ...place })
}

/** The cell of a row under a heading; for all but the code, also one merged down from above. */
function cellOf(context: RowContext, row: SheetRow, meaning: Meaning): Cell | undefined {
  const column = context.columns.get(meaning)
  if (column === undefined) return undefined
  return row.cells[column] ?? (meaning === 'code' ? undefined : context.merged.value(row.row, column))
}

/** The procedure of a row that has a code and a name; undefined when it is repealed no one knows when. */
export function readProcedure(context: RowContext, row: SheetRow, name: string): Procedure | undefined {
  const { code, mendedFrom }: Partial<CodeReading> = readCode(cellOf(context, row, 'code')) ?? {}
  if (code === undefined) return undefined
  const procedure: Procedure = { code, name }
  const field = fieldOf(context, row)
  if (field !== undefined) procedure.field = field
  for (const [meaning, heading] of Object.entries(DATES) as [keyof typeof DATES, string][]) {
    const cell = cellOf(context, row, meaning)
    const day = clear(readDate(cell, context.date1904), () =>
      warn(context, 'catalogue-date-unclear', { heading, found: cell?.text ?? '' }, row.row),
    )
    if (day !== undefined) procedure[meaning] = day
  }
  const limit = cellOf(context, row, 'limitDays')
  const limitDays = clear(readLimitDays(limit), () =>
    warn(context, 'catalogue-limit-unclear', { found: limit?.text ?? '' }, row.row),
  )
  if (limitDays !== undefined) procedure.limitDays = limitDays
  const internal = internalOf(context, row)
  if (internal !== undefined) procedure.internal = internal
  if (mendedFrom !== undefined) warn(context, 'catalogue-code-padded', { found: mendedFrom, code }, row.row)
  if (procedure.effectiveTo !== undefined || !context.sections.some(({ repealed }) => repealed)) return procedure
  warn(context, 'catalogue-repealed-undated', { code }, row.row)
  return undefined
}

/** The agency that a row is of, as written: its code, its name; either cell may name several. */
export interface RowAgency {
  code?: string
  name?: string
}

/** What a row says of the agency that carries the procedure out. */
export function agencyOfRow(context: RowContext, row: SheetRow): RowAgency {
  const [code, name] = [cellOf(context, row, 'agencyCode')?.text, cellOf(context, row, 'agency')?.text]
  return { ...(code !== undefined && { code }), ...(name !== undefined && { name }) }
}

function fieldOf(context: RowContext, row: SheetRow): string | undefined {
  const cell = cellOf(context, row, 'field')
  if (context.columns.has('field')) return cell?.kind === 'error' ? undefined : cell?.text
  return context.sections.findLast(({ field }) => field !== undefined)?.field
}

function internalOf(context: RowContext, row: SheetRow): boolean | undefined {
  const cell = cellOf(context, row, 'internal')
  const marked = clear(readYesNo(cell), () =>
    warn(context, 'catalogue-internal-unclear', { found: cell?.text ?? '' }, row.row),
  )
  return marked ?? (context.sections.some(({ internal }) => internal) ? true : undefined)
}

function clear<T>(reading: CellReading<T>, unclear: () => void): T | undefined {
  if (reading === 'unclear') unclear()
  return reading === 'unclear' ? undefined : reading?.value
}

/** What a row of a list is. */
export type RowKind =
  | { kind: 'procedure'; name: string }
  | { kind: 'section'; section: Section }
  | { kind: 'no-code'; name: string }
  | { kind: 'no-name'; code: string }
  | { kind: 'noise' }

const NOISE: RowKind = { kind: 'noise' }
const TOTAL = /^(?:(?:tong cong|tong so)\b|(?:tong|cong)$)/
const SIGN_ALONE = /^(?:[IVX]+|[A-ZĐ]|\d+(?:\.\d+)*)\s*[.)]?$/u
const LETTER = /\p{L}/u

/** Tells a procedure from a section title, a total, a footnote and the numbers under a heading. */
export function judgeRow(context: RowContext, row: SheetRow): RowKind {
  const code = readCode(cellOf(context, row, 'code'))?.code
  const name = wordsOf(cellOf(context, row, 'name'))
  // Some programs write the title of a merged row into every cell of it.
  if (code !== undefined && name !== undefined && code !== name) return { kind: 'procedure', name }
  const { sign, texts } = partsOf(row, context.columns.get('ordinal'))
  const [title = ''] = texts
  if (texts.length === 0 || texts.some((text) => TOTAL.test(foldWords(text)))) return NOISE
  const numbered = /^\d/.test(sign) && name !== undefined && !/^linh vuc\b/.test(foldWords(title))
  const section = texts.length === 1 && !numbered ? readSection(sign, title, name !== undefined) : undefined
  if (section !== undefined) return { kind: 'section', section }
  if (name !== undefined && !continuesAbove(context, row)) return { kind: 'no-code', name }
  if (code !== undefined && name === undefined && looksLikeCode(code)) return { kind: 'no-name', code }
  return NOISE
}

function wordsOf(cell: Cell | undefined): string | undefined {
  return cell?.kind === 'text' && LETTER.test(cell.text) ? cell.text : undefined
}

/** The ordinal, or the letter or number before a title, apart from the different texts of the other cells. */
function partsOf(row: SheetRow, ordinal: number | undefined): { sign: string; texts: readonly string[] } {
  const filled = row.cells.flatMap((cell, column) => (cell === undefined ? [] : [{ text: cell.text, column }]))
  const [first, ...others] = filled
  const signed = first !== undefined && others.length > 0 && SIGN_ALONE.test(first.text)
  const isSign = signed && (ordinal === undefined || first.column <= ordinal)
  return { sign: isSign ? first.text : '', texts: [...new Set((isSign ? others : filled).map(({ text }) => text))] }
}

/** Rows that go on with the procedure above share its code cell. */
function continuesAbove(context: RowContext, row: SheetRow): boolean {
  const column = context.columns.get('code')
  return column !== undefined && context.merged.continues(row.row, column)
}

function looksLikeCode(text: string): boolean {
  return /^\d+\.\d+/.test(text)
}

/** A row that heads the rows below it: `I. LĨNH VỰC HỘ TỊCH`, `B. THỦ TỤC HÀNH CHÍNH BỊ BÃI BỎ`. */
export interface Section {
  /** The smaller, the more it holds: parts, titles without a sign, letters, Roman numbers, numbers, fields without a sign. */
  level: number
  /** After the word Lĩnh vực, as written. */
  field?: string
  /** Everything below was repealed. */
  repealed: boolean
  /** Everything below is internal. */
  internal: boolean
}

const SIGN =
  /^(PHẦN|Phần|PHỤ LỤC|Phụ lục|CHƯƠNG|Chương|MỤC|Mục)?\s*([IVX]+|[A-ZĐ]|\d+(?:\.\d+)*)(?:\s*[.):]+\s*|\s+[–-]\s+|\s*$)/u
/** How many procedures a section has: `(15 TTHC)`. */
const COUNT = / ?\(\d[^()]*\)$/
const GROUP = /\b(?:thu tuc hanh chinh|tthc|danh muc|phu luc|cap (?:trung uong|tinh|huyen|xa))\b/
const LIST = /\b(?:thu tuc hanh chinh|tthc)\b/g
const INTERNAL_LIST = /\b(?:thu tuc hanh chinh|tthc) noi bo\b/g
const REPEALED = /\b(?:bai bo|huy bo)\b/
const NOT_ONLY_REPEALED = /\b(?:moi|sua doi|bo sung|thay the|chuan hoa|con hieu luc|khong bi)\b/

/**
 * The section a row heads, or undefined when its text reads like anything else.
 * @param sign a letter or number that stands in a cell of its own before the title, or empty
 * @param asName whether the title stands where names of procedures do: then, without a sign, it could be one whose code
 *   is missing, and must both name a list and look like a title
 */
function readSection(sign: string, title: string, asName: boolean): Section | undefined {
  const signed = SIGN.exec(sign === '' ? title : sign)
  const text = sign === '' && signed !== null ? title.slice(signed[0].length) : title
  const folded = foldWords(text)
  const field = /^lĩnh vực[ :]+([^\s:].*)$/iu.exec(text)?.[1]?.replace(COUNT, '')
  const group = GROUP.test(folded)
  const level = signLevel(signed)
  const likeTitle = asName && level === LEVELS.none ? group && isTitle(text) : group || isTitle(text)
  if (field === undefined && level >= LEVELS.number && !likeTitle) return undefined
  return {
    level: level === LEVELS.none && group && field === undefined ? LEVELS.title : level,
    ...(field === undefined ? {} : { field }),
    repealed: REPEALED.test(folded) && !NOT_ONLY_REPEALED.test(folded),
    internal: count(folded, LIST) > 0 && count(folded, LIST) === count(folded, INTERNAL_LIST),
  }
}

/** The sections that hold a row, outermost first, once `next` has begun. */
export function enterSection(open: readonly Section[], next: Section): Section[] {
  return [...open.filter(({ level }) => level < next.level), next]
}

const LEVELS = { part: 0, title: 1, letter: 2, roman: 3, number: 4, none: 5 }

function signLevel(signed: RegExpExecArray | null): number {
  if (signed === null) return LEVELS.none
  const [, word, mark = ''] = signed
  if (word !== undefined) return LEVELS.part
  if (/^\d/.test(mark)) return LEVELS.number
  return /^[IVX]+$/.test(mark) ? LEVELS.roman : LEVELS.letter
}

function isTitle(text: string): boolean {
  return text === text.toUpperCase() && text.split(' ').filter((word) => /\p{Lu}/u.test(word)).length > 1
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
