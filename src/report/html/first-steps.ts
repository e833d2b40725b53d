import type { PlanEntry } from '../../verdict/verdict.ts'
import { gradeLabel, gradesOf, scoreText } from '../head.ts'
import { fill } from '../render.ts'
import { showNumber } from '../values.ts'
import { STATUS_WORDS } from '../words/verdict.ts'
import { type PageContext, ruleLink } from './context.ts'
import { html, type Markup } from './markup.ts'
import { EFFORT_WORDS, PAGE_WORDS } from './words.ts'

/** What to remedy to reach each level, levels of the same remedies told once; and what papers alone would win. */
export function firstStepsPart(context: PageContext): Markup | null {
  const { verdict, lang } = context
  const reachable = verdict.plan.filter((entry) => entry.reachable)
  const beyond = verdict.plan.filter((entry) => !entry.reachable)
  const papers = papersPart(context)
  if (verdict.plan.length === 0 && papers === null) return null
  return html`<section aria-labelledby="first">
<h2 id="first">${PAGE_WORDS.first[lang]}</h2>
${reachable.length === 0 ? null : html`<p class="note">${PAGE_WORDS.firstNote[lang]}</p>`}
${alike(reachable).map((entries) => goalPart(entries, context))}
${beyond.length === 0 ? null : html`<p>${fill(PAGE_WORDS.unreachable[lang], { goals: names(beyond, context) }, lang)}</p>`}
${waitingPart(beyond, context)}
${papers}
</section>`
}

/** Entries that ask for the same remedies, together, in the order of the plan. */
function alike(plan: readonly PlanEntry[]): PlanEntry[][] {
  const sets = new Map<string, PlanEntry[]>()
  for (const entry of plan) {
    const key = entry.rules.map(({ rule, step }) => `${rule} ${step}`).join('\n')
    sets.set(key, [...(sets.get(key) ?? []), entry])
  }
  return [...sets.values()]
}

function names(entries: readonly PlanEntry[], { verdict, ruleSet, lang }: PageContext): string {
  const grades = gradesOf(verdict, ruleSet)
  return entries
    .map(({ goal }) => (goal === 'met' ? STATUS_WORDS.met.label[lang] : gradeLabel(goal, grades, lang)))
    .join(', ')
}

function goalPart(entries: readonly PlanEntry[], context: PageContext): Markup {
  const { lang } = context
  const { rules = [], score = null, backed = null, status = 'undetermined' } = entries[0] ?? {}
  const values = { status: STATUS_WORDS[status].label[lang], score: scoreText(score, lang), backed: backed ?? 0 }
  return html`<div class="goal">
<h3>${fill(PAGE_WORDS.goal[lang], { goals: names(entries, context) }, lang)}</h3>
<ol>${rules.map(
    ({ rule, step, effort, gain }) =>
      html`<li>${ruleLink(rule, context)}<br><span class="small muted">${EFFORT_WORDS[effort][lang]}, ${step === 'paper' ? PAGE_WORDS.paperStep[lang] : gainText(gain, context)}</span></li>`,
  )}</ol>
<p class="small">${fill(PAGE_WORDS.after[lang], values, lang)}</p>
</div>`
}

/** Rounded down to a tenth, as all figures are. */
function gainText(gain: number, { lang }: PageContext): string {
  return fill(PAGE_WORDS.gain[lang], { points: Math.floor(gain * 10 + 1e-6) / 10 }, lang)
}

/** Which points wait for a person and keep a level away, levels of the same points told once. */
function waitingPart(beyond: readonly PlanEntry[], context: PageContext): Markup[] {
  const { lang } = context
  const sets = new Map<string, PlanEntry[]>()
  for (const entry of beyond.filter(({ waitsFor }) => waitsFor.length > 0)) {
    const key = entry.waitsFor.join('\n')
    sets.set(key, [...(sets.get(key) ?? []), entry])
  }
  return [...sets.values()].map((entries) => {
    const rules = (entries[0]?.waitsFor ?? []).map((rule) => context.renderer.title(rule)).join('; ')
    return html`<p class="small">${fill(PAGE_WORDS.waitsFor[lang], { goal: names(entries, context), rules }, lang)}</p>`
  })
}

function papersPart(context: PageContext): Markup | null {
  const { verdict, lang } = context
  const { rules, score, backed } = verdict.papers
  if (rules.length === 0 || score === null || verdict.score === null) return null
  const values = { from: showNumber(verdict.score.low, lang), to: showNumber(score.low, lang), backed: backed ?? 0 }
  return html`<div class="goal">
<h3>${PAGE_WORDS.papers[lang]}</h3>
<p>${fill(PAGE_WORDS.papersNote[lang], values, lang)}</p>
<ul>${rules.map((rule) => html`<li>${ruleLink(rule, context)}</li>`)}</ul>
</div>`
}
