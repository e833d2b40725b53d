import { isIsoDate, toDay } from '../../base/day.ts'
import type { Kind } from './define-reading.ts'

/** Days from a document's date within which it is sent: the day itself or the next working day, over a long holiday. */
const SENT_WITHIN = 10

/**
 * A document is sent on its day or the working day after (NĐ 30/2020 Điều 18): never before its date. One dated long
 * before is told nothing of.
 */
export const noticeDay: Kind = {
  against: 'day',
  differs: 'contradicts',
  compare: (declared, found) => {
    if (!isIsoDate(String(found))) return 'unclear'
    const wait = Number(declared) - toDay(String(found))
    if (wait < 0) return 'other'
    return wait <= SENT_WITHIN ? 'same' : 'unclear'
  },
}

/**
 * The capacity above the signature against the right that the manifest comes to (NĐ 30/2020 Điều 13). A head signs with
 * none, so that its absence tells nothing; TL. and TUQ. are signatures by order or by authorisation and nobody's own.
 */
export const signingRight: Kind = {
  against: 'text',
  differs: 'contradicts',
  guard: true,
  compare: (declared, found) => {
    const delegated = found === 'TL.' || found === 'TUQ.'
    if (delegated === (declared === 'delegated')) return 'same'
    return delegated ? 'other' : 'unclear'
  },
}
