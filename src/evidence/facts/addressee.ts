import type { Found } from '../../dossier/reading.ts'
import { BETWEEN } from './agency-words.ts'
import { distinct, found } from './found.ts'
import type { Line } from './line.ts'
import type { Outline } from './outline.ts'
import { isBroken } from './spelling.ts'
import { wording } from './wording.ts'

const LABEL = wording('^«Kính gửi» ?:? ?')
const ITEM = /^[-–+•] ?/u
/** To be filled in by hand. */
const BLANK = /[.…_]{3,}|…/u
/** Addressees are told on these many lines at most. */
const MOST = 12

/** To whom the document is addressed (`Kính gửi`), each addressee as written; several of them are several readings. */
export function addressee({ own }: Outline): readonly Found<string>[] {
  const at = own.findIndex(({ text }) => LABEL.test(text))
  const line = own[at]
  if (!line) return []
  const [list, ...more] = statementsFrom(own.slice(at))
  const beside = list?.replace(LABEL, '') ?? ''
  const told = [...(beside === '' ? [] : beside.split(BETWEEN)), ...(beside === '' || ITEM.test(beside) ? more : [])]
  return distinct(
    told.flatMap((words) => {
      const value = words
        .replace(ITEM, '')
        .replace(/[.;,]+$/u, '')
        .trim()
      return /\p{L}{2}/u.test(value) && !isBroken(value) && !BLANK.test(value) ? [found(value, line, value)] : []
    }),
  )
}

/** The line of the label and the items below it, each with the lines that go on with a small letter. */
function statementsFrom([label, ...below]: readonly Line[]): string[] {
  const told = label ? [label.text] : []
  for (const { text } of below.slice(0, MOST)) {
    if (/^\p{Ll}/u.test(text)) told.push(`${told.pop()} ${text}`)
    else if (ITEM.test(text)) told.push(text)
    else break
  }
  return told
}
