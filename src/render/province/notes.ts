import type { Language } from '../../core/errors.ts'
import type { Prescreen, PrescreenAgency } from '../../province/prescreen.ts'
import type { Table } from '../office/table.ts'
import { fill } from '../renderer.ts'
import { tablesWorkbook } from '../workbook/tables.ts'
import type { DeskContext } from './context.ts'
import { UNSIGNED_WORDS } from './letter-words.ts'
import { DOUBT_WORDS, FIGURE_WORDS } from './prescreen-words.ts'

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

/** What only the authority is told of an agency, in sentences; what the agency's own verdict says stands there. */
export function doubtTexts({ notices }: Pick<PrescreenAgency, 'notices'>, lang: Language): string[] {
  return notices.flatMap(({ id, values }) => {
    const words = DOUBT_WORDS[id]
    if (words === undefined) return []
    const { figure } = values
    const shown = typeof figure === 'string' ? { ...values, figure: FIGURE_WORDS[figure]?.[lang] ?? figure } : values
    return [fill(words[lang], shown, lang)]
  })
}
