import type { Caller } from '../../auth/caller.ts'
import { LANGUAGES, type Language, type Localized } from '../../base/localized.ts'
import { TOKEN_FIELD } from '../access/token-names.ts'
import { inLanguage } from '../base/language.ts'
import type { PageCall } from '../page.ts'
import { navigation } from './navigation.ts'

const WORDS = {
  main: { vi: 'Trang chính', en: 'Main pages' },
  language: { vi: 'Ngôn ngữ', en: 'Language' },
  signOut: { vi: 'Đăng xuất', en: 'Sign out' },
  signIn: { vi: 'Đăng nhập', en: 'Sign in' },
  agency: { vi: 'Cơ quan', en: 'Agency' },
  authority: { vi: 'Đơn vị chủ trì', en: 'Authority' },
} as const satisfies Record<string, Localized>

const NAMES: Readonly<Record<Language, string>> = { vi: 'Tiếng Việt', en: 'English' }

/** The head of every page: what is to be warned of, the service's name, where one may go, who is signed in, the languages. */
export function Header({ call, service }: { call: PageCall; service: string }) {
  const { context, tools, lang, caller } = call
  const here = context.req.path
  return (
    <header class="site">
      {tools.warning && <p class="warning">{tools.warning[lang]}</p>}
      <div class="bar">
        <a class="name" href="/">
          {service}
        </a>
        <nav aria-label={WORDS.main[lang]}>
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
        <nav class="languages" aria-label={WORDS.language[lang]}>
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
        {caller ? <SignedIn call={call} caller={caller} /> : <a href="/sign-in">{WORDS.signIn[lang]}</a>}
      </div>
    </header>
  )
}

function SignedIn({ call: { lang, csrf }, caller }: { call: PageCall; caller: Caller }) {
  const code = caller.kind === 'agency' ? caller.code : caller.province
  return (
    <form class="who" method="post" action="/sign-out">
      <span>
        {WORDS[caller.kind][lang]} <strong>{code}</strong>
      </span>
      <input type="hidden" name={TOKEN_FIELD} value={csrf} />
      <button type="submit" class="quiet">
        {WORDS.signOut[lang]}
      </button>
    </form>
  )
}
