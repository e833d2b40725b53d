import type { Language } from '../../base/localized.ts'
import { showNumber } from '../values.ts'

/**
 * A share with two decimals. Where that would make it 0%, 100% or `limit`, which it is not, as many more decimals as tell
 * it apart (at most six): nothing but everything is 100%.
 */
export function exactShare(share: number, lang: Language, limit?: number): string {
  for (let decimals = 2; ; decimals += 1) {
    const factor = 10 ** (decimals + 2)
    const shown = Math.round(share * factor)
    const told = [0, 1, limit].every(
      (edge) => edge === undefined || share === edge || shown !== Math.round(edge * factor),
    )
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
