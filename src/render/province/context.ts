import type { Language } from '../../core/errors.ts'
import type { Authority } from '../../province/authority.ts'
import type { Prescreen, PrescreenAgency } from '../../province/prescreen.ts'
import type { Grade, RuleSet } from '../../rules/rule-set.ts'
import type { Table } from '../office.ts'
import { fill } from '../renderer.ts'
import { showNumber } from '../values.ts'
import { tablesWorkbook } from '../workbook/tables.ts'
import { UNSIGNED_WORDS } from './letter-words.ts'
import { DOUBT_WORDS, FIGURE_WORDS } from './prescreen-words.ts'

/** What the plan and the yearly report are written from. */
export interface DeskContext {
  prescreen: Prescreen
  /** The document bears no signature of a known key. */
  unsigned?: true | undefined
  /** Last year's document bears none. */
  unsignedPrevious?: true | undefined
  ruleSet: RuleSet
  authority: Authority
  lang: Language
  /** Last year's document, to draw scores against. */
  previous?: Prescreen | undefined
  /** Written reasons of a person beside the plan, by the agency's code. */
  personReasons?: ReadonlyMap<string, string> | undefined
}

/** The agencies of this year's list: not those that stood in last year's alone. */
export function agenciesListed({ agencies }: Prescreen): PrescreenAgency[] {
  return agencies.filter(({ change }) => change !== 'left')
}

/** What the block is called; its id where the rule set does not have it. */
export function blockLabel(id: string, { ruleSet, lang }: DeskContext): string {
  return ruleSet.blocks.find((one) => one.id === id)?.label[lang] ?? id
}

/** The profile's title; its id where the rule set does not have it. */
export function profileTitle({ prescreen, ruleSet, lang }: DeskContext): string {
  const { id } = prescreen.profile
  return ruleSet.profiles.find((one) => one.id === id)?.title[lang] ?? id
}

/** The grades of the programme, or the national ones, the best first. */
export function gradesInUse({ prescreen, ruleSet }: DeskContext): Grade[] {
  const own = ruleSet.profiles.find(({ id }) => id === prescreen.profile.id)?.grades
  return [...(own ?? ruleSet.grades)].sort((a, b) => b.atLeast - a.atLeast)
}

/**
 * A share with two decimals. Where that would make it 0%, 100% or `limit`, which it is not, as many more decimals as tell
 * it apart (at most six): nothing but everything is 100%.
 */
export function exactShare(share: number, lang: Language, limit?: number): string {
  for (let decimals = 2; ; decimals += 1) {
    const factor = 10 ** (decimals + 2)
    const shown = Math.round(share * factor)
    const told = [0, 1, limit].every(
      (edge) => edge === undefined || share === edge || shown !== Math.round(edge * factor),
    )
    if (told || decimals === 6) return `${showNumber(shown / 10 ** decimals, lang)}%`
  }
}

/** A share in whole percents, as reports print it; 100% only for all, 0% only for none. */
export function roundedShare(share: number): number {
  if (share === 0 || share === 1) return share
  return Math.min(99, Math.max(1, Math.round(share * 100))) / 100
}

/** {@link roundedShare} as text. */
export function roundedShareText(share: number): string {
  return `${Math.round(roundedShare(share) * 100)}%`
}

/** The sentences, if any, that an output begins with. */
export function unsignedNotes(
  { prescreen, unsigned, unsignedPrevious }: Pick<DeskContext, 'prescreen' | 'unsigned' | 'unsignedPrevious'>,
  lang: Language,
): string[] {
  const { unsignedVerdicts = [] } = prescreen
  const values = { count: unsignedVerdicts.length, codes: unsignedVerdicts.join(', ') }
  return [
    ...(unsigned ? [UNSIGNED_WORDS.whole[lang]] : []),
    ...(unsignedPrevious || prescreen.unsignedPrevious ? [UNSIGNED_WORDS.previous[lang]] : []),
    ...(unsignedVerdicts.length > 0 ? [fill(UNSIGNED_WORDS.document[lang], values, lang)] : []),
  ]
}

/**
 * Tables as a workbook; each sheet begins with what is to be said of verdicts without a known signature. It joins the first
 * note of a sheet, so that no row moves from under a formula.
 */
export function deskWorkbook(tables: readonly Table[], context: DeskContext): Promise<Uint8Array> {
  const said = unsignedNotes(context, context.lang).join(' ')
  if (said === '') return tablesWorkbook(tables)
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
