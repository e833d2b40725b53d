import type { Language } from '../base/localized.ts'
import type { Exception, UncountedException } from '../rules/exceptions.ts'
import type { Verdict } from '../verdict/verdict.ts'
import { showDate } from './values.ts'
import { EXCEPTION_WORDS } from './words/exceptions.ts'

/** The exceptions that count in a verdict, as the authority keeps them. */
export function appliedExceptions({ exceptions }: Verdict): readonly Exception[] {
  return exceptions.applied as Exception[]
}

/** The exceptions that do not count, and why. */
export function uncountedExceptions({ exceptions }: Verdict): readonly UncountedException[] {
  return exceptions.lapsed as UncountedException[]
}

/** An exception in a line: the reason and its note, who approved it, its last day. */
export function exceptionText({ reason, note, approver, lastDay }: Exception, lang: Language): string {
  const why = note === undefined ? EXCEPTION_WORDS[reason][lang] : `${EXCEPTION_WORDS[reason][lang]} (${note})`
  return lang === 'vi'
    ? `${why}; ${approver} chấp thuận, đến hết ngày ${showDate(lastDay, lang)}`
    : `${why}; approved by ${approver}, through ${showDate(lastDay, lang)}`
}
