import * as z from 'zod'
import { isIsoDate } from '../../core/days.ts'
import { type Localized, withValues } from '../../core/errors.ts'
import { nearest } from '../../core/names.ts'
import { bare, keysAt, kindOf, longestOf } from '../../core/schemas.ts'
import { EXPECTED_TEXTS } from '../refusals/manifest.ts'
import {
  EXPECTED_BOOLEAN,
  EXPECTED_LIST,
  EXPECTED_HALF_CHARACTER as HALF_CHARACTER,
  EXPECTED_PLAIN_NUMBER as PLAIN_NUMBER,
} from '../words.ts'

/** No key is longer than this, so a longer word is no mistyped key: looking for its neighbour would only cost time. */
const LONGEST_WORD = 24

/** What was expected where `value` was met and `schema` does not allow it; `written` is a number as it stands in the file. */
export function expectedHere(schema: z.core.$ZodType, value: unknown, written?: string): Localized {
  const { must, remedy } = expectedForm(schema)
  if (value === null) {
    return withValues(EXPECTED_TEXTS.mustWhereNoneLeave, { must })
  }
  const long = tooLong(schema, value)
  if (long !== undefined) return long
  if (typeof value === 'string' && !value.isWellFormed()) return HALF_CHARACTER
  const kind = kindOf(schema)
  if (kind === 'date' && typeof value === 'string') return dateHint(value)
  if (kind === 'path' && typeof value === 'string') return pathHint(value)
  if (typeof value === 'number' && (kind === 'text' || kind === 'path')) {
    return withValues(EXPECTED_TEXTS.mustTextPutIn, { written: written ?? value })
  }
  const near = typeof value === 'string' ? neighbour(value, choices(schema)) : undefined
  return withValues(EXPECTED_TEXTS.must, {
    must,
    near: near === undefined ? remedy : withValues(EXPECTED_TEXTS.didYouMeanCorrect, { near }),
  })
}

/** What is said of a text that is longer than its schema takes; undefined where it is not. */
export function tooLong(schema: z.core.$ZodType, value: unknown): Localized | undefined {
  const longest = longestOf(schema)
  if (longest === undefined || typeof value !== 'string' || value.length <= longest) return undefined
  const [found, most] = [value.length, longest]
  return withValues(EXPECTED_TEXTS.charactersAtMostMay, {
    found: { vi: found.toLocaleString('vi'), en: found.toLocaleString('en') },
    most: { vi: most.toLocaleString('vi'), en: most.toLocaleString('en') },
  })
}

/** What is said where a key that must be there is not. */
export function expectedKey(schema: z.core.$ZodType): Localized {
  const { must, remedy } = expectedForm(schema)
  return withValues(EXPECTED_TEXTS.requiredKeyNotGiven, { must, remedy })
}

/** What is said of a key the manifest does not have; `known` are the keys it could have there. */
export function unknownKey(key: string, known: readonly string[]): Localized {
  const near = neighbour(key, known)
  if (near !== undefined) {
    return withValues(EXPECTED_TEXTS.noKeyHereDid, { key, near })
  }
  const list = known.join(', ')
  return withValues(EXPECTED_TEXTS.noSuchKeyHere, { list })
}

function neighbour(word: string, known: readonly string[]): string | undefined {
  return word.length > LONGEST_WORD ? undefined : nearest(word, known)
}

function pathHint(path: string): Localized {
  if (path.includes('\\')) {
    const meant = path.replaceAll('\\', '/')
    return withValues(EXPECTED_TEXTS.pathBackslashesUseFrom, { meant })
  }
  return EXPECTED_TEXTS.pathMustLeadFile
}

/** What may stand at a place: `must` completes "must be …", `remedy` is a sentence of its own. */
interface ExpectedForm {
  must: Localized
  remedy: Localized
}

/** By the `kind` of a primitive; dates and paths have more to say and are told by functions of their own. */
const KINDS: Readonly<Record<string, ExpectedForm>> = {
  date: {
    must: EXPECTED_TEXTS.date,
    remedy: EXPECTED_TEXTS.writeInDoubleQuotes,
  },
  path: {
    must: EXPECTED_TEXTS.pathFileInBundle,
    remedy: EXPECTED_TEXTS.writeFromFolderManifest,
  },
  text: {
    must: EXPECTED_TEXTS.textNotEmpty,
    remedy: EXPECTED_TEXTS.writeindoublequotes2,
  },
  count: { must: EXPECTED_TEXTS.wholeNumber0Or, remedy: PLAIN_NUMBER },
  amount: { must: EXPECTED_TEXTS.number0OrMore, remedy: PLAIN_NUMBER },
  year: { must: EXPECTED_TEXTS.yearFrom20002200, remedy: PLAIN_NUMBER },
  agencyCode: {
    must: EXPECTED_TEXTS.agencyCodeQuyT,
    remedy: EXPECTED_TEXTS.writeLikeH6112,
  },
  provinceCode: {
    must: EXPECTED_TEXTS.provinceCodeQuyT,
    remedy: EXPECTED_TEXTS.writeLikeH61,
  },
}

