import { type Engine, Operator, OperatorDecorator } from 'json-rules-engine'
import { Clock } from '../base/clock.ts'
import { type Day, yearOf } from '../base/day.ts'
import type { FactType } from './vocabulary.ts'

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
