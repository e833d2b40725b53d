import { wording } from './wording.ts'

const WORDS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười', 'mười một', 'mười hai']
const SPELT = `«${[...WORDS].sort((a, b) => b.length - a.length).join('|')}»`

/** A count as official texts write it: `03`, `03 (ba)`, `ba (03)`, `ba`; groups are the figure and the words. */
export const COUNT = `(?:(\\d{1,3})(?: ?\\( ?(${SPELT}) ?\\))?|(${SPELT})(?: ?\\( ?(\\d{1,3}) ?\\))?)`

/** The numbers that a count tells: one, or two where figure and words differ. */
export function countsOf(groups: readonly (string | undefined)[]): number[] {
  const told = groups.flatMap((group) => (group === undefined ? [] : [numberOf(group)]))
  return [...new Set(told)]
}

function numberOf(group: string): number {
  return /^\d/u.test(group) ? Number(group) : WORDS.findIndex((word) => wording(`^«${word}»$`).test(group))
}
