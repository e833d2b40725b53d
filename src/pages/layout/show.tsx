import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { printable } from '../../report/printable.ts'
import type { PageCall } from '../page.ts'
import { Footer } from './footer.tsx'
import { Header } from './header.tsx'

/** What a page says of itself. */
export interface Shown {
  /** Its first heading, and its title in the browser. */
  title: string
  /** 200 unless said otherwise. */
  status?: 200 | 400 | 401 | 403 | 404 | 405 | 409 | 413 | 422 | 429 | 500 | 503
  /** Islands whose scripts it needs, by name. */
  islands?: readonly string[]
  /** Asks the browser to open it again after so many seconds, where no script does. */
  againSeconds?: number
  /** A line above the heading: where in the site it stands. */
  above?: Child
  /** Takes the whole width, for tables. */
  wide?: boolean
}

const SERVICE = { vi: 'Đánh giá hồ sơ HTQLCL', en: 'QMS dossier assessment' }
const SKIP = { vi: 'Đến nội dung chính', en: 'Skip to the content' }

/** A whole page of the site: head, header, what is given as the main part under its heading, footer. */
export function show(call: PageCall, page: Shown, content: Child): Response | Promise<Response> {
  const { context, lang, tools } = call
  const { title, status = 200, islands = [], againSeconds, above, wide = false } = page
  const document = (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <meta name="robots" content="noindex" />
        {againSeconds !== undefined && (
          <noscript>
            <meta http-equiv="refresh" content={String(againSeconds)} />
          </noscript>
        )}
        <title>{`${title} · ${SERVICE[lang]}`}</title>
        <link rel="icon" href="data:," />
        {tools.assets.fonts.map((href) => (
          <link rel="preload" href={href} as="font" type="font/woff2" crossorigin="anonymous" />
        ))}
        <style>{raw(tools.assets.styles)}</style>
        {islands.map((name) => (
          <script type="module" src={tools.assets.island(name)} />
        ))}
      </head>
      <body>
        <a class="skip" href="#main">
          {SKIP[lang]}
        </a>
        <Header call={call} service={SERVICE[lang]} />
        <main id="main" tabindex={-1} class={wide ? 'wide' : undefined}>
          {above && <p class="above">{above}</p>}
          <h1>{title}</h1>
          {content}
        </main>
        <Footer lang={lang} />
      </body>
    </html>
  )
  context.header('Content-Language', lang)
  return context.html(raw(printable(`<!DOCTYPE html>${document}`)), status)
}
