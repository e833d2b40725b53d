import type { Language, Localized } from '../core/errors.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import { confirmedShare } from '../verdict/evidence.ts'
import type { Backing, Verdict, VerdictNotice } from '../verdict/verdict.ts'
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
  return [
    ...(provisional ? [`${REPORT_WORDS.provisional[lang]}.`] : []),
    ...notices.map((notice) => noticeText(notice, verdict, ruleSet, renderer)),
    ...(silent.length === 0 ? [] : [`${REPORT_WORDS.unconfirmed[lang]}: ${silent.join('; ')}.`]),
  ]
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

/** What is told beside the score and changes none of it, by the id of the notice. */
const NOTICE_WORDS: Readonly<Record<string, Localized>> = {
  gradeHeldByEvidence: {
    vi: 'Theo điểm thì xếp loại là {grade}, nhưng mới có {backed}% nội dung có tài liệu chứng minh; mức này cần từ {needed}%.',
    en: 'By its points the grade would be {grade}, but papers back only {backed}% of the points; it takes {needed}%.',
  },
  gradeHeldUnread: {
    vi: 'Theo điểm thì xếp loại là {grade}, nhưng chưa đọc được tài liệu của: {rules}. Nộp bản có lớp chữ (bản gốc điện tử thay cho bản quét) để được xét mức này.',
    en: 'By its points the grade would be {grade}, but the papers of these could not be read: {rules}. Hand in copies whose text can be read (the electronic original instead of a scan).',
  },
  fileUsedTooOften: {
    vi: 'Tệp {file} được nêu cho {acts} việc khác nhau ({paths} đường dẫn có cùng nội dung) nhưng chỉ đủ cho {pages} việc theo số trang; tệp này không được tính là tài liệu chứng minh cho việc nào.',
    en: 'The file {file} is named for {acts} different acts (at {paths} path(s) with the same content) and has pages for {pages}; it counts as a paper for none of them.',
  },
  agencyCodeOfOtherProvince: {
    vi: 'Mã cơ quan {code} không bắt đầu bằng mã tỉnh, thành phố {province}; đề nghị đối chiếu theo Quyết định số 20/2020/QĐ-TTg.',
    en: 'The agency code {code} does not begin with the code of its province, {province}; compare it with Decision 20/2020/QĐ-TTg.',
  },
  agencyCodeOfMergedProvince: {
    vi: 'Mã cơ quan {code} mang mã của {was}, từ ngày 01/7/2025 là một phần của {partOf}; đề nghị đối chiếu mã đang dùng.',
    en: 'The agency code {code} bears the code of {was}, a part of {partOf} since 1 July 2025; check which code is in use.',
  },
  processesSampled: {
    vi: 'Hồ sơ có {total} quy trình; chỉ xét tệp của {sample} quy trình được chọn theo cách tính cố định: {codes}.',
    en: 'There are {total} processes; the files of a fixed sample of {sample} are looked at: {codes}.',
  },
}
