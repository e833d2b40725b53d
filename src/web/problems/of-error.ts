import { KeysFault, NobodyFault, TokenFault } from '../../auth/token-fault.ts'
import type { Localized } from '../../base/localized.ts'
import { Problem } from './problem.ts'

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
export function problemOf(error: unknown): { problem: Problem; ours: boolean } {
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
