import { setImmediate } from 'node:timers/promises'
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { LANGUAGES, type Language } from '../core/errors.ts'
import {
  AGENCY_PATH,
  DESK_PATH,
  HOME_PATH,
  MANIFEST_PATH,
  RULE_BOOK_PATH,
  SESSION_PATH,
  SIGN_IN_PATH,
  SIGN_OUT_PATH,
  UPLOAD_PATH,
} from '../core/paths.ts'
import { withinSite, withSheet } from '../render/html/styles.ts'
import { html, Markup, printable } from '../render/markup.ts'
import { inLanguage } from './language.ts'
import type { ProblemStatus, WayOn } from './problems.ts'
import type { PageCall } from './route.ts'
import type { Caller } from './sign-in/caller.ts'
import { TOKEN_FIELD } from './sign-in/session.ts'
import {
  HEADER_WORDS,
  LANGUAGE_NAMES as NAMES,
  NOT_AN_INSPECTION,
  PAGE_NAMES,
  SERVICE_NAME as SERVICE,
  SKIP_LINK as SKIP,
  WAY_WORDS,
} from './words.ts'

/** What a page says of itself. */
export interface Shown {
  /** Its first heading, and its title in the browser. */
  title: string
  /** 200 unless said otherwise. */
  status?: 200 | ProblemStatus
  /** Islands whose scripts it needs, by name. */
  islands?: readonly string[]
  /** Asks the browser to open it again after so many seconds, where no script does. */
  againSeconds?: number
  /** A line above the heading: where in the site it stands. */
  above?: Child
  /** Takes the whole width, for tables. */
  wide?: boolean
}

/** A whole page of the site: head, header, what is given as the main part under its heading, footer. */
export async function show(call: PageCall, page: Shown, content: Child): Promise<Response> {
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
  const bytes = await pageBytes(`<!DOCTYPE html>${document}`)
  return context.body(bytes, status, { 'Content-Type': 'text/html; charset=UTF-8' })
}

/** Characters of a page that are gone through at once: a millisecond or two. */
const CHARACTERS_AT_ONCE = 200_000

/** A page as it is sent, without what may not be printed; of a long one, piece by piece. */
export async function pageBytes(page: string): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = []
  for (let at = 0; at < page.length; ) {
    if (at > 0) await setImmediate()
    // Before a tag, so that no character is cut in two.
    const tag = page.indexOf('<', at + CHARACTERS_AT_ONCE)
    const end = tag < 0 ? page.length : tag
    pieces.push(Buffer.from(printable(page.slice(at, end))))
    at = end
  }
  return Buffer.concat(pieces)
}

/** Of a long list so many are rendered at once: some milliseconds. */
const AT_ONCE = 20

/** A list as long as it may be, rendered piece by piece; between two pieces others are answered. */
export async function listed<T>(items: readonly T[], render: (item: T, at: number) => Child): Promise<Child> {
  const pieces: string[] = []
  for (let at = 0; at < items.length; at += AT_ONCE) {
    if (at > 0) await setImmediate()
    for (const [beside, item] of items.slice(at, at + AT_ONCE).entries()) pieces.push(String(render(item, at + beside)))
  }
  return raw(pieces.join(''))
}

