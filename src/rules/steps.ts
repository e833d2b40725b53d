import { Clock, type Day } from '../core/days.ts'
import { withValues } from '../core/errors.ts'
import { plainWords } from '../core/names.ts'
import type { ItemOutcome } from './answer.ts'
import { buildCondition, type Condition, type Leaf, type Test, type Trace } from './condition.ts'
import { findWord, knownWords, type RuleContext, type Word, type Words } from './context.ts'
import { buildExpression } from './expression.ts'
import { type Report, unknownWord } from './problems.ts'
import type { DueDay, EvidenceSource, RecommendSource, RuleVersionSource, StepsSource } from './rule-source.ts'
import { STEPS_TEXTS } from './words.ts'

/** What the steps came to for one item. */
export interface StepsResult {
  outcome: ItemOutcome | 'notApplicable'
  dueOn?: Day
  holdsUntil?: Day
  /** Facts that are absent and were needed. */
  missing: readonly string[]
  /** Named parts of the condition that are not met. */
  unmet: readonly string[]
}

/** A fact that the rule looks at as evidence. */
export interface EvidenceWord {
  word: Word
  optional: boolean
  when?: Test
}

/** What the steps of a judgement ask for and tell, built once. */
export interface Steps {
  evidence: readonly EvidenceWord[]
  /** Plain words of which the papers asked for must hold one. */
  names: readonly string[]
  /** The days the steps name, to be told with an outcome. */
  dueOn(context: RuleContext): Day | undefined
  holdsUntil(context: RuleContext): Day | undefined
  /** Messages that are recommended beside the outcome, which they do not change. */
  recommended(context: RuleContext): readonly string[]
}

/** The steps of a judgement over one item of a list. */
export interface ItemSteps extends Steps {
  /**
   * Judges one item at once. Over a list the engine's promises would cost seconds, so the same language is evaluated
   * here; it comes to what the engine comes to on the same steps, which a contract test holds it to.
   */
  judge(context: RuleContext): StepsResult
}

const NOTHING: readonly string[] = []

/** Builds the steps of a rule, which the engine judges; everything wrong in them is reported with its place. */
export function buildSteps(source: StepsSource, words: Words, report: Report, at: (string | number)[]): Steps {
  const { evidence, names, dueOn, holdsUntil, recommended } = buildParts(source, words, report, at)
  return { evidence, names, dueOn, holdsUntil, recommended }
}

function buildParts(source: StepsSource, words: Words, report: Report, at: (string | number)[]) {
  const condition = (key: 'when' | 'assert' | 'review') =>
    source[key] === undefined ? undefined : buildCondition(source[key], words, report, [...at, key])
  return {
    when: condition('when'),
    assert: condition('assert'),
    review: condition('review'),
    evidence: buildEvidence(source.evidence ?? [], words, report, [...at, 'evidence']),
    names: buildNames(source.names, report, at),
    dueOn: buildDay(source.dueOn, words, report, [...at, 'dueOn']),
    holdsUntil: buildDay(source.holdsUntil, words, report, [...at, 'holdsUntil']),
    recommended: buildRecommended(source.recommend ?? [], words, report, [...at, 'recommend']),
  }
}

/**
 * Builds the steps of an item: applies (`when`)? → is the evidence there? → is it met (`assert`)? → is there still time
 * (`dueOn`)? → can only a person tell (`review`)? An act that is not there is never missing evidence while its
 * deadline is known: it is not yet due, and afterwards a failing.
 */
export function buildItemSteps(source: StepsSource, words: Words, report: Report, at: (string | number)[]): ItemSteps {
  const { when, assert, review, evidence, names, dueOn, holdsUntil, recommended } = buildParts(
    source,
    words,
    report,
    at,
  )
  const trace: Trace = { unmet: [], absent: [] }
  const ask = (test: Test | undefined, context: RuleContext) => {
    trace.unmet.length = 0
    trace.absent.length = 0
    return test?.(context, trace)
  }
  return {
    evidence,
    names,
    dueOn,
    holdsUntil,
    recommended,
    judge(context) {
      if (ask(when, context) === false) return { outcome: 'notApplicable', missing: NOTHING, unmet: NOTHING }
      const missing = absentEvidence(evidence, context, trace)
      if (missing) return { outcome: 'missingEvidence', missing, unmet: NOTHING }
      const met = ask(assert, context)
      if (met === true)
        return { outcome: 'pass', missing: NOTHING, unmet: NOTHING, ...dated('holdsUntil', holdsUntil(context)) }
      const unmet = trace.unmet.length === 0 ? NOTHING : [...trace.unmet]
      const absent = trace.absent.length === 0 ? NOTHING : [...new Set(trace.absent)]
      const due = dated('dueOn', dueOn(context))
      if (due.dueOn !== undefined && !context.clock.passed(due.dueOn))
        return { outcome: 'notYetDue', missing: NOTHING, unmet, ...due }
      if (ask(review, context) === true) return { outcome: 'needsReview', missing: NOTHING, unmet, ...due }
      if (met === undefined && due.dueOn === undefined) return { outcome: 'missingEvidence', missing: absent, unmet }
      return { outcome: 'fail', missing: NOTHING, unmet, ...due }
    },
  }
}

