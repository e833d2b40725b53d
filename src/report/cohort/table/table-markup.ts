import type { Language } from '../../../base/localized.ts'
import { html, type Markup } from '../../html/markup.ts'
import { showNumber } from '../../values.ts'
import { exactShare, roundedShareText } from '../shares.ts'
import type { Cell, Column, Table } from './table.ts'

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
