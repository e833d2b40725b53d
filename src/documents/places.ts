import type { LinePicture, LinePlace } from '../dossier/reading.ts'
import type { DocumentFile, ReadOptions } from '../intake/container.ts'
import type { TextLine } from './document-text.ts'
import { stampedIn } from './facts/facts.ts'
import { pdfOfPicture } from './picture.ts'
import { DocumentProcess } from './process/document-process.ts'
import { DOCUMENT_BOUNDS, NO_TRUST } from './settings.ts'
import { formatOf, readText } from './text-reader.ts'

/** Pictures of one verdict, and what all of them may take, in base64. */
const LINE_BOUNDS = { pictures: 12, characters: 512 * 1024 }

/**
 * What is seen at places of documents, for a person who decides: as many as the bounds allow, in their order. Where a page
 * cannot be drawn there is none.
 * @throws QmsVerdictError when no child process can be started
 */
export async function picturesOfLines(
  places: readonly LinePlace[],
  documents: readonly DocumentFile[],
): Promise<LinePicture[]> {
  const byPath = new Map(documents.map((document) => [document.path, document]))
  const pictures: LinePicture[] = []
  let left = LINE_BOUNDS.characters
  const process = new DocumentProcess()
  try {
    for (const place of places.slice(0, LINE_BOUNDS.pictures)) {
      const document = byPath.get(place.file)
      if (document === undefined) continue
      const bytes = await document.open()
      const pdf = document.file.kind === 'pdf' ? bytes : pdfOfPicture(bytes)
      if (pdf === undefined) continue
      const line = { page: place.page - 1, box: place.box }
      const answer = await process.read({ format: 'pdf', line, bounds: DOCUMENT_BOUNDS, trust: NO_TRUST }, pdf)
      const cut = 'reading' in answer ? answer.reading.line : undefined
      if (cut === undefined || cut.png.length > left) continue
      left -= cut.png.length
      pictures.push({ ...place, ...cut })
    }
  } finally {
    process.end()
  }
  return pictures
}

/** What is looked for in a paper: its page, and words with where they stand in it. */
export interface PaperAsked {
  /** 1-based; the first unless it is said. */
  page?: number | undefined
  words: readonly { quote?: string | undefined; cell?: string | undefined }[]
  /** Of a paper without pages: the first line that is shown; those around the first mark unless it is said. */
  from?: number | undefined
}

/** A paper as a person sees it: a page of it drawn, or its lines with the words that are looked for. */
export type PaperSeen =
  | {
      kind: 'page'
      /** PNG in base64. */
      png: string
      /** In points, as boxes on it are. */
      width: number
      height: number
      /** Of the paper. */
      pages: number
    }
  | {
      kind: 'text'
      lines: SeenLine[]
      /** Lines before and after that are left out. */
      before: number
      after: number
    }
  /** It cannot be shown: its reader could not open it, or it is of a kind that no reader opens. */
  | { kind: 'none' }

/** A line in pieces, those that were looked for marked; of a sheet with its first cell. */
interface SeenLine {
  cell?: string
  pieces: { text: string; isMarked: boolean }[]
}

/** Lines that are shown around the first that is marked, and their characters. */
const LINES_BEFORE = 40
const LINES_SHOWN = 120
const CHARACTERS_SHOWN = 30_000

/**
 * A page of a paper, drawn where it has pages, else its lines. A paper with a stamp of secrecy is not shown.
 * @throws QmsVerdictError when no child process can be started
 */
export async function paperSeen(
  { file, open }: DocumentFile,
  { page = 1, words, from }: PaperAsked,
  { limits, stopwatch }: Pick<ReadOptions, 'limits' | 'stopwatch'>,
): Promise<PaperSeen> {
  const format = formatOf(file)
  if (format === 'other' || file.state === 'empty') return { kind: 'none' }
  const process = new DocumentProcess()
  const by = { bounds: DOCUMENT_BOUNDS, trust: NO_TRUST }
  try {
    const bytes = await open()
    if (format === 'pdf' || format === 'picture') {
      const pdf = format === 'pdf' ? bytes : pdfOfPicture(bytes)
      if (pdf === undefined) return { kind: 'none' }
      const answer = await process.read({ format: 'pdf', sheet: page - 1, ...by }, pdf)
      const drawn = 'reading' in answer ? answer.reading.line : undefined
      return drawn === undefined ? { kind: 'none' } : { kind: 'page', pages: 1, ...drawn }
    }
    const { text } = await readText(format, bytes, { ...by, limits, stopwatch, process })
    if (text.text !== 'read' || stampedIn(text)) return { kind: 'none' }
    return linesSeen(
      text.content.flatMap(({ lines }) => lines),
      words,
      from,
    )
  } finally {
    process.end()
  }
}

