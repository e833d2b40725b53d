import type { Language } from '../../core/errors.ts'
import type { Prescreen } from '../../province/prescreen.ts'
import { pageHead, policyOf, STYLES } from '../html/styles.ts'
import { PAGE_WORDS as VERDICT_WORDS } from '../html/words.ts'
import { html, type Markup } from '../markup.ts'
import type { Cell, Column, Table } from '../office.ts'
import { fill } from '../renderer.ts'
import { showDate, showNumber } from '../values.ts'
import {
  agenciesListed,
  type DeskContext,
  exactShare,
  profileTitle,
  roundedShareText,
  unsignedNotes,
} from './context.ts'
import { PAGE_WORDS } from './words.ts'

const OWN_STYLES = `
.page{max-width:80rem}
.bars{margin:1rem 0 1.25rem}
figcaption{font-weight:600;color:#3b4856;margin-bottom:.35rem}
.bars ul{list-style:none;padding:0}
.bars li{display:grid;grid-template-columns:13rem 1fr 4.5rem;column-gap:.75rem;align-items:center;margin-top:.45rem;font-size:.9375rem}
.bars.long li{grid-template-columns:1fr 4.5rem}
.bars.long span{grid-column:1/-1}
.bars svg{height:.9rem;overflow:visible}
.bars b{text-align:right;font-variant-numeric:tabular-nums}
.scatter{max-width:30rem}
.rises{fill:#23713f}.falls{fill:#b3261e}.stays{fill:#526172}
.rises,.falls,.stays{fill-opacity:.65}
td:empty::after{content:"\\a0"}
tfoot td{font-weight:700;border-top:2px solid #1b2530}
td{overflow-wrap:break-word}
th.n{white-space:normal}
@media (max-width:40rem){.bars li{grid-template-columns:1fr 4.5rem}.bars span{grid-column:1/-1}}
@media print{@page{size:A4 landscape;margin:15mm}.page{max-width:none}table{font-size:8.5pt}th,td{padding:.25rem .6rem .25rem 0}.bars{break-inside:auto}thead{display:table-header-group}tfoot{display:table-row-group}.bars li,section>h2{break-inside:avoid}}
`
const ALL_STYLES = STYLES + OWN_STYLES
/** What such a page may load: its own style sheet, and nothing else. */
export const DESK_PAGE_POLICY = policyOf(ALL_STYLES)

/** A page of the authority that needs nothing else: no script, no request, system fonts; for a screen and A4 on its side. */
export function deskPage(
  title: string,
  figures: readonly [string, number][],
  context: DeskContext,
  main: Markup,
): string {
  const { lang, prescreen, authority } = context
  const { asOf, ruleSet } = prescreen
  return html`${pageHead(title, ALL_STYLES, lang)}
<body>
<div class="page">
<header>
<p class="kind">${[authority.name, PAGE_WORDS.draft[lang]].filter((one) => one !== undefined).join(' · ')}</p>
<h1>${title}</h1>
<dl class="facts"><dt>${PAGE_WORDS.figuresOn[lang]}</dt><dd>${showDate(asOf, lang)}</dd><dt>${PAGE_WORDS.profile[lang]}</dt><dd>${profileTitle(context)}</dd><dt>${PAGE_WORDS.ruleSet[lang]}</dt><dd>${ruleSet.id} ${ruleSet.version}</dd></dl>
<dl class="figures">${figures.map(([label, value]) => html`<div><dt>${label}</dt><dd>${showNumber(value, lang)}</dd></div>`)}</dl>
${unsignedNotes(context, lang).map((note) => html`<p class="note"><strong>${note}</strong></p>`)}
</header>
<main>
${main}
</main>
<footer>
<p>${PAGE_WORDS.nature[lang]}</p>
<div class="sign"><em>${VERDICT_WORDS.signWhere[lang]}</em><strong>${VERDICT_WORDS.signature[lang]}</strong><span class="small">${VERDICT_WORDS.signHow[lang]}</span><div></div></div>
</footer>
</div>
</body>
</html>
`.text
}

/** A table as a section of a page; on a telephone each row becomes a card. */
export function tableSection(table: Table, lang: Language, chart: Markup | null = null): Markup {
  const { id, title, notes, columns, rows, total, empty } = table
  const nothing = rows.length === 0 && empty !== undefined
  return html`<section aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
${notes.map((note) => html`<p class="note">${note}</p>`)}
${chart}
${
  nothing
    ? html`<p>${empty}</p>`
    : html`<table class="stack">
<thead><tr>${columns.map(({ label, kind }) => html`<th scope="col"${side(kind)}>${label}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr>${cells(row, columns, lang)}</tr>`)}</tbody>
${total ? html`<tfoot><tr>${cells(total, columns, lang)}</tr></tfoot>` : null}
</table>`
}
</section>`
}

function cells(row: readonly Cell[], columns: readonly Column[], lang: Language): Markup[] {
  return columns.map(({ label, kind }, at) => {
    const cell = row[at] ?? null
    const value = typeof cell === 'object' ? (cell?.value ?? null) : cell
    const lines = typeof value === 'string' ? value.split('\n') : [shown(value, kind, lang)]
    const text = lines.map((line, index) => (index === 0 ? html`${line}` : html`<br>${line}`))
    return html`<td${side(kind)} data-label="${label}">${text}</td>`
  })
}

function shown(value: number | null, kind: Column['kind'], lang: Language): string {
  if (value === null) return ''
  if (kind === 'share') return exactShare(value, lang)
  return kind === 'rounded' ? roundedShareText(value) : showNumber(value, lang)
}

const side = (kind: Column['kind']) => (kind === 'text' ? null : html` class="n"`)

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

/** A bar of a drawing: its length from 0 to 1, and the figure that stands beside it. */
export interface Bar {
  label: string
  length: number
  figure: string
}

/**
 * Bars beside their labels, or under them where labels are `long`: the labels are text of the page, so that they wrap on
 * paper and on a telephone.
 */
export function barChart(title: string, bars: readonly Bar[], labels: 'short' | 'long' = 'short'): Markup {
  return html`<figure class="bars ${labels}"><figcaption>${title}</figcaption><ul>${bars.map(
    ({ label, length, figure }) =>
      html`<li><span>${label}</span><svg role="img" aria-label="${label}: ${figure}" viewBox="0 0 100 8" preserveAspectRatio="none"><rect class="track" width="100" height="8"/><rect class="low" width="${Math.round(length * 1000) / 10}" height="8"/></svg><b>${figure}</b></li>`,
  )}</ul></figure>`
}
