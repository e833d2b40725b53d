import { sha256 } from '../core/json.ts'
import { plainWords, withoutPlace } from '../core/names.ts'
import type { DocumentContent, WordsFound } from '../dossier/reading.ts'
import type { DocumentText } from './document-text.ts'

/** What papers are looked through for, beside their facts: the words of all rules, plain and each once, in order. */
export type LookedFor = readonly string[]

const linesOf = ({ content }: DocumentText) => content.flatMap(({ lines }) => lines.map(({ text }) => text))

/** Words from which it is no form that two papers differ by their figures alone; ours. */
const LEAST_LETTERED = 50

/**
 * What a document holds, whatever it says: by it a blank page is told from a paper, and the same paper is known again.
 * The hash is over plain words: the same paper saved anew, broken into other lines or typed without accents has the same.
 */
export function contentOf(text: DocumentText): DocumentContent {
  const pages = text.content.map(({ page, lines }) => {
    const written = lines.map((line) => line.text).join(' ')
    return { page, written, words: plainWords(written).trim() }
  })
  const words = pages.flatMap((page) => (page.words === '' ? [] : [page.words])).join(' ')
  const lettered = words.split(' ').filter((word) => !/\d/u.test(word))
  return {
    pages: text.pages === undefined ? null : text.pages - repeatedPages(pages),
    words: pages.reduce((sum, { written }) => sum + written.split(' ').filter((word) => WORD.test(word)).length, 0),
    ...(lettered.length >= LEAST_LETTERED && { wordsHash: sha256(lettered.join(' ')) }),
    inkedPages: text.drawn?.inked ?? null,
    textHash: words === '' ? null : sha256(words),
    drawnHash: text.drawn?.hash ?? null,
  }
}

/** What is more than signs and marks. */
const WORD = /[\p{L}\p{N}]/u

/** Words from which a page is no heading or form that many papers have; ours. */
const LEAST_ON_PAGE = 20

/** Written pages that say what an earlier one says, whatever their numbers: one page many times over is one page. */
function repeatedPages(pages: readonly { page: number | undefined; words: string }[]): number {
  const seen = new Set<string>()
  const written = pages.flatMap(({ page, words }) => {
    const lettered = words.split(' ').filter((word) => word !== '' && !/\d/u.test(word))
    return page === undefined || lettered.length < LEAST_ON_PAGE ? [] : [lettered.join(' ')]
  })
  return written.filter((words) => seen.size === seen.add(words).size).length
}

/**
 * Which of the words looked for stand in a text, and whether it names the agency.
 * @param marks whether the marks of the text are those of the paper: of a scan they are misread
 */
export function wordsFound(text: DocumentText, lookedFor: LookedFor, agencyName: string, marks = true): WordsFound {
  const written = linesOf(text).join(' ')
  const words = withUbnd(plainWords(written))
  const own = namesOf(agencyName).filter((name) => words.includes(name))
  return {
    names: lookedFor.filter((name) => words.includes(` ${name} `)),
    agency:
      own.length > 0 && (!marks || !isMarked(written) || own.some((name) => isWritten(name, agencyName, written))),
  }
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu
/** Words with their marks, lower case; where in a syllable the tone mark stands, and i for y, makes no other word. */
function markedWords(text: string): string {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ð', 'đ')
    .split(/[^\p{L}\p{N}]+/u)
  const folded = words.map((word) => {
    const parts = word.normalize('NFD')
    return (parts.replace(TONES, '') + (parts.match(TONES)?.join('') ?? '')).replaceAll('y', 'i')
  })
  return ` ${folded.filter((word) => word !== '').join(' ')} `
}

/** Vietnamese has marks on three words of four; a text with fewer was typed without them. */
const LEAST_MARKED = 0.3

function isMarked(text: string): boolean {
  const words = text.match(/\p{L}[\p{L}\p{M}]*/gu) ?? []
  const known = new Map<string, boolean>()
  const marked = words.filter((word) => {
    const before = known.get(word)
    if (before !== undefined) return before
    const isOne = plainWords(word).trim() !== word.toLowerCase()
    known.set(word, isOne)
    return isOne
  }).length
  return marked >= LEAST_MARKED * words.length
}

/** Whether a text that has its marks writes a name with the agency's own: Tân Phú is not Tân Phủ. */
function isWritten(name: string, agencyName: string, text: string): boolean {
  const written = withMarkedUbnd(markedWords(agencyName)).trim().split(' ')
  const own = written.slice(0, name.trim().split(' ').length).join(' ')
  return withMarkedUbnd(markedWords(text)).includes(` ${own} `)
}

const MARKED_UBND = markedWords('ủy ban nhân dân')
const withMarkedUbnd = (words: string) => words.replaceAll(' ubnd ', MARKED_UBND)

const withUbnd = (words: string) => words.replaceAll(' ubnd ', ' uy ban nhan dan ')
/** What says of no agency which one it is. */
const BODIES = [' uy ban nhan dan ', ' hoi dong nhan dan ', ' bo ', ' so ', ' ']

/** The agency's name, and what remains of it where a heading leaves out the province, as most do. */
function namesOf(agencyName: string): readonly string[] {
  const whole = withUbnd(plainWords(agencyName))
  const short = `${withoutPlace(whole).trimEnd()} `
  return [whole, ...(BODIES.includes(short) ? [] : [short])].filter((name) => name.trim() !== '')
}
