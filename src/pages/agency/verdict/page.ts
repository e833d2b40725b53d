import type { Language } from '../../../base/localized.ts'
import { html } from '../../../report/html/markup.ts'
import { POLICY } from '../../../report/html/styles.ts'
import { textHeaders } from '../../../web/text-headers.ts'
import type { AgencyPageCall } from '../../page.ts'
import { AGENCY_PATH, CALENDAR_PATH, UPLOAD_PATH, verdictPath } from '../paths.ts'
import { verdictOf } from './verdict-of.ts'
import { VERDICT_PAGE_WORDS as WORDS } from './words.ts'

/** Where the page's own content begins; pages stored by every version of the software have it. */
const CONTENT = '<div class="page">\n'

/** The page of a verdict as it is stored, with the ways into the site around it. */
export async function verdictPage(call: AgencyPageCall): Promise<Response> {
  const { context, tools, lang } = call
  const read = await verdictOf(call)
  const stored = await tools.service.verdictPage(read, lang)
  const page = stored.replace(CONTENT, () => `${CONTENT}${around(read.listed.id, lang)}\n`)
  // The stored page allows itself nothing but its own style sheet; so do we.
  const policy = { 'Content-Security-Policy': `${POLICY}; frame-ancestors 'none'` }
  return context.body(page, 200, { ...textHeaders('text/html', lang), ...policy })
}

/** The verdict as the API hands it out. */
export async function verdictJson(call: AgencyPageCall): Promise<Response> {
  return call.context.json((await verdictOf(call)).verdict)
}

function around(id: string, lang: Language): string {
  const other = lang === 'vi' ? 'en' : 'vi'
  const here = verdictPath(id)
  return html`<nav class="around" aria-label="${WORDS.around[lang]}">
<a href="${AGENCY_PATH}">${WORDS.home[lang]}</a>
<a href="${here}/compare">${WORDS.compare[lang]}</a>
<a href="${CALENDAR_PATH}">${WORDS.calendar[lang]}</a>
<a href="${here}/json">${WORDS.json[lang]}</a>
<a href="${UPLOAD_PATH}">${WORDS.upload[lang]}</a>
<a href="${here}?lang=${other}" lang="${other}" hreflang="${other}">${WORDS.other[lang]}</a>
<span class="muted">${WORDS.print[lang]}</span>
</nav>`.text
}
