import type { Finding } from '../../verdict/verdict.ts'
import { evidenceText } from '../evidence.ts'
import { remedyText } from '../remedy.ts'
import { fill, type Renderer } from '../render.ts'
import { REPORT_WORDS } from '../words/report.ts'
import { SEVERITY_WORDS } from '../words/verdict.ts'
import { labelled, wrap } from './layout.ts'

const GAP = 15

/** One finding in full: title, articles, what was found, items, evidence, what to do. */
export function findingBlock(finding: Finding, number: number, renderer: Renderer, width: number): string[] {
  const { lang } = renderer
  const row = (label: string, text: string) => (text === '' ? [] : labelled(`    ${label}`, text, width, GAP))
  const title = `${renderer.title(finding.rule)} [${SEVERITY_WORDS[finding.severity][lang]}]`
  const items = finding.items?.shown ?? []
  const total = finding.items ? finding.items.total - finding.items.passed : 0
  const capped =
    total > items.length ? fill(` (${REPORT_WORDS.shown[lang]})`, { shown: items.length, total }, lang) : ''
  return [
    ...wrap(`${String(number).padStart(2)}. ${title}`, width, '    '),
    ...row(REPORT_WORDS.basis[lang], renderer.basis(finding.rule).join('; ')),
    ...row(REPORT_WORDS.result[lang], renderer.sentences(finding).join(' ') + capped),
    ...items.flatMap((item) => labelled(' '.repeat(GAP - 2), `- ${renderer.item(finding, item)}`, width, GAP)),
    ...row(REPORT_WORDS.evidence[lang], evidenceText(finding, lang)),
    ...row(REPORT_WORDS.remedy[lang], remedyText(finding, renderer)),
    '',
  ]
}
