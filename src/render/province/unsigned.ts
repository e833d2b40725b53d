import type { Language, Localized } from '../../core/errors.ts'
import type { Prescreen } from '../../province/prescreen.ts'
import type { Table } from '../office/table.ts'
import { fill } from '../renderer.ts'
import { tablesWorkbook } from '../workbook/tables.ts'
import type { DeskContext } from './context.ts'

/** What everything drawn up from verdicts without a known signature says of itself. */
export const UNSIGNED_WORDS = {
  document: {
    vi: 'CHÚ Ý: kết quả của {count} cơ quan dưới đây lấy từ tệp không có chữ ký của dịch vụ nào đã biết; không có gì bảo đảm phần mềm đã đánh giá như vậy: {codes}.',
    en: 'NOTE: the verdicts of {count} agencies were taken from files without a signature of any known service; nothing proves that they were judged so: {codes}.',
  },
  letter: {
    vi: '(Lập từ tệp kết quả không có chữ ký đã biết)',
    en: '(Made from a verdict without a known signature)',
  },
} as const satisfies Record<string, Localized>

/** The sentences, one or none, that an output begins with. */
export function unsignedNotes({ unsignedVerdicts = [] }: Prescreen, lang: Language): string[] {
  if (unsignedVerdicts.length === 0) return []
  const values = { count: unsignedVerdicts.length, codes: unsignedVerdicts.join(', ') }
  return [fill(UNSIGNED_WORDS.document[lang], values, lang)]
}

/**
 * Tables as a workbook; each sheet begins with what is to be said of verdicts without a known signature. It joins the first
 * note of a sheet, so that no row moves from under a formula.
 */
export function deskWorkbook(tables: readonly Table[], { prescreen, lang }: DeskContext): Promise<Uint8Array> {
  const [said] = unsignedNotes(prescreen, lang)
  if (said === undefined) return tablesWorkbook(tables)
  const withNote = ({ notes: [first = '', ...others], ...table }: Table) => ({
    ...table,
    notes: [`${said} ${first}`.trimEnd(), ...others],
  })
  return tablesWorkbook(tables.map(withNote))
}
