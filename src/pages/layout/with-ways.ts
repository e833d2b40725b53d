import type { Language, Localized } from '../../base/localized.ts'
import { html } from '../../report/html/markup.ts'
import type { WayOn } from '../problems/page-problem.ts'

const WORDS = {
  around: { vi: 'Các trang liên quan', en: 'Related pages' },
  other: { vi: 'English', en: 'Tiếng Việt' },
  print: {
    vi: 'Để in hoặc lưu thành PDF: Ctrl+P; trên điện thoại: Chia sẻ, In.',
    en: 'To print or save as PDF: Ctrl+P; on a telephone: Share, Print.',
  },
} as const satisfies Record<string, Localized>

/** Where the content of a report's page begins; pages stored by every version of the software have it. */
const CONTENT = '<div class="page">\n'

/**
 * A report that is a page of its own, with the ways into the site above it, the other language, and how to print it.
 * @param ways whither, the first one back
 * @param here path of the page
 */
export function withWays(page: string, ways: readonly WayOn[], here: string, lang: Language): string {
  const other = lang === 'vi' ? 'en' : 'vi'
  const around = html`<nav class="around" aria-label="${WORDS.around[lang]}">
${ways.map(({ href, label }) => html`<a href="${href}">${label[lang]}</a>\n`)}<a href="${here}?lang=${other}" lang="${other}" hreflang="${other}">${WORDS.other[lang]}</a>
<span class="muted">${WORDS.print[lang]}</span>
</nav>`.text
  return page.replace(CONTENT, () => `${CONTENT}${around}\n`)
}
