import type { Language } from '../core/errors.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import { confirmedShare } from '../verdict/evidence.ts'
import type { Backing, Verdict, VerdictNotice } from '../verdict/verdict.ts'
import { NOTICE_WORDS, TOLD_LABEL, TOLD_WORDS } from './format-words.ts'
import { gradeLabel, gradesOf } from './head.ts'
import { fill, type Renderer } from './renderer.ts'
import { REPORT_WORDS } from './words.ts'

/**
 * What the score rests on, as it stands next to it: `62,5% nội dung có tài liệu chứng minh; 31% được đối chiếu`. Null
 * where no rule in the score asks for a paper.
 */
export function backedText(evidence: Backing | null, lang: Language): string | null {
  if (evidence?.backed == null) return null
  const confirmed = confirmedShare(evidence) ?? 0
  return fill(REPORT_WORDS.backed[lang], { backed: evidence.backed, confirmed }, lang)
}

/** What is recommended and changes nothing of the score: ours to advise, never a failing. */
export function recommendedTexts(verdict: Verdict, ruleSet: RuleSet, renderer: Renderer): string[] {
  const own = verdict.notices.filter(({ kind }) => kind === 'recommendation')
  return own.map((notice) => noticeText(notice, verdict, ruleSet, renderer))
}

/** What is told beside the score: the reading that goes on, notices, and the papers that say nothing of what was looked for. */
export function besideTexts(verdict: Verdict, ruleSet: RuleSet, renderer: Renderer): string[] {
  const { lang } = renderer
  const { evidence, provisional } = verdict
  const notices = verdict.notices.filter(({ kind }) => kind === 'notice')
  const silent = (evidence?.unconfirmed ?? []).map((rule) => renderer.title(rule))
  const told = toldByAuthority(verdict, lang)
  return [
    ...(provisional ? [`${REPORT_WORDS.provisional[lang]}.`] : []),
    ...(told === null ? [] : [`${TOLD_LABEL[lang]}: ${told}.`]),
    ...notices.map((notice) => noticeText(notice, verdict, ruleSet, renderer)),
    ...(silent.length === 0 ? [] : [`${REPORT_WORDS.unconfirmed[lang]}: ${silent.join('; ')}.`]),
  ]
}

/** Which facts were the authority's own, as they stand in every format; null where none was. */
export function toldByAuthority({ catalogue, records: { used } }: Verdict, lang: Language): string | null {
  const parts = new Set(used.map((pointer) => /^\/[^/]+(?=\/\d|$)|^\/.*$/.exec(pointer)?.[0] ?? pointer))
  const own = catalogue.source === 'authority' ? ['/catalogue', ...parts] : [...parts]
  const words = own.flatMap((pointer) => TOLD_WORDS[pointer]?.[lang] ?? [])
  return words.length === 0 ? null : [...new Set(words)].join('; ')
}

function noticeText(
  { id, values, rule }: VerdictNotice,
  verdict: Verdict,
  ruleSet: RuleSet,
  renderer: Renderer,
): string {
  const { lang } = renderer
  const { grade, rules } = values
  const shown: Record<string, unknown> = {
    ...values,
    ...(typeof grade === 'string' && { grade: gradeLabel(grade, gradesOf(verdict, ruleSet), lang) }),
    ...(Array.isArray(rules) && { rules: rules.map((one: string) => renderer.title(one)).join('; ') }),
  }
  if (rule === undefined) return fill(NOTICE_WORDS[id]?.[lang] ?? id, shown, lang)
  return `${renderer.title(rule)}: ${renderer.message(rule, id, shown) ?? id}`
}
