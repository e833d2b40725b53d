import { type Condition, type Leaf, PRESENT } from './condition.ts'
import { PARAM, type Params } from './context.ts'
import type { Expression } from './expression.ts'

/** A comparison as json-rules-engine makes it: a fact against a value or against another fact. */
export interface EngineLeaf {
  fact: string
  params?: Record<string, unknown>
  operator: string
  value: unknown
  name?: string
}

/** A condition tree as json-rules-engine evaluates it. It has two values only, and no `not`: see {@link surely}. */
export type EngineCondition =
  | { all: EngineCondition[]; name?: string }
  | { any: EngineCondition[]; name?: string }
  | EngineLeaf

type Certainty = 'surely' | 'possibly'

/**
 * A tree that holds where the rule's tree is true whatever the absent facts may be. json-rules-engine has two values; a
 * rule has a third, unknown, where a fact is absent. So each tree is built once for "surely" and once for "possibly":
 * it is true when surely met, false when not even possibly met, and unknown between the two.
 *
 * @param params of the rule, which stand in the tree as plain values
 */
export function surely(tree: Condition, params: Params): EngineCondition {
  return translate(tree, 'surely', params)
}

/** A tree that holds unless the rule's tree is false whatever the absent facts may be. */
export function possibly(tree: Condition, params: Params): EngineCondition {
  return translate(tree, 'possibly', params)
}

function translate(tree: Condition, how: Certainty, params: Params): EngineCondition {
  const { name } = tree
  if ('not' in tree) return { ...negate(translate(tree.not, opposite(how), params)), ...(name && { name }) }
  const parts = (trees: readonly Condition[]) => trees.map((part) => translate(part, how, params))
  if ('all' in tree) return { all: parts(tree.all), ...(name && { name }) }
  if ('any' in tree) return { any: parts(tree.any), ...(name && { name }) }
  return { ...leafOf(tree, how, params), ...(name && { name }) }
}

const opposite = (how: Certainty): Certainty => (how === 'surely' ? 'possibly' : 'surely')

function leafOf({ fact, operator, value }: Leaf, how: Certainty, params: Params): EngineLeaf {
  const left = fact.startsWith(PARAM) ? paramFact(fact.slice(PARAM.length), params) : { fact }
  if (operator === PRESENT) return { ...left, operator, value }
  return { ...left, operator: `${how}:${operator}`, value: rightSide(value, params) }
}

/**
 * The tree that holds exactly where the given one does not: the negation stands at the leaves. Not surely x is possibly
 * not x. Names stay with their parts.
 */
export function negate(condition: EngineCondition): EngineCondition {
  const name = condition.name === undefined ? {} : { name: condition.name }
  if ('all' in condition) return { any: condition.all.map(negate), ...name }
  if ('any' in condition) return { all: condition.any.map(negate), ...name }
  if (condition.operator === PRESENT) return { ...condition, value: !condition.value }
  const [how, ...rest] = condition.operator.split(':')
  const turned = rest[0] === 'not' ? rest.slice(1) : ['not', ...rest]
  return { ...condition, operator: [opposite(how as Certainty), ...turned].join(':') }
}

/** The name of the fact that is a day worked out from other facts, and of the one that is a rule's parameter. */
export const DAY = 'day'
export const PARAMETER = 'param'

/** A parameter as the left side of a comparison, where json-rules-engine wants a fact. */
const paramFact = (name: string, params: Params) => ({ fact: PARAMETER, params: { name, value: params[name] } })

function rightSide(value: Leaf['value'], params: Params): unknown {
  if (typeof value !== 'object' || Array.isArray(value)) return value
  if ('param' in value) return params[value.param]
  if ('fact' in value && value.fact.startsWith(PARAM)) return params[value.fact.slice(PARAM.length)]
  return dayFact(value, params)
}

/** A day as a fact: one of the dossier as it is, any other as `day`, with how it is worked out. */
export function dayFact(source: Expression, params: Params): Pick<EngineLeaf, 'fact' | 'params'> {
  const plain = 'fact' in source && source.plusMonths === undefined && source.workingDay === undefined
  return plain ? { fact: source.fact } : { fact: DAY, params: { of: withParams(source, params) } }
}

/** An expression in which parameters stand as plain values. */
function withParams(source: Expression, params: Params): Expression {
  const inner = (one: Expression) => withParams(one, params)
  if ('endOfYear' in source) return { endOfYear: inner(source.endOfYear) }
  if ('latestOf' in source) return { latestOf: source.latestOf.map(inner) }
  if ('earliestOf' in source) return { earliestOf: source.earliestOf.map(inner) }
  if ('date' in source || 'monthDay' in source) return source
  const { plusMonths } = source
  const count = typeof plusMonths === 'object' ? Number(params[plusMonths.param]) : plusMonths
  const moved = { ...source, ...(count !== undefined && { plusMonths: count }) }
  return 'day' in moved ? { ...moved, day: inner(moved.day) } : moved
}

/** Names of the dossier's facts that a tree asks for, also inside days. */
export function factsOf(condition: EngineCondition): string[] {
  if ('all' in condition) return condition.all.flatMap(factsOf)
  if ('any' in condition) return condition.any.flatMap(factsOf)
  return [...namesIn(condition), ...namesIn(condition.value)]
}

function namesIn(side: unknown): string[] {
  if (typeof side !== 'object' || side === null || !('fact' in side)) return []
  return typeof side.fact === 'string' && !('params' in side) ? [side.fact] : []
}
