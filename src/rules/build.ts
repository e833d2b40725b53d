import { type Day, toDay, toIso } from '../core/days.ts'
import type { Outcome, Recommendation, RuleAnswer } from './answer.ts'
import { buildCondition, type Condition } from './condition.ts'
import { findWord, knownWords, PARAM, type Params, type RuleContext, type Word, type Words } from './context.ts'
import { type AskedCheck, askTexts, buildChecks, withTexts } from './corroborate.ts'
import { backing, buildShare, creditOf } from './credit.ts'
import { SyncRule } from './engine.ts'
import { buildExpression } from './expression.ts'
import type { ItemPlan, ItemsResult } from './list-pass.ts'
import { buildValues, tellsItems, type ValuesOf } from './messages.ts'
import { type Report, unknownWord } from './problems.ts'
import type { RuleSource, RuleVersionSource, TolerateSource } from './rule-source.ts'
import { buildSteps, type StepsResult } from './steps.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A rule ready to judge: its versions in time, each with its one json-rules-engine rule, built once. */
export interface BuiltRule {
  source: RuleSource
  versions: readonly (BuiltVersion & { rule: SyncRule })[]
}

/** Builds a rule; everything wrong in it is reported with its place. */
export function buildRule(source: RuleSource, vocabulary: Vocabulary<unknown>, report: Report): BuiltRule {
  const versions = source.versions.map((version, index) => {
    const built = buildVersion(source, version, vocabulary, report, ['versions', index])
    return { ...built, rule: new SyncRule(source.id, { all: [built.condition] } as never) }
  })
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
    if (one.to <= one.from)
      report(['versions', one.index, 'to'], { vi: "'to' phải sau 'from'.", en: "'to' must be after 'from'." })
    if (spans.some((other) => other.index < one.index && one.from < other.to && other.from < one.to))
      report(['versions', one.index, 'from'], {
        vi: 'Hai phiên bản chồng lên nhau về thời gian.',
        en: 'Two versions overlap in time.',
      })
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
    if (!Object.hasOwn(source.messages, id))
      report(['messages'], { vi: `Thiếu thông báo '${id}'.`, en: `The message '${id}' is missing.` })
}

/** A rule as the law stood from one day, ready to judge. */
export interface BuiltVersion {
  from: Day
  /** First day it no longer stands. */
  to: Day | undefined
  params: Params
  /** The condition in json-rules-engine's form. */
  condition: Condition
  plan: ItemPlan | undefined
  /** Judges; for a rule over a list, `items` is what the pass over the list brought. */
  answer(context: RuleContext, items: ItemsResult | undefined): RuleAnswer
}

/** A list rule's own steps only decide whether its list is asked at all. */
const ALWAYS: Condition = { all: [{ fact: 'asOf', operator: 'present', value: true }] }
const NEVER: Condition = { not: ALWAYS }

