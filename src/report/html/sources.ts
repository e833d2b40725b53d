import type { FormatOptions } from '../formats.ts'
import { headTexts } from '../head.ts'
import { fill } from '../render.ts'
import { REPORT_WORDS } from '../words/report.ts'
import type { PageContext } from './context.ts'
import { html, type Markup } from './markup.ts'
import { PAGE_WORDS } from './words.ts'

/** Listed file names and notes at most; how many there are is always said. */
const SHOWN = 12

/** By which rules, profile, catalogue and software the bundle was judged, and what was not. */
export function sourcesPart(context: PageContext, notices: FormatOptions['notices'] = []): Markup {
  const { verdict, ruleSet, renderer, lang } = context
  const { bundle, engine, profile, unnamedFiles, notEvaluated } = verdict
  const head = headTexts(verdict, ruleSet, lang)
  const decision = ruleSet.profiles.find((one) => one.id === profile.id)?.decision
  const skipped = (['profileOff', 'quarantined'] as const).map((reason) => ({
    label: PAGE_WORDS[reason][lang],
    titles: notEvaluated.filter((one) => one.reason === reason).map(({ rule }) => renderer.title(rule)),
  }))
  return html`<section aria-labelledby="sources">
<h2 id="sources">${PAGE_WORDS.sources[lang]}</h2>
<dl class="facts">
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
</section>`
}

function capped(label: string, lines: readonly string[], most: number, { lang }: PageContext): Markup | null {
  if (lines.length === 0) return null
  const shown = lines.slice(0, most)
  const more = fill(REPORT_WORDS.shown[lang], { shown: shown.length, total: lines.length }, lang)
  return html`<h3>${label}${lines.length > shown.length ? ` (${more})` : ''}</h3><ul class="wrap">${shown.map((one) => html`<li>${one}</li>`)}</ul>`
}
