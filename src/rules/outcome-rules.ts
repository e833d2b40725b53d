import { Rule, type RuleProperties } from 'json-rules-engine'
import { AS_OF, type Params } from './context.ts'
import { dayFact, type EngineCondition, factsOf, negate, possibly, surely } from './engine-condition.ts'
import { ITEM_RANK, type ItemOutcome, type Outcome, TEXT_ASKED } from './outcome.ts'
import type { DueDay, EvidenceSource, ForEachSource, RuleVersionSource, StepsSource } from './rule-source.ts'
import type { TextState } from './text-check.ts'

/** Which step of a judgement decides an outcome. */
export type DecidedBy = 'when' | 'evidence' | 'assert' | 'dueOn' | 'review' | 'items' | 'noItems' | 'text'

/** One way in which a rule can come out, and when it does. Of all lines of a rule exactly one holds. */
export interface OutcomeLine {
  outcome: Outcome
  by: DecidedBy
  condition: EngineCondition
}

/** Names of facts that the engine is told of what was gone over beforehand. */
export const ITEMS = 'items'
export const TEXT = 'text'

/** Parts by which an answer is explained; no part of a rule file can have such a name. */
export const LACKING = 'evidence lacking'
export const MET = 'surely met'
export const UNMET = 'surely not met'

type Part = EngineCondition | undefined
const all = (...parts: Part[]): EngineCondition => ({ all: parts.filter((part) => part !== undefined) })
const any = (...parts: Part[]): EngineCondition => ({ any: parts.filter((part) => part !== undefined) })
const not = (part: Part): Part => part && negate(part)

/** The lines of a rule version, or of a whole rule's own steps where it goes over a list. */
export function linesOfVersion(id: string, version: RuleVersionSource, params: Params): OutcomeLine[] {
  const { assert, forEach, corroborate } = version
  const lines = forEach ? linesOfList(id, version, forEach, params) : linesOfSteps({ ...version, assert }, params)
  return corroborate ? withTexts(id, lines) : lines
}

/**
 * The lines of steps, for a dossier or for one item of a list: does it apply (`when`)? → is the evidence there? → is it
 * met (`assert`)? → is there still time (`dueOn`)? → can only a person tell (`review`)? An act that is not there is never
 * missing evidence while its deadline is known: it is not yet due, and afterwards a failing.
 */
export function linesOfSteps(steps: StepsSource, params: Params): OutcomeLine[] {
  const { ready, lines } = gate(steps, params)
  if (steps.assert === undefined) return lines
  const met = { name: MET, all: [surely(steps.assert, params)] }
  const unmet = { name: UNMET, all: [negate(possibly(steps.assert, params))] }
  const due = dueOf(steps.dueOn, params)
  const review = steps.review && surely(steps.review, params)
  const open = [...ready, not(met)]
  if (due) lines.push({ outcome: 'notYetDue', by: 'dueOn', condition: all(...open, due.inTime) })
  if (review) lines.push({ outcome: 'needsReview', by: 'review', condition: all(...open, not(due?.inTime), review) })
  const failed = due ? [not(met), any(unmet, due.given), not(due.inTime)] : [unmet]
  return [
    ...lines,
    { outcome: 'pass', by: 'assert', condition: all(...ready, met) },
    { outcome: 'fail', by: 'assert', condition: all(...ready, ...failed, not(review)) },
    {
      outcome: 'missingEvidence',
      by: 'assert',
      condition: all(...open, not(unmet), not(due?.given), not(review)),
    },
  ]
}

/** The lines of a rule over a list: its items are counted beforehand by what each came to; the strongest decides. */
function linesOfList(id: string, version: RuleVersionSource, forEach: ForEachSource, params: Params): OutcomeLine[] {
  const { ready, lines } = gate(version, params)
  const items = (outcome: ItemOutcome, operator: string) => ({
    ...{ fact: ITEMS, params: { rule: id, outcome } },
    ...{ operator: `surely:${operator}`, value: 0 },
  })
  const none = (outcome: ItemOutcome) => items(outcome, 'equal')
  for (const [rank, outcome] of ITEM_RANK.entries()) {
    const condition = all(...ready, ...ITEM_RANK.slice(0, rank).map(none), items(outcome, 'greaterThan'))
    lines.push({ outcome, by: 'items', condition })
  }
  const empty = [...ready, ...ITEM_RANK.map(none)]
  const outcome = forEach.empty ?? 'notApplicable'
  const due = outcome === 'fail' ? dueOf(version.dueOn, params) : undefined
  if (due) lines.push({ outcome: 'notYetDue', by: 'noItems', condition: all(...empty, due.inTime) })
  return [...lines, { outcome, by: 'noItems', condition: all(...empty, not(due?.inTime)) }]
}

