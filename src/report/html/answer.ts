import { backedText, besideTexts } from '../beside.ts'
import { withoutExceptions } from '../exceptions.ts'
import { gradesOf, headTexts } from '../head.ts'
import { fill } from '../render.ts'
import { showDate, showNumber } from '../values.ts'
import { REPORT_WORDS } from '../words/report.ts'
import { STATUS_WORDS } from '../words/verdict.ts'
import type { PageContext } from './context.ts'
import { html, type Markup } from './markup.ts'
import { scoreBar } from './score-bar.ts'
import { PAGE_WORDS } from './words.ts'

/** A mark that tells the status without colour. */
const SIGNS = { met: '✓', notMet: '✕', insufficientEvidence: '?', undetermined: '…', notApplicable: '–' } as const

/** Whose dossier, for which year, as of which day. */
export function headPart({ verdict, ruleSet, lang }: PageContext): Markup {
  const { agency, assessmentYear, asOf } = verdict
  const { block, duty } = headTexts(verdict, ruleSet, lang)
  return html`<header>
<p class="kind">${REPORT_WORDS.title[lang]}</p>
<h1>${agency.name}</h1>
<dl class="facts">
<dt>${PAGE_WORDS.code[lang]}</dt><dd>${agency.code}</dd>
<dt>${PAGE_WORDS.block[lang]}</dt><dd>${block}</dd>
<dt>${PAGE_WORDS.duty[lang]}</dt><dd>${duty}</dd>
<dt>${REPORT_WORDS.year[lang]}</dt><dd>${String(assessmentYear)}</dd>
<dt>${REPORT_WORDS.asOf[lang]}</dt><dd>${showDate(asOf, lang)}</dd>
</dl>
</header>`
}

/** The verdict in a few words: status, grade, score, until when it holds. */
export function answerPart(context: PageContext): Markup {
  const { verdict, ruleSet, lang } = context
  const { status, score } = verdict
  const { grade, kept } = headTexts(verdict, ruleSet, lang)
  const without = withoutExceptions(verdict, ruleSet, lang)
  const beside = besideTexts(verdict, ruleSet, context.renderer)
  return html`<section class="answer ${status}" aria-labelledby="answer">
<h2 id="answer"><span aria-hidden="true">${SIGNS[status]} </span>${STATUS_WORDS[status].label[lang]}</h2>
<p>${STATUS_WORDS[status].sentence[lang]}</p>
<dl class="figures">
${grade === null ? null : html`<div><dt>${REPORT_WORDS.grade[lang]}</dt><dd>${grade}</dd></div>`}
${scoreFigures(context)}
${backedFigure(context)}
${kept === null ? null : keptFigure(context)}
</dl>
${score === null ? null : scoreBar(score, lang, gradesOf(verdict, ruleSet))}
${score === null ? null : html`<p class="small note">${thresholds(context)}</p>`}
${without === null ? null : html`<p class="small">${without}</p>`}
${beside.map((line) => html`<p class="small">${line}</p>`)}
</section>`
}

function scoreFigures({ verdict: { score }, lang }: PageContext): Markup {
  if (score === null)
    return html`<div class="text"><dt>${REPORT_WORDS.points[lang]}</dt><dd>${REPORT_WORDS.noScore[lang]}</dd></div>`
  const figure = (label: string, points: number) =>
    html`<div><dt>${label}</dt><dd>${showNumber(points, lang)}<small>/100</small></dd></div>`
  const low = figure(REPORT_WORDS.score[lang], score.low)
  return score.low === score.high ? low : html`${low}${figure(REPORT_WORDS.high[lang], score.high)}`
}

/** What the score rests on, next to it. */
function backedFigure({ verdict: { evidence }, lang }: PageContext): Markup | null {
  const text = backedText(evidence, lang)
  return text === null ? null : html`<div class="text"><dt>${REPORT_WORDS.backedLabel[lang]}</dt><dd>${text}</dd></div>`
}

function keptFigure({ verdict: { validUntil }, lang }: PageContext): Markup {
  return validUntil === null
    ? html`<div><dt>${PAGE_WORDS.keptLong[lang]}</dt><dd>${PAGE_WORDS.months[lang]}</dd></div>`
    : html`<div><dt>${PAGE_WORDS.keptThrough[lang]}</dt><dd>${showDate(validUntil, lang)}</dd></div>`
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
