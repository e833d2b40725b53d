import { type ParseArgsConfig, parseArgs } from 'node:util'
import { isIsoDate } from '../core/days.ts'
import { InputError, LANGUAGES, type Language, type Localized, withValues } from '../core/errors.ts'
import { nearest } from '../core/names.ts'
import { withoutEnd } from '../core/texts.ts'
import { CLOCK_TEXTS, OPTIONS_TEXTS, SERVE_OPTIONS_TEXTS } from './words.ts'

type Options = NonNullable<ParseArgsConfig['options']>

/**
 * Arguments of a command, strictly: an unknown option names the nearest one, an option without its value is told.
 * @throws InputError in both languages
 */
export function readArguments<T extends Options>(args: string[], options: T) {
  const given = parseArgs({ args, options, strict: false, allowPositionals: true, tokens: true }).tokens
  const seen = new Set<string>()
  for (const token of given) {
    if (token.kind !== 'option') continue
    if (seen.has(token.name) && options[token.name]?.multiple !== true) throw twice(token.rawName)
    seen.add(token.name)
    if (!Object.hasOwn(options, token.name)) throw unknownOption(token.rawName, Object.keys(options))
    // Of `--as-of --lang en` it is not `--lang` that is the day.
    const valueless = token.value === undefined || (!token.inlineValue && token.value.startsWith('-'))
    if (options[token.name]?.type === 'string' && valueless) throw withoutValue(token.rawName)
  }
  try {
    return parseArgs({ args, options, strict: true, allowPositionals: true })
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause)
    throw new InputError(withValues(OPTIONS_TEXTS.wrongArgumentSeeQms, { said }), { cause })
  }
}

function twice(name: string): InputError {
  return new InputError(withValues(OPTIONS_TEXTS.optionGivenTwiceGive, { name }))
}

function withoutValue(name: string): InputError {
  return new InputError(withValues(OPTIONS_TEXTS.optionNeedsValueSee, { name }))
}

function unknownOption(name: string, known: string[]): InputError {
  const near = nearest(name.replace(/^-+/, ''), known)
  return new InputError(
    withValues(OPTIONS_TEXTS.noOptionSeeQms, { name, near: near ? withValues(OPTIONS_TEXTS.nearest, { near }) : '' }),
  )
}

/**
 * One of a fixed list of words.
 * @throws InputError listing them
 */
export function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value)
  if (found !== undefined) return found
  throw new InputError(withValues(OPTIONS_TEXTS.useOne, { option, value, allowed: allowed.join(', ') }))
}

/**
 * A date that exists.
 * @throws InputError saying how to write it
 */
export function dateArgument(option: string, value: string): string {
  if (isIsoDate(value)) return value
  throw new InputError(withValues(OPTIONS_TEXTS.notDateExistsWrite, { option, value }))
}

/** The language asked for among raw arguments, before they are checked: errors are told in it too. */
export function languageOf(args: readonly string[]): Language {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='))
  const value = at < 0 ? undefined : (args[at]?.split('=')[1] ?? args[at + 1])
  return LANGUAGES.find((lang) => lang === value) ?? 'vi'
}

/** What may be given as `--flag` or by a variable of the environment, which a flag overrides. */
export interface Given {
  values: Readonly<Record<string, unknown>>
  environment: NodeJS.ProcessEnv
}

/** What was given; undefined when it was not, or is empty. */
export function flagOrVariable(flag: string, variable: string, { values, environment }: Given): string | undefined {
  const value = values[flag] ?? environment[variable]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/**
 * What must be given because something else was.
 * @param because the other setting, as it was given
 * @throws InputError naming both ways to give it
 */
export function required(flag: string, variable: string, given: Given, because: string): string {
  const value = flagOrVariable(flag, variable, given)
  if (value !== undefined) return value
  throw new InputError(withValues(OPTIONS_TEXTS.withOrEnvironmentVariable, { because, flag, variable }))
}

/**
 * An address on the web.
 * @throws InputError when it is none
 */
export function webAddress(name: string, value: string): string {
  if (/^https?:\/\//.test(value) && URL.canParse(value)) return withoutEnd(value, '/')
  throw new InputError(withValues(OPTIONS_TEXTS.noHttpOrHttps, { name, value }))
}

/**
 * A whole number within bounds, both inclusive.
 * @throws InputError saying what was found and what is possible
 */
export function wholeNumber(option: string, value: string, min: number, max: number): number {
  const number = Number(value)
  if (/^\d+$/.test(value) && number >= min && number <= max) return number
  throw new InputError(withValues(OPTIONS_TEXTS.wholeNumberFromNeeded, { option, value, min, max }))
}

/** What the command line ends with. */
export const EXIT = {
  /** Judged, and not caught by `--fail-on`. */
  ok: 0,
  /** Judged, and caught by `--fail-on`. */
  caught: 1,
  /** Not judged: a refused bundle, bad arguments, broken rules. */
  notJudged: 2,
  /** A fault of ours. */
  fault: 3,
} as const

/** Variable of the environment by which tests set the clock of a process. */
const NOW_VARIABLE = 'QMS_VERDICT_NOW'

/** The clock of a process; nothing else in it reads the time of day. */
export interface ProcessClock {
  now: () => Date
  /** To be said at start when the clock is not the machine's. */
  warning?: Localized
}

/**
 * The machine's clock, or, for tests, one that starts at the instant in `QMS_VERDICT_NOW` and runs on from there.
 * @throws InputError when the variable holds no instant
 */
export function processClock(environment: NodeJS.ProcessEnv): ProcessClock {
  const set = environment[NOW_VARIABLE]
  if (set === undefined || set === '') return { now: () => new Date() }
  const start = Date.parse(set)
  if (Number.isNaN(start) || !/(Z|[+-]\d{2}:\d{2})$/.test(set)) throw noInstant(set)
  return {
    now: () => new Date(start + performance.now()),
    warning: withValues(CLOCK_TEXTS.warningClockServiceSet, { nowVariable: NOW_VARIABLE, set }),
  }
}

const noInstant = (set: string) =>
  new InputError(withValues(CLOCK_TEXTS.environmentVariableNoInstant, { nowVariable: NOW_VARIABLE, set }))

/**
 * A day that every year has.
 * @throws InputError when it is none
 */
export function yearDay(option: string, value: string): string {
  const COMMON_YEAR = '2027'
  if (isIsoDate(`${COMMON_YEAR}-${value}`)) return value
  throw new InputError(withValues(SERVE_OPTIONS_TEXTS.notDayEveryYear, { option, value }))
}
