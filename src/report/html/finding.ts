import type { Finding } from '../../verdict/verdict.ts'
import { evidenceText } from '../evidence.ts'
import { appliedExceptions } from '../exceptions.ts'
import { fill } from '../render.ts'
import { showNumber } from '../values.ts'
import { OUTCOME_WORDS } from '../words/outcomes.ts'
import { REPORT_WORDS } from '../words/report.ts'
import { SEVERITY_WORDS } from '../words/verdict.ts'
import type { PageContext } from './context.ts'
import { html, type Markup, type Part } from './markup.ts'
import { PAGE_WORDS } from './words.ts'

/** A finding in full: title, weight of the point, articles, what was found, items, evidence, what to do. */
export function fullFinding(finding: Finding, context: PageContext): Markup {
  const { renderer, lang } = context
  const { rule, outcome, severity, weight } = finding
  return html`<article class="${outcome}" id="rule-${rule}" aria-labelledby="title-${rule}">
<h4 id="title-${rule}">${renderer.title(rule)}</h4>
<p class="tags"><span class="${severity}">${SEVERITY_WORDS[severity][lang]}</span><span>${PAGE_WORDS.weight[lang]} ${weight}</span>${days(finding, context)}${excepted(rule, context)}</p>
<dl>
${line(REPORT_WORDS.result[lang], sentences(finding, context))}
${items(finding, context)}
${line(REPORT_WORDS.evidence[lang], evidenceText(finding, lang))}
${line(REPORT_WORDS.remedy[lang], html`<span class="todo">${renderer.remedy(rule)}</span>`)}
${line(REPORT_WORDS.basis[lang], renderer.basis(rule).join('; '))}
</dl>
</article>`
}

/** A finding that asks for nothing: title, what was found, evidence, articles, until when it holds. */
export function briefFinding(finding: Finding, context: PageContext): Markup {
  const { renderer, lang } = context
  const { rule, outcome } = finding
  const evidence = evidenceText(finding, lang)
  return html`<article class="brief ${outcome}" id="rule-${rule}" aria-labelledby="title-${rule}">
<h4 id="title-${rule}">${renderer.title(rule)}</h4>
<p>${renderer.sentences(finding).join(' ')}</p>
${evidence === '' ? null : html`<p class="small muted">${evidence}</p>`}
<p class="small muted">${REPORT_WORDS.basis[lang]}: ${renderer.basis(rule).join('; ')}</p>
${finding.holdsUntil || finding.dueOn ? html`<p class="tags">${days(finding, context)}${excepted(rule, context)}</p>` : null}
</article>`
}

function line(label: string, part: Part): Markup | null {
  return part === '' ? null : html`<dt>${label}</dt><dd>${part}</dd>`
}

function sentences(finding: Finding, { renderer }: PageContext): Part {
  const [main, ...parts] = renderer.sentences(finding)
  return parts.length === 0 ? main : html`${main}<ul>${parts.map((part) => html`<li>${part}</li>`)}</ul>`
}

function items(finding: Finding, { renderer, lang }: PageContext): Markup | null {
  if (!finding.items || finding.items.shown.length === 0) return null
  const { shown, total, passed, ...counters } = finding.items
  const figures = (['fail', 'missingEvidence', 'needsReview', 'notYetDue'] as const).map((outcome) => {
    const n = { fail: counters.failed, missingEvidence: counters.missing, ...counters }[outcome]
    return n === 0 ? [] : [`${OUTCOME_WORDS[outcome].label[lang]}: ${showNumber(n, lang)}`]
  })
  const capped =
    total - passed > shown.length
      ? [fill(REPORT_WORDS.shown[lang], { shown: shown.length, total: total - passed }, lang)]
      : []
  return html`${line(PAGE_WORDS.items[lang], html`${[...figures.flat(), ...capped].join('; ')}<ul>${shown.map((item) => html`<li>${renderer.item(finding, item)}</li>`)}</ul>`)}`
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
