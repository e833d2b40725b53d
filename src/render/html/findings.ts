import type { Outcome } from '../../rules/answer.ts'
import type { Finding } from '../../verdict/verdict.ts'
import { appliedExceptions } from '../exceptions.ts'
import { html, type Markup, type Part } from '../markup.ts'
import { fill, notFoundTexts, placeOf, remedyText } from '../renderer.ts'
import { showNumber } from '../values.ts'
import { ASSURANCE_WORDS, OUTCOME_WORDS, REPORT_WORDS, SEVERITY_WORDS } from '../words.ts'
import type { PageContext } from './context.ts'
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

/** A finding in full: title, weight of the point, articles, what was found, items, evidence, what to do. */
function fullFinding(finding: Finding, context: PageContext): Markup {
  const { renderer, lang } = context
  const { rule, outcome, severity, weight } = finding
  return html`<article class="${outcome}" id="rule-${rule}" aria-labelledby="title-${rule}">
<h4 id="title-${rule}">${renderer.title(rule)}</h4>
<p class="tags"><span class="${severity}">${SEVERITY_WORDS[severity][lang]}</span><span>${PAGE_WORDS.weight[lang]} ${weight}</span>${days(finding, context)}${excepted(rule, context)}</p>
<dl>
${line(REPORT_WORDS.result[lang], sentences(finding, context))}
${line(PAGE_WORDS.items[lang], itemsPart(finding, context))}
${line(REPORT_WORDS.evidence[lang], joined(evidenceParts(finding, context), html`<br>`))}
${line(PAGE_WORDS.pictures[lang], picturesPart(finding, context))}
${line(REPORT_WORDS.remedy[lang], remedyText(finding, renderer), 'todo')}
${line(REPORT_WORDS.basis[lang], basisPart(rule, context))}
</dl>
</article>`
}

/** A finding that asks for nothing: title, what was found, evidence, articles, until when it holds. */
function briefFinding(finding: Finding, context: PageContext): Markup {
  const { renderer, lang } = context
  const { rule, outcome } = finding
  return html`<article class="brief ${outcome}" id="rule-${rule}" aria-labelledby="title-${rule}">
<h4 id="title-${rule}">${renderer.title(rule)}</h4>
<p>${renderer.sentences(finding).join(' ')}</p>
<p class="small muted">${joined(evidenceParts(finding, context), html` · `)}</p>
<p class="small muted">${REPORT_WORDS.basis[lang]}: ${renderer.basis(rule).join('; ')}</p>
${finding.holdsUntil || finding.dueOn ? html`<p class="tags">${days(finding, context)}${excepted(rule, context)}</p>` : null}
</article>`
}

/** Pictures of the lines that a person has to compare; only where they decide. */
function picturesPart({ outcome, evidence }: Finding, { pictures, lang }: PageContext): Markup[] {
  if (outcome !== 'needsReview') return []
  const places = new Set(evidence.map(({ file, page, box }) => JSON.stringify([file, page, box])))
  return pictures
    .filter(({ file, page, box }) => places.has(JSON.stringify([file, page, box])))
    .map((one) => {
      const place = placeOf({ file: one.file, page: one.page }, lang)
      return html`<p><img src="data:image/png;base64,${one.png}" width="${one.width}" alt="${place}"><br><code>${place}</code></p>`
    })
}

function line(label: string, part: Part, kind = ''): Markup | null {
  const empty = part === '' || (Array.isArray(part) && part.length === 0)
  return empty ? null : html`<dt>${label}</dt><dd${kind && html` class="${kind}"`}>${part}</dd>`
}

const joined = (parts: readonly Part[], by: Markup) => parts.map((part, at) => (at === 0 ? part : html`${by}${part}`))

function sentences(finding: Finding, { renderer }: PageContext): Part {
  const [main, ...parts] = renderer.sentences(finding)
  return parts.length === 0 ? main : html`${main}<ul>${parts.map((part) => html`<li>${part}</li>`)}</ul>`
}

function days({ holdsUntil, dueOn }: Finding, { lang }: PageContext): Markup[] {
  return [
    ...(holdsUntil ? [html`<span>${fill(REPORT_WORDS.holdsUntil[lang], { day: holdsUntil }, lang)}</span>`] : []),
    ...(dueOn ? [html`<span>${fill(REPORT_WORDS.dueOn[lang], { day: dueOn }, lang)}</span>`] : []),
  ]
}

function excepted(rule: string, { verdict, lang }: PageContext): Markup | null {
  const found = appliedExceptions(verdict).some((one) => one.rule === rule)
  return found ? html`<span><a href="#exceptions">${PAGE_WORDS.excepted[lang]}</a></span>` : null
}

/**
 * How well a finding is backed, its files and places in the manifest (a place inside another tells both), and what was
 * looked for in documents without being found.
 */
function evidenceParts(finding: Finding, { lang }: PageContext): Part[] {
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
function itemsPart(finding: Finding, { renderer, lang }: PageContext): Part {
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

/**
 * The articles a rule rests on; opened, the full names of the documents and how this rule understands them, in our own
 * words.
 */
function basisPart(rule: string, { ruleSet, renderer, lang }: PageContext): Markup {
  const articles = renderer.basis(rule).join('; ')
  const found = ruleSet.rules.find(({ id }) => id === rule)
  const cited = new Set(found?.basis.map(({ source }) => source))
  const titles = ruleSet.sources.filter(({ id }) => cited.has(id)).map(({ title }) => title[lang])
  const interpretation = found?.interpretation?.[lang]
  if (titles.length === 0) return html`${articles}`
  return html`<details><summary>${articles}</summary><ul>${titles.map((title) => html`<li>${title}</li>`)}</ul>${
    interpretation === undefined ? null : html`<p>${PAGE_WORDS.interpretation[lang]}: ${interpretation.trim()}</p>`
  }</details>`
}
