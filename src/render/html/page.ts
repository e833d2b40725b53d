import type { Verdict } from '../../verdict/verdict.ts'
import { exceptionLines } from '../exceptions.ts'
import { EXCEPTION_LABELS } from '../format-words.ts'
import { headTexts } from '../head.ts'
import { html, type Markup } from '../markup.ts'
import { type FormatOptions, fill, Renderer } from '../renderer.ts'
import { DISCLAIMER, REPORT_WORDS } from '../words.ts'
import { answerPart, firstStepsPart, groupsPart, headPart } from './answer.ts'
import type { PageContext } from './context.ts'
import { findingsPart, outcomeLinks } from './findings.ts'
import { pageHead, STYLES } from './styles.ts'
import { timelinePart } from './timeline.ts'
import { PAGE_WORDS } from './words.ts'

/**
 * The verdict as one page that needs nothing else: no script, no request, system fonts; for a screen, a telephone and
 * A4 paper. Everything from the dossier is escaped.
 */
export function verdictHtml(verdict: Verdict, { ruleSet, lang, notices }: FormatOptions): string {
  const context: PageContext = { verdict, ruleSet, lang, renderer: new Renderer(ruleSet, lang) }
  const { agency } = verdict
  return html`${pageHead(`${REPORT_WORDS.title[lang]}: ${agency.name} (${agency.code})`, STYLES, lang)}
<body>
<a class="skip" href="#answer">${PAGE_WORDS.skip[lang]}</a>
<div class="page">
${headPart(context)}
<main>
${answerPart(context)}
${outcomeLinks(context)}
${firstStepsPart(context)}
${findingsPart(context)}
${groupsPart(context)}
${timelinePart(context)}
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

/** Listed file names and notes at most; how many there are is always said. */
const SHOWN = 12

/** By which rules, profile, catalogue and software the bundle was judged, and what was not. */
function sourcesPart(context: PageContext, notices: FormatOptions['notices'] = []): Markup {
  const { verdict, ruleSet, renderer, lang } = context
  const { bundle, engine, profile, unnamedFiles, notEvaluated } = verdict
  const head = headTexts(verdict, ruleSet, lang)
  const decision = ruleSet.profiles.find((one) => one.id === profile.id)?.decision
  const skipped = (['profileOff', 'quarantined'] as const).map((reason) => ({
    label: PAGE_WORDS[reason][lang],
    titles: notEvaluated.filter((one) => one.reason === reason).map(({ rule }) => renderer.title(rule)),
  }))
  return html`<details class="more"><summary>${PAGE_WORDS.sources[lang]}</summary>
<dl class="facts">
<dt>${PAGE_WORDS.duty[lang]}</dt><dd>${head.duty}</dd>
<dt>${REPORT_WORDS.profile[lang]}</dt><dd>${head.profile}${decision === undefined ? null : `; ${decision}`}</dd>
<dt>${REPORT_WORDS.catalogue[lang]}</dt><dd>${head.catalogue}</dd>
<dt>${PAGE_WORDS.ruleSet[lang]}</dt><dd>${ruleSet.title[lang]}, ${verdict.ruleSet.version}<br><span class="small muted">SHA-256 ${verdict.ruleSet.sha256}</span></dd>
<dt>${PAGE_WORDS.bundle[lang]}</dt><dd>${fill(PAGE_WORDS.files[lang], { files: bundle.files, bytes: bundle.bytes }, lang)}<br><span class="small muted">SHA-256 ${bundle.sha256}</span></dd>
<dt>${PAGE_WORDS.engine[lang]}</dt><dd>${engine.name} ${engine.version}</dd>
</dl>
${skipped.map(({ label, titles }) => capped(label, titles, titles.length, context))}
${capped(REPORT_WORDS.unnamed[lang], unnamedFiles, SHOWN, context)}
${capped(
  REPORT_WORDS.notices[lang],
  notices.map(({ text }) => text[lang]),
  SHOWN,
  context,
)}
</details>`
}

function capped(label: string, lines: readonly string[], most: number, { lang }: PageContext): Markup | null {
  if (lines.length === 0) return null
  const shown = lines.slice(0, most)
  const more = fill(REPORT_WORDS.shown[lang], { shown: shown.length, total: lines.length }, lang)
  return html`<h3>${label}${lines.length > shown.length ? ` (${more})` : ''}</h3><ul class="wrap">${shown.map((one) => html`<li>${one}</li>`)}</ul>`
}

/** Exceptions that count and those that do not. */
function exceptionsPart({ verdict, renderer, lang }: PageContext): Markup | null {
  const { counted, uncounted } = exceptionLines(verdict, renderer)
  if (counted.length + uncounted.length === 0) return null
  const list = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? null : html`<h3>${title}</h3><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`
  return html`<section aria-labelledby="exceptions">
<h2 id="exceptions">${EXCEPTION_LABELS.title[lang]}</h2>
${list(EXCEPTION_LABELS.counted[lang], counted)}
${list(EXCEPTION_LABELS.uncounted[lang], uncounted)}
</section>`
}