/** The head of every page: what is to be warned of, the service's name, where one may go, who is signed in, the languages. */
function Header({ call, service }: { call: PageCall; service: string }) {
  const { context, tools, lang, caller } = call
  const here = context.req.path
  return (
    <header class="site">
      {tools.warning && <p class="warning">{tools.warning[lang]}</p>}
      <div class="bar">
        <a class="name" href={HOME_PATH}>
          {service}
        </a>
        <nav aria-label={HEADER_WORDS.main[lang]}>
          <ul>
            {navigation(caller).map(({ href, label }) => (
              <li>
                <a href={href} aria-current={here === href ? 'page' : undefined}>
                  {label[lang]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <nav class="languages" aria-label={HEADER_WORDS.language[lang]}>
          {LANGUAGES.map((one) => (
            <a
              href={inLanguage(context, one)}
              lang={one}
              hreflang={one}
              aria-current={one === lang ? 'true' : undefined}
            >
              {NAMES[one]}
            </a>
          ))}
        </nav>
        {caller ? <SignedIn call={call} caller={caller} /> : <a href={SIGN_IN_PATH}>{HEADER_WORDS.signIn[lang]}</a>}
      </div>
    </header>
  )
}

function SignedIn({ call: { lang, csrf }, caller }: { call: PageCall; caller: Caller }) {
  const code = caller.kind === 'agency' ? caller.code : caller.province
  return (
    <form class="who" method="post" action={SIGN_OUT_PATH}>
      <span>
        {HEADER_WORDS[caller.kind][lang]}{' '}
        <a href={SESSION_PATH}>
          <strong>{code}</strong>
        </a>
      </span>
      <input type="hidden" name={TOKEN_FIELD} value={csrf} />
      <button type="submit" class="quiet">
        {HEADER_WORDS.signOut[lang]}
      </button>
    </form>
  )
}

const RULES: WayOn = { href: RULE_BOOK_PATH, label: PAGE_NAMES.rules }

const OF: Readonly<Record<Caller['kind'], readonly WayOn[]>> = {
  agency: [
    { href: AGENCY_PATH, label: PAGE_NAMES.agency },
    { href: UPLOAD_PATH, label: PAGE_NAMES.upload },
    { href: MANIFEST_PATH, label: PAGE_NAMES.manifest },
  ],
  authority: [{ href: DESK_PATH, label: PAGE_NAMES.agencies }],
}

/** Where somebody may go from every page. */
function navigation(caller: Caller | undefined): readonly WayOn[] {
  return [...(caller === undefined ? [] : OF[caller.kind]), RULES]
}

/** The foot of every page: what the service's answers are not. */
function Footer({ lang }: { lang: Language }) {
  return (
    <footer class="site">
      <p>{NOT_AN_INSPECTION[lang]}</p>
    </footer>
  )
}

/** Where the content of a report's page begins; pages stored by every version of the software have it. */
const CONTENT = '<div class="page">\n'

/**
 * A report that is a page of its own, with the ways into the site above it, the other language, and how to print it.
 * @param ways whither, the first one back
 * @param here path of the page
 * @param waiting what is told while more is to come, and the words of the link that looks again. The page does not load itself anew:
 *   who is reading it would lose their place (WCAG 2.2, 2.2.1)
 */
export function withWays(
  page: string,
  ways: readonly WayOn[],
  here: string,
  lang: Language,
  waiting?: ScansWaiting,
): string {
  const other = lang === 'vi' ? 'en' : 'vi'
  const around = html`<nav class="around" aria-label="${WAY_WORDS.around[lang]}">
${ways.map(({ href, label }) => html`<a href="${href}">${label[lang]}</a>\n`)}<a href="${here}?lang=${other}" lang="${other}" hreflang="${other}">${WAY_WORDS.other[lang]}</a>
<span class="muted">${WAY_WORDS.print[lang]}</span>
</nav>`.text
  const told =
    waiting === undefined
      ? ''
      : html`<div class="note"><p role="status"><span id="scans-told">${waiting.text}</span> <a id="scans-link" href="${here}">${waiting.again}</a></p>
<details><summary>${waiting.means.question}</summary><p>${waiting.means.text}</p></details></div>
<script type="application/json" id="scans-settings">${new Markup(dataOf({ done: waiting.done, open: waiting.open }))}</script>
<script type="module" src="${waiting.script}"></script>\n`.text
  return page.replace(CONTENT, () => `${CONTENT}${around}\n${told}`)
}

/** The header over a report, which has a style sheet of its own. Signing out is on the page of the session: a report sends no form. */
const REPORT_HEADER = `
.site-bar{display:flex;flex-wrap:wrap;align-items:center;gap:.25rem 1.5rem;padding:.5rem clamp(1rem,4vw,3rem);background:#fff;border-bottom:1px solid #cfd7df}
.site-bar a{display:inline-flex;align-items:center;min-height:2.75rem;color:#1b2530;text-decoration:none}
.site-bar a:hover{text-decoration:underline}
.site-bar .name{font-weight:700}
.site-bar span{margin-left:auto;font-size:.875rem}
.page>.note{margin:0 0 .75rem;padding:.5rem 1rem;font-size:.9375rem;background:#fff5e1;color:#6f4100}
@media (max-width:40rem){.site-bar{gap:0 1rem;padding:0 1rem}.site-bar a{min-height:2.25rem}.site-bar .name{font-size:.9375rem}.site-bar .way{display:none}.page>.note{font-size:.8125rem;line-height:1.35;padding:.3rem .75rem;margin-bottom:.4rem}.whose li+li::before{content:none}}
@media print{.site-bar{display:none}}
`

const sheets = new Map<string, string>()

/** The fonts of the site and the header over a report; the same for all. */
function reportSheet(styles: string): string {
  const known = sheets.get(styles) ?? (styles.match(/@font-face ?\{[^{}]*\}/g) ?? []).join('') + REPORT_HEADER
  sheets.set(styles, known)
  return known
}

/** A report as it is shown within the site: under its header, in its font. @param policy what it may load by itself */
export function inSite(page: string, policy: string, call: PageCall): { page: string; policy: string } {
  const { tools, lang, caller } = call
  const sheet = reportSheet(tools.assets.styles)
  const code = caller?.kind === 'agency' ? caller.code : caller?.province
  const header =
    html`<nav class="site-bar" aria-label="${HEADER_WORDS.main[lang]}"><a class="name" href="${HOME_PATH}">${SERVICE[lang]}</a>${navigation(
      caller,
    ).map(
      ({ href, label }) => html`<a class="way" href="${href}">${label[lang]}</a>`,
    )}<span>${caller && HEADER_WORDS[caller.kind][lang]} <a href="${SESSION_PATH}">${code}</a></span></nav>\n`.text
  return {
    page: withSheet(page, sheet).replace(CONTENT, () => `${header}${CONTENT}`),
    policy: withinSite(policy, sheet),
  }
}

/** What a page tells its script: data in a block that no browser runs. */
export function PageData({ id, value }: { id: string; value: unknown }) {
  return (
    <script type="application/json" id={id}>
      {raw(dataOf(value))}
    </script>
  )
}

/** `<` alone could end the block or begin a comment in it. */
function dataOf(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}

/** What the page of a provisional verdict says: how far reading its scans has come, where to look again, and what is said at the end. */
interface ScansWaiting {
  text: string
  /** What a provisional result is, to be opened. */
  means: { question: string; text: string }
  again: string
  done: string
  open: string
  /** Address of the script that looks again. */
  script: string
}
