import { Rule, type RuleProperties } from 'json-rules-engine'
import { ASSURANCES, type Assurance, ITEM_RANK, type ItemOutcome, type Outcome, type TextState } from './answer.ts'
import type { Condition } from './condition.ts'
import { AS_OF, type Params } from './context.ts'
import { dayFact, type EngineCondition, factsOf, negate, possibly, surely } from './engine-condition.ts'
import type {
  DueDay,
  EvidenceSource,
  ForEachSource,
  GraceSource,
  RuleVersionSource,
  StepsSource,
} from './rule-source.ts'

/** Which step of a judgement decides an outcome. */
export type DecidedBy =
  | 'when'
  | 'evidence'
  | 'text'
  | 'assert'
  | 'dueOn'
  | 'review'
  | 'items'
  | 'noItems'
  | 'grace'
  | 'floor'

/** Where one of these decides, the items of the list were asked for: they are told of, and their papers count. */
export const COUNTING: readonly DecidedBy[] = ['items', 'noItems', 'text']

/** One way in which a rule can come out. A rule comes to the first of its lines that holds. */
export interface OutcomeLine {
  outcome: Outcome
  by: DecidedBy
  condition: EngineCondition
  /** Set where papers fall short of the floor: what the rule comes to but for that, and the least that is demanded. */
  short?: { outcome: Outcome; by: DecidedBy; least: Assurance }
}

/** Names of facts by which the engine is told of what was gone over beforehand. */
export const ITEMS = 'items'
export const TEXT = 'text'
export const ASSURANCE = 'assurance'
export const RESTS = 'rests'

/** Parts by which an answer is explained; no part of a rule file can have such a name. */
export const LACKING = 'evidence lacking'
export const MET = 'surely met'
export const UNMET = 'surely not met'
const BACKED = 'backed well enough'

type Part = EngineCondition | undefined
const all = (...parts: Part[]): EngineCondition => ({ all: parts.filter((part) => part !== undefined) })
const any = (...parts: Part[]): EngineCondition => ({ any: parts.filter((part) => part !== undefined) })
/** There is always a day of judgement. */
const OTHERWISE: EngineCondition = { fact: AS_OF, operator: 'present', value: true }

/**
 * The lines of a rule version.
 * @param least the floor under its papers: the least assurance with which it passes, where a profile demands one
 */
export function linesOfVersion(
  id: string,
  version: RuleVersionSource,
  params: Params,
  least: Assurance | undefined,
): OutcomeLine[] {
  const { forEach, corroborate } = version
  const grace = version.grace && withinGrace(version.grace, params)
  const lines = forEach
    ? [...linesBefore(version, params), ...linesOfList(id, version, forEach, params)]
    : linesOfSteps(version, params, corroborate && id, grace)
  const onFloor = least === undefined ? lines : lines.flatMap((line) => floored(id, line, least))
  return grace ? onFloor.flatMap((line) => excused(line, grace)) : onFloor
}

/**
 * Under a floor a pass, or a duty still in time for the sake of an earlier act, that is backed by less misses evidence,
 * which may still be handed in. An agency that has as yet done nothing and need not have is asked for no paper of it.
 */
function floored(rule: string, line: OutcomeLine, least: Assurance): OutcomeLine[] {
  const { outcome, by, condition } = line
  if (outcome !== 'pass' && outcome !== 'notYetDue') return [line]
  const params = { rule, items: COUNTING.includes(by) }
  const enough = ASSURANCES.slice(ASSURANCES.indexOf(least))
  const backed = { name: BACKED, fact: ASSURANCE, params, operator: 'surely:in', value: enough }
  const rests = { fact: RESTS, params, operator: 'surely:equal', value: true }
  const lacking = all(condition, outcome === 'notYetDue' ? rests : undefined, negate(backed))
  return [{ outcome: 'missingEvidence', by: 'floor', condition: lacking, short: { outcome, by, least } }, line]
}

function withinGrace({ when, through }: GraceSource, params: Params): EngineCondition {
  return all(surely(when, params), { fact: AS_OF, operator: 'surely:onOrBefore', value: dayFact(through, params) })
}

/** Within the grace a breach or a gap is not yet due; what passes, or waits for a person, stays as it is. */
function excused(line: OutcomeLine, grace: EngineCondition): OutcomeLine[] {
  const { outcome, by, condition } = line
  if (by === 'text' || (outcome !== 'fail' && outcome !== 'missingEvidence')) return [line]
  return [{ ...line, outcome: 'notYetDue', by: 'grace', condition: all(grace, condition) }, line]
}

/**
 * The lines of steps, for a dossier or for one item of a list: does it apply (`when`)? → is the evidence there? → is it
 * met (`assert`)? → is there still time (`dueOn`)? → can only a person tell (`review`)? An act that is not there is never
 * missing evidence while its deadline is known: it is not yet due, and afterwards a failing.
 *
 * @param corroborated id of the rule, where texts are held against what it is declared to come to
 * @param grace what holds while the rule's breaches are excused; a text that contradicts is a failing all the same
 */
export function linesOfSteps(
  steps: StepsSource,
  params: Params,
  corroborated?: string,
  grace?: EngineCondition,
): OutcomeLine[] {
  const lines = linesBefore(steps, params)
  if (steps.assert === undefined) return lines
  const met = metBy(steps.assert, params)
  const due = dueOf(steps.dueOn, params)
  const review = steps.review && surely(steps.review, params)
  const inTime = due || grace ? any(due?.inTime, grace) : undefined
  if (corroborated !== undefined) lines.push(...linesOfTexts(corroborated, met, inTime, review))
  return [...lines, { outcome: 'pass', by: 'assert', condition: met }, ...linesUnmet(steps, steps.assert, params)]
}

