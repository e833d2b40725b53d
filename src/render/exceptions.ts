import type { Language } from '../core/errors.ts'
import type { Exception, UncountedException } from '../rules/exceptions.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import type { Verdict } from '../verdict/verdict.ts'
import { EXCEPTION_LABELS, EXCEPTION_WORDS, UNCOUNTED_WORDS } from './format-words.ts'
import { scoreText, standingText } from './head.ts'
import { fill, type Renderer } from './renderer.ts'
import { showDate } from './values.ts'

/** The exceptions that count in a verdict, as the authority keeps them. */
export function appliedExceptions({ exceptions }: Verdict): readonly Exception[] {
  return exceptions.applied as Exception[]
}

/** An exception in a line: the reason and its note, who approved it, its last day. */
export function exceptionText({ reason, note, approver, lastDay }: Exception, lang: Language): string {
  const why = note === undefined ? EXCEPTION_WORDS[reason][lang] : `${EXCEPTION_WORDS[reason][lang]} (${note})`
  return lang === 'vi'
    ? `${why}; ${approver} chấp thuận, đến hết ngày ${showDate(lastDay, lang)}`
    : `${why}; approved by ${approver}, through ${showDate(lastDay, lang)}`
}

/** Exceptions by rule title: those that count, and those that do not with the reason. */
export function exceptionLines(verdict: Verdict, renderer: Renderer): { counted: string[]; uncounted: string[] } {
  const told = (one: Exception) => `${renderer.title(one.rule)}: ${exceptionText(one, renderer.lang)}`
  const uncounted = ({ entry, why, keys = [] }: UncountedException) => {
    const reason = UNCOUNTED_WORDS[why][renderer.lang]
    if (why === 'lapsed') return `${told(entry as Exception)}. ${reason}.`
    const { rule } = entry as { rule?: unknown }
    const title = typeof rule === 'string' ? renderer.title(rule) : JSON.stringify(entry)
    return `${title}. ${reason}; ${fill(EXCEPTION_LABELS.wrongKeys[renderer.lang], { keys }, renderer.lang)}.`
  }
  return {
    counted: appliedExceptions(verdict).map(told),
    uncounted: (verdict.exceptions.lapsed as UncountedException[]).map(uncounted),
  }
}

/** How the agency stands without any exception; null where none counts. */
export function withoutExceptions(verdict: Verdict, ruleSet: RuleSet, lang: Language): string | null {
  const { without } = verdict.exceptions
  if (without === null) return null
  const values = { status: standingText(without, verdict, ruleSet, lang), score: scoreText(without.score, lang) }
  return fill(EXCEPTION_LABELS.without[lang], values, lang)
}
