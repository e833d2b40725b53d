import type { Language } from '../../base/localized.ts'
import { html } from '../../report/html/markup.ts'
import { POLICY } from '../../report/html/styles.ts'
import type { ReadVerdict } from '../../service/service.ts'
import { textHeaders } from '../../web/text-headers.ts'
import type { SignedInCall } from '../page.ts'
import type { WayOn } from '../problems/page-problem.ts'
import { VERDICT_PAGE_WORDS as WORDS } from './words.ts'

/** Where the page's own content begins; pages stored by every version of the software have it. */
const CONTENT = '<div class="page">\n'

/**
 * The page of a verdict as it is stored, with the ways into the site above it.
 * @param ways whither, the first one back
 */
export async function storedPage(call: SignedInCall, read: ReadVerdict, ways: readonly WayOn[]): Promise<Response> {
  const { context, tools, lang } = call
  const stored = await tools.service.verdictPage(read, lang)
  const page = stored.replace(CONTENT, () => `${CONTENT}${around(ways, context.req.path, lang)}\n`)
  // The stored page allows itself nothing but its own style sheet; so do we.
  const policy = { 'Content-Security-Policy': `${POLICY}; frame-ancestors 'none'` }
  return context.body(page, 200, { ...textHeaders('text/html', lang), ...policy })
}

function around(ways: readonly WayOn[], here: string, lang: Language): string {
  const other = lang === 'vi' ? 'en' : 'vi'
  return html`<nav class="around" aria-label="${WORDS.around[lang]}">
${ways.map(({ href, label }) => html`<a href="${href}">${label[lang]}</a>\n`)}<a href="${here}?lang=${other}" lang="${other}" hreflang="${other}">${WORDS.other[lang]}</a>
<span class="muted">${WORDS.print[lang]}</span>
</nav>`.text
}
