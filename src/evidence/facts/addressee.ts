import type { Found } from '../../dossier/reading.ts'
import { distinct, found } from './found.ts'
import type { Line } from './line.ts'
import type { Outline } from './outline.ts'
import { wording } from './wording.ts'

const LABEL = wording('^«Kính gửi» ?:? ?')
const ITEM = /^[-–+•] ?/u
/** Addressees are told on these many lines at most. */
const MOST = 12

/** To whom the document is addressed (`Kính gửi`), each addressee as written; several of them are several readings. */
export function addressee({ own }: Outline): readonly Found<string>[] {
  const at = own.findIndex(({ text }) => LABEL.test(text))
  const line = own[at]
  if (!line) return []
  const beside = line.text.replace(LABEL, '')
  const below = own.slice(at + 1, at + 1 + MOST)
  const items = below.slice(0, lengthOfList(below))
  const told = beside === '' || ITEM.test(beside) ? items : []
  const first = beside === '' ? [] : [{ line, words: beside }]
  return distinct(
    [...first, ...told.map((item) => ({ line: item, words: item.text }))].flatMap(({ line: place, words }) => {
      const value = words
        .replace(ITEM, '')
        .replace(/[.;,]$/u, '')
        .trim()
      return /\p{L}{2}/u.test(value) ? [found(value, place, words)] : []
    }),
  )
}

function lengthOfList(lines: readonly Line[]): number {
  const end = lines.findIndex(({ text }) => !ITEM.test(text))
  return end < 0 ? lines.length : end
}
