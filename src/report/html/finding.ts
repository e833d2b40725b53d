import type { Finding } from '../../verdict/verdict.ts'
import { appliedExceptions } from '../exceptions.ts'
import { remedyText } from '../remedy.ts'
import { fill } from '../render.ts'
import { REPORT_WORDS } from '../words/report.ts'
import { SEVERITY_WORDS } from '../words/verdict.ts'
import { basisPart } from './basis.ts'
import type { PageContext } from './context.ts'
import { evidenceParts, itemsPart } from './finding-parts.ts'
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
${line(PAGE_WORDS.items[lang], itemsPart(finding, context))}
${line(REPORT_WORDS.evidence[lang], joined(evidenceParts(finding, context), html`<br>`))}
${line(REPORT_WORDS.remedy[lang], remedyText(finding, renderer), 'todo')}
${line(REPORT_WORDS.basis[lang], basisPart(rule, context))}
</dl>
</article>`
}

/** A finding that asks for nothing: title, what was found, evidence, articles, until when it holds. */
export function briefFinding(finding: Finding, context: PageContext): Markup {
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
