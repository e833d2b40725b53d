import { createHash } from 'node:crypto'
import type { Language } from '../../core/errors.ts'
import { html, Markup } from '../markup.ts'

const BASE = `
*{box-sizing:border-box}
html{font:100%/1.55 "Be Vietnam Pro","Segoe UI",Roboto,"Noto Sans",Arial,sans-serif;color:#1b2530;background:#eef1f4;-webkit-text-size-adjust:100%}
body{margin:0;overflow-wrap:break-word}
.page{max-width:84rem;margin:0 auto;padding:1.25rem clamp(1rem,4vw,3rem) 1.5rem;background:#fff}
h1,h2,h3,h4,p,ul,ol,dl,figure,table{margin:0}
h1{font-size:clamp(1.35rem,1.1rem + 1.4vw,2rem);line-height:1.25;text-wrap:balance;overflow-wrap:anywhere}
h2{font-size:1.25rem;line-height:1.3;margin:1rem 0 .5rem;padding-top:.5rem;border-top:2px solid #1b2530}
h3{font-size:1rem;margin:1rem 0 .35rem;color:#3b4856}
h4{font-size:1rem;line-height:1.4}
p+p,ul+p,ol+p,p+ol,p+ul{margin-top:.5rem}
ul,ol{padding-left:1.35rem}
li+li{margin-top:.3rem}
a{color:#0b4f8a;text-underline-offset:.15em}
a:focus-visible{outline:3px solid #0b4f8a;outline-offset:2px;border-radius:2px}
.skip{position:absolute;left:-999rem}
.skip:focus{left:1rem;top:1rem;background:#fff;padding:.5rem 1rem;z-index:1}
.note,.muted{color:#4a5765}
.small{font-size:.875rem}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.wrap{overflow-wrap:anywhere}
`

// The ways into the site, where the page is shown within one.
const AROUND = `
.around{display:flex;flex-wrap:wrap;gap:.1rem 1.25rem;margin-bottom:.9rem;font-size:.9375rem}
.around a{padding:.35rem 0}
.around .muted{padding:.35rem 0}
@media (max-width:40rem){.around{flex-wrap:nowrap;overflow-x:auto;white-space:nowrap;gap:1rem;margin-bottom:.4rem;font-size:.875rem}}
`

const HEAD = `
.kind{font-size:.875rem;font-weight:600;letter-spacing:.04em;text-transform:uppercase;color:#4a5765;margin-bottom:.35rem}
.facts{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem;margin-top:1rem;font-size:.9375rem}
.facts dt{color:#4a5765}
.facts dd{margin:0;overflow-wrap:anywhere}
.whose{display:flex;flex-wrap:wrap;gap:.1rem .5rem;list-style:none;padding:0;margin-top:.35rem;font-size:.9375rem;color:#4a5765}
.whose li{margin:0}
.whose li+li::before{content:"· "}
.now{margin-bottom:.75rem}
.to-form a{font-size:.8125rem;font-weight:400;white-space:nowrap}
.to-paper{font-size:.8125rem;overflow-wrap:anywhere}
.answer details{margin-top:.5rem}
.more{margin-top:.25rem;padding:.1rem 0;border-top:1px solid #cfd7df}
.more summary{font-weight:600;padding:.25rem 0}
.more article:first-of-type{margin-top:.25rem}
.answer{margin-top:1rem;padding:1.25rem clamp(1rem,3vw,1.75rem) 1.4rem;border-left:.5rem solid;border-radius:.25rem;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.answer h2{border:0;margin:0;padding:0;font-size:clamp(1.4rem,1.1rem + 1.6vw,2rem)}
.answer>p{margin-top:.25rem;max-width:46rem}
.met{background:#e9f5ec;border-color:#23713f}.met h2{color:#14532d}
.notMet{background:#fdeeed;border-color:#b3261e}.notMet h2{color:#8c1d18}
.insufficientEvidence{background:#fff5e1;border-color:#a76200}.insufficientEvidence h2{color:#6f4100}
.undetermined,.notApplicable{background:#edf1f5;border-color:#526172}.undetermined h2,.notApplicable h2{color:#2d3a48}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(11rem,1fr));gap:1rem 1.5rem;margin:1.1rem 0 .9rem}
.figures div{display:flex;flex-direction:column-reverse;justify-content:flex-end}
.figures dt{font-size:.875rem;line-height:1.4;color:#3b4856}
.figures dd{margin:0;font-size:1.5rem;font-weight:700;line-height:1.25}
.figures dd small{font-size:.9375rem;font-weight:400}
.chips{display:flex;flex-wrap:wrap;gap:.5rem;list-style:none;padding:0;margin-top:1rem}
.chips li{margin:0}
.chips a{display:block;padding:.35rem .8rem;border:1px solid #b9c3ce;border-radius:1rem;text-decoration:none;color:#1b2530;font-size:.9375rem}
.chips a:hover{border-color:#1b2530}
`

