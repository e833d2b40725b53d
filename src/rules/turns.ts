import { buildCondition, type Condition, type Leaf } from './condition.ts'
import type { RuleContext, Words } from './context.ts'
import { buildExpression } from './expression.ts'
import type { DueDay, RuleVersionSource } from './rule-source.ts'
import type { Steps } from './steps.ts'

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
