import type { Outcome } from '../../rules/outcome.ts'
import type { Finding } from '../../verdict/verdict.ts'
import { OUTCOME_WORDS } from '../words/outcomes.ts'
import type { PageContext } from './context.ts'
import { briefFinding, fullFinding } from './finding.ts'
import { html, type Markup } from './markup.ts'
import { PAGE_WORDS } from './words.ts'

/** Outcomes in the order an officer asks about them; what asks for something is told in full. */
const ORDER: readonly Outcome[] = [
  'fail',
  'missingEvidence',
  'needsReview',
  'error',
  'notYetDue',
  'pass',
  'notApplicable',
  'notInForce',
]
const IN_FULL: readonly Outcome[] = ['fail', 'missingEvidence', 'needsReview', 'error', 'notYetDue']
/** Outcomes of which there is nothing to say but the titles. */
const LISTED: readonly Outcome[] = ['notApplicable', 'notInForce']

/** How many points came to which outcome, each leading to its section. */
export function outcomeLinks({ verdict, lang }: PageContext): Markup {
  const counts = ORDER.map((outcome) => ({ outcome, n: withOutcome(verdict.findings, outcome).length }))
  return html`<nav aria-label="${PAGE_WORDS.contents[lang]}"><ul class="chips">${counts
    .filter(({ n }) => n > 0)
    .map(
      ({ outcome, n }) =>
        html`<li><a href="#outcome-${outcome}"><strong>${n}</strong> ${OUTCOME_WORDS[outcome].label[lang]}</a></li>`,
    )}</ul></nav>`
}

/** Every finding, by outcome and then by group. */
export function findingsPart(context: PageContext): Markup[] {
  const { verdict, ruleSet, lang } = context
  return ORDER.flatMap((outcome) => {
    const found = withOutcome(verdict.findings, outcome)
    if (found.length === 0) return []
    const groups = ruleSet.groups.map(({ id, title }) => ({ title, found: found.filter(({ group }) => group === id) }))
    return [
      html`<section aria-labelledby="outcome-${outcome}">
<h2 id="outcome-${outcome}">${OUTCOME_WORDS[outcome].label[lang]} (${found.length})</h2>
${groups
  .filter((group) => group.found.length > 0)
  .map((group) => html`<h3>${group.title[lang]}</h3>${inGroup(group.found, outcome, context)}`)}
</section>`,
    ]
  })
}

function inGroup(found: readonly Finding[], outcome: Outcome, context: PageContext): Markup {
  if (LISTED.includes(outcome))
    return html`<ul>${found.map(({ rule }) => html`<li id="rule-${rule}">${context.renderer.title(rule)}</li>`)}</ul>`
  const write = IN_FULL.includes(outcome) ? fullFinding : briefFinding
  return html`${found.map((finding) => write(finding, context))}`
}

const withOutcome = (findings: readonly Finding[], outcome: Outcome) =>
  findings.filter((finding) => finding.outcome === outcome)