const DRAWN = `
svg{display:block;width:100%;height:auto;print-color-adjust:exact;-webkit-print-color-adjust:exact}
svg text{font-size:11px;fill:#3b4856}
.bar{height:.75rem}
.track{fill:#fff;stroke:#8b98a6;stroke-width:1;vector-effect:non-scaling-stroke}
.low{fill:#24527a}.possible{fill:#a9c3da}
.mark{stroke:#1b2530;stroke-width:1.5;vector-effect:non-scaling-stroke}
.grid{stroke:#d5dce4}.limit{stroke:#6b7886;stroke-dasharray:4 3}.turn{stroke:#8b98a6;stroke-dasharray:2 3}
.area{fill:#d8e4ef}.line{fill:none;stroke:#24527a;stroke-width:2.5}
.dot{fill:#1b2530}svg .dotText{fill:#fff;font-weight:700;text-anchor:middle}
.middle{text-anchor:middle}.end{text-anchor:end}
.band-met{fill:#23713f}.band-notMet{fill:#b3261e}.band-insufficientEvidence{fill:#a76200}.band-undetermined,.band-notApplicable{fill:#526172}
svg .bandText{fill:#fff;font-weight:600}
.narrow{display:none}
table{width:100%;border-collapse:collapse;font-size:.9375rem}
th{text-align:left;font-weight:600;color:#3b4856}
th,td{padding:.5rem .75rem .5rem 0;border-bottom:1px solid #d5dce4;vertical-align:top}
td.n,th.n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
figure+table{margin-top:1rem}
`

const FINDINGS = `
.points{columns:3 20rem;column-gap:.5rem}
.points article{break-inside:avoid;margin-bottom:.5rem}
article{border:1px solid #cfd7df;border-left:.3rem solid #8b98a6;border-radius:.25rem;padding:.5rem .75rem;font-size:.875rem;line-height:1.45;min-width:0}
article h3,article h4{margin:0;color:inherit;font-size:.9375rem;line-height:1.4}
article p+p,article details{margin-top:.2rem}
article summary{white-space:nowrap;overflow:hidden;text-overflow:ellipsis;color:#4a5765}
article details[open] summary{white-space:normal}
.fail{border-left-color:#b3261e}.missingEvidence{border-left-color:#a76200}.needsReview{border-left-color:#6a3fa0}.error{border-left-color:#1b2530}.notYetDue{border-left-color:#24527a}.pass{border-left-color:#23713f}
.tags{display:flex;flex-wrap:wrap;gap:.35rem .5rem;margin-top:.35rem;font-size:.8125rem}
.tags span{border:1px solid #b9c3ce;border-radius:.2rem;padding:0 .45rem}
code{font-family:inherit}
.todo{font-weight:600}
details summary{cursor:pointer}
details[open]>*+*{margin-top:.4rem}
.goal{border:1px solid #cfd7df;border-radius:.25rem;padding:.5rem .9rem;margin-top:.5rem}
.goal summary{font-weight:600}
.tag{font-size:.8125rem;border-radius:.2rem;padding:0 .45rem}
.tag.blocking{background:#1b2530;color:#fff;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.goal+p{margin:.75rem 0}
.brief h4{font-weight:600;font-size:.9375rem}
.brief p{font-size:.875rem;overflow-wrap:anywhere}
.sign{display:none;margin:2rem 0 0 auto;width:min(20rem,100%);text-align:center;break-inside:avoid}
.sign strong{display:block;margin-top:.25rem;text-transform:uppercase}
footer{margin-top:1.5rem;padding-top:1rem;border-top:2px solid #1b2530}
`

const PHONE = `
@media (max-width:40rem){
.wide{display:none}.narrow{display:block}
.facts{grid-template-columns:6.25rem 1fr}
.page{padding-top:.6rem}
.whose li:nth-child(2),.whose li:nth-child(3){display:none}
.whose{margin-top:.1rem;font-size:.8125rem}
.kind{display:none}
.to-form a{white-space:normal}
.figures{grid-template-columns:1fr 1fr;gap:.2rem 1rem;margin:.35rem 0}
.figures dt{font-size:.75rem;line-height:1.3}
h1{font-size:1.125rem}
.answer{margin-top:.4rem;padding:.5rem .75rem .75rem}
.answer>p{margin-top:0;line-height:1.35;font-size:.9375rem}
.answer h3{margin:.35rem 0 .1rem}
.now{font-size:.875rem;line-height:1.3;padding-left:1.1rem}
.now li+li{margin-top:.2rem}
.now .small{font-size:.8125rem}
.figures .text{grid-column:1/-1}
.figures dd{font-size:1.125rem}
.stack thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.stack tr{display:block;padding:.6rem 0;border-bottom:1px solid #d5dce4}
.stack td,.stack th{display:block;border:0;padding:.1rem 0;text-align:left}
.stack td.n,.stack td.day{display:inline-block;margin-right:1rem;text-align:left}
.stack td.zero{display:none}
.stack td[data-label]::before{content:attr(data-label) ": ";color:#4a5765}
}
`

