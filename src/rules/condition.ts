import { type Engine, Operator, OperatorDecorator } from 'json-rules-engine'
import * as z from 'zod'
import { Clock, type Day, yearOf } from '../core/days.ts'
import { withValues } from '../core/errors.ts'
import { findWord, knownWords, PARAM, type RuleContext, type Words } from './context.ts'
import { buildExpression, type Expression, expression } from './expression.ts'
import { type Report, unknownWord } from './problems.ts'
import type { FactType, FactValue } from './vocabulary.ts'
import { CONDITION_TEXTS } from './words.ts'

const literal = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])
const param = z.strictObject({ param: z.string() })

/**
 * Where a condition or a period rests: on the words of the law, or on a choice of ours. What fails by a choice of ours alone
 * is a recommendation in letters and reports, never a breach of the law.
 */
export type BasisKind = 'law' | 'ours'

/** One comparison, in json-rules-engine's form; `value` may also be a day expression or a parameter. */
export interface Leaf {
  fact: string
  operator: string
  value: string | number | boolean | string[] | { param: string } | Expression
  name?: string
  basisKind?: BasisKind
}

/**
 * A json-rules-engine condition tree. A `name` marks a part whose failing has a message of its own; `basisKind` says whether
 * a part and what stands below it rests on the law or on a choice of ours.
 */
export type Condition =
  | { all: Condition[]; name?: string; basisKind?: BasisKind }
  | { any: Condition[]; name?: string; basisKind?: BasisKind }
  | { not: Condition; name?: string; basisKind?: BasisKind }
  | Leaf

const name = z
  .string()
  .regex(/^[a-z][A-Za-z]*$/)
  .optional()

const basisKind = z.enum(['law', 'ours']).optional()

/** The closed schema of {@link Condition}. `path` and `params` of json-rules-engine are not in it: `path` runs code. */
export const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(condition).min(1), name, basisKind }),
    z.strictObject({ any: z.array(condition).min(1), name, basisKind }),
    z.strictObject({ not: condition, name, basisKind }),
    z.strictObject({
      fact: z.string(),
      operator: z.string(),
      value: z.union([literal, param, expression]),
      name,
      basisKind,
    }),
  ]),
)

/** True, false, or unknown because something it needs is absent (Kleene's three values). */
type Truth = boolean | undefined

/** What judging a tree brought to light beside its truth. */
export interface Trace {
  /** Named parts that are false, in the order of the file. */
  unmet: string[]
  /** Facts that were asked for and are absent. */
  absent: string[]
}

/** A tree built for judging one item of a list at once. Parts after the deciding one are still judged, so that every unmet part can be told. */
export type Test = (context: RuleContext, trace: Trace) => Truth

/** Builds a tree once; what is wrong in it is reported with its place. */
export function buildCondition(tree: Condition, words: Words, report: Report, at: (string | number)[]): Test {
  const test = buildBare(tree, words, report, at)
  const label = tree.name
  if (label === undefined && 'fact' in tree) return test
  return (context, trace) => {
    const [unmet, absent] = [trace.unmet.length, trace.absent.length]
    const truth = test(context, trace)
    // What a part says of itself counts only while it decides: not below an `any` that another part has met.
    if (truth === true) trace.unmet.length = unmet
    if (truth !== undefined) trace.absent.length = absent
    if (truth === false && label !== undefined) trace.unmet.push(label)
    return truth
  }
}

function buildBare(tree: Condition, words: Words, report: Report, at: (string | number)[]): Test {
  if ('not' in tree) {
    if (isNamed(tree.not)) report([...at, 'not'], CONDITION_TEXTS.partInsideNotCannot)
    const inner = buildCondition(tree.not, words, report, [...at, 'not'])
    return (context, trace) => {
      const truth = inner(context, trace)
      return truth === undefined ? undefined : !truth
    }
  }
  if (!('all' in tree) && !('any' in tree)) return buildLeaf(tree, words, report, at)
  const key = 'all' in tree ? 'all' : 'any'
  const parts = 'all' in tree ? tree.all : tree.any
  const built = parts.map((part, index) => buildCondition(part, words, report, [...at, key, index]))
  return (context, trace) => combine(built, key === 'any', context, trace)
}

function isNamed(tree: Condition): boolean {
  if (tree.name !== undefined) return true
  if ('not' in tree) return isNamed(tree.not)
  if ('all' in tree) return tree.all.some(isNamed)
  return 'any' in tree && tree.any.some(isNamed)
}

/** `all` is false as soon as one part is; `any` true as soon as one is; otherwise unknown when any part is unknown. */
function combine(parts: readonly Test[], decides: boolean, context: RuleContext, trace: Trace): Truth {
  let truth: Truth = !decides
  for (const part of parts) {
    const one = part(context, trace)
    if (one === decides) truth = decides
    else if (one === undefined && truth !== decides) truth = undefined
  }
  return truth
}

function buildLeaf(leaf: Leaf, words: Words, report: Report, at: (string | number)[]): Test {
  const word = findWord(leaf.fact, words)
  if (!word) {
    report([...at, 'fact'], unknownWord(CONDITION_TEXTS.fact, leaf.fact, knownWords(words)))
    return () => undefined
  }
  if (leaf.operator === PRESENT) return (context) => (word.read(context) !== undefined) === leaf.value
  const definition = OPERATORS.get(leaf.operator)
  if (!definition) {
    const known = [...OPERATORS.keys(), PRESENT]
    report([...at, 'operator'], unknownWord(CONDITION_TEXTS.operator, leaf.operator, known))
    return () => undefined
  }
  if (!definition.left.includes(word.type))
    report(
      [...at, 'operator'],
      withValues(CONDITION_TEXTS.operatorNotForFact, { operator: leaf.operator, fact: leaf.fact, type: word.type }),
    )
  const right = buildValue(leaf, definition, word.type, words, report, [...at, 'value'])
  const { operator } = definition as unknown as { operator: { evaluate(a: unknown, b: unknown): boolean } }
  return (context, trace) => {
    const a = word.read(context)
    const b = right(context)
    if (a === undefined) trace.absent.push(leaf.fact)
    return a === undefined || b === undefined ? undefined : operator.evaluate(a, b)
  }
}

