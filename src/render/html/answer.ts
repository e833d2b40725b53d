import type { PlanEntry, Verdict } from '../../verdict/verdict.ts'
import { withoutExceptions } from '../exceptions.ts'
import { EFFORT_WORDS } from '../format-words.ts'
import { backedText, besideTexts, gradeLabel, gradesOf, headTexts, recommendedTexts, scoreText } from '../head.ts'
import { html, type Markup, type Part } from '../markup.ts'
import { fill } from '../renderer.ts'
import { showDate, showNumber } from '../values.ts'
import { OUTCOME_WORDS, REPORT_WORDS, STATUS_WORDS } from '../words.ts'
import { formPlace, type PageContext, scoreBar, toDoLink } from './context.ts'
import { PAGE_WORDS } from './words.ts'

/** A mark that tells the status without colour. */
const SIGNS = { met: '✓', notMet: '✕', insufficientEvidence: '?', undetermined: '…', notApplicable: '–' } as const

/** Whose dossier, for which year, as of which day. */
export function headPart({ verdict, ruleSet, lang }: PageContext): Markup {
  const { agency, assessmentYear, asOf } = verdict
  const { block } = headTexts(verdict, ruleSet, lang)
  const facts = [
    `${PAGE_WORDS.code[lang]} ${agency.code}`,
    block,
    `${REPORT_WORDS.year[lang]} ${assessmentYear}`,
    `${REPORT_WORDS.asOf[lang]} ${showDate(asOf, lang)}`,
  ]
  return html`<header>
<p class="kind">${REPORT_WORDS.title[lang]}</p>
<h1>${agency.name}</h1>
<ul class="whose">${facts.map((fact) => html`<li>${fact}</li>`)}</ul>
</header>`
}

/** The verdict in a few words: status, grade, score, until when it holds. */
export function answerPart(context: PageContext): Markup {
  const { verdict, ruleSet, lang } = context
  const { status, score } = verdict
  const { grade, kept } = headTexts(verdict, ruleSet, lang)
  const without = withoutExceptions(verdict, ruleSet, lang)
  return html`<section class="answer ${status}" aria-labelledby="answer">
<h2 id="answer"><span aria-hidden="true">${SIGNS[status]} </span>${STATUS_WORDS[status].label[lang]}</h2>
<p>${STATUS_WORDS[status].sentence[lang]}</p>
<dl class="figures">
${grade === null ? null : html`<div><dt>${REPORT_WORDS.grade[lang]}</dt><dd>${grade}</dd></div>`}
${scoreFigures(context)}
${backedFigure(context)}
${kept === null ? null : keptFigure(context)}
</dl>
${nowPart(context)}
${score === null ? null : scoreBar(score, lang, gradesOf(verdict, ruleSet))}
${without === null ? null : html`<p class="small">${without}</p>`}
${told(REPORT_WORDS.beside[lang], besideTexts(verdict, ruleSet, context.renderer))}
${told(REPORT_WORDS.recommended[lang], recommendedTexts(verdict, ruleSet, context.renderer))}
</section>`
}

/** What is told below the answer, to be opened. */
function told(label: string, texts: readonly string[]): Markup | null {
  if (texts.length === 0) return null
  return html`<details><summary>${label} (${texts.length})</summary>
<ul class="small">${texts.map((line) => html`<li>${line}</li>`)}</ul></details>`
}

export type PlannedRule = PlanEntry['rules'][number]

/** How many things to do stand next to the answer. */
const NOW = 3

/** At most three things to do at once, of the first level that is not reached: those that win most. */
function nowPart(context: PageContext): Markup | null {
  const { verdict, lang } = context
  const first = ladder(verdict.plan)[0]?.adds.slice(0, NOW) ?? []
  if (first.length === 0) return null
  return html`<h3>${PAGE_WORDS.now[lang]}</h3>
<ol class="now">${first.map((one) => stepPart(one, context))}</ol>`
}

