import { addMonths, toDay, toIso } from '../../core/days.ts'
import type { Language } from '../../core/errors.ts'
import type { Score, Status, TimelineEntry, Verdict } from '../../verdict/verdict.ts'
import { scoreText, standingText } from '../head.ts'
import { html, type Markup } from '../markup.ts'
import { fill } from '../renderer.ts'
import { showDate } from '../values.ts'
import { OUTCOME_WORDS, REPORT_WORDS, STATUS_WORDS } from '../words.ts'
import type { PageContext } from './context.ts'
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
  return html`<details class="more"><summary>${title}</summary>
<p class="note">${text}</p>
<figure>${SIZES.map((size) => timelineChart(verdict, lang, size, title, text))}</figure>
<table class="stack">
<thead><tr><th scope="col" class="n">${PAGE_WORDS.number[lang]}</th><th scope="col">${PAGE_WORDS.from[lang]}</th><th scope="col">${REPORT_WORDS.outcome[lang]}</th><th scope="col" class="n">${REPORT_WORDS.points[lang]}</th><th scope="col">${PAGE_WORDS.changes[lang]}</th></tr></thead>
<tbody>${timeline.map((entry, at) => row(entry, at + 1, context))}</tbody>
</table>
</details>`
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

/** The size of a drawing, and how many months lie between the days written under it. */
interface ChartSize {
  id: 'wide' | 'narrow'
  width: number
  height: number
  monthsApart: number
}

const LEFT = 30
const RIGHT = 10
const BOTTOM = 48
/** Height that is left for the score, at least. */
const LEAST = 110
/** Between two numbers over the steps, and from one lane of them to the next. */
const APART = 21

/** The score over 24 months as steps, numbered where something changes, over a band of the status. */
function timelineChart(verdict: Verdict, lang: Language, size: ChartSize, title: string, text: string): Markup {
  const start = toDay(verdict.asOf)
  const end = addMonths(start, 24)
  const x = (day: number) => round(LEFT + ((day - start) / (end - start)) * (size.width - LEFT - RIGHT))
  const numbers = lanesOf(
    verdict.timeline.map(({ on }) => x(toDay(on))),
    APART,
  )
  const top = APART * (1 + Math.max(0, ...numbers.map(({ lane }) => lane))) + 6
  // Many turns close together take many lanes of numbers; the drawing grows by them.
  const height = Math.max(size.height, top + LEAST + BOTTOM)
  const floor = height - BOTTOM
  const y = (points: number) => round(floor - (points / 100) * (floor - top))
  const spans = spansOf(verdict, start, end)
  return html`<svg class="${size.id}" role="img" aria-labelledby="chart-${size.id}-title chart-${size.id}-text" viewBox="0 0 ${size.width} ${height}">
<title id="chart-${size.id}-title">${title}</title><desc id="chart-${size.id}-text">${text}</desc>
${[0, 25, 50, 75, 100].map(
  (points) =>
    html`<line class="grid" x1="${LEFT}" x2="${size.width - RIGHT}" y1="${y(points)}" y2="${y(points)}"/><text class="end" x="${LEFT - 5}" y="${y(points) + 4}">${points}</text>`,
)}
${spans.map(({ from, to, score }) => score && html`<rect class="area" x="${x(from)}" y="${y(score.low)}" width="${round(x(to) - x(from))}" height="${round(floor - y(score.low))}"/>`)}
${oneStatus(spans).map(({ from, to, status }) => band(status, x(from), round(x(to) - x(from)), floor, lang))}
<path class="line" d="${path(spans, x, y)}"/>
${numbers.map(({ left, lane }, at) => marker(at + 1, left, top - 15 - lane * APART, floor))}
${monthsOf(start, end, size.monthsApart).map((day) => html`<text class="middle" x="${x(day)}" y="${height - 8}">${monthOf(day)}</text>`)}
</svg>`
}

function path(spans: readonly Span[], x: (day: number) => number, y: (points: number) => number): string {
  return spans
    .flatMap(({ from, to, score }, at) => {
      if (score === null) return []
      const begin = spans[at - 1]?.score ? 'L' : 'M'
      return [`${begin}${x(from)} ${y(score.low)}`, `L${x(to)} ${y(score.low)}`]
    })
    .join('')
}

function band(status: Status, left: number, width: number, floor: number, lang: Language): Markup {
  const label = STATUS_WORDS[status].label[lang]
  const fits = width > label.length * 6.5 + 8
  return html`<rect class="band-${status}" x="${left}" y="${floor + 4}" width="${width}" height="17"/>${
    fits ? html`<text class="bandText" x="${left + 6}" y="${floor + 16}">${label}</text>` : null
  }`
}

function marker(number: number, left: number, height: number, floor: number): Markup {
  return html`<line class="turn" x1="${left}" x2="${left}" y1="${height}" y2="${floor}"/><circle class="dot" cx="${left}" cy="${height}" r="9"/><text class="dotText" x="${left}" y="${height + 4}">${number}</text>`
}

/** `1/2027`, in both languages. */
function monthOf(day: number): string {
  const [year, month] = toIso(day).split('-')
  return `${Number(month)}/${year}`
}

const round = (value: number) => Math.round(value * 10) / 10

/** A stretch of time in which status and score stay the same; `to` is the first day after it. */
interface Span {
  from: number
  to: number
  status: Status
  score: Score | null
}

/** Stretches of time in which status and score stay the same. */
function spansOf({ timeline, status, score }: Verdict, start: number, end: number): Span[] {
  const stands = [{ from: start, status, score }, ...timeline.map((one) => ({ ...one, from: toDay(one.on) }))]
  return stands.map((one, at) => ({ ...one, to: stands[at + 1]?.from ?? end }))
}

/** Spans that follow each other with one status, as one. */
function oneStatus(spans: readonly Span[]): Span[] {
  return spans
    .filter((one, at) => one.status !== spans[at - 1]?.status)
    .map((one, at, kept) => ({
      ...one,
      to: kept[at + 1]?.from ?? spans.at(-1)?.to ?? one.to,
    }))
}

/** The lowest lane in which each number covers no earlier one. */
function lanesOf(places: readonly number[], apart: number): { left: number; lane: number }[] {
  const ends: number[] = []
  return places.map((left) => {
    const free = ends.findIndex((end) => left - end >= apart)
    const lane = free < 0 ? ends.length : free
    ends[lane] = left
    return { left, lane }
  })
}

/** First days of months within the chart, `apart` months from each other, counted from January. */
function monthsOf(start: number, end: number, apart: number): number[] {
  const first = toDay(`${toIso(addMonths(start, 1)).slice(0, 7)}-01`)
  return Array.from({ length: 24 }, (_, at) => addMonths(first, at)).filter(
    (day) => day < end && (Number(toIso(day).slice(5, 7)) - 1) % apart === 0,
  )
}
