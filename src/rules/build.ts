import { type Day, toDay, toIso } from '../core/days.ts'
import { withValues } from '../core/errors.ts'
import { type Assurance, type Outcome, type Recommendation, type RuleAnswer, TEXT_ASKED } from './answer.ts'
import { buildCondition } from './condition.ts'
import type { Params, RuleContext, Words } from './context.ts'
import { type AskedCheck, askTexts, buildChecks, NONE } from './corroborate.ts'
import { backing, belowFloor, buildShare, creditOf } from './credit.ts'
import type { Decision } from './engine.ts'
import type { Standing } from './engine-facts.ts'
import { buildExpression } from './expression.ts'
import { buildPlan, type ItemPlan, type ItemsResult } from './list-pass.ts'
import { buildValues, tellsItems, type ValuesOf } from './messages.ts'
import { COUNTING, type EngineRule, engineRule, linesOfVersion } from './outcome-rules.ts'
import type { Report } from './problems.ts'
import type { RuleSource, RuleVersionSource } from './rule-source.ts'
import { type AskAll, buildAskAll, buildSteps, type Steps } from './steps.ts'
import type { Vocabulary } from './vocabulary.ts'
import { BUILD_TEXTS } from './words.ts'

/** A rule ready to judge: its versions in time. */
export interface BuiltRule {
  source: RuleSource
  versions: readonly BuiltVersion[]
}

/** Builds a rule; everything wrong in it is reported with its place. */
export function buildRule(source: RuleSource, vocabulary: Vocabulary<unknown>, report: Report): BuiltRule {
  const versions = source.versions.map((version, index) =>
    buildVersion(source, version, vocabulary, report, ['versions', index]),
  )
  checkVersions(source, report)
  checkMessages(source, report)
  return { source, versions: versions.sort((a, b) => a.from - b.from) }
}

function checkVersions(source: RuleSource, report: Report): void {
  const spans = source.versions.map(({ from, to }, index) => ({
    index,
    from: toDay(from),
    to: to === undefined ? Number.POSITIVE_INFINITY : toDay(to),
  }))
  for (const one of spans) {
    if (one.to <= one.from) report(['versions', one.index, 'to'], BUILD_TEXTS.mustAfterFrom)
    if (spans.some((other) => other.index < one.index && one.from < other.to && other.from < one.to))
      report(['versions', one.index, 'from'], BUILD_TEXTS.twoVersionsOverlapIn)
  }
}

/** Every outcome a rule can reach by its own words, and every named part, has a message in both languages. */
function checkMessages(source: RuleSource, report: Report): void {
  const needed = new Set(['pass'])
  const text = JSON.stringify(source.versions)
  for (const name of text.matchAll(/"name":"([^"]+)"/g)) needed.add(name[1] ?? '')
  for (const version of source.versions) {
    const steps = version.forEach ?? version
    needed.add(steps.review && steps.dueOn === undefined ? 'needsReview' : 'fail')
    if (steps.review) needed.add('needsReview')
    if (steps.dueOn ?? version.dueOn) needed.add('notYetDue')
    if (version.forEach?.emptyWhen) needed.add(version.forEach.emptyWhen.is)
    for (const { message } of [...(version.recommend ?? []), ...(version.forEach?.recommend ?? [])]) needed.add(message)
    if (version.forEach?.tolerate) needed.add(version.forEach.tolerate.message)
  }
  for (const id of needed)
    if (!Object.hasOwn(source.messages, id)) report(['messages'], withValues(BUILD_TEXTS.messageMissing, { id }))
}

/** A rule as the law stood from one day, ready to judge. */
interface BuiltVersion {
  from: Day
  /** First day it no longer stands. */
  to: Day | undefined
  params: Params
  plan: ItemPlan | undefined
  /** Plain words looked for in its papers, or in those of its items. */
  names: readonly string[]
  /** Notes on the rule's clock until when what it asks about stays as it is. */
  askAll: AskAll
  /** What the texts say of what is declared. */
  askTexts(context: RuleContext): readonly AskedCheck[]
  /**
   * What is put to the engine under these parameters, and the least assurance that a profile demands; built once for each
   * set of them, and kept.
   */
  engineRule(params: Params, least?: Assurance): EngineRule
  /** How well the rule would be backed if it passed, or were in time; with the items that `items` brought. */
  standing(context: RuleContext, texts: readonly AskedCheck[], items: ItemsResult | undefined): Standing
  /** Tells what the engine decided; for a rule over a list, `items` is what the pass over the list brought. */
  answer(
    context: RuleContext,
    decision: Decision,
    texts: readonly AskedCheck[],
    items: ItemsResult | undefined,
  ): RuleAnswer
}

