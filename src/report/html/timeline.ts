import { addMonths, toDay, toIso } from '../../base/day.ts'
import type { TimelineEntry } from '../../verdict/verdict.ts'
import { scoreText, standingText } from '../head.ts'
import { fill } from '../render.ts'
import { showDate } from '../values.ts'
import { OUTCOME_WORDS } from '../words/outcomes.ts'
import { REPORT_WORDS } from '../words/report.ts'
import type { PageContext } from './context.ts'
import { html, type Markup } from './markup.ts'
import { type ChartSize, timelineChart } from './timeline-chart.ts'
import { PAGE_WORDS } from './words.ts'

/** One drawing for a screen or paper, one for a telephone: the style sheet shows one of them. */
const SIZES: ChartSize[] = [
  { id: 'wide', width: 880, height: 250, monthsApart: 3 },
  { id: 'narrow', width: 340, height: 220, monthsApart: 6 },
]

/** What changes within 24 months without new evidence: drawn, and told in a table. */
export function timelinePart(context: PageContext): Markup | null {
  const { verdict, lang } = context
  const { timeline, asOf } = verdict
  const first = timeline[0]
  if (first === undefined) return null
  const end = toIso(addMonths(toDay(asOf), 24))
  const title = PAGE_WORDS.timeline[lang]
  const text = fill(PAGE_WORDS.timelineText[lang], { from: asOf, to: end }, lang)
  return html`<section aria-labelledby="timeline">
<h2 id="timeline">${title}</h2>
<p class="note">${text}</p>
<figure>${SIZES.map((size) => timelineChart(verdict, lang, size, title, text))}</figure>
<table class="stack">
<thead><tr><th scope="col" class="n">${PAGE_WORDS.number[lang]}</th><th scope="col">${PAGE_WORDS.from[lang]}</th><th scope="col">${REPORT_WORDS.outcome[lang]}</th><th scope="col" class="n">${REPORT_WORDS.points[lang]}</th><th scope="col">${PAGE_WORDS.changes[lang]}</th></tr></thead>
<tbody>${timeline.map((entry, at) => row(entry, at + 1, context))}</tbody>
</table>
</section>`
}

function row(entry: TimelineEntry, number: number, context: PageContext): Markup {
  const { verdict, ruleSet, lang, renderer } = context
  const turns = entry.turns.map(({ rule, from, to }) => {
    const values = {
      title: renderer.title(rule),
      from: OUTCOME_WORDS[from].label[lang],
      to: OUTCOME_WORDS[to].label[lang],
    }
    return html`<li>${fill(PAGE_WORDS.becomes[lang], values, lang)}</li>`
  })
  return html`<tr><td class="n" data-label="${PAGE_WORDS.number[lang]}">${number}</td><td class="day" data-label="${PAGE_WORDS.from[lang]}">${showDate(entry.on, lang)}</td><td>${standingText(entry, verdict, ruleSet, lang)}</td><td class="n" data-label="${REPORT_WORDS.points[lang]}">${scoreText(entry.score, lang)}</td><td>${turns.length === 0 ? PAGE_WORDS.scoreOnly[lang] : html`<ul>${turns}</ul>`}</td></tr>`
}
