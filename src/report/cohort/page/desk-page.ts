import { createHash } from 'node:crypto'
import { html, Markup } from '../../html/markup.ts'
import { STYLES } from '../../html/styles.ts'
import { PAGE_WORDS as VERDICT_WORDS } from '../../html/words.ts'
import { showDate, showNumber } from '../../values.ts'
import { type DeskContext, profileTitle } from '../desk-context.ts'
import { PAGE_WORDS } from '../words/pages.ts'

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
export const DESK_PAGE_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(ALL_STYLES).digest('base64')}'; base-uri 'none'; form-action 'none'`

/** A page of the authority that needs nothing else: no script, no request, system fonts; for a screen and A4 on its side. */
export function deskPage(
  title: string,
  figures: readonly [string, number][],
  context: DeskContext,
  main: Markup,
): string {
  const { lang, prescreen, authority } = context
  const { asOf, ruleSet } = prescreen
  return html`<!DOCTYPE html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${DESK_PAGE_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${new Markup(ALL_STYLES)}</style>
</head>
<body>
<div class="page">
<header>
<p class="kind">${[authority.name, PAGE_WORDS.draft[lang]].filter((one) => one !== undefined).join(' · ')}</p>
<h1>${title}</h1>
<dl class="facts"><dt>${PAGE_WORDS.figuresOn[lang]}</dt><dd>${showDate(asOf, lang)}</dd><dt>${PAGE_WORDS.profile[lang]}</dt><dd>${profileTitle(context)}</dd><dt>${PAGE_WORDS.ruleSet[lang]}</dt><dd>${ruleSet.id} ${ruleSet.version}</dd></dl>
<dl class="figures">${figures.map(([label, value]) => html`<div><dt>${label}</dt><dd>${showNumber(value, lang)}</dd></div>`)}</dl>
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