const BOOLEAN: ExpectedForm = EXPECTED_BOOLEAN
const LIST: ExpectedForm = EXPECTED_LIST
/** What a schema of the manifest wants at its place, in words. */
function expectedForm(schema: z.core.$ZodType): ExpectedForm {
  const kind = KINDS[kindOf(schema) ?? '']
  if (kind !== undefined) return kind
  const inner = bare(schema)
  if (inner instanceof z.ZodEnum) return oneOf(choices(inner))
  if (inner instanceof z.ZodLiteral) return oneOf([...inner.values].map(String))
  if (inner instanceof z.ZodUnion) return anyOf(inner.options.map(expectedForm))
  if (inner instanceof z.ZodBoolean) return BOOLEAN
  return inner instanceof z.ZodArray ? LIST : group(keysAt(inner, []))
}

/** The values one may choose from; none where the schema is no enum. */
function choices(schema: z.core.$ZodType): string[] {
  const inner = bare(schema)
  return inner instanceof z.ZodEnum ? Object.values(inner.enum).map(String) : []
}

function group(keys: readonly string[]): ExpectedForm {
  const list = keys.join(', ')
  return {
    must: withValues(EXPECTED_TEXTS.objectWithKeys, { list }),
    remedy: EXPECTED_TEXTS.putKeysValuesIn,
  }
}

function oneOf(values: readonly string[]): ExpectedForm {
  const list = values.map((value) => `"${value}"`).join(', ')
  if (values.length === 1) {
    return { must: { vi: list, en: list }, remedy: withValues(EXPECTED_TEXTS.writeExactly, { list }) }
  }
  return {
    must: withValues(EXPECTED_TEXTS.one, { list }),
    remedy: EXPECTED_TEXTS.chooseOneThese,
  }
}

function anyOf(forms: readonly ExpectedForm[]): ExpectedForm {
  return {
    must: { vi: forms.map(({ must }) => must.vi).join(', hoặc '), en: forms.map(({ must }) => must.en).join(', or ') },
    remedy: { vi: forms.map(({ remedy }) => remedy.vi).join(' '), en: forms.map(({ remedy }) => remedy.en).join(' ') },
  }
}

const DAY_FIRST = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})$/
const YEAR_FIRST = /^(\d{4})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})$/
const IN_WORDS = /^(?:ngày\s+)?(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})$/iu
const EXAMPLE = '2026-02-28'

/**
 * What to write where a date was expected and `written` was met. Dates as officers write them (05/3/2026, ngày 05 tháng
 * 3 năm 2026) come back in the form of the manifest; one that does not exist comes back as the last day of its month.
 */
export function dateHint(written: string): Localized {
  const [year, month, day] = parts(written.trim())
  if (year === undefined) {
    return withValues(EXPECTED_TEXTS.notDateWriteLike, { example: EXAMPLE })
  }
  if (year < 1900 || year > 2200) {
    return withValues(EXPECTED_TEXTS.yearMustFrom1900, { example: EXAMPLE })
  }
  const meant = iso(year, month, day)
  if (isIsoDate(meant)) return withValues(EXPECTED_TEXTS.dateWrittenOtherwiseHere, { meant })
  const near = [30, 29, 28].map((last) => iso(year, month, last)).find(isIsoDate) ?? EXAMPLE
  return withValues(EXPECTED_TEXTS.noSuchDayWrite, { near })
}

type Parts = [year: number, month: number, day: number] | [undefined, undefined, undefined]

function parts(written: string): Parts {
  const dayFirst = DAY_FIRST.exec(written) ?? IN_WORDS.exec(written)
  if (dayFirst) return [Number(dayFirst[3]), Number(dayFirst[2]), Number(dayFirst[1])]
  const yearFirst = YEAR_FIRST.exec(written)
  if (yearFirst) return [Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3])]
  return [undefined, undefined, undefined]
}

function iso(year: number, month: number, day: number): string {
  return [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')
}
