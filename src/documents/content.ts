import { sha256 } from '../core/json.ts'
import { plainWords, withoutPlace } from '../core/names.ts'
import type { DocumentContent, WordsFound } from '../dossier/reading.ts'
import type { DocumentText } from './document-text.ts'

/** What papers are looked through for, beside their facts: the words of all rules, plain and each once, in order. */
export type LookedFor = readonly string[]

const linesOf = ({ content }: DocumentText) => content.flatMap(({ lines }) => lines.map(({ text }) => text))

/**
 * What a document holds, whatever it says: by it a blank page is told from a paper, and the same paper is known again.
 * The hash is over plain words: the same paper saved anew, broken into other lines or typed without accents has the same.
 */
export function contentOf(text: DocumentText): DocumentContent {
  const written = linesOf(text).join(' ')
  const words = plainWords(written).trim()
  return {
    pages: text.pages ?? null,
    words: written.split(' ').filter((word) => plainWords(word).trim() !== '').length,
    inkedPages: text.drawn?.inked ?? null,
    textHash: words === '' ? null : sha256(words),
    drawnHash: text.drawn?.hash ?? null,
  }
}

/** Which of the words looked for stand in a text, and whether it names the agency. */
export function wordsFound(text: DocumentText, lookedFor: LookedFor, agencyName: string): WordsFound {
  const words = withUbnd(plainWords(linesOf(text).join(' ')))
  return {
    names: lookedFor.filter((name) => words.includes(` ${name} `)),
    agency: namesOf(agencyName).some((name) => words.includes(name)),
  }
}

const withUbnd = (words: string) => words.replaceAll(' ubnd ', ' uy ban nhan dan ')
/** What says of no agency which one it is. */
const BODIES = [' uy ban nhan dan ', ' hoi dong nhan dan ', ' bo ', ' so ', ' ']

/** The agency's name, and what remains of it where a heading leaves out the province, as most do. */
function namesOf(agencyName: string): readonly string[] {
  const whole = withUbnd(plainWords(agencyName))
  const short = `${withoutPlace(whole).trimEnd()} `
  return [whole, ...(BODIES.includes(short) ? [] : [short])].filter((name) => name.trim() !== '')
}
