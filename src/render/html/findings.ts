import type { Outcome } from '../../rules/answer.ts'
import type { Finding } from '../../verdict/verdict.ts'
import { appliedExceptions } from '../exceptions.ts'
import { html, type Markup, type Part } from '../markup.ts'
import { fill, notFoundTexts, picturesOfFinding, placeOf, remedyText } from '../renderer.ts'
import { showNumber } from '../values.ts'
import { ASSURANCE_WORDS, OUTCOME_WORDS, REPORT_WORDS, SEVERITY_WORDS } from '../words.ts'
import { formPlace, type PageContext, paperPlace } from './context.ts'
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
const IN_FULL: readonly Outcome[] = ['fail', 'needsReview', 'error']
/** Outcomes that ask for something; the others are there to be opened. */
const OPEN: readonly Outcome[] = ['fail', 'missingEvidence', 'needsReview', 'error']
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
    const byGroup = groups
      .filter((group) => group.found.length > 0)
      .map(
        (group) =>
          html`<h3>${group.title[lang]}</h3><div class="points">${inGroup(group.found, outcome, context)}</div>`,
      )
    const label = OUTCOME_WORDS[outcome].label[lang]
    return [
      OPEN.includes(outcome)
        ? html`<section aria-labelledby="outcome-${outcome}">
<h2 id="outcome-${outcome}">${label} (${found.length})</h2>
<div class="points">${inGroup(
            groups.flatMap((group) => group.found),
            outcome,
            context,
          )}</div>
</section>`
        : html`<details class="more" id="outcome-${outcome}"><summary>${fill(PAGE_WORDS.folded[lang], { n: found.length, outcome: label }, lang)}</summary>
${byGroup}
</details>`,
    ]
  })
}

function inGroup(found: readonly Finding[], outcome: Outcome, context: PageContext): Markup {
  if (LISTED.includes(outcome))
    return html`<ul>${found.map(({ rule }) => html`<li id="rule-${rule}">${context.renderer.title(rule)}</li>`)}</ul>`
  const write = IN_FULL.includes(outcome) ? fullFinding : outcome === 'missingEvidence' ? missingFinding : briefFinding
  return html`${found.map((finding) => write(finding, context))}`
}

const withOutcome = (findings: readonly Finding[], outcome: Outcome) =>
  findings.filter((finding) => finding.outcome === outcome)

/**
 * A finding in full: title, what was found, what to do; opened by its articles, how well it is backed, its items and how
 * the rule is understood. What a person has to decide stands open.
 */
function fullFinding(finding: Finding, context: PageContext): Markup {
  const { renderer, lang } = context
  const { rule, outcome } = finding
  const [main, ...parts] = renderer.sentences(finding)
  const more = parts.length === 0 ? null : html`<ul>${parts.map((part) => html`<li>${part}</li>`)}</ul>`
  const evidence = html`<p class="small muted">${joined(evidenceParts(finding, context), html` · `)}</p>`
  const items = moreOf(PAGE_WORDS.items[lang], [more, itemsPart(finding, context)])
  const isOpen = outcome === 'needsReview'
  return html`<article class="${outcome}" id="rule-${rule}" aria-labelledby="title-${rule}">
${titlePart(finding, context)}
<p>${main}</p>
${todoPart(finding, context)}
${isOpen ? [evidence, ...picturesPart(finding, context), items] : null}
${basisPart(rule, context, isOpen ? [] : [evidence, items])}
</article>`
}

/** Title of the point, that it is essential, and its days. */
function titlePart(finding: Finding, context: PageContext): Markup {
  const { rule } = finding
  return html`<h3 id="title-${rule}">${context.renderer.title(rule)}${essentialTag(finding, context)}</h3>
${tagsPart(finding, context)}`
}

function essentialTag({ severity }: Finding, { lang }: PageContext): Markup | null {
  return severity === 'blocking' ? html` <span class="tag blocking">${SEVERITY_WORDS[severity][lang]}</span>` : null
}

/** The days of a point, and that it is excepted. */
function tagsPart(finding: Finding, context: PageContext): Markup | null {
  const tags = [...days(finding, context), excepted(finding.rule, context)].filter((tag) => tag !== null)
  return tags.length === 0 ? null : html`<p class="tags">${tags}</p>`
}

