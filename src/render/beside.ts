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

/** What is told beside the score: the reading that goes on, notices, and the papers that say nothing of what was looked for. */
export function besideTexts(verdict: Verdict, ruleSet: RuleSet, renderer: Renderer): string[] {
  const { lang } = renderer
  const { evidence, notices, provisional } = verdict
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

/** What stands before the facts that were the authority's. */
export const TOLD_LABEL: Localized = {
  vi: 'Theo thông tin của cơ quan có thẩm quyền',
  en: "By the authority's own information",
}

/** What the authority may tell, by its pointer. */
const TOLD_WORDS: Readonly<Record<string, Localized>> = {
  '/catalogue': { vi: 'danh mục thủ tục hành chính', en: 'the catalogue of procedures' },
  '/onSiteInspection': { vi: 'kiểm tra tại trụ sở', en: 'the on-site inspection' },
  '/earlierFindings': { vi: 'nội dung của kỳ kiểm tra trước', en: 'findings of earlier inspections' },
  '/statusReport/receivedOn': { vi: 'ngày nhận báo cáo', en: 'the day the report came' },
  '/noticeReceivedOn': { vi: 'việc nhận văn bản thông báo công bố', en: 'whether the notice of the declaration came' },
  '/papersSeen': { vi: 'tài liệu đã được xem trực tiếp', en: 'papers that a person saw' },
  '/decisions': { vi: 'kết luận của người có thẩm quyền', en: 'what a person decided' },
  '/agency/establishedOn': { vi: 'ngày thành lập cơ quan', en: 'the day the agency was established' },
  '/agency/formerNames': { vi: 'tên cũ của cơ quan', en: 'former names of the agency' },
  '/scopeEvents': { vi: 'sắp xếp, đổi tên cơ quan', en: 'mergers and renamings' },
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
  ownCatalogue: {
    vi: 'Danh mục do cơ quan tự kê khai: {procedures} thủ tục hành chính, trong đó {internal} thủ tục ghi là nội bộ; chưa đối chiếu với danh mục của cơ quan có thẩm quyền.',
    en: "The list is the agency's own: {procedures} procedures, {internal} of them marked internal; it was not compared with the authority's list.",
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
