import type { Localized } from '../../core/errors.ts'
import { SIGN_OUT_EVERYWHERE_PATH, SIGN_OUT_PATH } from '../../core/paths.ts'
import { fill } from '../../render/renderer.ts'
import { SESSION_PAGE_WORDS as WORDS } from '../api/words.ts'
import { show } from '../layout.tsx'
import type { SignedInCall } from '../route.ts'
import { IDLE_SECONDS, ownSession, SESSION_SECONDS, sessionEnd, TOKEN_FIELD } from './session.ts'

/** How long somebody stays signed in, and the two ways out: on this device, or on all. */
export async function sessionPage(call: SignedInCall): Promise<Response> {
  const { lang } = call
  const own = ownSession(call)
  const values = {
    begun: timeInVietnam(new Date(own.begun)),
    end: timeInVietnam(sessionEnd(own)),
    hours: SESSION_SECONDS / 3600,
    minutes: IDLE_SECONDS / 60,
  }
  return show(
    call,
    { title: WORDS.title[lang] },
    <>
      <p class="lead">{fill(WORDS.lead[lang], values, lang)}</p>
      <h2>{WORDS.here[lang]}</h2>
      <p>{WORDS.hereText[lang]}</p>
      <Way call={call} path={SIGN_OUT_PATH} words={WORDS.here} />
      <h2>{WORDS.all[lang]}</h2>
      <p>{WORDS.allText[lang]}</p>
      <Way call={call} path={SIGN_OUT_EVERYWHERE_PATH} words={WORDS.all} />
      <p class="muted">{WORDS.account[lang]}</p>
    </>,
  )
}

function Way({ call: { csrf, lang }, path, words }: { call: SignedInCall; path: string; words: Localized }) {
  return (
    <form method="post" action={path}>
      <input type="hidden" name={TOKEN_FIELD} value={csrf} />
      <p class="ways">
        <button type="submit" class="second">
          {words[lang]}
        </button>
      </p>
    </form>
  )
}

const TIME = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** `14:05 02/11/2026`, as people in Vietnam write it. */
function timeInVietnam(instant: Date): string {
  const part = Object.fromEntries(TIME.formatToParts(instant).map(({ type, value }) => [type, value]))
  return `${part.hour}:${part.minute} ${part.day}/${part.month}/${part.year}`
}