/** Builds one version of a rule; everything wrong in it is reported with its place. */
export function buildVersion(
  rule: RuleSource,
  source: RuleVersionSource,
  vocabulary: Vocabulary<unknown>,
  report: Report,
  at: (string | number)[],
): BuiltVersion {
  const words: Words = { vocabulary, params: source.params ?? {} }
  if (source.assert === undefined && source.forEach === undefined)
    report(at, {
      vi: "Mỗi phiên bản cần có 'assert', 'forEach', hoặc cả hai.",
      en: "A version needs 'assert', 'forEach', or both.",
    })
  const steps = buildSteps({ ...source, assert: source.assert ?? ALWAYS }, words, report, at)
  const checks = buildChecks(source.corroborate, words, report, at)
  const none = buildNone(source, words, report, at)
  const plan = source.forEach && buildPlan(source.forEach, words, report, [...at, 'forEach'])
  const values = messageValues(rule, words, report)
  const grace = buildGrace(source, words, report, [...at, 'grace'])
  const moves = JSON.stringify(source).includes('"workingDay":true')
  // A deadline that moves off days off, beyond the day through which those set year by year are known, says so.
  const uncounted = ({ outcome, dueOn }: StepsResult, { scope }: RuleContext): RuleAnswer['values'] =>
    moves && outcome === 'notYetDue' && dueOn !== undefined && dueOn > vocabulary.daysOffKnownThrough(scope)
      ? { daysOffNotCounted: true }
      : {}
  const share = buildShare(source, words, report, [...at, 'credit'])
  return {
    from: toDay(source.from),
    to: source.to === undefined ? undefined : toDay(source.to),
    params: source.params ?? {},
    condition: source.assert ?? source.forEach?.assert ?? ALWAYS,
    plan,
    answer(context, items) {
      let result: StepsResult = steps.judge(context)
      const asked = result.outcome === 'pass' ? items : undefined
      const recommended = result.recommended ?? []
      if (asked) result = ofItems(asked) ?? none(context)
      const excused = grace(result, context)
      const young = excused !== result
      result = excused
      const counted = result.outcome === 'notApplicable' ? undefined : asked
      const texts = askTexts(checks, result.outcome, context)
      const byText = textMessage(result.outcome, texts)
      result = withTexts(result, texts)
      const { outcome, dueOn, holdsUntil } = result
      const recommendations = outcome === 'notApplicable' ? [] : told(recommended, counted, values, context)
      const message = young
        ? 'withinFounding'
        : (byText ?? messageOf(rule, outcome, source.forEach !== undefined && counted === undefined))
      const [parts, part] = byText ? [] : [source.credit === 'items' ? counted : undefined, share?.(context)]
      return {
        outcome,
        message,
        values: { ...valuesFor(values, message, result, context, counted), ...uncounted(result, context) },
        credit: creditOf(outcome, parts, part),
        ...backing(outcome, steps, vocabulary, context, counted, texts),
        ...(texts.length > 0 && { text: texts.map((one) => one.result) }),
        ...(counted && { items: counted.summary }),
        ...(recommendations.length > 0 && { recommendations }),
        ...(dueOn !== undefined && outcome === 'notYetDue' && { dueOn }),
        ...(holdsUntil !== undefined && { holdsUntil }),
      }
    },
  }
}

/** What is recommended of the whole, then of items: each message with what it shows. */
function told(
  whole: readonly string[],
  items: ItemsResult | undefined,
  values: ReadonlyMap<string, ValuesOf>,
  context: RuleContext,
): Recommendation[] {
  const of = (message: string) => values.get(message)?.(context, items?.summary) ?? {}
  return [
    ...whole.map((message) => ({ message, values: of(message) })),
    ...(items?.recommended ?? []).map(({ message, count, keys }) => ({
      message,
      values: { ...of(message), recommended: count, recommendedItems: keys },
    })),
  ]
}

/** A breach or a gap within the grace is not yet due; what passes, or waits for a person, stays as it is. */
function buildGrace({ grace }: RuleVersionSource, words: Words, report: Report, at: (string | number)[]) {
  if (grace === undefined) return (result: StepsResult) => result
  const when = buildCondition(grace.when, words, report, [...at, 'when'])
  const through = buildExpression(grace.through, words, report, [...at, 'through'])
  return (result: StepsResult, context: RuleContext): StepsResult => {
    if (result.outcome !== 'fail' && result.outcome !== 'missingEvidence') return result
    const day = when(context, { unmet: [], absent: [] }) === true ? through(context) : undefined
    if (typeof day !== 'number' || context.clock.passed(day)) return result
    return { outcome: 'notYetDue', missing: [], unmet: [], dueOn: day }
  }
}

