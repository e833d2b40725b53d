import type { Signer } from '../../dossier/reading.ts'
import { isBroken, respelt } from './spelling.ts'
import { CAPACITY, TITLE, TITLES } from './titles.ts'

type Piece = { is: 'capacity' | 'title' | 'other'; words: string }

/**
 * The title of the one who signs and the capacity, from the words above a signature: of `KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC`
 * the second title, of `TM. ỦY BAN NHÂN DÂN CHỦ TỊCH` the one after the collective. Of two capacities (`TM. … KT. …`) the
 * one next to the title counts. Nothing where the title of the one who signs is missing, or two could be it.
 */
export function titleAbove(words: string): Omit<Signer, 'name'> | undefined {
  const pieces = piecesOf(words)
  const sign = pieces.findLastIndex(({ is }) => is === 'capacity')
  const [first, ...more] = pieces.slice(sign + 1)
  const own = sign < 0 ? [first, ...more] : more
  const [title, second] = own.filter((piece) => piece?.is === 'title')
  if (!first || !title || second || isBroken(title.words)) return undefined
  const capacity = pieces[sign]?.words as Signer['capacity']
  return { title: title.words, ...(capacity && { capacity }) }
}

/** Cut where a capacity or a title begins; words after a title (a unit, `PHỤ TRÁCH`) stay with it. */
function piecesOf(words: string): Piece[] {
  const pieces: Piece[] = []
  let rest = words
  while (rest !== '') {
    const sign = CAPACITY.exec(rest)
    const begun = sign ?? TITLE.exec(rest) ?? /^\S+/u.exec(rest)
    const taken = begun?.[0] ?? rest
    if (sign) pieces.push({ is: 'capacity', words: `${sign[1]?.replace('/', '')}.` })
    else if (TITLE.test(rest)) pieces.push({ is: 'title', words: respelt(taken, TITLE, TITLES) })
    else add(pieces, taken)
    rest = rest.slice(taken.length).trimStart()
  }
  return pieces
}

function add(pieces: Piece[], word: string): void {
  const last = pieces.at(-1)
  if (last && last.is !== 'capacity') last.words = `${last.words} ${word}`
  else pieces.push({ is: 'other', words: word })
}