type Value = FactValue | Clock

function buildValue(
  leaf: Leaf,
  definition: OperatorDefinition,
  leftType: string,
  words: Words,
  report: Report,
  at: (string | number)[],
): (context: RuleContext) => Value {
  const { value } = leaf
  const wanted = definition.right === 'same' ? leftType : definition.right
  if (typeof value === 'object' && !Array.isArray(value)) {
    const source = 'param' in value ? PARAM + value.param : 'fact' in value ? value.fact : undefined
    if (wanted === 'day' && !('param' in value)) return buildExpression(value, words, report, at)
    const other = source === undefined ? undefined : findWord(source, words)
    if (other && other.type === (wanted === 'textList' ? 'texts' : wanted)) return (context) => other.read(context)
  } else if (wanted === (Array.isArray(value) ? 'textList' : LITERALS[typeof value])) return () => value
  report(at, withValues(CONDITION_TEXTS.operatorOnNeedsValue, { operator: leaf.operator, fact: leaf.fact, wanted }))
  return () => undefined
}

const LITERALS: Record<string, string> = { string: 'text', number: 'number', boolean: 'flag' }

/** The day of judgement stands in a comparison as the clock itself, so that the comparison is noted. */
type DayLike = Day | Clock

function isBefore(a: DayLike, b: DayLike): boolean {
  if (a instanceof Clock) return b instanceof Clock ? false : !a.reached(b)
  return b instanceof Clock ? b.passed(a) : a < b
}

const year = (day: DayLike) => (day instanceof Clock ? day.year() : yearOf(day))

/** An operator of the closed set: which kinds of fact it is for, and what may stand on its right. */
export interface OperatorDefinition {
  operator: Operator
  left: readonly FactType[]
  right: 'day' | 'number' | 'text' | 'textList' | 'same'
}

function define<A, B>(
  name: string,
  left: readonly FactType[],
  right: OperatorDefinition['right'],
  test: (a: A, b: B) => boolean,
): OperatorDefinition {
  return { operator: new Operator<A, B>(name, test) as unknown as Operator, left, right }
}

const all = [
  define('before', ['day'], 'day', isBefore),
  define('onOrBefore', ['day'], 'day', (a: DayLike, b: DayLike) => !isBefore(b, a)),
  define('after', ['day'], 'day', (a: DayLike, b: DayLike) => isBefore(b, a)),
  define('onOrAfter', ['day'], 'day', (a: DayLike, b: DayLike) => !isBefore(a, b)),
  define('inSameYearAs', ['day'], 'day', (a: DayLike, b: DayLike) => year(a) === year(b)),
  define('inYearBefore', ['day'], 'day', (a: DayLike, b: DayLike) => year(a) === year(b) - 1),
  define('equal', ['number', 'text', 'flag'], 'same', (a: unknown, b: unknown) => a === b),
  define('notEqual', ['number', 'text', 'flag'], 'same', (a: unknown, b: unknown) => a !== b),
  define('lessThan', ['number'], 'number', (a: number, b: number) => a < b),
  define('lessThanInclusive', ['number'], 'number', (a: number, b: number) => a <= b),
  define('greaterThan', ['number'], 'number', (a: number, b: number) => a > b),
  define('greaterThanInclusive', ['number'], 'number', (a: number, b: number) => a >= b),
  define('in', ['text'], 'textList', (a: string, b: readonly string[]) => b.includes(a)),
  define('notIn', ['text'], 'textList', (a: string, b: readonly string[]) => !b.includes(a)),
  define('startsWith', ['text'], 'text', (a: string, b: string) => a.startsWith(b)),
  define('contains', ['texts'], 'text', (a: readonly string[], b: string) => a.includes(b)),
  define('containsAll', ['texts'], 'textList', (a: readonly string[], b: readonly string[]) =>
    b.every((one) => a.includes(one)),
  ),
]

/**
 * The closed set of comparisons a rule may make, over json-rules-engine's own. Neither side is ever absent: an absent
 * value makes the comparison unknown before an operator is asked. `present` is the one question about absence itself.
 */
export const OPERATORS: ReadonlyMap<string, OperatorDefinition> = new Map(all.map((one) => [one.operator.name, one]))

/** Asks whether a value is there at all. */
export const PRESENT = 'present'

const present = new Operator<unknown, boolean>(PRESENT, (value, wanted) => (value !== undefined) === wanted)
const surely = new OperatorDecorator('surely', (a, b, next) => a !== undefined && b !== undefined && next(a, b))
const possibly = new OperatorDecorator('possibly', (a, b, next) => a === undefined || b === undefined || next(a, b))

/**
 * Teaches an engine the language of the rules: the closed set of comparisons, `present`, and what a comparison comes to
 * where a side is absent: `surely:before` is false then, `possibly:before` true. The engine's own `not:` goes between.
 */
export function addOperators(engine: Engine): void {
  for (const { operator } of OPERATORS.values()) engine.addOperator(operator)
  engine.addOperator(present as Operator)
  engine.addOperatorDecorator(surely)
  engine.addOperatorDecorator(possibly)
}
