import type { PageCall } from '../page.ts'
import { PageProblem } from '../problems/page-problem.ts'
import { resendPage } from './resend.tsx'
import { wantsJson } from './wants-json.ts'

const TITLE = { vi: 'Phiên đăng nhập đã hết', en: 'You are no longer signed in' }

/** Leads to sign in and back; what was filled in into a form is kept on a page that sends it again. */
export async function mustSignIn(call: PageCall): Promise<Response> {
  const { context } = call
  const { pathname, search } = new URL(context.req.url)
  if (wantsJson(context))
    throw new PageProblem(401, {
      title: TITLE,
      detail: {
        vi: 'Đề nghị đăng nhập lại ở một thẻ khác của trình duyệt rồi thử lại tại đây; nội dung đang làm vẫn còn.',
        en: 'Sign in again in another tab of the browser, then try again here; what you were doing is still there.',
      },
    })
  if (context.req.method === 'POST') return resendPage(call, { status: 401, title: TITLE })
  return context.redirect(`/sign-in?${new URLSearchParams({ to: `${pathname}${search}` })}`)
}