/**
 * Lines around the first that is looked for; the words that are, marked.
 * @param first the line to begin with instead
 */
export function linesSeen(
  lines: readonly TextLine[],
  words: PaperAsked['words'],
  first?: number,
): Extract<PaperSeen, { kind: 'text' }> {
  const marks = marksIn(lines, words)
  const before = Math.max(0, Math.min(...marks.keys(), lines.length) - LINES_BEFORE)
  const from = first === undefined ? (marks.size === 0 ? 0 : before) : Math.min(first, Math.max(0, lines.length - 1))
  const shown: SeenLine[] = []
  let characters = 0
  for (const [at, { text, cell }] of lines.slice(from, from + LINES_SHOWN).entries()) {
    characters += text.length
    if (characters > CHARACTERS_SHOWN && shown.length > 0) break
    const pieces = piecesOf(text.slice(0, CHARACTERS_SHOWN), marks.get(from + at) ?? [])
    shown.push({ ...(cell !== undefined && { cell }), pieces })
  }
  return { kind: 'text', lines: shown, before: from, after: lines.length - from - shown.length }
}

/** Where something begins and ends in the text of a line. */
type Span = readonly [from: number, to: number]

/** Which stretches of which lines are looked for: by words, which may run over lines, else by the cell. */
function marksIn(lines: readonly TextLine[], words: PaperAsked['words']): Map<number, Span[]> {
  const marks = new Map<number, Span[]>()
  const mark = (line: number, span: Span) => marks.set(line, [...(marks.get(line) ?? []), span])
  const starts: number[] = []
  let letters = ''
  for (const { text } of lines) {
    starts.push(letters.length)
    letters += lettersOf(text)
  }
  for (const { quote, cell } of words) {
    const found = quote === undefined ? [] : partsOf(quote, letters)
    const inCell = lines.findIndex((line) => cell !== undefined && line.cell === cell)
    if (found.length === 0 && inCell >= 0) mark(inCell, [0, lines[inCell]?.text.length ?? 0])
    for (const [from, to] of found)
      for (const [at, { text }] of lines.entries()) {
        const start = starts[at] ?? 0
        const end = starts[at + 1] ?? letters.length
        if (start < to && end > from && end > start) mark(at, placeOf(text, from - start, to - start))
      }
  }
  return marks
}

/** Where the parts of a quote stand among all letters, one after the other; nothing where one of them does not. */
function partsOf(quote: string, letters: string): Span[] {
  const spans: Span[] = []
  let from = 0
  for (const part of quote.split(' … ').map(lettersOf)) {
    const at = part === '' ? -1 : letters.indexOf(part, from)
    if (at < 0) return []
    from = at + part.length
    spans.push([at, from])
  }
  return spans
}

const UNSEEN = /[\s\u00AD\u200B-\u200D\u2060\uFEFF]/u

/** Letters without space, the look-alike Ð written Đ, as quotes are. */
function lettersOf(text: string): string {
  return [...text.normalize('NFC')]
    .filter((letter) => !UNSEEN.test(letter))
    .join('')
    .replaceAll('Ð', 'Đ')
    .replaceAll('ð', 'đ')
}

/** A stretch of letters of a line as a stretch of its text. */
function placeOf(text: string, from: number, to: number): Span {
  let [letters, begin, end] = [0, text.length, 0]
  for (let at = 0; at < text.length; at++) {
    if (UNSEEN.test(text.charAt(at))) continue
    if (letters >= from && letters < to) {
      begin = Math.min(begin, at)
      end = at + 1
    }
    letters++
  }
  return [begin, end]
}

function piecesOf(text: string, spans: readonly Span[]): SeenLine['pieces'] {
  const pieces: SeenLine['pieces'] = []
  let at = 0
  for (const [from, to] of spans.toSorted((a, b) => a[0] - b[0])) {
    if (to <= at) continue
    const begin = Math.max(at, from)
    if (begin > at) pieces.push({ text: text.slice(at, begin), isMarked: false })
    pieces.push({ text: text.slice(begin, to), isMarked: true })
    at = to
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isMarked: false })
  return pieces
}
