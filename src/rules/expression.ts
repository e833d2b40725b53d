import * as z from 'zod'
import { addMonths, Clock, type Day, endOfYear, isIsoDate, toDay } from '../core/days.ts'
import { withValues } from '../core/errors.ts'
import { AS_OF, findWord, knownWords, PARAM, type RuleContext, type Words } from './context.ts'
import { type Report, unknownWord } from './problems.ts'
import { EXPRESSION_TEXTS } from './words.ts'

const months = z.union([z.number().int(), z.strictObject({ param: z.string() })])
/** Whether a period stands in the law or is a choice of ours. */
const basisKind = z.enum(['law', 'ours']).optional()
const monthDay = z.string().regex(/^\d{2}-\d{2}$/)

type Months = z.infer<typeof months>

/**
 * A day, said with facts: `{ fact: x, plusMonths: 3, workingDay: true }`, `{ endOfYear: … }`, `{ latestOf: […] }`;
 * `{ day: …, plusMonths: 24 }` counts on from a day that is itself worked out.
 */
export type Expression =
  | { fact: string; plusMonths?: Months; workingDay?: boolean; basisKind?: 'law' | 'ours' }
  | { day: Expression; plusMonths: Months; workingDay?: boolean; basisKind?: 'law' | 'ours' }
  | { date: string }
  | { endOfYear: Expression }
  | { monthDay: string; year: string; plusYears?: number }
  | { latestOf: Expression[] }
  | { earliestOf: Expression[] }

/** The closed schema of {@link Expression}. */
export const expression: z.ZodType<Expression> = z.lazy(() =>
  z.union([
    z.strictObject({
      fact: z.string(),
      plusMonths: months.optional(),
      workingDay: z.literal(true).optional(),
      basisKind,
    }),
    z.strictObject({ day: expression, plusMonths: months, workingDay: z.literal(true).optional(), basisKind }),
    z.strictObject({ date: z.string().refine(isIsoDate) }),
    z.strictObject({ endOfYear: expression }),
    z.strictObject({ monthDay, year: z.string(), plusYears: z.number().int().optional() }),
    z.strictObject({ latestOf: z.array(expression).min(1) }),
    z.strictObject({ earliestOf: z.array(expression).min(1) }),
  ]),
)

/** The day an expression stands for, or undefined when a fact it needs is absent. `asOf` alone comes as the clock. */
export type DayOf = (context: RuleContext) => Day | Clock | undefined

/** Builds an expression once. Unknown words and values that are no days are reported with their place. */
export function buildExpression(source: Expression, words: Words, report: Report, at: (string | number)[]): DayOf {
  if ('date' in source) return always(toDay(source.date))
  if ('endOfYear' in source) return endOf(buildExpression(source.endOfYear, words, report, [...at, 'endOfYear']))
  if ('latestOf' in source) return pick(source.latestOf, Math.max, words, report, [...at, 'latestOf'])
  if ('earliestOf' in source) return pick(source.earliestOf, Math.min, words, report, [...at, 'earliestOf'])
  if ('monthDay' in source) return inYear(source, words, report, at)
  return moved(source, words, report, at)
}

const always = (day: Day) => () => day

function endOf(inner: DayOf): DayOf {
  return (context) => {
    const day = inner(context)
    if (!(day instanceof Clock)) return day === undefined ? undefined : endOfYear(day)
    day.year()
    return endOfYear(day.day)
  }
}

/** Parts that are absent do not count; when all are, so is the day. */
function pick(
  parts: readonly Expression[],
  choose: (...days: number[]) => number,
  words: Words,
  report: Report,
  at: (string | number)[],
): DayOf {
  const built = parts.map((part, index) => buildExpression(part, words, report, [...at, index]))
  return (context) => {
    const days = built.map((one) => one(context)).filter((day) => typeof day === 'number')
    return days.length === 0 ? undefined : choose(...days)
  }
}

function inYear(
  source: Extract<Expression, { monthDay: string }>,
  words: Words,
  report: Report,
  at: (string | number)[],
): DayOf {
  const word = lookUp(source.year, 'number', words, report, [...at, 'year'])
  return (context) => {
    const year = word?.read(context)
    return typeof year === 'number' ? toDay(`${year + (source.plusYears ?? 0)}-${source.monthDay}`) : undefined
  }
}

function moved(
  source: Extract<Expression, { fact: string } | { day: Expression }>,
  words: Words,
  report: Report,
  at: (string | number)[],
): DayOf {
  const start = 'day' in source ? source.day : source
  const from =
    'day' in source ? buildExpression(source.day, words, report, [...at, 'day']) : read(source, words, report, at)
  const { plusMonths: plus = 0, workingDay } = source
  if ('fact' in start && start.fact === AS_OF && plus !== 0) report(at, EXPRESSION_TEXTS.monthsCannotAddedAsof)
  if (typeof plus !== 'number') lookUp(PARAM + plus.param, 'number', words, report, [...at, 'plusMonths', 'param'])
  return (context) => {
    const day = from(context)
    if (typeof day !== 'number') return day
    const count = typeof plus === 'number' ? plus : context.params[plus.param]
    const later = typeof count === 'number' && count !== 0 ? addMonths(day, count) : day
    return workingDay ? nextWorkingDay(later, context, words) : later
  }
}

function read({ fact }: { fact: string }, words: Words, report: Report, at: (string | number)[]): DayOf {
  const word = lookUp(fact, 'day', words, report, [...at, 'fact'])
  return (context) => {
    const day = word?.read(context)
    return typeof day === 'number' || day instanceof Clock ? day : undefined
  }
}

/** A last day on a day off moves to the next working day (Bộ luật Dân sự 2015, Điều 148 khoản 5). */
function nextWorkingDay(day: Day, context: RuleContext, words: Words): Day {
  let next = day
  while (words.vocabulary.isDayOff(context.scope, next)) next++
  return next
}

function lookUp(name: string, type: 'day' | 'number', words: Words, report: Report, at: (string | number)[]) {
  const word = findWord(name, words)
  if (!word) report(at, unknownWord(EXPRESSION_TEXTS.fact, name, knownWords(words)))
  else if (word.type !== type)
    report(at, withValues(EXPRESSION_TEXTS.factTypeNeededHere, { name, type: word.type, type2: type }))
  return word
}
