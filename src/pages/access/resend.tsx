import type { Localized } from '../../base/localized.ts'
import { show } from '../layout/show.tsx'
import type { PageCall } from '../page.ts'
import { HOME } from '../problems/page-problem.ts'
import { SIGNED_IN_PATH } from '../sign-in/paths.ts'
import { TOKEN_FIELD } from './token-names.ts'

const WORDS = {
  signIn: { vi: 'Đăng nhập lại (mở thẻ mới)', en: 'Sign in again (in a new tab)' },
  again: { vi: 'Gửi lại nội dung đã điền', en: 'Send again what you filled in' },
  first: {
    vi: 'Chưa có gì được ghi nhận. Đề nghị đăng nhập lại ở thẻ mới, sau đó quay lại trang này và bấm gửi lại.',
    en: 'Nothing was recorded. Sign in again in the new tab, then come back to this page and send it again.',
  },
  check: {
    vi: 'Chưa có gì được ghi nhận. Nếu đúng là nội dung vừa điền, đề nghị bấm gửi lại.',
    en: 'Nothing was recorded. If what was sent is yours, send it again.',
  },
  files: {
    vi: 'Tệp đã chọn không giữ lại được; đề nghị quay lại trang trước và chọn lại tệp.',
    en: 'Files cannot be kept; go back to the page before and choose them again.',
  },
} as const satisfies Record<string, Localized>

/** Tells that a form was not taken, and offers to send the same again in the session of now. */
export async function resendPage(call: PageCall, told: { status: 401 | 409; title: Localized }): Promise<Response> {
  const { context, lang, csrf } = call
  const { pathname, search } = new URL(context.req.url)
  const fields = Object.entries(await context.req.parseBody({ all: true })).flatMap(([name, value]) =>
    [value].flat().map((one) => ({ name, value: one })),
  )
  const texts = fields.filter(({ name, value }) => name !== TOKEN_FIELD && typeof value === 'string')
  const hasFiles = fields.some(({ value }) => typeof value !== 'string')
  return show(
    call,
    { title: told.title[lang], status: told.status },
    <>
      <p>{told.status === 401 ? WORDS.first[lang] : WORDS.check[lang]}</p>
      {hasFiles && <p>{WORDS.files[lang]}</p>}
      {told.status === 401 && (
        <p>
          <a
            class="button"
            href={`/sign-in?${new URLSearchParams({ to: SIGNED_IN_PATH })}`}
            target="_blank"
            rel="noopener"
          >
            {WORDS.signIn[lang]}
          </a>
        </p>
      )}
      {!hasFiles && (
        <form method="post" action={`${pathname}${search}`}>
          <input type="hidden" name={TOKEN_FIELD} value={csrf} />
          {texts.map(({ name, value }) => (
            <input type="hidden" name={name} value={String(value)} />
          ))}
          <button type="submit">{WORDS.again[lang]}</button>
        </form>
      )}
      <p>
        <a href={HOME.href}>{HOME.label[lang]}</a>
      </p>
    </>,
  )
}