const metBy = (assert: Condition, params: Params): EngineCondition => ({ name: MET, all: [surely(assert, params)] })

/** The lines of those who do not surely meet what is asked. */
function linesUnmet(steps: StepsSource, assert: Condition, params: Params): OutcomeLine[] {
  const unmet = { name: UNMET, all: [negate(possibly(assert, params))] }
  const due = dueOf(steps.dueOn, params)
  const review = steps.review && surely(steps.review, params)
  return [
    ...(due ? [{ outcome: 'notYetDue', by: 'dueOn', condition: due.inTime } as const] : []),
    ...(review ? [{ outcome: 'needsReview', by: 'review', condition: review } as const] : []),
    { outcome: 'fail', by: 'assert', condition: any(unmet, due?.given) },
    { outcome: 'missingEvidence', by: 'assert', condition: OTHERWISE },
  ]
}

/** A list is asked only of those who meet what the rule asks of the whole, where it asks that. */
function linesOfList(rule: string, version: RuleVersionSource, forEach: ForEachSource, params: Params): OutcomeLine[] {
  const lines = linesOfItems(rule, version, forEach, params)
  const { assert } = version
  if (assert === undefined) return lines
  const met = metBy(assert, params)
  const ofMet = lines.map((line) => ({ ...line, condition: all(met, line.condition) }))
  return [...ofMet, ...linesUnmet(version, assert, params)]
}

/** The lines of those to whom the question itself is not put. */
function linesBefore(steps: StepsSource, params: Params): OutcomeLine[] {
  const lacking = lackingEvidence(steps.evidence ?? [], params)
  const lines: OutcomeLine[] = []
  if (steps.when) lines.push({ outcome: 'notApplicable', by: 'when', condition: negate(possibly(steps.when, params)) })
  if (lacking) lines.push({ outcome: 'missingEvidence', by: 'evidence', condition: lacking })
  return lines
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
function dueOf(source: DueDay | undefined, params: Params) {
  if (source === undefined) return undefined
  const entries = (Array.isArray(source) ? source : [source]).map((entry) => {
    const { when, on } = 'on' in entry ? entry : { when: undefined, on: entry }
    const [counts, day] = [when && surely(when, params), dayFact(on, params)]
    return {
      given: all(counts, { ...day, operator: 'present', value: true }),
      inTime: all(counts, { fact: AS_OF, operator: 'surely:onOrBefore', value: day }),
    }
  })
  const first = entries.map(({ inTime }, at) => all(...entries.slice(0, at).map(({ given }) => negate(given)), inTime))
  return { given: any(...entries.map(({ given }) => given)), inTime: any(...first) }
}

/**
 * Where the rule by what is declared would pass, be in time, or be left to a person, a text that contradicts makes it a
 * failing, and a text in doubt leaves it to a person.
 */
function linesOfTexts(rule: string, met: Part, inTime: Part, review: Part): OutcomeLine[] {
  const says = (state: TextState) => ({ fact: TEXT, params: { rule }, operator: 'surely:equal', value: state })
  return [
    { outcome: 'fail', by: 'text', condition: all(says('contradicts'), any(met, inTime, review)) },
    { outcome: 'needsReview', by: 'text', condition: all(says('ambiguous'), any(met, inTime)) },
  ]
}

/** The lines of a rule over a list: its items are counted beforehand by what each came to; the strongest decides. */
function linesOfItems(rule: string, version: RuleVersionSource, forEach: ForEachSource, params: Params): OutcomeLine[] {
  const some = (outcome: ItemOutcome) => ({
    ...{ fact: ITEMS, params: { rule, outcome } },
    ...{ operator: 'surely:greaterThan', value: 0 },
  })
  const items = ITEM_RANK.map((outcome) => ({ outcome, by: 'items' as const, condition: some(outcome) }))
  const empty = { outcome: forEach.empty ?? 'notApplicable', by: 'noItems' as const, condition: OTHERWISE }
  const due = empty.outcome === 'fail' ? dueOf(version.dueOn, params) : undefined
  const { emptyWhen } = forEach
  return [
    ...items,
    ...(emptyWhen ? [{ ...empty, outcome: emptyWhen.is, condition: surely(emptyWhen.when, params) }] : []),
    ...(due ? [{ ...empty, outcome: 'notYetDue' as const, condition: due.inTime }] : []),
    empty,
  ]
}

/** A rule as it is put to the engine, built once. */
export interface EngineRule {
  id: string
  rule: Rule
  lines: readonly OutcomeLine[]
  /** Facts of the dossier that the conditions ask for. */
  facts: readonly string[]
}

/** Builds a rule for the engine. */
export function engineRule(id: string, lines: readonly OutcomeLine[]): EngineRule {
  const facts = new Set(lines.flatMap(({ condition }) => factsOf(condition)))
  return { id, rule: new Rule(plainRule(id, lines)), lines, facts: [...facts] }
}

/**
 * A rule as a plain json-rules-engine rule, with one event. Under `any` stands each line by its name, `pass by assert`;
 * the rule comes to the first line whose `result` the engine leaves true. One always holds.
 */
export function plainRule(id: string, lines: readonly OutcomeLine[]): RuleProperties {
  const any = lines.map(({ outcome, by, condition }) => ({ name: `${outcome} by ${by}`, all: [condition] }))
  return {
    name: id,
    conditions: { any } as RuleProperties['conditions'],
    event: { type: 'judged', params: { rule: id } },
  }
}
