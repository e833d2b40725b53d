import { readablePath } from '../../base/pointer.ts'
import type { Evidence } from '../../rules/answer.ts'
import type { Finding } from '../../verdict/verdict.ts'
import { fill, type Renderer } from '../render.ts'
import { ASSURANCE_WORDS, SEVERITY_WORDS } from '../words/verdict.ts'
import { labelled, wrap } from './layout.ts'
import { TEXT_WORDS } from './words.ts'

const GAP = 15

/** One finding in full: title, articles, what was found, items, evidence, what to do. */
export function findingBlock(finding: Finding, number: number, renderer: Renderer, width: number): string[] {
  const { lang } = renderer
  const row = (label: string, text: string) => (text === '' ? [] : labelled(`    ${label}`, text, width, GAP))
  const title = `${renderer.title(finding.rule)} [${SEVERITY_WORDS[finding.severity][lang]}]`
  const items = finding.items?.shown ?? []
  const total = finding.items ? finding.items.total - finding.items.passed : 0
  const capped = total > items.length ? fill(` (${TEXT_WORDS.shown[lang]})`, { shown: items.length, total }, lang) : ''
  return [
    ...wrap(`${String(number).padStart(2)}. ${title}`, width, '    '),
    ...row(TEXT_WORDS.basis[lang], renderer.basis(finding.rule).join('; ')),
    ...row(TEXT_WORDS.result[lang], renderer.sentences(finding).join(' ') + capped),
    ...items.flatMap((item) => labelled(' '.repeat(GAP - 2), `- ${renderer.item(finding, item)}`, width, GAP)),
    ...row(TEXT_WORDS.evidence[lang], evidenceText(finding, renderer)),
    ...row(TEXT_WORDS.remedy[lang], renderer.remedy(finding.rule)),
    '',
  ]
}

/** Where the evidence stands, and how well it backs the finding. */
export function evidenceText(finding: Finding, { lang }: Renderer): string {
  if (finding.assurance === null) return ''
  const places = finding.evidence.map(placeOf).join(', ')
  return `${ASSURANCE_WORDS[finding.assurance][lang]}${places ? `: ${places}` : ''}`
}

/** A file by its path and row, a place in the manifest as people write it. */
function placeOf({ file, pointer, row }: Evidence): string {
  if (file !== undefined) return row === undefined ? file : `${file}:${row}`
  return readablePath(pointer ?? '')
}