function todoPart(finding: Finding, { renderer }: PageContext): Markup | null {
  const text = remedyText(finding, renderer)
  const papers = finding.evidence.some(({ file }) => file !== undefined) ? paperPlace(finding) : null
  return text === '' ? null : html`<p class="todo">${text} ${formPlace(finding)}</p>${papers}`
}

function picturesPart(finding: Finding, { pictures, lang }: PageContext): Markup[] {
  return picturesOfFinding(finding, pictures).map(({ file, page, png, width }) => {
    const place = placeOf({ file, page }, lang)
    return html`<p class="small">${PAGE_WORDS.pictures[lang]}: <code>${place}</code><br><img src="data:image/png;base64,${png}" width="${width}" alt="${place}"></p>`
  })
}

/** What is there to be opened; nothing where all of it is empty. */
function moreOf(label: string, parts: readonly Part[]): Markup | null {
  const filled = parts.filter((part) => part !== null && part !== '')
  return filled.length === 0 ? null : html`<details><summary class="small">${label}</summary>${filled}</details>`
}

/**
 * A paper that is missing: what to hand in; opened by its articles, the point and what was found. Where the same is asked for at
 * another point too, the title tells which this is.
 */
function missingFinding(finding: Finding, context: PageContext): Markup {
  const { renderer, lang, verdict } = context
  const { rule } = finding
  const remedy = remedyText(finding, renderer)
  const title = renderer.title(rule)
  const isAskedElsewhere = withOutcome(verdict.findings, 'missingEvidence').some(
    (other) => other !== finding && remedyText(other, renderer) === remedy,
  )
  const todo = isAskedElsewhere && remedy !== '' ? html`<p class="todo">${remedy} ${formPlace(finding)}</p>` : null
  const found = [sentences(finding, context), itemsPart(finding, context)].filter((part) => part !== '')
  return html`<article class="brief missingEvidence" id="rule-${rule}" aria-labelledby="title-${rule}">
<h3 id="title-${rule}">${todo || remedy === '' ? title : remedy}${essentialTag(finding, context)} ${todo ? null : formPlace(finding)}</h3>
${tagsPart(finding, context)}${todo}
<details class="small"><summary>${REPORT_WORDS.basis[lang]}: ${renderer.basis(rule).join('; ')}</summary><p>${title} ${paperPlace(finding)}</p>${found.map((part) => html`<p>${part}</p>`)}</details>
</article>`
}

/** A finding that asks for nothing: title, what was found, evidence, articles, until when it holds. */
function briefFinding(finding: Finding, context: PageContext): Markup {
  const { renderer, lang } = context
  const { rule, outcome } = finding
  return html`<article class="brief ${outcome}" id="rule-${rule}" aria-labelledby="title-${rule}">
<h4 id="title-${rule}">${renderer.title(rule)}</h4>
<p>${renderer.sentences(finding).join(' ')}</p>
<p class="small muted">${joined(evidenceParts(finding, context), html` · `)} ${paperPlace(finding)}</p>
<p class="small muted">${REPORT_WORDS.basis[lang]}: ${renderer.basis(rule).join('; ')}</p>
${finding.holdsUntil || finding.dueOn ? html`<p class="tags">${days(finding, context)}${excepted(rule, context)}</p>` : null}
</article>`
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
  const manifest = places.length === 0 ? [] : [`${PAGE_WORDS.manifest[lang]}: ${places.join('; ')}`]
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
function basisPart(
  rule: string,
  { ruleSet, renderer, lang }: PageContext,
  before: readonly (Markup | null)[] = [],
): Markup {
  const articles = renderer.basis(rule).join('; ')
  const found = ruleSet.rules.find(({ id }) => id === rule)
  const cited = new Set(found?.basis.map(({ source }) => source))
  const titles = ruleSet.sources.filter(({ id }) => cited.has(id)).map(({ title }) => title[lang])
  const interpretation = found?.interpretation?.[lang]
  const label = REPORT_WORDS.basis[lang]
  if (titles.length === 0 && before.length === 0) return html`<p class="small muted">${label}: ${articles}</p>`
  return html`<details class="small"><summary>${label}: ${articles}</summary>${before}<ul>${titles.map((title) => html`<li>${title}</li>`)}</ul>${
    interpretation === undefined ? null : html`<p>${PAGE_WORDS.interpretation[lang]}: ${interpretation.trim()}</p>`
  }</details>`
}
