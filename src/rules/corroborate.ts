import { Clock, toIso } from '../core/days.ts'
import { withValues } from '../core/errors.ts'
import { own } from '../core/json.ts'
import {
  type Assurance,
  compareText,
  type ItemOutcome,
  type MessageValue,
  MOST,
  type Outcome,
  TEXT_ASKED,
  TEXT_STATES,
  type TextCheck,
} from './answer.ts'
import { findWord, ITEM, knownWords, type RuleContext, type Word, type Words } from './context.ts'
import { type Report, unknownWord } from './problems.ts'
import type { CorroborateSource } from './rule-source.ts'
import type { DeclaredValue, ReadingRule, TextReading, Vocabulary } from './vocabulary.ts'
import { CORROBORATE_TEXTS } from './words.ts'

/** A declared fact and what is looked for in a text, looked up once. */
export interface Check {
  declared: Word
  lookedFor: string
  rule: ReadingRule
  read(context: RuleContext): TextReading | undefined
}

/** Builds the checks of a version or of its items; what is wrong in them is reported with its place. */
export function buildChecks(
  source: CorroborateSource | undefined,
  words: Words,
  report: Report,
  at: (string | number)[],
): readonly Check[] {
  return (source ?? []).flatMap((entry, index) => {
    const place = [...at, 'corroborate', index]
    const declared = findWord(entry.declared, words)
    const found = findReading(entry.read, words)
    if (!declared)
      report([...place, 'declared'], unknownWord(CORROBORATE_TEXTS.fact, entry.declared, knownWords(words)))
    if (!found) report([...place, 'read'], unknownWord(CORROBORATE_TEXTS.whatLookFor, entry.read, readingNames(words)))
    if (!declared || !found) return []
    if (declared.type !== found.rule.against)
      report(
        [...place, 'read'],
        withValues(CORROBORATE_TEXTS.heldAgainstType, {
          read: entry.read,
          against: found.rule.against,
          declared: entry.declared,
          type: declared.type,
        }),
      )
    return [{ declared, lookedFor: entry.read, ...found }]
  })
}

function findReading(name: string, { vocabulary, list }: Words): Pick<Check, 'rule' | 'read'> | undefined {
  if (name.startsWith(ITEM)) {
    const rule = own(list?.readings, name.slice(ITEM.length))
    return rule && { rule, read: ({ item }) => rule.read(item) }
  }
  const rule = own(vocabulary.readings, name)
  return rule && { rule, read: ({ scope, clock }) => rule.read(scope, clock) }
}

function readingNames({ vocabulary, list }: Words): string[] {
  return [...Object.keys(list?.readings ?? {}).map((name) => ITEM + name), ...Object.keys(vocabulary.readings)]
}

/** What the texts say of what is declared, the gravest first; nothing where documents were not read. */
export function askTexts(checks: readonly Check[], context: RuleContext): readonly AskedCheck[] {
  if (checks.length === 0) return NONE
  const asked = checks.flatMap((check): AskedCheck[] => {
    const value = check.declared.read(context)
    const reading = value === undefined ? undefined : check.read(context)
    if (value === undefined || value instanceof Clock || !reading) return []
    return [{ ...check, result: resultOf(check, value, reading) }]
  })
  const rank = ({ result }: AskedCheck) => TEXT_STATES.indexOf(result.state)
  return asked.sort((a, b) => rank(a) - rank(b))
}

/** A check and what it came to. */
export type AskedCheck = Check & { result: TextCheck }

/** No text was asked. */
export const NONE: readonly AskedCheck[] = []

function resultOf({ declared, lookedFor, rule }: Check, value: DeclaredValue, reading: TextReading): TextCheck {
  const { state, by, lacking, why } = compareText(value, reading, rule)
  const found = [...new Set(reading.found.map((one) => String(one.value)))].slice(0, MOST)
  const said = declared.type === 'day' ? toIso(value as number) : (value as MessageValue)
  const told = lacking ?? said
  return {
    state,
    fact: declared.name,
    declared: Array.isArray(told) ? told.slice(0, MOST) : told,
    ...(lacking && { lacking: lacking.length }),
    lookedFor,
    file: reading.file,
    ...(found.length > 0 && { found }),
    ...(by && { quote: by.quote }),
    ...(by?.page !== undefined && { page: by.page }),
    ...(by?.cell !== undefined && { cell: by.cell }),
    ...(by?.box !== undefined && { box: by.box }),
    ...(reading.flags.includes('recognised') && { recognised: true as const }),
    ...(why !== undefined && { why }),
  }
}

/** What an item comes to once the texts were asked: a contradiction fails, a doubt is left to a person. */
export function withTexts<R extends { outcome: ItemOutcome | 'notApplicable' }>(
  result: R,
  asked: readonly AskedCheck[],
): R | { outcome: 'fail' | 'needsReview'; missing: []; unmet: [] } {
  const gravest = asked[0]?.result.state
  if (gravest === 'contradicts') return { outcome: 'fail', missing: [], unmet: [] }
  if (gravest === 'ambiguous' && result.outcome !== 'needsReview')
    return { outcome: 'needsReview', missing: [], unmet: [] }
  return result
}

/**
 * How well files that are all there back an outcome: signed, borne out by their text, or by what was recognised in a
 * scan, in every value looked for, or just there. What contradicts or is in doubt, and a breach, is backed no better than by files that are there.
 */
export function levelOf(
  outcome: Outcome,
  files: readonly string[],
  asked: readonly AskedCheck[],
  { isSigned }: Pick<Vocabulary<unknown>, 'isSigned'>,
  scope: unknown,
): Assurance {
  const gravest = asked[0]?.result.state
  if (!TEXT_ASKED.includes(outcome) || gravest === 'ambiguous') return 'present'
  if (files.length > 0 && files.every((file) => isSigned(scope, file))) return 'signed'
  const backing = asked.filter(({ rule }) => rule.guard !== true)
  if (backing.length === 0 || backing.some(({ result }) => result.state !== 'agrees')) return 'present'
  return backing.some(({ result }) => result.recognised) ? 'recognised' : 'corroborated'
}
