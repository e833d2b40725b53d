import type { Verdict } from '../../verdict/verdict.ts'
import type { FormatOptions } from '../formats.ts'
import { Renderer } from '../render.ts'
import { REPORT_WORDS } from '../words/report.ts'
import { DISCLAIMER } from '../words/verdict.ts'
import { answerPart, headPart } from './answer.ts'
import type { PageContext } from './context.ts'
import { exceptionsPart } from './exceptions.ts'
import { findingsPart, outcomeLinks } from './findings.ts'
import { firstStepsPart } from './first-steps.ts'
import { groupsPart } from './groups.ts'
import { html, Markup } from './markup.ts'
import { sourcesPart } from './sources.ts'
import { POLICY, STYLES } from './styles.ts'
import { timelinePart } from './timeline.ts'
import { PAGE_WORDS } from './words.ts'

/**
 * The verdict as one page that needs nothing else: no script, no request, system fonts; for a screen, a telephone and
 * A4 paper. Everything from the dossier is escaped.
 */
export function verdictHtml(verdict: Verdict, { ruleSet, lang, notices }: FormatOptions): string {
  const context: PageContext = { verdict, ruleSet, lang, renderer: new Renderer(ruleSet, lang) }
  const { agency } = verdict
  return html`<!DOCTYPE html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${REPORT_WORDS.title[lang]}: ${agency.name} (${agency.code})</title>
<style>${new Markup(STYLES)}</style>
</head>
<body>
<a class="skip" href="#answer">${PAGE_WORDS.skip[lang]}</a>
<div class="page">
${headPart(context)}
<main>
${answerPart(context)}
${outcomeLinks(context)}
${firstStepsPart(context)}
${groupsPart(context)}
${timelinePart(context)}
${findingsPart(context)}
${exceptionsPart(context)}
${sourcesPart(context, notices)}
</main>
${closing(context)}
</div>
</body>
</html>
`.text
}

/** What the verdict is not, where the one who answers for it signs, and by which digest it is known. */
function closing({ verdict, lang }: PageContext): Markup {
  return html`<footer>
<p>${DISCLAIMER[lang]}</p>
<p class="small muted wrap">${PAGE_WORDS.digest[lang]}: ${verdict.digest}</p>
<div class="sign"><em>${PAGE_WORDS.signWhere[lang]}</em><strong>${PAGE_WORDS.signature[lang]}</strong><span class="small">${PAGE_WORDS.signHow[lang]}</span><div></div></div>
</footer>`
}
