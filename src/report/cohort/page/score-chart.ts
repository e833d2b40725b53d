import type { Prescreen } from '../../../cohort/prescreen.ts'
import { html, type Markup } from '../../html/markup.ts'
import { fill } from '../../render.ts'
import { agenciesListed, type DeskContext } from '../desk-context.ts'
import { PAGE_WORDS } from '../words/pages.ts'

const SIZE = 420
const LEFT = 44
const BOTTOM = 40
const TOP = 10
const RIGHT = 10
const x = (points: number) => round(LEFT + (points / 100) * (SIZE - LEFT - RIGHT))
const y = (points: number) => round(SIZE - BOTTOM - (points / 100) * (SIZE - BOTTOM - TOP))
const round = (value: number) => Math.round(value * 10) / 10

/** An agency's score in the two years. */
interface Pair {
  name: string
  from: number
  to: number
}

/** Scores of this year against last year's: above the diagonal an agency rose. Says so where there is no last year. */
export function scoreChart({ prescreen, previous, lang }: DeskContext): Markup {
  const title = PAGE_WORDS.scoreTitle[lang]
  if (previous === undefined)
    return html`<section aria-labelledby="scores"><h2 id="scores">${title}</h2><p>${PAGE_WORDS.scoreNone[lang]}</p></section>`
  const pairs = pairsOf(prescreen, previous)
  const counts = {
    n: pairs.length,
    up: pairs.filter(({ from, to }) => to > from).length,
    down: pairs.filter(({ from, to }) => to < from).length,
    same: pairs.filter(({ from, to }) => to === from).length,
  }
  const text = fill(PAGE_WORDS.scoreText[lang], counts, lang)
  return html`<section aria-labelledby="scores"><h2 id="scores">${title}</h2><p class="note">${text}</p>
<figure class="scatter"><svg role="img" aria-labelledby="scores scores-text" viewBox="0 0 ${SIZE} ${SIZE}"><desc id="scores-text">${text}</desc>
${[0, 25, 50, 75, 100].map((points) => grid(points))}
<line class="limit" x1="${x(0)}" y1="${y(0)}" x2="${x(100)}" y2="${y(100)}"/>
${pairs.map(
  (pair) =>
    html`<circle class="${direction(pair)}" cx="${x(pair.from)}" cy="${y(pair.to)}" r="4.5"><title>${fill(PAGE_WORDS.dot[lang], { ...pair }, lang)}</title></circle>`,
)}
<text class="middle" x="${x(50)}" y="${SIZE - 4}">${PAGE_WORDS.lastYear[lang]}</text><text class="middle" transform="translate(12 ${y(50)}) rotate(-90)">${PAGE_WORDS.thisYear[lang]}</text>
</svg></figure></section>`
}

function pairsOf(prescreen: Prescreen, previous: Prescreen): Pair[] {
  const before = new Map(agenciesListed(previous).map(({ code, score }) => [code, score]))
  return agenciesListed(prescreen).flatMap(({ code, name, score }) => {
    const from = before.get(code)
    return score && from ? [{ name, from: from.low, to: score.low }] : []
  })
}

function grid(points: number): Markup {
  return html`<line class="grid" x1="${x(0)}" x2="${x(100)}" y1="${y(points)}" y2="${y(points)}"/><line class="grid" y1="${y(0)}" y2="${y(100)}" x1="${x(points)}" x2="${x(points)}"/><text class="end" x="${x(0) - 5}" y="${y(points) + 4}">${points}</text><text class="middle" x="${x(points)}" y="${y(0) + 15}">${points}</text>`
}

function direction({ from, to }: Pair): string {
  if (to === from) return 'stays'
  return to > from ? 'rises' : 'falls'
}
