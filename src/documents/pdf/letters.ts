import type { PdfEngine } from './engine.ts'
import type { PageFrame } from './page-frame.ts'

/** Letters that are read in one direction. */
export interface Direction {
  /** Degrees by which the text is turned clockwise from the page as it is looked at. */
  angle: number
  /** In the frame of that direction: from left to right. */
  letters: Letter[]
}

/** The letters of a page. */
export interface PageLetters {
  /** The direction of most letters first. */
  directions: Direction[]
  /** Letters and signs, white space not counted. */
  characters: number
  fontNames: Set<string>
}

/** Degrees within which text counts as not turned, and to which other angles are rounded. */
const UPRIGHT = 3
const ROUNDED = 5
/** What PDFium says for a hyphen at the end of a line, and for a sign whose letter is not known. */
const HYPHEN = 2
const NO_LETTER = 0
const SURROGATES = [0xd800, 0xdfff] as const
const LARGEST = 0x10ffff

/** What is known of all letters of one text object. */
interface Piece {
  size: number
  angle: number
}

/**
 * Reads the letters of a page that stand on what is shown of it. What PDFium puts between words itself is left out:
 * gaps tell where words end.
 */
export function lettersOf(engine: PdfEngine, page: number, frame: PageFrame): PageLetters {
  const { call } = engine
  const text = call.FPDFText_LoadPage(page)
  const fontNames = new Set<string>()
  const byAngle = new Map<number, Letter[]>()
  let characters = 0
  if (text === 0) return { directions: [], characters, fontNames }
  const room = call.malloc(ROOM)
  try {
    const pieces = new Pieces(engine, text, room, frame, fontNames)
    const count = call.FPDFText_CountChars(text)
    for (let at = 0; at < count; at++) {
      if (call.FPDFText_IsGenerated(text, at) === 1) continue
      const sign = signOf(call.FPDFText_GetUnicode(text, at))
      const object = call.FPDFText_GetTextObject(text, at)
      const { size, angle } = pieces.at(object, at)
      const place = placeOf(engine, text, at, room, frame)
      if (place === undefined) continue
      if (sign.trim() !== '') characters++
      const letters = byAngle.get(angle) ?? []
      byAngle.set(angle, letters)
      letters.push({ text: sign, size, piece: object, ...along(place, angle) })
    }
  } finally {
    call.free(room)
    call.FPDFText_ClosePage(text)
  }
  const directions = [...byAngle].map(([angle, letters]) => ({ angle, letters }))
  return { directions: directions.sort((a, b) => b.letters.length - a.letters.length), characters, fontNames }
}

function signOf(code: number): string {
  if (code === HYPHEN) return '-'
  const none = code === NO_LETTER || code > LARGEST || (code >= SURROGATES[0] && code <= SURROGATES[1])
  return none ? '\ufffd' : String.fromCodePoint(code)
}

/** Two doubles of an origin, four floats of a box, six of a matrix, and a name of a font. */
const NAME_BYTES = 256
const ROOM = 64 + NAME_BYTES

interface Place {
  /** Corners of the letter's box as the page is looked at. */
  x0: number
  y0: number
  x1: number
  y1: number
  origin: readonly [number, number]
}

/** Undefined where a letter has no place on the page, or stands beside what is shown of it. */
function placeOf(
  { call, view }: PdfEngine,
  text: number,
  at: number,
  room: number,
  frame: PageFrame,
): Place | undefined {
  if (call.FPDFText_GetCharOrigin(text, at, room, room + 8) === 0) return undefined
  const origin = frame.shown(view.getFloat64(room, true), view.getFloat64(room + 8, true))
  if (!frame.holds(origin)) return undefined
  if (call.FPDFText_GetLooseCharBox(text, at, room) === 0) return undefined
  const [x0, y0] = frame.shown(view.getFloat32(room, true), view.getFloat32(room + 4, true))
  const [x1, y1] = frame.shown(view.getFloat32(room + 8, true), view.getFloat32(room + 12, true))
  return { x0: Math.min(x0, x1), y0: Math.min(y0, y1), x1: Math.max(x0, x1), y1: Math.max(y0, y1), origin }
}

