import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client'
import { QmsVerdictError } from '../../base/errors.ts'
import type { Localized } from '../../base/localized.ts'
import { KeysFault } from '../token-fault.ts'

/** Why a sign-in came to nothing, and what to do. */
const TEXTS = {
  refused: {
    vi: 'Hệ thống định danh không cho đăng nhập, hoặc việc đăng nhập đã được hủy tại đó. Đề nghị đăng nhập lại; nếu vẫn không được, liên hệ quản trị hệ thống định danh của tỉnh, thành phố.',
    en: 'The identity provider did not let you in, or you cancelled there. Sign in again; if it fails again, ask the administrator of the identity provider.',
  },
  other: {
    vi: 'Câu trả lời của hệ thống định danh không khớp với lần đăng nhập này (có thể đã quá thời gian, hoặc trang được mở lại). Đề nghị đăng nhập lại từ đầu.',
    en: "The identity provider's answer is not the one to this sign-in (it may have taken too long, or the page was opened again). Sign in again from the start.",
  },
} as const satisfies Record<string, Localized>

/** A sign-in that came to nothing; the person may begin again. */
export class SignInFault extends QmsVerdictError {
  override name = 'SignInFault'
  readonly text: Localized

  constructor(reason: keyof typeof TEXTS, options?: ErrorOptions) {
    super(TEXTS[reason].en, options)
    this.text = TEXTS[reason]
  }
}

/** What an error of the OpenID client says; that the issuer does not answer is no fault of the person's. */
export function signInFault(cause: unknown): SignInFault | KeysFault {
  if (cause instanceof AuthorizationResponseError) return new SignInFault('refused', { cause })
  if (cause instanceof ResponseBodyError && cause.error === 'invalid_grant') return new SignInFault('other', { cause })
  if (cause instanceof ResponseBodyError) return new KeysFault(`the issuer answers ${cause.error}`, { cause })
  if (cause instanceof ClientError && !UNREACHABLE.has(cause.code ?? '')) return new SignInFault('other', { cause })
  return new KeysFault('the issuer does not answer', { cause })
}

/** Codes of the client for what the network or the issuer's server failed at. */
const UNREACHABLE = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_HTTP_REQUEST_FORBIDDEN',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
])
