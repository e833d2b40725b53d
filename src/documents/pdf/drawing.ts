import { createHash } from 'node:crypto'
import type { DrawnPages } from '../document-text.ts'
import type { PdfEngine } from './engine.ts'

/** A page in shades of grey: one byte a pixel, from 0 (black), row by row. */
export interface Picture {
  width: number
  height: number
  pixels: Uint8Array<ArrayBuffer>
}

const POINTS_PER_INCH = 72
/** No page is drawn larger than this: a page of 100 m would take any memory. */
const MOST_PIXELS = 16_000_000
/** Of PDFium: bitmaps of one byte a pixel, or of blue, green, red and a byte not used; draw annotations; draw in grey. */
const GREY = 1
const COLOURS = 3
const ANNOTATIONS = 0x01
const IN_GREY = 0x08
const WHITE = 0xffffffff | 0
/** Darker pixels are ink. */
const INK = 160
/** Brighter pixels are paper: even light grey print is darker. */
const MARK = 245
/** Parts of a page: less is dust, more is no writing. */
const LEAST_INK = 0.005
const MOST_INK = 0.6

/** A page drawn in colours, told apart: what is not red, as dark as it is, and what is red alone. */
export interface InkAndSeals {
  ink: Picture
  seals: Picture
}

/**
 * Draws a page of so many points in shades of grey.
 * @returns undefined where it cannot be drawn
 */
export function drawPage(engine: PdfEngine, page: number, size: Size, dpi: number): Picture | undefined {
  return drawn(engine, page, size, dpi, GREY, (bytes, stride, width, height) => {
    if (stride === width) return { width, height, pixels: bytes }
    const pixels = new Uint8Array(width * height)
    for (let row = 0; row < height; row++) pixels.set(bytes.subarray(row * stride, row * stride + width), row * width)
    return { width, height, pixels }
  })
}

/**
 * Draws a page so that a red seal or stamp over words leaves them: it is as bright as paper in the one picture and the
 * only thing that is dark in the other.
 * @returns undefined where it cannot be drawn
 */
export function drawWithoutSeals(engine: PdfEngine, page: number, size: Size, dpi: number): InkAndSeals | undefined {
  return drawn(engine, page, size, dpi, COLOURS, (bytes, stride, width, height) => {
    const [ink, seals] = [new Uint8Array(width * height), new Uint8Array(width * height)]
    for (let row = 0, to = 0; row < height; row++)
      for (let at = row * stride, left = width; left > 0; left--, at += 4, to++) {
        const [blue = 0, green = 0, red = 0] = [bytes[at], bytes[at + 1], bytes[at + 2]]
        ink[to] = red
        seals[to] = 255 - Math.min(255, 2 * Math.max(0, red - Math.max(green, blue)))
      }
    return { ink: { width, height, pixels: ink }, seals: { width, height, pixels: seals } }
  })
}

const GREYS = 16
const STEPS = 6
/** Shades of grey, then red, green and blue in six steps each: what a page in few colours has, three bytes each. */
export const PALETTE = paletteOf()

function paletteOf(): Uint8Array {
  const greys = Array.from({ length: GREYS }, (_, at) => [at * 17, at * 17, at * 17])
  const cube = Array.from({ length: STEPS ** 3 }, (_, at) =>
    [at / STEPS ** 2, at / STEPS, at].map((step) => (Math.floor(step) % STEPS) * 51),
  )
  return Uint8Array.from([...greys, ...cube].flat())
}

/** Channels that differ by less show no colour: the edge of a letter, a yellowed sheet. */
const COLOURLESS = 32

/**
 * Draws a page in few colours, so that a red seal is seen as one: each byte is a place in {@link PALETTE}.
 * @returns undefined where it cannot be drawn
 */
export function drawInColours(engine: PdfEngine, page: number, size: Size, dpi: number): Picture | undefined {
  return drawn(engine, page, size, dpi, COLOURS, (bytes, stride, width, height) => {
    const pixels = new Uint8Array(width * height)
    const step = (channel: number) => Math.round((channel * (STEPS - 1)) / 255)
    for (let row = 0, to = 0; row < height; row++)
      for (let at = row * stride, left = width; left > 0; left--, at += 4, to++) {
        const [blue = 0, green = 0, red = 0] = [bytes[at], bytes[at + 1], bytes[at + 2]]
        const isGrey = Math.max(red, green, blue) - Math.min(red, green, blue) < COLOURLESS
        pixels[to] = isGrey ? green >> 4 : GREYS + (step(red) * STEPS + step(green)) * STEPS + step(blue)
      }
    return { width, height, pixels }
  })
}