/** A thing to do, in the imperative, with its effort, gain and deadline. */
function stepPart({ rule, step, effort, gain }: PlannedRule, context: PageContext): Markup {
  const { verdict, lang } = context
  const found = verdict.findings.find((finding) => finding.rule === rule)
  const due = found?.dueOn
  const words = [
    EFFORT_WORDS[effort][lang],
    step === 'paper' ? PAGE_WORDS.paperStep[lang] : gainText(gain, context),
    ...(due ? [fill(REPORT_WORDS.dueOn[lang], { day: due }, lang)] : []),
  ]
  return html`<li>${toDoLink(rule, context, step)} <span class="small muted">(${words.join(', ')})</span> ${found && formPlace(found)}</li>`
}

/** The levels that can be reached, each with what it asks for beyond the one before; levels that ask for nothing more stand with it. */
export function ladder(plan: readonly PlanEntry[]): { entries: PlanEntry[]; adds: PlannedRule[] }[] {
  const seen = new Set<string>()
  const steps: { entries: PlanEntry[]; adds: PlannedRule[] }[] = []
  for (const entry of plan.filter(({ reachable }) => reachable)) {
    const nameOf = ({ rule, step }: PlannedRule) => `${rule} ${step}`
    const adds = entry.rules.filter((one) => !seen.has(nameOf(one)))
    for (const one of adds) seen.add(nameOf(one))
    const last = steps.at(-1)
    if (adds.length === 0 && last !== undefined) last.entries.push(entry)
    else steps.push({ entries: [entry], adds })
  }
  return steps
}

function scoreFigures({ verdict: { score }, lang }: PageContext): Markup {
  if (score === null)
    return html`<div class="text"><dt>${REPORT_WORDS.points[lang]}</dt><dd>${REPORT_WORDS.noScore[lang]}</dd></div>`
  const figure = (label: Part, points: number) =>
    html`<div><dt>${label}</dt><dd>${showNumber(points, lang)}<small>/100</small></dd></div>`
  const low = figure(REPORT_WORDS.score[lang], score.low)
  const high = shortly(REPORT_WORDS.high[lang], PAGE_WORDS.highShort[lang])
  return score.low === score.high ? low : html`${low}${figure(high, score.high)}`
}

/** What the score rests on, next to it. */
function backedFigure({ verdict: { evidence }, lang }: PageContext): Markup | null {
  const text = backedText(evidence, lang)
  if (text === null || evidence?.backed == null) return null
  const confirmed = text.slice(text.indexOf(';'))
  const share = html`${showNumber(evidence.backed, lang)}<small>%</small>`
  const label = shortly(`${REPORT_WORDS.backedLabel[lang]}${confirmed}`, `${PAGE_WORDS.backedShort[lang]}${confirmed}`)
  return html`<div><dt>${label}</dt><dd>${share}</dd></div>`
}

/** Words for a screen and for a telephone. */
const shortly = (long: string, short: string): Markup =>
  html`<span class="wide">${long}</span><span class="narrow">${short}</span>`

function keptFigure({ verdict: { validUntil }, lang }: PageContext): Markup {
  return validUntil === null
    ? html`<div><dt>${PAGE_WORDS.keptLong[lang]}</dt><dd>${PAGE_WORDS.months[lang]}</dd></div>`
    : html`<div><dt>${shortly(PAGE_WORDS.keptThrough[lang], PAGE_WORDS.keptShort[lang])}</dt><dd>${showDate(validUntil, lang)}</dd></div>`
}

function thresholds({ verdict, ruleSet, lang }: PageContext): string {
  const grades = gradesOf(verdict, ruleSet)
    .filter(({ atLeast }) => atLeast > 0)
    .sort((a, b) => a.atLeast - b.atLeast)
    .map(({ label, atLeast, backed }) =>
      fill(PAGE_WORDS.atLeast[lang], { label: label[lang], points: atLeast, backed }, lang),
    )
  return `${PAGE_WORDS.thresholds[lang]}: ${grades.join(', ')}.`
}

const COUNTED = ['pass', 'fail', 'missingEvidence', 'needsReview'] as const