/** Builds one version of a rule; everything wrong in it is reported with its place. */
function buildVersion(
  rule: RuleSource,
  source: RuleVersionSource,
  vocabulary: Vocabulary<unknown>,
  report: Report,
  at: (string | number)[],
): BuiltVersion {
  const words: Words = { vocabulary, params: source.params ?? {} }
  if (source.assert === undefined && source.forEach === undefined) report(at, BUILD_TEXTS.versionNeedsAssertForeach)
  if (source.forEach && source.corroborate) report([...at, 'corroborate'], BUILD_TEXTS.ruleOverListHolds)
  const steps = buildSteps(source, words, report, at)
  const checks = buildChecks(source.corroborate, words, report, at)
  const plan = source.forEach && buildPlan(source.forEach, words, report, [...at, 'forEach'])
  const values = messageValues(rule, words, report)
  const grace = buildGrace(source, words, report, [...at, 'grace'])
  if (source.forEach?.emptyWhen)
    buildCondition(source.forEach.emptyWhen.when, words, report, [...at, 'forEach', 'emptyWhen', 'when'])
  const uncounted = buildUncounted(source, vocabulary)
  const share = buildShare(source, words, report, [...at, 'credit'])
  const built = new Map<string, EngineRule>()
  return {
    from: toDay(source.from),
    to: source.to === undefined ? undefined : toDay(source.to),
    params: source.params ?? {},
    plan,
    names: [...steps.names, ...(plan?.steps.names ?? [])],
    askAll: buildAskAll(source, steps, words),
    askTexts: (context) => askTexts(checks, context),
    engineRule(params, least) {
      const key = JSON.stringify([params, least])
      const known = built.get(key) ?? engineRule(rule.id, linesOfVersion(rule.id, source, params, least))
      built.set(key, known)
      return known
    },
    standing(context, texts, items) {
      const { assurance, papers } = backing('pass', steps, plan?.steps, vocabulary, context, items, texts)
      return { assurance: assurance ?? 'declared', rests: papers?.rests === true }
    },
    answer(context, decided, asked, items) {
      const { short } = decided
      const decision = { ...decided, ...(short && { outcome: short.outcome, by: short.by }) }
      const { outcome, by } = decision
      const counted = COUNTING.includes(by) && outcome !== 'notApplicable' ? items : undefined
      const texts = by === 'text' || TEXT_ASKED.includes(outcome) ? asked : NONE
      const through = grace(context)
      const days =
        by === 'grace' && through !== undefined ? { dueOn: through } : daysOf(decision, steps, context, counted)
      const message = messageOf(rule, decision, source.forEach !== undefined && counted === undefined)
      const recommendations = outcome === 'notApplicable' ? [] : told(steps, counted, values, context)
      const [parts, part] = by === 'text' ? [] : [source.credit === 'items' ? counted : undefined, share?.(context)]
      const answer: RuleAnswer = {
        outcome,
        message,
        values: {
          ...valuesFor(values, message, { ...decision, ...days }, context, counted),
          ...uncounted(outcome, days.dueOn, context),
        },
        credit: creditOf(outcome, parts, part),
        ...backing(outcome, steps, plan?.steps, vocabulary, context, counted, texts),
        ...(texts.length > 0 && { text: texts.map((one) => one.result) }),
        ...(counted && { items: counted.summary }),
        ...(recommendations.length > 0 && { recommendations }),
        ...days,
      }
      if (short === undefined) return answer
      const excused = decided.by === 'grace' ? through : undefined
      if (excused === undefined) return belowFloor(answer, short.least)
      return within(excused, answer, uncounted('notYetDue', excused, context))
    },
  }
}

