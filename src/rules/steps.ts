import { Clock, type Day } from '../core/days.ts'
import type { ItemOutcome } from './answer.ts'
import { buildCondition, type Condition, type Test, type Trace } from './condition.ts'
import { findWord, knownWords, type RuleContext, type Word, type Words } from './context.ts'
import { buildExpression, type DayOf } from './expression.ts'
import { type Report, unknownWord } from './problems.ts'
import type { DueDay, EvidenceSource, StepsSource } from './rule-source.ts'

/** What the steps came to for a dossier or for one item of it. */
export interface StepsResult {
  outcome: ItemOutcome | 'notApplicable'
  dueOn?: Day
  holdsUntil?: Day
  /** Facts that are absent and were needed. */
  missing: readonly string[]
  /** Named parts of the condition that are not met. */
  unmet: readonly string[]
  /** Messages that are recommended beside the outcome. */
  recommended?: readonly string[]
}

/** A fact that the rule looks at as evidence. */
export interface EvidenceWord {
  word: Word
  optional: boolean
  when?: Test
}

/** The steps of a judgement, built once. */
export interface Steps {
  evidence: readonly EvidenceWord[]
  judge(context: RuleContext): StepsResult
}

const NOTHING: readonly string[] = []

/**
 * Builds the steps: applies (`when`)? → is the evidence there? → is it met (`assert`)? → is there still time
 * (`dueOn`)? → can only a person tell (`review`)? An act that is not there is never missing evidence while its
 * deadline is known: it is not yet due, and afterwards a failing.
 */
export function buildSteps(
  source: StepsSource & { assert: Condition },
  words: Words,
  report: Report,
  at: (string | number)[],
): Steps {
  const optional = (key: 'when' | 'review') =>
    source[key] === undefined ? undefined : buildCondition(source[key], words, report, [...at, key])
  const [applies, review] = [optional('when'), optional('review')]
  const assert = buildCondition(source.assert, words, report, [...at, 'assert'])
  const evidence = buildEvidence(source.evidence ?? [], words, report, [...at, 'evidence'])
  const dueOn = buildDay(source.dueOn, words, report, [...at, 'dueOn'])
  const holdsUntil = buildDay(source.holdsUntil, words, report, [...at, 'holdsUntil'])
  const recommend = (source.recommend ?? []).map((one, index) => ({
    message: one.message,
    when: buildCondition(one.when, words, report, [...at, 'recommend', index, 'when']),
  }))
  const trace: Trace = { unmet: [], absent: [] }
  const ask = (test: Test | undefined, context: RuleContext) => {
    trace.unmet.length = 0
    trace.absent.length = 0
    return test?.(context, trace)
  }
  const judge = (context: RuleContext): StepsResult => {
    if (ask(applies, context) === false) return { outcome: 'notApplicable', missing: NOTHING, unmet: NOTHING }
    const missing = absentEvidence(evidence, context, trace)
    if (missing) return { outcome: 'missingEvidence', missing, unmet: NOTHING }
    const met = ask(assert, context)
    if (met === true)
      return { outcome: 'pass', missing: NOTHING, unmet: NOTHING, ...dayAs('holdsUntil', holdsUntil, context) }
    const unmet = trace.unmet.length === 0 ? NOTHING : [...trace.unmet]
    const absent = trace.absent.length === 0 ? NOTHING : [...new Set(trace.absent)]
    const due = dayAs('dueOn', dueOn, context)
    if (due.dueOn !== undefined && !context.clock.passed(due.dueOn))
      return { outcome: 'notYetDue', missing: NOTHING, unmet, ...due }
    if (ask(review, context) === true) return { outcome: 'needsReview', missing: NOTHING, unmet, ...due }
    if (met === undefined && due.dueOn === undefined) return { outcome: 'missingEvidence', missing: absent, unmet }
    return { outcome: 'fail', missing: NOTHING, unmet, ...due }
  }
  if (recommend.length === 0) return { evidence, judge }
  return {
    evidence,
    judge(context) {
      const result = judge(context)
      if (result.outcome === 'notApplicable') return result
      const recommended = recommend.flatMap(({ message, when }) => (ask(when, context) === true ? [message] : []))
      return recommended.length === 0 ? result : { ...result, recommended }
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

function dayAs<K extends 'dueOn' | 'holdsUntil'>(
  key: K,
  day: DayOf | undefined,
  context: RuleContext,
): { [P in K]?: Day } {
  const value = day?.(context)
  return value === undefined || value instanceof Clock ? {} : ({ [key]: value } as { [P in K]?: Day })
}

function buildDay(
  source: DueDay | undefined,
  words: Words,
  report: Report,
  at: (string | number)[],
): DayOf | undefined {
  if (source === undefined) return undefined
  if (Array.isArray(source)) {
    const days = source.map((one, index) => buildDay(one, words, report, [...at, index]))
    return (context) => {
      for (const one of days) {
        const found = one?.(context)
        if (found !== undefined) return found
      }
      return undefined
    }
  }
  if (!('on' in source)) return buildExpression(source, words, report, at)
  const when = buildCondition(source.when, words, report, [...at, 'when'])
  const on = buildExpression(source.on, words, report, [...at, 'on'])
  return (context) => (when(context, { unmet: [], absent: [] }) === true ? on(context) : undefined)
}

function buildEvidence(source: EvidenceSource, words: Words, report: Report, at: (string | number)[]): EvidenceWord[] {
  return source.flatMap((entry, index) => {
    const { fact, optional = false, when } = typeof entry === 'string' ? { fact: entry } : entry
    const word = findWord(fact, words)
    if (!word) {
      report([...at, index], unknownWord({ vi: 'Dữ kiện', en: 'The fact' }, fact, knownWords(words)))
      return []
    }
    return [{ word, optional, ...(when && { when: buildCondition(when, words, report, [...at, index, 'when']) }) }]
  })
}
