import { HTTPException } from 'hono/http-exception'
import type { Localized } from '../core/errors.ts'
import { SIGN_IN_PATH } from '../core/paths.ts'
import { isDiskFull } from '../service/store.ts'
import { ErasedDossier } from '../service/tombstone.ts'
import { WorkersBusy } from '../service/workers/pool.ts'
import { DISK_FULL, HOME, notOurForm, Problem, type WayOn } from './problems.ts'
import { SignInFault } from './sign-in/sign-in.ts'
import { KeysFault, NobodyFault, TokenFault } from './sign-in/verifier.ts'

const RETRY_AFTER_SECONDS = '10'

const AGAIN: WayOn = { href: SIGN_IN_PATH, label: { vi: 'Đăng nhập lại', en: 'Sign in again' } }

const NOT_SIGNED_IN = { vi: 'Chưa đăng nhập được', en: 'You could not be signed in' }

const NOBODY: Localized = {
  vi: 'Mã truy cập hợp lệ nhưng không ghi mã cơ quan, cũng không ghi mã tỉnh, thành phố của đơn vị chủ trì (hoặc ghi cả hai). Đề nghị quản trị hệ thống định danh cấp đúng một trong hai thông tin này.',
  en: 'The token is valid but names neither an agency nor the province of an authority (or names both). Ask the administrator of the identity provider for exactly one of the two.',
}

const NOBODY_SIGNED_IN: Localized = {
  vi: 'Đăng nhập thành công tại hệ thống định danh, nhưng tài khoản không ghi mã cơ quan hoặc mã tỉnh, thành phố (hoặc ghi cả hai), nên không xác định được người đăng nhập thuộc cơ quan nào. Đề nghị quản trị hệ thống định danh bổ sung đúng một trong hai thông tin này cho tài khoản.',
  en: 'The identity provider let you in, but your account names neither an agency nor the province of an authority (or names both). Ask its administrator to give your account exactly one of the two.',
}

const UNAVAILABLE: Localized = {
  vi: 'Chưa truy cập được kho lưu trữ hoặc hệ thống định danh. Hồ sơ và yêu cầu không sai; đề nghị gửi lại sau ít phút.',
  en: 'The store or the identity provider cannot be reached. Nothing is wrong with the request; send it again in a few minutes.',
}

const BUSY: Localized = {
  vi: 'Dịch vụ đang đọc nhiều tệp của người khác, chưa đến lượt tệp này. Hồ sơ và yêu cầu không sai; đề nghị gửi lại sau ít phút.',
  en: 'The service is busy with the files of others. Nothing is wrong with the request; send it again in a few minutes.',
}

const FAULT: Localized = {
  vi: 'Phần mềm gặp lỗi; không phải lỗi của hồ sơ hay của yêu cầu. Đề nghị gửi lại sau; nếu vẫn lỗi, báo cho quản trị hệ thống kèm mã requestId.',
  en: 'The software failed; neither the dossier nor the request is at fault. Try again later; if it fails again, tell the administrator the requestId.',
}

const FAULT_ON_PAGE: Localized = {
  vi: 'Phần mềm gặp lỗi; không phải lỗi của người dùng hay của hồ sơ. Đề nghị thử lại sau; nếu vẫn lỗi, báo cho quản trị hệ thống kèm mã yêu cầu ghi bên dưới.',
  en: 'The software failed; neither you nor the dossier is at fault. Try again later; if it fails again, tell the administrator the request id below.',
}

/** The problem that an error is told as; `ours` when an operator should hear of it. */
export function toProblem(error: unknown): { problem: Problem; ours: boolean } {
  const known = error instanceof Problem ? error : ofTheCaller(error)
  if (known) return { problem: known, ours: false }
  if (isDiskFull(error)) return { problem: new Problem('disk-full', DISK_FULL, { cause: error }), ours: true }
  if (error instanceof WorkersBusy) {
    const headers = { 'Retry-After': RETRY_AFTER_SECONDS }
    return { problem: new Problem('unavailable', BUSY, { headers, cause: error }), ours: true }
  }
  if (error instanceof KeysFault || isStoreFault(error)) {
    const headers = { 'Retry-After': RETRY_AFTER_SECONDS }
    return { problem: new Problem('unavailable', UNAVAILABLE, { headers, cause: error }), ours: true }
  }
  return { problem: new Problem('fault', FAULT, { onPage: { detail: FAULT_ON_PAGE }, cause: error }), ours: true }
}

/** What is the matter with the token, the sign-in or the form of whoever calls. */
function ofTheCaller(error: unknown): Problem | undefined {
  if (error instanceof TokenFault) {
    const challenge = { 'WWW-Authenticate': `Bearer error="invalid_token", error_description="${error.reason}"` }
    return new Problem('token-not-accepted', error.text, { headers: challenge, cause: error })
  }
  if (error instanceof NobodyFault) {
    const onPage = { title: NOT_SIGNED_IN, detail: NOBODY_SIGNED_IN }
    return new Problem('caller-unknown', NOBODY, { onPage, ways: [AGAIN, HOME], cause: error })
  }
  if (error instanceof SignInFault)
    return new Problem({ status: 400, title: NOT_SIGNED_IN }, error.text, { ways: [AGAIN, HOME], cause: error })
  if (error instanceof ErasedDossier) return new Problem('erased', error.text, { cause: error })
  // Thrown by the guard against forms of other sites, and by nothing else here.
  if (error instanceof HTTPException) return notOurForm(error)
  return undefined
}

/** By its name: how things are stored is the service's affair, that a store failed is everybody's. */
function isStoreFault(error: unknown): boolean {
  return error instanceof Error && error.name === 'StoreFault'
}
