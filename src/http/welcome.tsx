import { AGENCY_PATH, DESK_PATH, HOME_PATH, RULE_BOOK_PATH, SIGN_IN_PATH } from '../core/paths.ts'
import { show } from './layout.tsx'
import type { Page, PageCall } from './route.ts'
import { WELCOME_WORDS as WORDS } from './words.ts'

/** The front page: whoever is signed in is led to their own. */
export const HOME_PAGES: readonly Page[] = [
  {
    method: 'GET',
    path: HOME_PATH,
    access: 'open',
    async handle(call) {
      if (call.caller === undefined) return welcome(call)
      return call.context.redirect(call.caller.kind === 'agency' ? AGENCY_PATH : DESK_PATH)
    },
  },
]

/** The front page for whoever is not signed in: what the service is for, and the way in. */
function welcome(call: PageCall): Response | Promise<Response> {
  const { lang } = call
  return show(
    call,
    { title: WORDS.title[lang] },
    <>
      <p class="lead">{WORDS.lead[lang]}</p>
      <p class="ways">
        <a class="button" href={SIGN_IN_PATH}>
          {WORDS.signIn[lang]}
        </a>
        <a href={RULE_BOOK_PATH}>{WORDS.rules[lang]}</a>
      </p>
      <div class="columns">
        <section>
          <h2>{WORDS.agency[lang]}</h2>
          <p>{WORDS.agencyText[lang]}</p>
        </section>
        <section>
          <h2>{WORDS.authority[lang]}</h2>
          <p>{WORDS.authorityText[lang]}</p>
        </section>
      </div>
    </>,
  )
}