interface Size {
  width: number
  height: number
}

type Take<T> = (bytes: Uint8Array<ArrayBuffer>, stride: number, width: number, height: number) => T

function drawn<T>(
  engine: PdfEngine,
  page: number,
  size: Size,
  dpi: number,
  form: typeof GREY | typeof COLOURS,
  take: Take<T>,
): T | undefined {
  const whole = inPixels(size, dpi)
  return whole && bitmapOf(engine, page, whole, whole, 0, form, take)
}

/** Undefined for a page that is a line: no scale makes it small. */
function inPixels(size: Size, dpi: number): Size | undefined {
  const scale = Math.min(dpi / POINTS_PER_INCH, Math.sqrt(MOST_PIXELS / (size.width * size.height)))
  const width = Math.max(1, Math.round(size.width * scale))
  const height = Math.max(1, Math.round(size.height * scale))
  return width * height <= 2 * MOST_PIXELS ? { width, height } : undefined
}

/** Draws the part of a page that begins so many pixels below its top. */
function bitmapOf<T>(
  engine: PdfEngine,
  page: number,
  whole: Size,
  { width, height }: Size,
  top: number,
  form: typeof GREY | typeof COLOURS,
  take: Take<T>,
): T | undefined {
  const { call } = engine
  const bitmap = call.FPDFBitmap_CreateEx(width, height, form, 0, 0)
  if (bitmap === 0) return undefined
  try {
    call.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE)
    const how = ANNOTATIONS | (form === GREY ? IN_GREY : 0)
    call.FPDF_RenderPageBitmap(bitmap, page, 0, -top, whole.width, whole.height, 0, how)
    const [stride, from] = [call.FPDFBitmap_GetStride(bitmap), call.FPDFBitmap_GetBuffer(bitmap)]
    return take(engine.bytes(from, stride * height), stride, width, height)
  } finally {
    call.FPDFBitmap_Destroy(bitmap)
  }
}

/** Strips in which a page is looked at: on most pages the marks on two or three of them are enough. */
const STRIPS = 8

/**
 * Whether at least so many pixels of a page are not as bright as paper; only as much of it is drawn as that takes.
 * @returns true where it cannot be drawn
 */
export function showsMarks(engine: PdfEngine, page: number, size: Size, dpi: number, least: number): boolean {
  const whole = inPixels(size, dpi)
  if (whole === undefined) return true
  const strip = { width: whole.width, height: Math.ceil(whole.height / STRIPS) }
  let marks = 0
  for (let top = 0; top < whole.height && marks < least; top += strip.height) {
    const part = { ...strip, height: Math.min(strip.height, whole.height - top) }
    const drawn = bitmapOf(engine, page, whole, part, top, GREY, (bytes, stride, width, height) =>
      marksIn(bytes, stride, width, height),
    )
    if (drawn === undefined) return true
    marks += drawn
  }
  return marks >= least
}

function marksIn(bytes: Uint8Array, stride: number, width: number, height: number): number {
  let marks = 0
  for (let from = 0; from < height * stride; from += stride)
    for (let at = from; at < from + width; at++) if ((bytes[at] ?? MARK) < MARK) marks++
  return marks
}

/** What pages look like, gathered page by page. */
export class Drawings {
  readonly #hash = createHash('sha256')
  #pages = 0
  readonly #inked = new Set<string>()

  /** Takes a page drawn at 50 dpi. @returns whether it shows ink as a page that is written on does */
  add({ width, height, pixels }: Picture): boolean {
    let dark = 0
    for (const pixel of pixels) if (pixel < INK) dark++
    const share = dark / pixels.length
    const inked = share >= LEAST_INK && share <= MOST_INK
    const page = createHash('sha256').update(`${width} ${height} `).update(pixels).digest('hex')
    this.#hash.update(page)
    this.#pages++
    // One page many times over is one page.
    if (inked) this.#inked.add(page)
    return inked
  }

  /** Undefined where no page was taken. */
  told(): DrawnPages | undefined {
    return this.#pages === 0 ? undefined : { inked: this.#inked.size, hash: this.#hash.digest('hex') }
  }
}
