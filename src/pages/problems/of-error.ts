import { SignInFault } from '../../auth/sign-in/sign-in-fault.ts'
import { NobodyFault } from '../../auth/token-fault.ts'
import { PROBLEMS } from '../../web/problems/catalogue.ts'
import { problemOf } from '../../web/problems/of-error.ts'
import { HOME, PageProblem, type WayOn } from './page-problem.ts'

const AGAIN: WayOn = { href: '/sign-in', label: { vi: 'Đăng nhập lại', en: 'Sign in again' } }

const NOT_SIGNED_IN = { vi: 'Chưa đăng nhập được', en: 'You could not be signed in' }

const NOBODY = {
  vi: 'Đăng nhập thành công tại hệ thống định danh, nhưng tài khoản không ghi mã cơ quan hoặc mã tỉnh, thành phố (hoặc ghi cả hai), nên không xác định được người đăng nhập thuộc cơ quan nào. Đề nghị quản trị hệ thống định danh bổ sung đúng một trong hai thông tin này cho tài khoản.',
  en: 'The identity provider let you in, but your account names neither an agency nor the province of an authority (or names both). Ask its administrator to give your account exactly one of the two.',
}

const FAULT = {
  vi: 'Phần mềm gặp lỗi; không phải lỗi của người dùng hay của hồ sơ. Đề nghị thử lại sau; nếu vẫn lỗi, báo cho quản trị hệ thống kèm mã yêu cầu ghi bên dưới.',
  en: 'The software failed; neither you nor the dossier is at fault. Try again later; if it fails again, tell the administrator the request id below.',
}

/** The problem that an error is told as; `ours` when an operator should hear of it. */
export function pageProblemOf(error: unknown): { problem: PageProblem; ours: boolean } {
  if (error instanceof PageProblem) return { problem: error, ours: false }
  if (error instanceof SignInFault) return notOurs(400, error.text, error)
  if (error instanceof NobodyFault) return notOurs(403, NOBODY, error)
  const { problem, ours } = problemOf(error)
  const { status, title } = PROBLEMS[problem.slug]
  const detail = problem.slug === 'fault' ? FAULT : problem.detail
  return { problem: new PageProblem(status === 415 ? 400 : status, { title, detail }, { cause: error }), ours }
}

function notOurs(status: 400 | 403, detail: PageProblem['detail'], cause: unknown) {
  const problem = new PageProblem(status, { title: NOT_SIGNED_IN, detail, ways: [AGAIN, HOME] }, { cause })
  return { problem, ours: false }
}
