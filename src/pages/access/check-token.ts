import { createHash, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import type { PageCall } from '../page.ts'
import { PageProblem } from '../problems/page-problem.ts'
import { resendPage } from './resend.tsx'
import { TOKEN_FIELD, TOKEN_HEADER } from './token-names.ts'
import { wantsJson } from './wants-json.ts'

const TITLE = { vi: 'Biểu mẫu thuộc phiên đăng nhập khác', en: 'The form is of another session' }

/**
 * Is what was sent from a page of this session? Where it is not, nothing is done; a person is asked to send it again.
 * @returns the answer instead of the page's own; undefined when the token is right
 * @throws PageProblem where a script sent it
 */
export async function checkToken(call: PageCall): Promise<Response | undefined> {
  if (same(await tokenOf(call.context), call.csrf)) return undefined
  if (!wantsJson(call.context)) return resendPage(call, { status: 409, title: TITLE })
  throw new PageProblem(409, {
    title: TITLE,
    detail: {
      vi: 'Đã có lần đăng nhập khác sau khi mở trang này. Đề nghị tải lại trang rồi thử lại.',
      en: 'You have signed in again since this page was opened. Reload it and try again.',
    },
  })
}

async function tokenOf(context: Context): Promise<string> {
  const header = context.req.header(TOKEN_HEADER)
  if (header !== undefined) return header
  const type = context.req.header('Content-Type') ?? ''
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) return ''
  const field = (await context.req.parseBody())[TOKEN_FIELD]
  return typeof field === 'string' ? field : ''
}

function same(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(one), digest(other))
}