/** Where a letter stands on its line, for text turned by so many degrees. */
function along({ x0, y0, x1, y1, origin }: Place, angle: number): Pick<Letter, 'left' | 'right' | 'base'> {
  if (angle === 0) return { left: x0, right: x1, base: origin[1] }
  const corners = [turned(x0, y0, angle), turned(x1, y0, angle), turned(x0, y1, angle), turned(x1, y1, angle)]
  const xs = corners.map(([x]) => x)
  const [begin, base] = turned(...origin, angle)
  // The box of a slanted letter is wider than the letter.
  const wide = angle % 90 === 0 ? Math.max(...xs) : begin + (x1 - x0 + y1 - y0) / 4
  return { left: angle % 90 === 0 ? Math.min(...xs) : begin, right: wide, base }
}

/** A point of the page in the frame of text that is turned clockwise by so many degrees; and back with minus so many. */
export function turned(x: number, y: number, angle: number): [number, number] {
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)]
  return [x * cos + y * sin, y * cos - x * sin]
}

class Pieces {
  readonly #engine: PdfEngine
  readonly #text: number
  readonly #room: number
  readonly #frame: PageFrame
  readonly #fontNames: Set<string>
  readonly #fonts = new Set<number>()
  #object = -1
  #piece: Piece = { size: 1, angle: 0 }

  constructor(engine: PdfEngine, text: number, room: number, frame: PageFrame, fontNames: Set<string>) {
    this.#engine = engine
    this.#text = text
    this.#room = room
    this.#frame = frame
    this.#fontNames = fontNames
  }

  /** What is known of the text object of a letter; most letters follow one of the same. */
  at(object: number, letter: number): Piece {
    if (object !== this.#object || object === 0) {
      this.#object = object
      this.#piece = this.#read(letter)
      if (object !== 0) this.#name(this.#engine.call.FPDFTextObj_GetFont(object))
    }
    return this.#piece
  }

  #read(letter: number): Piece {
    const { call } = this.#engine
    const [room, size] = [this.#room, call.FPDFText_GetFontSize(this.#text, letter)]
    if (call.FPDFText_GetMatrix(this.#text, letter, room) === 0) return { size: size || 1, angle: 0 }
    const { view } = this.#engine
    const [a = 1, b = 0, c = 0, d = 1] = [0, 4, 8, 12].map((offset) => view.getFloat32(room + offset, true))
    const [x, y] = this.#frame.direction(a, b)
    const height = Math.hypot(c, d) || Math.hypot(a, b)
    return { size: Math.abs(size * height) || 1, angle: roundedAngle((Math.atan2(y, x) * 180) / Math.PI) }
  }

  #name(font: number): void {
    if (font === 0 || this.#fonts.has(font)) return
    this.#fonts.add(font)
    const [room, { call }] = [this.#room, this.#engine]
    const length = call.FPDFFont_GetBaseFontName(font, room, NAME_BYTES)
    if (length === 0 || length > NAME_BYTES) return
    const name = Buffer.from(this.#engine.bytes(room, length - 1)).toString('utf8')
    this.#fontNames.add(name.replace(/^[A-Z]{6}\+/, ''))
  }
}

/** From 0 to 359. */
function roundedAngle(angle: number): number {
  const quarter = Math.round(angle / 90) * 90
  const rounded = Math.abs(angle - quarter) <= UPRIGHT ? quarter : Math.round(angle / ROUNDED) * ROUNDED
  return ((rounded % 360) + 360) % 360
}

/** A letter of a page. */
export interface Letter extends Run {
  /** The piece of text it was drawn with: letters of one piece follow each other. */
  piece: number
}

/** A piece of text where it stands on a page, in points from the top left corner as the page is looked at. */
export interface Run {
  text: string
  /** Where it begins and ends on its line. */
  left: number
  right: number
  /** Its base line. */
  base: number
  /** Height of its font. */
  size: number
  /** Left and right of each character of the text, one after the other, where they are known. */
  edges?: readonly number[]
}
