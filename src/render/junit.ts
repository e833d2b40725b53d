import type { Language } from '../core/errors.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import type { Finding, Verdict } from '../verdict/verdict.ts'
import { appliedExceptions, exceptionText } from './exceptions.ts'
import { TOLD_LABEL } from './format-words.ts'
import { backedText, scoreText, toldByAuthority } from './head.ts'
import { escapeMarkup } from './markup.ts'
import { evidenceText, type FormatOptions, Renderer, remedyText } from './renderer.ts'
import { DISCLAIMER, OUTCOME_WORDS, REPORT_WORDS, SEVERITY_WORDS } from './words.ts'

type Kind = 'failure' | 'error' | 'skipped'
interface Case {
  kind: Kind | undefined
  xml: string
}

/**
 * The verdict for a build server: a suite per group, a case per rule. A breach is a failure, a fault of ours an error;
 * what was not judged, or is excepted by the authority, is skipped with the reason.
 */
export function verdictJunit(verdict: Verdict, { ruleSet, lang }: FormatOptions): string {
  const renderer = new Renderer(ruleSet, lang)
  const suites = verdict.groups.map(({ id }) => {
    const cases = verdict.findings.filter(({ group }) => group === id).map((one) => caseOf(one, verdict, renderer))
    return { id, cases }
  })
  const name = `${verdict.agency.name} (${verdict.agency.code}), ${verdict.asOf}`
  const all = suites.flatMap(({ cases }) => cases)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<!-- ${escapeMarkup(DISCLAIMER[lang]).replaceAll('--', '- -')} -->`,
    ...[...standing(verdict, lang), ...told(verdict, lang)].map(
      (line) => `<!-- ${escapeMarkup(line).replaceAll('--', '- -')} -->`,
    ),
    `<testsuites name="${escapeMarkup(name)}" ${counts(all)}>`,
    ...suites.flatMap(({ id, cases }) => suite(id, cases, ruleSet, renderer)),
    '</testsuites>\n',
  ].join('\n')
}

/** The score and what it rests on; a build server shows neither, a person who opens the file does. */
function standing({ score, evidence }: Verdict, lang: Language): string[] {
  if (score === null) return []
  const backed = backedText(evidence, lang)
  return [`${REPORT_WORDS.score[lang]}: ${scoreText(score, lang)}/100${backed === null ? '' : `; ${backed}`}`]
}

function told(verdict: Verdict, lang: Language): string[] {
  const facts = toldByAuthority(verdict, lang)
  return facts === null ? [] : [`${TOLD_LABEL[lang]}: ${facts}`]
}

function suite(id: string, cases: readonly Case[], ruleSet: RuleSet, { lang }: Renderer): string[] {
  if (cases.length === 0) return []
  const title = ruleSet.groups.find((one) => one.id === id)?.title[lang] ?? id
  const open = `  <testsuite name="${escapeMarkup(title)}" id="${escapeMarkup(id)}" ${counts(cases)} time="0">`
  return [open, ...cases.map(({ xml }) => xml), '  </testsuite>']
}

function counts(cases: readonly Case[]): string {
  const n = (kind: Kind) => cases.filter((one) => one.kind === kind).length
  return `tests="${cases.length}" failures="${n('failure')}" errors="${n('error')}" skipped="${n('skipped')}"`
}

function caseOf(finding: Finding, verdict: Verdict, renderer: Renderer): Case {
  const { rule, group, severity, outcome } = finding
  const { lang } = renderer
  const exception = appliedExceptions(verdict).find((one) => one.rule === rule)
  const kind = exception && outcome === 'fail' ? 'skipped' : kindOf(outcome)
  const head = `    <testcase classname="${escapeMarkup(group)}" name="${escapeMarkup(`${rule}: ${renderer.title(rule)}`)}" time="0"`
  if (kind === undefined) return { kind, xml: `${head}/>` }
  const said = [`${OUTCOME_WORDS[outcome].label[lang]}.`, ...renderer.sentences(finding)].join(' ')
  const message = exception ? `${exceptionText(exception, lang)}. ${said}` : said
  const type = kind === 'skipped' ? '' : ` type="${escapeMarkup(SEVERITY_WORDS[severity][lang])}"`
  const body = kind === 'skipped' ? '/>' : `>${escapeMarkup(details(finding, renderer).join('\n'))}</${kind}>`
  return { kind, xml: `${head}>\n      <${kind} message="${escapeMarkup(message)}"${type}${body}\n    </testcase>` }
}

function kindOf(outcome: Finding['outcome']): Kind | undefined {
  if (outcome === 'pass') return undefined
  return outcome === 'fail' ? 'failure' : outcome === 'error' ? 'error' : 'skipped'
}

function details(finding: Finding, renderer: Renderer): string[] {
  const { lang } = renderer
  const line = (label: string, text: string) => (text === '' ? [] : [`${label}: ${text}`])
  return [
    ...line(REPORT_WORDS.basis[lang], renderer.basis(finding.rule).join('; ')),
    ...(finding.items?.shown ?? []).map((item) => `- ${renderer.item(finding, item)}`),
    ...line(REPORT_WORDS.evidence[lang], evidenceText(finding, lang)),
    ...line(REPORT_WORDS.remedy[lang], remedyText(finding, renderer)),
  ]
}