const PAPER = `
@page{size:A4;margin:18mm 15mm 18mm 22mm;@bottom-right{content:counter(page) "/" counter(pages);font:9pt Arial,sans-serif}}
@media print{
html{font-size:9.5pt;line-height:1.4;background:#fff}
.page{max-width:none;padding:0}
.skip,.around{display:none}
a{color:inherit;text-decoration:none}
.wide{display:block}.narrow{display:none}
h2,h3,h4,caption,.note{break-after:avoid}
h2{margin-top:1.5rem}
article{padding:.35rem .7rem}
.points{columns:2;column-gap:.6rem}
.points article{margin-bottom:.4rem}
article summary{white-space:normal}
.to-form,.to-paper{display:none}
details.goal::details-content{content-visibility:visible}
.sign{display:block}
.sign div{height:6rem}
article,.goal,tr,figure,.answer,.facts div{break-inside:avoid}
p{orphans:3;widows:3}
}
`

/** The one style sheet of the page: screen, telephone, A4 paper. */
export const STYLES = [BASE, AROUND, HEAD, DRAWN, FINDINGS, PHONE, PAPER].join('')

const hashOf = (styles: string) => `'sha256-${createHash('sha256').update(styles).digest('base64')}'`

/** What a page of these styles may load: nothing but them. No script, image, font, form or request. */
export const policyOf = (styles: string): string =>
  `default-src 'none'; style-src ${hashOf(styles)}; base-uri 'none'; form-action 'none'`

const POLICY = policyOf(STYLES)

/** What is added for pictures that stand in a page itself. */
export const PICTURES = '; img-src data:'

/** Characters of a page within which its head says what it may load, before any text of a dossier. */
const HEAD_LENGTH = 500
const WRITTEN = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/
const OURS =
  /^default-src 'none'; style-src 'sha256-[\w+/=]{44}'; base-uri 'none'; form-action 'none'(?:; img-src data:)?$/

/**
 * What the stored page of a verdict may load, as its own head says: a page stored by an earlier release has the style
 * sheet of that release, and one with pictures allows those that stand in it.
 */
export function policyOfPage(page: string): string {
  const [, written = ''] = WRITTEN.exec(page.slice(0, HEAD_LENGTH)) ?? []
  const policy = written.replaceAll('&#39;', "'")
  return OURS.test(policy) ? policy : POLICY
}

/** What is added for a script of the site, and what it asks the site. */
export const SCRIPT = "; script-src 'self'; connect-src 'self'"

/** A stored page whose head allows scripts of the site too; one that says nothing of what it may load is left as it is. */
export function withScript(page: string): string {
  const [head, rest] = [page.slice(0, HEAD_LENGTH), page.slice(HEAD_LENGTH)]
  return head.replace(WRITTEN, (meta) => meta.replace('">', `${SCRIPT.replaceAll("'", '&#39;')}">`)) + rest
}

/** What a report may load where it is shown within the site: a second style sheet, and the fonts of the site. */
export const withinSite = (policy: string, sheet: string): string =>
  `${policy.replace('style-src ', `style-src ${hashOf(sheet)} `)}; font-src 'self'`

/** A report with a second style sheet, which its head allows; one that says nothing of what it may load is left as it is. */
export function withSheet(page: string, sheet: string): string {
  const [head, rest] = [page.slice(0, HEAD_LENGTH), page.slice(HEAD_LENGTH)]
  const allowing = head.replace(WRITTEN, (_, written: string) => {
    const policy = withinSite(written.replaceAll('&#39;', "'"), sheet)
    return `<meta http-equiv="Content-Security-Policy" content="${policy.replaceAll("'", '&#39;')}">`
  })
  return allowing === head ? page : (allowing + rest).replace('</style>', () => `</style>\n<style>${sheet}</style>`)
}

/**
 * The head of a page that needs nothing else: no script, no request, system fonts.
 * @param more of what it may load
 */
export function pageHead(title: string, styles: string, lang: Language, more = ''): Markup {
  return html`<!DOCTYPE html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyOf(styles)}${more}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${new Markup(styles)}</style>
</head>`
}