/** What is recommended of the whole, then of items: each message with what it shows. */
function told(
  steps: Steps,
  items: ItemsResult | undefined,
  values: ReadonlyMap<string, ValuesOf>,
  context: RuleContext,
): Recommendation[] {
  const of = (message: string) => values.get(message)?.(context, items?.summary) ?? {}
  return [
    ...steps.recommended(context).map((message) => ({ message, values: of(message) })),
    ...(items?.recommended ?? []).map(({ message, count, keys }) => ({
      message,
      values: { ...of(message), recommended: count, recommendedItems: keys },
    })),
  ]
}

/** The day through which breaches and gaps are excused, while they are: to be told, the engine decides by the same. */
function buildGrace({ grace }: RuleVersionSource, words: Words, report: Report, at: (string | number)[]) {
  if (grace === undefined) return () => undefined
  const when = buildCondition(grace.when, words, report, [...at, 'when'])
  const through = buildExpression(grace.through, words, report, [...at, 'through'])
  return (context: RuleContext): Day | undefined => {
    const day = when(context, { unmet: [], absent: [] }) === true ? through(context) : undefined
    return typeof day !== 'number' || context.clock.passed(day) ? undefined : day
  }
}

/** The message of all rules that give a grace; rules need none of their own. */
const WITHIN_GRACE = 'withinFounding'

/** An answer whose papers fall short while the grace runs: it is in time with them. */
function within(through: Day, { holdsUntil: _, ...found }: RuleAnswer, told: RuleAnswer['values']): RuleAnswer {
  const values = { ...told, dueOn: toIso(through) }
  return { ...found, outcome: 'notYetDue', message: WITHIN_GRACE, values, credit: null, dueOn: through }
}

/** A deadline that moves off days off, beyond the day through which those set year by year are known, says so. */
function buildUncounted(source: RuleVersionSource, { daysOffKnownThrough }: Vocabulary<unknown>) {
  const moves = JSON.stringify(source).includes('"workingDay":true')
  return (outcome: Outcome, dueOn: Day | undefined, { scope }: RuleContext): RuleAnswer['values'] =>
    moves && outcome === 'notYetDue' && dueOn !== undefined && dueOn > daysOffKnownThrough(scope)
      ? { daysOffNotCounted: true }
      : {}
}

/** The day by which a duty falls due, or through which a pass holds: of the items, or of the rule itself. */
function daysOf(
  { outcome, by }: Decision,
  steps: Steps,
  context: RuleContext,
  items: ItemsResult | undefined,
): Pick<RuleAnswer, 'dueOn' | 'holdsUntil'> {
  if (by === 'text') return {}
  const days = by === 'items' ? items : { dueOn: steps.dueOn(context), holdsUntil: steps.holdsUntil(context) }
  if (outcome === 'notYetDue' && days?.dueOn !== undefined) return { dueOn: days.dueOn }
  if (outcome === 'pass' && days?.holdsUntil !== undefined) return { holdsUntil: days.holdsUntil }
  return {}
}

/**
 * The message of a decision. Where the texts decide, rules need none of their own. A message that tells figures of items
 * says nothing where the list was not asked at all; the general sentence, with what is missing, is told then: no rule has
 * a message of that id.
 */
function messageOf({ messages }: RuleSource, { outcome, by }: Decision, unasked: boolean): string {
  if (by === 'text') return outcome === 'fail' ? 'textContradicts' : 'textAmbiguous'
  if (by === 'grace') return WITHIN_GRACE
  const own = messages[outcome]
  return unasked && own && outcome === 'missingEvidence' && tellsItems(own) ? 'missingSection' : outcome
}

function messageValues(rule: RuleSource, words: Words, report: Report): Map<string, ValuesOf> {
  const entries = Object.entries(rule.messages)
  return new Map(entries.map(([id, text]) => [id, buildValues(text, words, report, ['messages', id])]))
}

function valuesFor(
  values: ReadonlyMap<string, ValuesOf>,
  message: string,
  result: Decision & Pick<RuleAnswer, 'dueOn'>,
  context: RuleContext,
  items: ItemsResult | undefined,
): RuleAnswer['values'] {
  const collected: RuleAnswer['values'] = {}
  for (const id of [message, ...result.unmet]) Object.assign(collected, values.get(id)?.(context, items?.summary))
  if (result.unmet.length > 0) collected.unmet = result.unmet
  if (result.missing.length > 0) collected.missing = result.missing
  if (result.outcome === 'notYetDue' && result.dueOn !== undefined) collected.dueOn = toIso(result.dueOn)
  return collected
}