function absentEvidence(evidence: readonly EvidenceWord[], context: RuleContext, trace: Trace): string[] | undefined {
  let missing: string[] | undefined
  for (const { word, optional, when } of evidence) {
    if (optional || word.read(context) !== undefined) continue
    if (when && when(context, trace) !== true) continue
    missing ??= []
    missing.push(word.name)
  }
  return missing
}

const dated = <K extends string>(key: K, day: Day | undefined) =>
  (day === undefined ? {} : { [key]: day }) as { [P in K]?: Day }

type TellDay = (context: RuleContext) => Day | undefined

/** Of several days the first that counts is taken. */
function buildDay(source: DueDay | undefined, words: Words, report: Report, at: (string | number)[]): TellDay {
  const entries = source === undefined ? [] : Array.isArray(source) ? source : [source]
  const days = entries.map((entry, index) => {
    const place = Array.isArray(source) ? [...at, index] : at
    if (!('on' in entry)) return buildExpression(entry, words, report, place)
    const when = buildCondition(entry.when, words, report, [...place, 'when'])
    const on = buildExpression(entry.on, words, report, [...place, 'on'])
    return (context: RuleContext) => (when(context, { unmet: [], absent: [] }) === true ? on(context) : undefined)
  })
  return (context) => {
    for (const one of days) {
      const found = one(context)
      if (found !== undefined) return found instanceof Clock ? undefined : found
    }
    return undefined
  }
}

/** The messages whose condition surely holds. */
function buildRecommended(
  source: RecommendSource,
  words: Words,
  report: Report,
  at: (string | number)[],
): Steps['recommended'] {
  if (source.length === 0) return () => NOTHING
  const built = source.map(({ message, when }, index) => ({
    message,
    when: buildCondition(when, words, report, [...at, index, 'when']),
  }))
  return (context) =>
    built.flatMap(({ message, when }) => (when(context, { unmet: [], absent: [] }) === true ? [message] : []))
}

function buildEvidence(source: EvidenceSource, words: Words, report: Report, at: (string | number)[]): EvidenceWord[] {
  return source.flatMap((entry, index) => {
    const { fact, optional = false, when } = typeof entry === 'string' ? { fact: entry } : entry
    const word = findWord(fact, words)
    if (!word) {
      report([...at, index], unknownWord(STEPS_TEXTS.fact, fact, knownWords(words)))
      return []
    }
    return [{ word, optional, ...(when && { when: buildCondition(when, words, report, [...at, index, 'when']) }) }]
  })
}

/** Letters below which a word looked for would stand in almost any text. */
const LEAST_LETTERS = 4

/**
 * The words that a rule looks for in its papers, as plain words; what is wrong with them is reported with its place.
 * They are written as officers write them: accents and capitals do not count.
 */
function buildNames(source: readonly string[] | undefined, report: Report, at: (string | number)[]): string[] {
  const names: string[] = []
  for (const [index, written] of (source ?? []).entries()) {
    const name = plainWords(written).trim()
    const place = [...at, 'names', index]
    if (name.replaceAll(' ', '').length < LEAST_LETTERS)
      report(place, withValues(STEPS_TEXTS.tooShortWordLook, { written, leastLetters: LEAST_LETTERS }))
    else if (names.includes(name)) report(place, withValues(STEPS_TEXTS.inListAlreadyCapitals, { written }))
    else names.push(name)
  }
  return names
}

/** Asks, on the rule's own clock, everything that a rule asks of the dossier. */
export type AskAll = (context: RuleContext) => void

/**
 * Builds what notes until when a rule's answer holds. The engine is told plain values for one day; before it is asked,
 * each fact is read and each comparison with the day is made once on the rule's clock, which notes the day of the next
 * turn. Nothing is concluded from it. A fact that throws, throws here, for the rule that asks for it alone.
 */
export function buildAskAll(version: RuleVersionSource, steps: Steps, words: Words): AskAll {
  const { when, assert, review, dueOn, holdsUntil, grace, forEach } = version
  const inEvidence = (version.evidence ?? []).map((entry) => (typeof entry === 'string' ? undefined : entry.when))
  const ofDays = [...conditionsOf(dueOn), ...conditionsOf(holdsUntil)]
  const trees = [when, assert, review, grace?.when, forEach?.emptyWhen?.when, ...inEvidence, ...ofDays]
  // What is wrong in a leaf was reported where the steps were built.
  const tests = trees
    .flatMap((tree) => (tree ? leavesOf(tree) : []))
    .map((leaf) => buildCondition(leaf, words, () => {}, []))
  const graceEnds = grace && buildExpression(grace.through, words, () => {}, [])
  return (context) => {
    for (const test of tests) test(context, { unmet: [], absent: [] })
    for (const { word } of steps.evidence) word.read(context)
    for (const day of [steps.dueOn(context), graceEnds?.(context)])
      if (typeof day === 'number') context.clock.passed(day)
  }
}

function leavesOf(tree: Condition): Leaf[] {
  if ('not' in tree) return leavesOf(tree.not)
  if ('all' in tree) return tree.all.flatMap(leavesOf)
  return 'any' in tree ? tree.any.flatMap(leavesOf) : [tree]
}

function conditionsOf(days: DueDay | undefined): Condition[] {
  const entries = days === undefined ? [] : Array.isArray(days) ? days : [days]
  return entries.flatMap((entry) => ('on' in entry ? [entry.when] : []))
}
