import { html, type Markup } from '../../html/markup.ts'

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
