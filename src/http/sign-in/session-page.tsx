import type { Localized } from '../../core/errors.ts'
import { SIGN_OUT_EVERYWHERE_PATH, SIGN_OUT_PATH } from '../../core/paths.ts'
import { fill } from '../../render/renderer.ts'
import { show } from '../layout.tsx'
import type { SignedInCall } from '../route.ts'
import { IDLE_SECONDS, ownSession, SESSION_SECONDS, sessionEnd, TOKEN_FIELD } from './session.ts'

const WORDS = {
  title: { vi: 'Phiên đăng nhập', en: 'Your session' },
  lead: {
    vi: 'Đăng nhập lúc {begun}; phiên kết thúc muộn nhất lúc {end} (sau {hours} giờ), hoặc sau {minutes} phút không thao tác.',
    en: 'You signed in at {begun}; the session ends at {end} at the latest (after {hours} hours), or after {minutes} minutes in which you do nothing.',
  },
  here: { vi: 'Đăng xuất khỏi thiết bị này', en: 'Sign out on this device' },
  hereText: {
    vi: 'Trình duyệt này không dùng được phiên này nữa, kể cả khi ai đó đã sao chép cookie.',
    en: 'This session counts no more, even if somebody has copied its cookie.',
  },
  all: { vi: 'Đăng xuất khỏi mọi thiết bị', en: 'Sign out on all devices' },
  allText: {
    vi: 'Dùng khi quên đăng xuất ở máy khác, mất máy, hoặc nghi có người khác dùng tài khoản của mình. Mọi phiên của tài khoản này kết thúc ngay; việc đã nộp, đã ghi vẫn giữ nguyên.',
    en: 'For when you forgot to sign out elsewhere, lost a device, or think that somebody uses your account. All sessions of this account end at once; what was handed in and written stays.',
  },
  account: {
    vi: 'Nếu nghi lộ mật khẩu, đổi mật khẩu tại hệ thống định danh; dịch vụ này không giữ mật khẩu.',
    en: 'If your password may be known, change it at the identity provider; this service keeps none.',
  },
} as const satisfies Record<string, Localized>

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
