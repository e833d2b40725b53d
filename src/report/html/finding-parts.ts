import type { Finding } from '../../verdict/verdict.ts'
import { placeOf } from '../evidence.ts'
import { fill } from '../render.ts'
import { notFoundTexts } from '../texts.ts'
import { showNumber } from '../values.ts'
import { OUTCOME_WORDS } from '../words/outcomes.ts'
import { REPORT_WORDS } from '../words/report.ts'
import { ASSURANCE_WORDS } from '../words/verdict.ts'
import type { PageContext } from './context.ts'
import { html, type Part } from './markup.ts'
import { PAGE_WORDS } from './words.ts'

/**
 * How well a finding is backed, its files and places in the manifest (a place inside another tells both), and what was
 * looked for in documents without being found.
 */
export function evidenceParts(finding: Finding, { lang }: PageContext): Part[] {
  const { assurance, evidence: found } = finding
  const notFound = notFoundTexts(finding, lang)
  if (assurance === null) return notFound
  const files = found.filter(({ file }) => file !== undefined).map((one) => html`<code>${placeOf(one, lang)}</code>`)
  const pointers = found.flatMap(({ file, pointer }) => (file === undefined && pointer !== undefined ? [pointer] : []))
  const places = pointers
    .filter((one) => !pointers.some((other) => other.startsWith(`${one}/`)))
    .map((pointer) => placeOf({ pointer }, lang))
  const manifest = places.length === 0 ? [] : [`${PAGE_WORDS.manifest[lang]}: ${places.join(', ')}`]
  return [ASSURANCE_WORDS[assurance][lang], ...files, ...manifest, ...notFound]
}

/** Counters of a list and the items shown of it; empty for a finding that is about no list. */
export function itemsPart(finding: Finding, { renderer, lang }: PageContext): Part {
  if (!finding.items || finding.items.shown.length === 0) return ''
  const { shown, total, passed, ...counters } = finding.items
  const figures = (['fail', 'missingEvidence', 'needsReview', 'notYetDue'] as const).map((outcome) => {
    const n = { fail: counters.failed, missingEvidence: counters.missing, ...counters }[outcome]
    return n === 0 ? [] : [`${OUTCOME_WORDS[outcome].label[lang]}: ${showNumber(n, lang)}`]
  })
  const capped =
    total - passed > shown.length
      ? [fill(REPORT_WORDS.shown[lang], { shown: shown.length, total: total - passed }, lang)]
      : []
  return html`${[...figures.flat(), ...capped].join('; ')}<ul>${shown.map((item) => html`<li>${renderer.item(finding, item)}</li>`)}</ul>`
}
