import type { Box } from '../../dossier/reading.ts'
import type { TextLine } from '../document-text.ts'
import { drawWithoutSeals, type InkAndSeals, type Picture } from '../pdf/drawing.ts'
import type { PdfEngine } from '../pdf/engine.ts'
import { PageFrame } from '../pdf/page-frame.ts'
import type { Recognizer, SeenWord } from './recognizer.ts'
import { type Back, boxOf, SURE, scanLines } from './scan-lines.ts'
import { isSideways, quarterTurned, skewOf, straightened } from './upright.ts'

/** A word of a scanned page. */
interface ScanWord {
  text: string
  /** From 0 to 100; a word is sure from {@link SURE} on. */
  confidence: number
  /** In points from the top left of the page as it is shown. */
  box: Box
}

/** A page of a scan as it was recognised. */
export interface ScanPage {
  /** 1-based. */
  page: number
  /** In reading order. */
  words: readonly ScanWord[]
  /** Its lines with the words that are sure, `\ufffd` for each that is not. */
  lines: readonly TextLine[]
  /** Its lines with every word, sure or not. */
  seen: readonly TextLine[]
  /** Lines in red: seals, and stamps of secrecy and urgency. */
  red: readonly TextLine[]
  /** Of all words, the mean. */
  confidence: number
}

const DPI = 200
/** Below this mean the page may stand on its head: it is tried the other way. */
const POOR = 60
/** Words with fewer letters say nothing of whether a page is upright. */
const LONG = 3
/** Part of a page that is red from which there is something to read in red. */
const LEAST_RED = 0.0004
const RED = 128

/**
 * Recognises one page of a PDF: drawn without its red seals, turned upright and straightened. Only for the child process.
 * @param number from 0
 * @returns undefined where there is no such page, or it cannot be drawn
 * @throws EngineFailed when the engine is of no use any more
 */
export function readScan(
  engine: PdfEngine,
  recognizer: Recognizer,
  bytes: Uint8Array,
  number: number,
): ScanPage | undefined {
  const drawn = engine.run(() => draw(engine, bytes, number))
  if (drawn === undefined) return undefined
  const { ink, seals, size } = drawn
  const scale = size.width / ink.width
  const { words, back } = upright(recognizer, ink)
  const red = isRed(seals) ? recognizer.recognize(seals, DPI) : []
  const sum = words.reduce((total, { confidence }) => total + confidence, 0)
  return {
    page: number + 1,
    words: words.map((word) => ({
      text: word.text,
      confidence: tenth(word.confidence),
      box: boxOf(word, back, scale),
    })),
    lines: scanLines(words, back, scale, SURE),
    seen: scanLines(words, back, scale, 0),
    red: scanLines(red, same, scale, 0),
    confidence: words.length === 0 ? 0 : tenth(sum / words.length),
  }
}

function draw(engine: PdfEngine, bytes: Uint8Array, number: number): (InkAndSeals & { size: PageFrame }) | undefined {
  const { call } = engine
  const data = engine.put(bytes)
  const document = call.FPDF_LoadMemDocument(data, bytes.length, 0)
  const page = document === 0 ? 0 : call.FPDF_LoadPage(document, number)
  const size = page === 0 ? undefined : PageFrame.of(engine, page)
  const drawn = size && drawWithoutSeals(engine, page, size, DPI)
  if (page !== 0) call.FPDF_ClosePage(page)
  if (document !== 0) call.FPDF_CloseDocument(document)
  call.free(data)
  return drawn && size && { ...drawn, size }
}

interface Recognised {
  words: readonly SeenWord[]
  back: Back
}
const same: Back = (x, y) => [x, y]

/** The words of a page the way up in which they are words. */
function upright(recognizer: Recognizer, picture: Picture): Recognised {
  const first = isSideways(picture) ? 1 : 0
  const one = turnedWords(recognizer, picture, first)
  if (meanOf(one.words) >= POOR) return one
  const other = turnedWords(recognizer, picture, first + 2)
  return meanOf(other.words) > meanOf(one.words) ? other : one
}

function turnedWords(recognizer: Recognizer, picture: Picture, quarters: number): Recognised {
  const turned = quarterTurned(picture, quarters)
  const straight = straightened(turned.picture, skewOf(turned.picture))
  return {
    words: recognizer.recognize(straight.picture, DPI),
    back: (x, y) => turned.back(...straight.back(x, y)),
  }
}

function meanOf(words: readonly SeenWord[]): number {
  const long = words.filter(({ text }) => text.length >= LONG)
  return long.length === 0 ? 0 : long.reduce((sum, { confidence }) => sum + confidence, 0) / long.length
}

function isRed({ pixels }: Picture): boolean {
  let red = 0
  for (const pixel of pixels) if (pixel < RED) red++
  return red >= LEAST_RED * pixels.length
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10
}
