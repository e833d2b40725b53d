import { QmsVerdictError } from '../base/errors.ts'
import type { Localized } from '../base/localized.ts'
import { ALGORITHMS } from './algorithms.ts'

/** Why a token is not accepted, and what to do. */
const TEXTS = {
  malformed: {
    vi: 'Mã truy cập không đúng dạng JWT (ba phần cách nhau bằng dấu chấm). Gửi nguyên văn mã do hệ thống định danh cấp.',
    en: 'The token is not a JWT (three parts with dots between). Send it exactly as the identity provider issued it.',
  },
  algorithm: {
    vi: `Mã truy cập ký bằng thuật toán không được chấp nhận. Chỉ nhận các thuật toán khóa công khai: ${ALGORITHMS.join(', ')}.`,
    en: `The token is signed with an algorithm that is not accepted. Only these public-key algorithms are: ${ALGORITHMS.join(', ')}.`,
  },
  signature: {
    vi: 'Chữ ký của mã truy cập không khớp với khóa công khai của đơn vị cấp mã. Đề nghị lấy mã mới từ đúng hệ thống định danh.',
    en: "The token's signature does not match the issuer's public keys. Get a new token from the right identity provider.",
  },
  expired: {
    vi: 'Mã truy cập đã hết hạn. Đề nghị lấy mã mới rồi gửi lại yêu cầu.',
    en: 'The token has expired. Get a new one and send the request again.',
  },
  notYetValid: {
    vi: 'Mã truy cập chưa đến thời điểm có hiệu lực. Đề nghị kiểm tra đồng hồ của máy cấp mã, hoặc gửi lại sau.',
    en: 'The token is not valid yet. Check the clock of the machine that issued it, or try again later.',
  },
  issuer: {
    vi: 'Mã truy cập không do đơn vị cấp mã mà dịch vụ này tin cậy cấp. Đề nghị lấy mã từ đúng hệ thống định danh.',
    en: 'The token was not issued by the identity provider that this service trusts. Get one from the right provider.',
  },
  audience: {
    vi: 'Mã truy cập được cấp cho dịch vụ khác. Đề nghị xin mã dành cho dịch vụ này.',
    en: 'The token was issued for another service. Ask for one for this service.',
  },
  claims: {
    vi: 'Mã truy cập thiếu thông tin bắt buộc hoặc thông tin trong mã không đúng dạng. Đề nghị quản trị hệ thống định danh kiểm tra thời hạn (exp), đơn vị cấp (iss) và dịch vụ nhận (aud) của mã.',
    en: 'The token lacks a required claim, or one is not of the right form. Ask the administrator of the identity provider to check exp, iss and aud.',
  },
} as const satisfies Record<string, Localized>

export type TokenReason = keyof typeof TEXTS

/** A token that is not accepted; the caller must get another one (HTTP 401). */
export class TokenFault extends QmsVerdictError {
  override name = 'TokenFault'
  readonly reason: TokenReason
  readonly text: Localized

  constructor(reason: TokenReason, options?: ErrorOptions) {
    super(TEXTS[reason].en, options)
    this.reason = reason
    this.text = TEXTS[reason]
  }
}

/** The token is valid but names neither an agency nor an authority (HTTP 403). */
export class NobodyFault extends QmsVerdictError {
  override name = 'NobodyFault'
}

/** The issuer's public keys cannot be had: no fault of the caller's, who may try again later (HTTP 503). */
export class KeysFault extends QmsVerdictError {
  override name = 'KeysFault'
}
