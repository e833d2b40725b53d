import type { Verdict } from '../../verdict/verdict.ts'
import { scoreText } from '../head.ts'
import { OUTCOME_WORDS } from '../words/outcomes.ts'
import { REPORT_WORDS } from '../words/report.ts'
import type { PageContext } from './context.ts'
import { html, type Markup } from './markup.ts'
import { scoreBar } from './score-bar.ts'
import { PAGE_WORDS } from './words.ts'

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
  return html`<section aria-labelledby="groups">
<h2 id="groups">${REPORT_WORDS.groups[lang]}</h2>
<table class="stack groups">
<thead><tr><th scope="col">${PAGE_WORDS.group[lang]}</th><th scope="col" class="n">${REPORT_WORDS.points[lang]}</th>${COUNTED.map(
    (outcome) => html`<th scope="col" class="n">${OUTCOME_WORDS[outcome].label[lang]}</th>`,
  )}</tr></thead>
<tbody>${shown.map(row)}</tbody>
</table>
</section>`
}
