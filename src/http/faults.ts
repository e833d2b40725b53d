import type { Context } from 'hono'
import type { Language, Localized } from '../core/errors.ts'
import { SIGN_IN_PATH } from '../core/paths.ts'
import { HOME, PageProblem, PROBLEMS, Problem, type WayOn } from './problems.ts'
import { SignInFault } from './sign-in/sign-in.ts'
import { KeysFault, NobodyFault, TokenFault } from './sign-in/verifier.ts'

const RETRY_AFTER_SECONDS = '10'

const NOBODY: Localized = {
  vi: 'Mã truy cập hợp lệ nhưng không ghi mã cơ quan, cũng không ghi mã tỉnh, thành phố của đơn vị chủ trì (hoặc ghi cả hai). Đề nghị quản trị hệ thống định danh cấp đúng một trong hai thông tin này.',
  en: 'The token is valid but names neither an agency nor the province of an authority (or names both). Ask the administrator of the identity provider for exactly one of the two.',
}

const UNAVAILABLE: Localized = {
  vi: 'Chưa truy cập được kho lưu trữ hoặc hệ thống định danh. Hồ sơ và yêu cầu không sai; đề nghị gửi lại sau ít phút.',
  en: 'The store or the identity provider cannot be reached. Nothing is wrong with the request; send it again in a few minutes.',
}

const FAULT: Localized = {
  vi: 'Phần mềm gặp lỗi; không phải lỗi của hồ sơ hay của yêu cầu. Đề nghị gửi lại sau; nếu vẫn lỗi, báo cho quản trị hệ thống kèm mã requestId.',
  en: 'The software failed; neither the dossier nor the request is at fault. Try again later; if it fails again, tell the administrator the requestId.',
}

/** The problem that an error is told as; `ours` when an operator should hear of it. */
export function toProblem(error: unknown): { problem: Problem; ours: boolean } {
  if (error instanceof Problem) return { problem: error, ours: false }
  if (error instanceof TokenFault) {
    const challenge = { 'WWW-Authenticate': `Bearer error="invalid_token", error_description="${error.reason}"` }
    return { problem: new Problem('token-not-accepted', error.text, { headers: challenge }), ours: false }
  }
  if (error instanceof NobodyFault) return { problem: new Problem('caller-unknown', NOBODY), ours: false }
  if (error instanceof KeysFault || isStoreFault(error)) {
    const headers = { 'Retry-After': RETRY_AFTER_SECONDS }
    return { problem: new Problem('unavailable', UNAVAILABLE, { headers, cause: error }), ours: true }
  }
  return { problem: new Problem('fault', FAULT, { cause: error }), ours: true }
}

/** By its name: how things are stored is the service's affair, that a store failed is everybody's. */
function isStoreFault(error: unknown): boolean {
  return error instanceof Error && error.name === 'StoreFault'
}

/** Answers with a problem as problem details (RFC 9457) in one language. */
export function problemAnswer(problem: Problem, context: Context, lang: Language, requestId: string): Response {
  const { slug, detail, places, headers } = problem
  const { status, title } = PROBLEMS[slug]
  const errors = places.map(({ detail: said, ...place }) => ({ ...place, detail: said[lang] }))
  const body = {
    type: `/problems/${slug}`,
    title: title[lang],
    status,
    detail: detail[lang],
    requestId,
    ...(errors.length > 0 && { errors }),
  }
  const own = { 'Content-Type': 'application/problem+json', 'Content-Language': lang }
  return context.body(`${JSON.stringify(body)}\n`, status, { ...own, ...headers })
}

const AGAIN: WayOn = { href: SIGN_IN_PATH, label: { vi: 'Đăng nhập lại', en: 'Sign in again' } }

const NOT_SIGNED_IN = { vi: 'Chưa đăng nhập được', en: 'You could not be signed in' }

const NOBODY_SIGNED_IN = {
  vi: 'Đăng nhập thành công tại hệ thống định danh, nhưng tài khoản không ghi mã cơ quan hoặc mã tỉnh, thành phố (hoặc ghi cả hai), nên không xác định được người đăng nhập thuộc cơ quan nào. Đề nghị quản trị hệ thống định danh bổ sung đúng một trong hai thông tin này cho tài khoản.',
  en: 'The identity provider let you in, but your account names neither an agency nor the province of an authority (or names both). Ask its administrator to give your account exactly one of the two.',
}

const PAGE_FAULT = {
  vi: 'Phần mềm gặp lỗi; không phải lỗi của người dùng hay của hồ sơ. Đề nghị thử lại sau; nếu vẫn lỗi, báo cho quản trị hệ thống kèm mã yêu cầu ghi bên dưới.',
  en: 'The software failed; neither you nor the dossier is at fault. Try again later; if it fails again, tell the administrator the request id below.',
}

/** The problem that an error is told as; `ours` when an operator should hear of it. */
export function toPageProblem(error: unknown): { problem: PageProblem; ours: boolean } {
  if (error instanceof PageProblem) return { problem: error, ours: false }
  if (error instanceof SignInFault) return notOurs(400, error.text, error)
  if (error instanceof NobodyFault) return notOurs(403, NOBODY_SIGNED_IN, error)
  const { problem, ours } = toProblem(error)
  const { status, title } = PROBLEMS[problem.slug]
  const detail = problem.slug === 'fault' ? PAGE_FAULT : problem.detail
  return { problem: new PageProblem(status === 415 ? 400 : status, { title, detail }, { cause: error }), ours }
}

function notOurs(status: 400 | 403, detail: PageProblem['detail'], cause: unknown) {
  const problem = new PageProblem(status, { title: NOT_SIGNED_IN, detail, ways: [AGAIN, HOME] }, { cause })
  return { problem, ours: false }
}
