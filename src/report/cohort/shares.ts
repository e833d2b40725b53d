import type { Language } from '../../base/localized.ts'
import { showNumber } from '../values.ts'

/** Floating-point shares such as 0.29 lie a hair under what they mean. */
const HAIR = 1e-6

/**
 * A share with two decimals, rounded down: nothing but everything is 100%. Where that would hide on which side of
 * `limit` it lies, as many more decimals as tell it (at most six).
 */
export function exactShare(share: number, lang: Language, limit?: number): string {
  for (let decimals = 2; ; decimals += 1) {
    const factor = 10 ** (decimals + 2)
    const shown = Math.floor(share * factor + HAIR)
    const told = limit === undefined || share === limit || shown !== Math.floor(limit * factor + HAIR)
    if (told || decimals === 6) return `${showNumber(shown / 10 ** decimals, lang)}%`
  }
}

/** A share in whole percents, as reports print it; 100% only for all, 0% only for none. */
export function roundedShare(share: number): number {
  if (share === 0 || share === 1) return share
  return Math.min(99, Math.max(1, Math.round(share * 100))) / 100
}

/** {@link roundedShare} as text. */
export function roundedShareText(share: number): string {
  return `${Math.round(roundedShare(share) * 100)}%`
}
