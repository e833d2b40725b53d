import { QmsVerdictError } from '../../base/errors.ts'
import type { Localized } from '../../base/localized.ts'

/** HTTP status by the code that S3 gives to such a form. */
const STATUS = {
  AccessDenied: 403,
  SignatureDoesNotMatch: 403,
  BadDigest: 400,
  EntityTooLarge: 400,
  EntityTooSmall: 400,
  InvalidArgument: 400,
  MalformedPOSTRequest: 400,
  MaxPostPreDataLengthExceeded: 400,
  PreconditionFailed: 412,
  QuotaExceeded: 429,
} as const
export type FormCode = keyof typeof STATUS

/** A form that is not accepted: nothing of it was stored. */
export class FormFault extends QmsVerdictError {
  override name = 'FormFault'
  readonly code: FormCode
  readonly text: Localized

  /** @param text what was found, what is expected, what to do */
  constructor(code: FormCode, text: Localized, options?: ErrorOptions) {
    super(`${code}: ${text.en}`, options)
    this.code = code
    this.text = text
  }

  get status(): (typeof STATUS)[FormCode] {
    return STATUS[this.code]
  }
}
