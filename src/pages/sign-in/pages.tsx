import { ownPath } from '../base/own-path.ts'
import { show } from '../layout/show.tsx'
import type { Page } from '../page.ts'
import { beginSession, endSession } from '../session/session.ts'
import { CALLBACK_PATH, SIGNED_IN_PATH } from './paths.ts'
import { callerBack, toIssuer } from './round-trip.ts'

const WORDS = {
  signedIn: { vi: 'Đã đăng nhập', en: 'You are signed in' },
  goBack: {
    vi: 'Đề nghị đóng thẻ này, quay lại trang đang làm dở và gửi lại.',
    en: 'Close this tab, go back to the page you were on and send it again.',
  },
}

/** Signing in by the issuer, and out. */
export const SIGN_IN_PAGES: readonly Page[] = [
  {
    method: 'GET',
    path: '/sign-in',
    access: 'open',
    handle: ({ context, tools }) => toIssuer(context, ownPath(context.req.query('to')), tools),
  },
  {
    method: 'GET',
    path: CALLBACK_PATH,
    access: 'open',
    async handle({ context, tools }) {
      const { caller, to } = await callerBack(context, tools)
      await beginSession(context, caller, tools)
      return context.redirect(to)
    },
  },
  {
    method: 'GET',
    path: SIGNED_IN_PATH,
    access: 'signed-in',
    handle: async (call) => show(call, { title: WORDS.signedIn[call.lang] }, <p>{WORDS.goBack[call.lang]}</p>),
  },
  {
    method: 'POST',
    path: '/sign-out',
    access: 'signed-in',
    async handle({ context, tools }) {
      endSession(context, tools)
      return context.redirect('/', 303)
    },
  },
]