/** Score and counts of each group that has a score: a table whose bars are drawn. */
export function groupsPart({ verdict, ruleSet, lang }: PageContext): Markup | null {
  const shown = verdict.groups.filter(({ score }) => score !== null)
  if (shown.length === 0) return null
  const row = ({ id, score, counts }: Verdict['groups'][number]) => html`<tr>
<th scope="row">${ruleSet.groups.find((one) => one.id === id)?.title[lang] ?? id}${score && scoreBar(score, lang)}</th>
<td class="n" data-label="${REPORT_WORDS.points[lang]}">${scoreText(score, lang)}</td>
${COUNTED.map((outcome) => html`<td class="n${counts[outcome] === 0 ? ' zero' : ''}" data-label="${OUTCOME_WORDS[outcome].label[lang]}">${counts[outcome]}</td>`)}
</tr>`
  return html`<details class="more"><summary>${REPORT_WORDS.groups[lang]}</summary>
<table class="stack groups">
<thead><tr><th scope="col">${PAGE_WORDS.group[lang]}</th><th scope="col" class="n">${REPORT_WORDS.points[lang]}</th>${COUNTED.map(
    (outcome) => html`<th scope="col" class="n">${OUTCOME_WORDS[outcome].label[lang]}</th>`,
  )}</tr></thead>
<tbody>${shown.map(row)}</tbody>
</table>
</details>`
}

/** The ladder of levels, each with what it adds; and what papers alone would win. */
export function firstStepsPart(context: PageContext): Markup | null {
  const { verdict, lang } = context
  const steps = ladder(verdict.plan)
  const beyond = verdict.plan.filter((entry) => !entry.reachable)
  const papers = papersPart(context)
  if (verdict.plan.length === 0 && papers === null) return null
  return html`<section aria-labelledby="first">
<h2 id="first">${PAGE_WORDS.first[lang]}</h2>
${steps.length === 0 ? null : html`<p class="note">${PAGE_WORDS.firstNote[lang]}</p>`}
${steps.map((step, index) => goalPart(step, index === 0, context))}
${beyond.length === 0 ? null : html`<p>${fill(PAGE_WORDS.unreachable[lang], { goals: names(beyond, context) }, lang)}</p>`}
${waitingPart(beyond, context)}
${papers}
${verdict.score === null ? null : html`<p class="small note">${thresholds(context)}</p>`}
</section>`
}

function names(entries: readonly PlanEntry[], { verdict, ruleSet, lang }: PageContext): string {
  const grades = gradesOf(verdict, ruleSet)
  return entries
    .map(({ goal }) => (goal === 'met' ? STATUS_WORDS.met.label[lang] : gradeLabel(goal, grades, lang)))
    .join(', ')
}

/** A level: what it asks for beyond the one before, to be opened; what comes first stands beside the answer. */
function goalPart(
  { entries, adds }: ReturnType<typeof ladder>[number],
  isFirst: boolean,
  context: PageContext,
): Markup {
  const { lang } = context
  const { score = null, backed = null, status = 'undetermined' } = entries.at(-1) ?? {}
  const values = { status: STATUS_WORDS[status].label[lang], score: scoreText(score, lang), backed: backed ?? 0 }
  const words = { goals: names(entries, context), n: adds.length }
  return html`<details class="goal">
<summary>${fill((isFirst ? PAGE_WORDS.goal : PAGE_WORDS.goalMore)[lang], words, lang)}</summary>
<ol>${adds.map((one) => stepPart(one, context))}</ol>
<p class="small">${fill(PAGE_WORDS.after[lang], values, lang)}</p>
</details>`
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
  return html`<details class="goal">
<summary>${PAGE_WORDS.papers[lang]} (${rules.length})</summary>
<p>${fill(PAGE_WORDS.papersNote[lang], values, lang)}</p>
<ul>${rules.map((rule) => html`<li>${toDoLink(rule, context, 'paper')}</li>`)}</ul>
</details>`
}
