import { createHash } from 'node:crypto'
import type { DrawnPages } from '../../document-text.ts'
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
/** Of PDFium: a bitmap of one byte a pixel; draw annotations; draw in grey. */
const GREY = 1
const FLAGS = 0x01 | 0x08
const WHITE = 0xffffffff | 0
/** Darker pixels are ink. */
const INK = 160
/** Parts of a page: less is dust, more is no writing. */
const LEAST_INK = 0.005
const MOST_INK = 0.6

/**
 * Draws a page of so many points.
 * @returns undefined where it cannot be drawn
 */
export function drawPage(
  engine: PdfEngine,
  page: number,
  size: { width: number; height: number },
  dpi: number,
): Picture | undefined {
  const scale = Math.min(dpi / POINTS_PER_INCH, Math.sqrt(MOST_PIXELS / (size.width * size.height)))
  const width = Math.max(1, Math.round(size.width * scale))
  const height = Math.max(1, Math.round(size.height * scale))
  // A page that is a line: no scale makes it small.
  if (!(width * height <= 2 * MOST_PIXELS)) return undefined
  const { call } = engine
  const bitmap = call.FPDFBitmap_CreateEx(width, height, GREY, 0, 0)
  if (bitmap === 0) return undefined
  try {
    call.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE)
    call.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, FLAGS)
    const [stride, from] = [call.FPDFBitmap_GetStride(bitmap), call.FPDFBitmap_GetBuffer(bitmap)]
    const drawn = engine.bytes(from, stride * height)
    if (stride === width) return { width, height, pixels: drawn }
    const pixels = new Uint8Array(width * height)
    for (let row = 0; row < height; row++) pixels.set(drawn.subarray(row * stride, row * stride + width), row * width)
    return { width, height, pixels }
  } finally {
    call.FPDFBitmap_Destroy(bitmap)
  }
}

/** What pages look like, gathered page by page. */
export class Drawings {
  readonly #hash = createHash('sha256')
  #pages = 0
  #inked = 0

  /** Takes a page drawn at 50 dpi. @returns whether it shows ink as a page that is written on does */
  add({ width, height, pixels }: Picture): boolean {
    let dark = 0
    for (const pixel of pixels) if (pixel < INK) dark++
    const share = dark / pixels.length
    const inked = share >= LEAST_INK && share <= MOST_INK
    this.#hash.update(`${width} ${height} `).update(pixels)
    this.#pages++
    if (inked) this.#inked++
    return inked
  }

  /** Undefined where no page was taken. */
  told(): DrawnPages | undefined {
    return this.#pages === 0 ? undefined : { inked: this.#inked, hash: this.#hash.digest('hex') }
  }
}
