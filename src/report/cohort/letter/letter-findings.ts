import type { RuleSet } from '../../../rules/rule-set.ts'
import type { Finding, Verdict } from '../../../verdict/verdict.ts'
import { remedyText } from '../../remedy.ts'
import { Renderer } from '../../render.ts'
import type { Paragraph } from '../ooxml/paragraph.ts'
import { SENTENCES } from './letter-words.ts'
import { textParagraph } from './text-paragraph.ts'

const SEVERITIES = ['blocking', 'major', 'minor'] as const

/** What fails and what lacks evidence, the essential points first; each with what was found, what to do, and the articles. */
export function findingsParagraphs({ findings }: Verdict, ruleSet: RuleSet): Paragraph[] {
  const renderer = new Renderer(ruleSet, 'vi')
  const failing = bySeverity(findings.filter(({ outcome }) => outcome === 'fail'))
  const missing = bySeverity(findings.filter(({ outcome }) => outcome === 'missingEvidence'))
  const parts = [
    { head: SENTENCES.failHead, note: undefined, list: failing },
    { head: SENTENCES.missingHead, note: SENTENCES.missingNote, list: missing },
  ].filter(({ list }) => list.length > 0)
  return parts.flatMap(({ head, note, list }, at) => [
    {
      ...textParagraph({ text: parts.length > 1 ? `${'I'.repeat(at + 1)}. ${head}` : head, bold: true }),
      keepNext: true as const,
    },
    ...(note ? [textParagraph({ text: note, italic: true })] : []),
    ...list.flatMap((finding, index) => findingParagraphs(finding, index + 1, renderer)),
  ])
}

function bySeverity(findings: readonly Finding[]): Finding[] {
  return SEVERITIES.flatMap((severity) => findings.filter((one) => one.severity === severity))
}

function findingParagraphs(finding: Finding, number: number, renderer: Renderer): Paragraph[] {
  const { rule, severity, items } = finding
  const told = items?.shown.filter(({ outcome }) => outcome === finding.outcome) ?? []
  const essential = severity === 'blocking' ? ' (nội dung cốt yếu)' : ''
  return [
    {
      ...textParagraph({ text: `${number}. ${renderer.title(rule)}${essential}`, bold: true }),
      keepNext: true,
    },
    labelled(SENTENCES.found, renderer.sentences(finding).join(' ')),
    ...told.map((item) => textParagraph(`+ ${renderer.item(finding, item)}`)),
    labelled(SENTENCES.remedy, remedyText(finding, renderer)),
    labelled(SENTENCES.basis, renderer.basis(rule).join('; ')),
  ]
}

function labelled(label: string, text: string): Paragraph {
  return textParagraph('- ', { text: label, italic: true }, text)
}
