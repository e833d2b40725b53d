import type { Language, Localized } from '../core/errors.ts'
import type { EXCEPTION_REASONS, Exception, UncountedException } from '../rules/exceptions.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import type { Verdict } from '../verdict/verdict.ts'
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

/** Words around exceptions. */
export const EXCEPTION_LABELS = {
  without: {
    vi: 'Nếu không tính ngoại lệ: {status}; điểm {score}.',
    en: 'Without exceptions: {status}; score {score}.',
  },
  title: { vi: 'Ngoại lệ do cơ quan có thẩm quyền chấp thuận', en: 'Exceptions the authority has granted' },
  counted: { vi: 'Được tính', en: 'Counted' },
  uncounted: { vi: 'Không được tính', en: 'Not counted' },
  wrongKeys: { vi: 'mục cần sửa: {keys}', en: 'to be corrected: {keys}' },
} as const satisfies Record<string, Localized>

/** What an authority gives as the reason of an exception. */
const EXCEPTION_WORDS: Record<(typeof EXCEPTION_REASONS)[number], Localized> = {
  reorganisation: { vi: 'Sắp xếp lại tổ chức', en: 'Reorganisation' },
  disaster: { vi: 'Thiên tai, dịch bệnh, sự cố', en: 'Disaster, epidemic or emergency' },
  'awaiting-guidance': { vi: 'Chờ hướng dẫn của cấp có thẩm quyền', en: 'Awaiting guidance' },
  'legal-conflict': { vi: 'Quy định pháp luật chưa thống nhất', en: 'Provisions in conflict' },
  'evidence-kept-elsewhere': { vi: 'Bằng chứng lưu tại nơi khác', en: 'Evidence kept elsewhere' },
  'appeal-pending': { vi: 'Đang giải quyết kiến nghị', en: 'An appeal is pending' },
}

/** Why an exception does not count. */
const UNCOUNTED_WORDS: Record<UncountedException['why'], Localized> = {
  lapsed: { vi: 'Đã hết hạn hoặc không áp dụng cho cơ quan này', en: 'Lapsed, or not about this agency' },
  malformed: { vi: 'Ghi chưa đúng', en: 'Not written as it must be' },
}
