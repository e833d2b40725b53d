import { toIso } from '../../core/days.ts'
import type { Localized } from '../../core/errors.ts'
import type { Notice } from '../../dossier/dossier.ts'
import {
  type DocumentReading,
  SIGNATURE_REASONS,
  type SignatureReading,
  type SignatureReason,
} from '../../dossier/reading.ts'
import { NOTICES_SIGNATURE_REASON_WORDS, NOTICES_TIME_WORDS } from '../words.ts'

const MS_PER_HOUR = 3_600_000
const TIME_WORDS: Record<NonNullable<SignatureReading['time']>, Localized> = NOTICES_TIME_WORDS

/**
 * What there is to tell of the signatures in a bundle: who signed, when, and whether it counts and why not; those that do
 * not come first. Nothing of a bundle with a secrecy stamp in it.
 */
export function signatureNotices(readings: ReadonlyMap<string, DocumentReading> = new Map()): Notice[] {
  const all = [...readings.values()]
  if (all.some(({ stamped }) => stamped)) return []
  const signed = all.flatMap(({ path, signatures }) => signatures.map((signature) => ({ path, signature })))
  const told = signed.map(({ path, signature }) => notice(path, signature))
  return [...told.filter(({ code }) => code !== VALID), ...told.filter(({ code }) => code === VALID)]
}

const VALID = 'signature-valid'

function notice(path: string, signature: SignatureReading): Notice {
  const reason = SIGNATURE_REASONS.find((one) => one === signature.reason)
  const words = reason && SIGNATURE_REASON_WORDS[reason]
  const { vi, en } = whose(signature)
  const text = {
    vi: `${path}: chữ ký số${vi} ${words ? `không được tính. ${words.vi}` : 'hợp lệ.'}`,
    en: `${path}: the digital signature${en} ${words ? `does not count. ${words.en}` : 'is valid.'}`,
  }
  return { code: words ? 'signature-not-counted' : VALID, text, file: path }
}

function whose({ by, organization, signedAt, time }: SignatureReading): Localized {
  const name = by && organization ? `${by} (${organization})` : (by ?? organization)
  const when = signedAt && time && { at: inVietnam(signedAt), words: TIME_WORDS[time] }
  return {
    vi: `${name ? ` của ${name}` : ''}${when ? ` lúc ${when.at.clock} ngày ${when.at.day} (${when.words.vi})` : ''}`,
    en: `${name ? ` of ${name}` : ''}${when ? ` at ${when.at.clock} on ${when.at.day}, Viet Nam time (${when.words.en}),` : ''}`,
  }
}

/** The clock and the day in Asia/Ho_Chi_Minh, UTC+7 all year, as `09:30` and `05/10/2026`. */
function inVietnam(instant: string): { clock: string; day: string } {
  const local = Date.parse(instant) + 7 * MS_PER_HOUR
  const dayNumber = Math.floor(local / (24 * MS_PER_HOUR))
  const minutes = Math.floor((local - dayNumber * 24 * MS_PER_HOUR) / 60_000)
  const two = (number: number) => String(number).padStart(2, '0')
  const day = toIso(dayNumber).split('-').reverse().join('/')
  return { clock: `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`, day }
}

/** Why a digital signature does not count: what was found, and what to do. Complete sentences. */
export const SIGNATURE_REASON_WORDS: Readonly<Record<SignatureReason, Localized>> = NOTICES_SIGNATURE_REASON_WORDS