/** What stands before the question itself, and the lines of those who do not come through. */
function gate(steps: StepsSource, params: Params): { ready: Part[]; lines: OutcomeLine[] } {
  const applies = steps.when && possibly(steps.when, params)
  const lacking = lackingEvidence(steps.evidence ?? [], params)
  const lines: OutcomeLine[] = []
  if (applies) lines.push({ outcome: 'notApplicable', by: 'when', condition: all(not(applies)) })
  if (lacking) lines.push({ outcome: 'missingEvidence', by: 'evidence', condition: all(applies, lacking) })
  return { ready: [applies, not(lacking)], lines }
}

function lackingEvidence(source: EvidenceSource, params: Params): Part {
  const parts = source.flatMap((entry) => {
    const { fact, optional = false, when } = typeof entry === 'string' ? { fact: entry } : entry
    if (optional) return []
    const absent = { fact, operator: 'present', value: false }
    return [when ? all(absent, surely(when, params)) : absent]
  })
  return parts.length === 0 ? undefined : { name: LACKING, any: parts }
}

/** Whether a deadline is known, and whether there is still time; of several the first that counts is taken. */
function dueOf(
  source: DueDay | undefined,
  params: Params,
): { given: EngineCondition; inTime: EngineCondition } | undefined {
  if (source === undefined) return undefined
  const entries = (Array.isArray(source) ? source : [source]).map((entry) => {
    const { when, on } = 'on' in entry ? entry : { when: undefined, on: entry }
    const [counts, day] = [when && surely(when, params), dayFact(on, params)]
    return {
      given: all(counts, { ...day, operator: 'present', value: true }),
      inTime: all(counts, { fact: AS_OF, operator: 'surely:onOrBefore', value: day }),
    }
  })
  const first = entries.map(({ inTime }, at) => all(...entries.slice(0, at).map(({ given }) => not(given)), inTime))
  return { given: any(...entries.map(({ given }) => given)), inTime: any(...first) }
}

/** A text that contradicts what is declared makes a failing, a doubt is left to a person. */
function withTexts(id: string, lines: readonly OutcomeLine[]): OutcomeLine[] {
  const text = (operator: string, value: TextState | TextState[]) => ({
    ...{ fact: TEXT, params: { rule: id } },
    ...{ operator: `surely:${operator}`, value },
  })
  const asked = lines.filter(({ outcome }) => TEXT_ASKED.includes(outcome))
  const decided = asked.filter(({ outcome }) => outcome !== 'needsReview')
  const bearing = lines.map((line) => {
    if (!asked.includes(line)) return line
    const undoubted = decided.includes(line)
      ? text('notIn', ['contradicts', 'ambiguous'])
      : text('notEqual', 'contradicts')
    return { ...line, condition: all(line.condition, undoubted) }
  })
  const holds = (some: readonly OutcomeLine[]) => any(...some.map(({ condition }) => condition))
  return [
    ...bearing,
    { outcome: 'fail', by: 'text', condition: all(holds(asked), text('equal', 'contradicts')) },
    { outcome: 'needsReview', by: 'text', condition: all(holds(decided), text('equal', 'ambiguous')) },
  ]
}

/** A rule as it is put to the engine: one json-rules-engine rule for each line, whose event is the outcome. */
export interface EngineRules {
  id: string
  rules: readonly Rule[]
  /** Facts of the dossier that the conditions ask for. */
  facts: readonly string[]
}

/** Builds a rule's lines for the engine, once. */
export function engineRules(id: string, lines: readonly OutcomeLine[]): EngineRules {
  return {
    id,
    rules: lines.map((line) => new Rule(plainRule(id, line))),
    facts: [...new Set(lines.flatMap(({ condition }) => factsOf(condition)))],
  }
}

/** One line as a plain json-rules-engine rule: its event says what the rule comes to, and by which step. */
export function plainRule(id: string, { outcome, by, condition }: OutcomeLine): RuleProperties {
  return {
    name: `${id}: ${outcome} by ${by}`,
    conditions: condition as RuleProperties['conditions'],
    event: { type: outcome, params: { rule: id, by } },
  }
}
