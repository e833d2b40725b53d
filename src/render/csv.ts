import type { Language, Localized } from '../core/errors.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import { confirmedShare } from '../verdict/evidence.ts'
import type { Finding, Verdict } from '../verdict/verdict.ts'
import { toldByAuthority } from './beside.ts'
import { appliedExceptions, exceptionText } from './exceptions.ts'
import { printable } from './markup.ts'
import { evidenceText, type FormatOptions, Renderer, remedyText } from './renderer.ts'
import { showNumber } from './values.ts'
import { ASSURANCE_WORDS, OUTCOME_WORDS, SEVERITY_WORDS } from './words.ts'

type Row = Record<keyof typeof COLUMNS, string | number | undefined>

/** So that Excel reads the text as UTF-8. */
const BYTE_ORDER_MARK = '\ufeff'

/**
 * The findings as a table, one row each in rule-set order, for a spreadsheet (RFC 4180: commas, all cells quoted, CRLF).
 * Dates stay `YYYY-MM-DD`, which every spreadsheet reads; shares are percents with the language's decimal mark.
 */
export function verdictCsv(verdict: Verdict, { ruleSet, lang }: FormatOptions): string {
  const renderer = new Renderer(ruleSet, lang)
  const names = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]
  const rows = verdict.findings.map((finding) => rowOf(finding, verdict, ruleSet, renderer))
  const lines = [names.map((name) => COLUMNS[name][lang]), ...rows.map((row) => names.map((name) => row[name]))]
  return BYTE_ORDER_MARK + lines.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')
}

function rowOf(finding: Finding, verdict: Verdict, ruleSet: RuleSet, renderer: Renderer): Row {
  const { lang } = renderer
  const { rule, group, outcome, severity, weight, credit, items, holdsUntil, dueOn } = finding
  const confirmed = verdict.evidence && confirmedShare(verdict.evidence)
  const exception = appliedExceptions(verdict).find((one) => one.rule === rule)
  return {
    code: verdict.agency.code,
    agency: verdict.agency.name,
    asOf: verdict.asOf,
    group: ruleSet.groups.find((one) => one.id === group)?.title[lang] ?? group,
    rule,
    title: renderer.title(rule),
    outcome: OUTCOME_WORDS[outcome].label[lang],
    outcomeId: outcome,
    severity: SEVERITY_WORDS[severity][lang],
    weight,
    low: percent(credit?.low, lang),
    high: percent(credit?.high, lang),
    found: renderer.sentences(finding).join(' '),
    total: items?.total,
    passed: items?.passed,
    failed: items?.failed,
    missing: items?.missing,
    needsReview: items?.needsReview,
    notYetDue: items?.notYetDue,
    holdsUntil,
    dueOn,
    evidence: evidenceText(finding, lang),
    remedy: remedyText(finding, renderer),
    basis: renderer.basis(rule).join('; '),
    exception: exception && exceptionText(exception, lang),
    assurance: finding.assurance === null ? undefined : ASSURANCE_WORDS[finding.assurance][lang],
    assuranceId: finding.assurance ?? undefined,
    score: verdict.score === null ? undefined : showNumber(verdict.score.low, lang),
    authority: toldByAuthority(verdict, lang) ?? undefined,
    backed: verdict.evidence?.backed == null ? undefined : showNumber(verdict.evidence.backed, lang),
    confirmed: confirmed === null ? undefined : showNumber(confirmed, lang),
  }
}

/** Rounded down, like every figure of a verdict. */
function percent(share: number | undefined, lang: Language): string | undefined {
  return share === undefined ? undefined : showNumber(Math.floor(share * 1000) / 10, lang)
}

/** What a spreadsheet takes for a formula, also behind spaces and in full width. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\n]/

/** A quoted cell; one that could be taken for a formula gets an apostrophe before it. */
function cell(value: string | number | undefined): string {
  const text = printable(String(value ?? ''))
  return `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
}

/** Headings of the columns, in their order. New columns are added at the end. */
const COLUMNS = {
  code: { vi: 'Mã cơ quan', en: 'Agency code' },
  agency: { vi: 'Tên cơ quan', en: 'Agency' },
  asOf: { vi: 'Ngày đánh giá', en: 'As of' },
  group: { vi: 'Nhóm', en: 'Group' },
  rule: { vi: 'Mã quy tắc', en: 'Rule' },
  title: { vi: 'Nội dung', en: 'Title' },
  outcome: { vi: 'Kết quả', en: 'Outcome' },
  outcomeId: { vi: 'Mã kết quả', en: 'Outcome id' },
  severity: { vi: 'Mức độ', en: 'Severity' },
  weight: { vi: 'Trọng số', en: 'Weight' },
  low: { vi: 'Tỷ lệ điểm hiện tại (%)', en: 'Credit today (%)' },
  high: { vi: 'Tỷ lệ điểm tối đa (%)', en: 'Highest credit (%)' },
  found: { vi: 'Nhận xét', en: 'Found' },
  total: { vi: 'Số mục', en: 'Items' },
  passed: { vi: 'Số mục đạt', en: 'Items met' },
  failed: { vi: 'Số mục chưa đạt', en: 'Items not met' },
  missing: { vi: 'Số mục thiếu bằng chứng', en: 'Items missing evidence' },
  needsReview: { vi: 'Số mục cần xem xét', en: 'Items to review' },
  notYetDue: { vi: 'Số mục chưa đến hạn', en: 'Items not yet due' },
  holdsUntil: { vi: 'Còn đạt đến hết ngày', en: 'Holds through' },
  dueOn: { vi: 'Thời hạn chậm nhất', en: 'Due by' },
  evidence: { vi: 'Bằng chứng', en: 'Evidence' },
  remedy: { vi: 'Đề nghị', en: 'To do' },
  basis: { vi: 'Căn cứ', en: 'Basis' },
  exception: { vi: 'Ngoại lệ', en: 'Exception' },
  assurance: { vi: 'Mức bằng chứng', en: 'Assurance' },
  assuranceId: { vi: 'Mã mức bằng chứng', en: 'Assurance id' },
  score: { vi: 'Điểm hiện tại của cơ quan', en: 'Score today of the agency' },
  authority: { vi: 'Theo thông tin của cơ quan có thẩm quyền', en: "By the authority's own information" },
  backed: { vi: 'Tỷ lệ nội dung có tài liệu chứng minh (%)', en: 'Backed by papers (%)' },
  confirmed: { vi: 'Tỷ lệ được đối chiếu (%)', en: 'Confirmed (%)' },
} as const satisfies Record<string, Localized>
