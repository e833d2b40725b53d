import { addMonths, toDay, toIso } from '../../base/day.ts'
import type { Language } from '../../base/localized.ts'
import type { Status, Verdict } from '../../verdict/verdict.ts'
import { STATUS_WORDS } from '../words/verdict.ts'
import { html, type Markup } from './markup.ts'
import { lanesOf, monthsOf, oneStatus, type Span, spansOf } from './timeline-spans.ts'

/** The size of a drawing, and how many months lie between the days written under it. */
export interface ChartSize {
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
export function timelineChart(verdict: Verdict, lang: Language, size: ChartSize, title: string, text: string): Markup {
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