function buildPlan(
  source: NonNullable<RuleVersionSource['forEach']>,
  outer: Words,
  report: Report,
  at: (string | number)[],
): ItemPlan | undefined {
  const list = Object.hasOwn(outer.vocabulary.lists, source.list) ? outer.vocabulary.lists[source.list] : undefined
  if (!list) {
    report(
      [...at, 'list'],
      unknownWord({ vi: 'Danh sách', en: 'The list' }, source.list, Object.keys(outer.vocabulary.lists)),
    )
    return undefined
  }
  const words: Words = { ...outer, list }
  const field = (name: string, place: (string | number)[]): Word[] => {
    const word = findWord(`item.${name}`, words)
    if (!word) report(place, unknownWord({ vi: 'Trường', en: 'The field' }, name, Object.keys(list.fields)))
    return word ? [word] : []
  }
  const [key] = field(source.key, [...at, 'key'])
  const show = (source.show ?? []).flatMap((name, index) => field(name, [...at, 'show', index]))
  const steps = buildSteps(source, words, report, at)
  const checks = buildChecks(source.corroborate, words, report, at)
  const tolerate = buildTolerate(source.tolerate, words, report, [...at, 'tolerate'])
  return key && { list: source.list, key, show, steps, checks, tolerate, isSigned: outer.vocabulary.isSigned }
}

function buildTolerate(
  source: TolerateSource | undefined,
  words: Words,
  report: Report,
  at: (string | number)[],
): ItemPlan['tolerate'] {
  if (source === undefined) return undefined
  const number = (name: string, place: string): Word | undefined => {
    const word = findWord(name, words)
    if (word?.type !== 'number')
      report([...at, place], unknownWord({ vi: 'Dữ kiện số', en: 'The numeric fact' }, name, knownWords(words)))
    return word
  }
  const [share, whole] = [number(PARAM + source.share.param, 'share'), number(source.of, 'of')]
  return {
    when: buildCondition(source.when, words, report, [...at, 'when']),
    message: source.message,
    most(context) {
      const [part, over] = [share?.read(context), whole?.read(context)]
      // Rounded, so that 29% of 100 is 29.
      return typeof part === 'number' && typeof over === 'number' ? Math.round(part * over * 1e6) / 1e6 : undefined
    },
  }
}

function ofItems({ outcome, dueOn, holdsUntil }: ItemsResult): StepsResult | undefined {
  if (outcome === undefined) return undefined
  const days = outcome === 'notYetDue' ? { dueOn } : outcome === 'pass' ? { holdsUntil } : {}
  return { outcome, missing: [], unmet: [], ...(days as object) }
}

/** What no counted item means; where that is a failing, the rule's own `dueOn` says how long there is time for one. */
function buildNone(
  source: RuleVersionSource,
  words: Words,
  report: Report,
  at: (string | number)[],
): (context: RuleContext) => StepsResult {
  const outcome = source.forEach?.empty ?? 'notApplicable'
  const { emptyWhen } = source.forEach ?? {}
  if (emptyWhen) {
    const when = buildCondition(emptyWhen.when, words, report, [...at, 'forEach', 'emptyWhen', 'when'])
    return (context) => ({
      outcome: when(context, { unmet: [], absent: [] }) === true ? emptyWhen.is : outcome,
      missing: [],
      unmet: [],
    })
  }
  if (outcome !== 'fail') return () => ({ outcome, missing: [], unmet: [] })
  // What is wrong in `dueOn` has been reported with the rule's own steps.
  const { judge } = buildSteps({ assert: NEVER, dueOn: source.dueOn }, words, () => {}, at)
  return judge
}

/**
 * A message that tells figures of items says nothing where the list was not asked at all; the general sentence, with
 * what is missing, is told then: no rule has a message of that id.
 */
function messageOf({ messages }: RuleSource, outcome: Outcome, unasked: boolean): string {
  const own = messages[outcome]
  return unasked && own && outcome === 'missingEvidence' && tellsItems(own) ? 'missingSection' : outcome
}

/** What is told where the texts decide: rules need no message of their own for it. */
function textMessage(before: Outcome, [gravest]: readonly AskedCheck[]): string | undefined {
  if (gravest?.result.state === 'contradicts') return 'textContradicts'
  return gravest?.result.state === 'ambiguous' && before !== 'needsReview' ? 'textAmbiguous' : undefined
}

function messageValues(rule: RuleSource, words: Words, report: Report): Map<string, ValuesOf> {
  const entries = Object.entries(rule.messages)
  return new Map(entries.map(([id, text]) => [id, buildValues(text, words, report, ['messages', id])]))
}

function valuesFor(
  values: ReadonlyMap<string, ValuesOf>,
  message: string,
  result: StepsResult,
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
