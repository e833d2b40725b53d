import * as asn1js from 'asn1js'
import { attribute, type CmsMessage } from './cms.ts'

const SIGNING_TIME = '1.2.840.113549.1.9.5'
const PDF_DATE = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?(?:Z|([+-])(\d\d)'?(\d\d)?'?|)/
const MINUTE = 60_000

/**
 * When the signer says he signed, in ms of the epoch: the signing time of the message, or else `/M` of the dictionary
 * (ISO 32000-2, 12.8.3.4: PAdES allows only that); a date without a zone is taken as UTC.
 * @throws Asn1Error when the attribute stands twice
 */
export function claimedTime({ signerInfo }: CmsMessage, modified: string | undefined): number | undefined {
  const value = attribute(signerInfo.signedAttrs, SIGNING_TIME)
  const time =
    value instanceof asn1js.UTCTime || value instanceof asn1js.GeneralizedTime
      ? value.toDate().getTime()
      : pdfTime(modified)
  return Number.isNaN(time) ? undefined : time
}

/** The time a date of a PDF stands for (ISO 32000-1, 7.9.4); NaN when it is none. */
function pdfTime(text = ''): number {
  const found = PDF_DATE.exec(text)
  if (found === null) return Number.NaN
  const [, year, month, day, hour, minute, second = '00', sign, hours = '00', minutes = '00'] = found
  const local = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  const offset = (Number(hours) * 60 + Number(minutes)) * MINUTE
  return sign === '-' ? local + offset : local - offset
}
