import type { ShownItem } from '../../../rules/answer.ts'
import type { RuleSet } from '../../../rules/rule-set.ts'
import type { Finding, Verdict } from '../../../verdict/verdict.ts'
import { remedyText } from '../../remedy.ts'
import { fill, Renderer } from '../../render.ts'
import { OUTCOME_WORDS } from '../../words/outcomes.ts'
import type { Paragraph } from '../ooxml/paragraph.ts'
import { SENTENCES } from './letter-words.ts'
import { textParagraph } from './text-paragraph.ts'

/** A letter stays short; the verdict lists the others. */
const ITEMS_TOLD = 5

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
  const concerned = items?.shown.filter(({ outcome }) => outcome === finding.outcome) ?? []
  const told = concerned.slice(0, ITEMS_TOLD)
  const essential = severity === 'blocking' ? ' (nội dung cốt yếu)' : ''
  return [
    {
      ...textParagraph({ text: `${number}. ${renderer.title(rule)}${essential}`, bold: true }),
      keepNext: true,
    },
    labelled(SENTENCES.found, renderer.sentences(finding).join(' ')),
    ...told.map((item) => ({ ...textParagraph(`+ ${itemText(finding, item, renderer)}`), after: 3 })),
    ...(told.length < concernedCount(finding) ? [moreItems(told.length, finding)] : []),
    labelled(SENTENCES.remedy, remedyText(finding, renderer)),
    labelled(SENTENCES.basis, renderer.basis(rule).join('; ')),
  ]
}

/** How many listed items the letter asks about, told ones among them. */
function concernedCount({ items, outcome }: Finding): number {
  return (outcome === 'fail' ? items?.failed : items?.missing) ?? 0
}

function moreItems(told: number, finding: Finding): Paragraph {
  const values = { shown: told, total: concernedCount(finding) }
  return textParagraph({ text: fill(SENTENCES.moreItems, values, 'vi'), italic: true })
}

/** The part of the letter it stands in says its outcome already. */
function itemText(finding: Finding, item: ShownItem, renderer: Renderer): string {
  return renderer.item(finding, item).replace(` [${OUTCOME_WORDS[item.outcome].label.vi}]`, ':')
}

function labelled(label: string, text: string): Paragraph {
  return textParagraph('- ', { text: label, italic: true }, text)
}
