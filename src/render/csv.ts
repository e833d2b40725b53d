import type { Language } from '../core/errors.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import { confirmedShare } from '../verdict/evidence.ts'
import type { Finding, Verdict } from '../verdict/verdict.ts'
import { appliedExceptions, exceptionText } from './exceptions.ts'
import { CSV_COLUMNS as COLUMNS } from './format-words.ts'
import { toldByAuthority } from './head.ts'
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
