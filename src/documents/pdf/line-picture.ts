import { crc32, deflateSync } from 'node:zlib'
import type { Box } from '../../dossier/reading.ts'
import { drawInColours, drawPage, PALETTE, type Picture } from './drawing.ts'
import type { PdfEngine } from './engine.ts'
import { PageFrame } from './page-frame.ts'

/** What was cut out of a page. */
export interface CutOut {
  /** PNG in base64. */
  png: string
  /** On the page, in points. */
  width: number
  height: number
  /** Of the document, where a whole page was drawn. */
  pages?: number
}

const DPI = 120
const POINTS_PER_INCH = 72
/** Points around the words, so that one sees where they stand. */
const AROUND = 8
/** A cut that is higher is no line: one looks at the page. */
const HIGHEST = 160
const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex')
/** Sixteen shades pack well and read well. */
const SHADES = 0xf0

/**
 * Cuts a place out of a page as it is shown. Only for the child process.
 * @param number from 0
 * @returns undefined where there is no such page, it cannot be drawn, or the place is no line
 * @throws EngineFailed when the engine is of no use any more
 */
export function cutLine(engine: PdfEngine, bytes: Uint8Array, number: number, box: readonly Box[]): CutOut | undefined {
  return onPage(engine, bytes, number, (page, frame) => {
    const picture = drawPage(engine, page, frame, DPI)
    return picture && cutOut(picture, picture.width / frame.width, box)
  })
}

/** Dots per inch of a whole page, the most that may be first: one that is too large is drawn with fewer. */
const SHEET_DPI = [DPI, 80, 50]
/** Of a whole page: a sheet of A4 at the most dots has half as many. */
const SHEET_PIXELS = 3_000_000

/**
 * Draws a whole page as it is shown, in few colours: seals are red. Only for the child process.
 * @param number from 0
 * @param most characters of the picture in base64
 * @returns undefined where there is no such page, it cannot be drawn, or its picture is too large however few its dots
 * @throws EngineFailed when the engine is of no use any more
 */
export function drawSheet(engine: PdfEngine, bytes: Uint8Array, number: number, most: number): CutOut | undefined {
  return onPage(engine, bytes, number, (page, frame, pages) => {
    const { width, height } = frame
    const bound = POINTS_PER_INCH * Math.sqrt(SHEET_PIXELS / (width * height))
    for (const dpi of SHEET_DPI) {
      const picture = drawInColours(engine, page, frame, Math.min(dpi, bound))
      if (picture === undefined) return undefined
      const drawn = packed(picture, { left: 0, top: 0, ...picture }, PALETTE)
      if (drawn.length <= most) return { png: drawn, width, height, pages }
      if (bound < dpi) return undefined
    }
    return undefined
  })
}

function onPage<T>(
  engine: PdfEngine,
  bytes: Uint8Array,
  number: number,
  act: (page: number, frame: PageFrame, pages: number) => T,
): T | undefined {
  return engine.run(() => {
    const { call } = engine
    const data = engine.put(bytes)
    const document = call.FPDF_LoadMemDocument(data, bytes.length, 0)
    const page = document === 0 ? 0 : call.FPDF_LoadPage(document, number)
    const pages = document === 0 ? 0 : call.FPDF_GetPageCount(document)
    const result = page === 0 ? undefined : act(page, PageFrame.of(engine, page), pages)
    if (page !== 0) call.FPDF_ClosePage(page)
    if (document !== 0) call.FPDF_CloseDocument(document)
    call.free(data)
    return result
  })
}

function cutOut(picture: Picture, scale: number, box: readonly Box[]): CutOut | undefined {
  const ends = (from: number, size: number) =>
    box.flatMap((one) => [one[from] ?? 0, (one[from] ?? 0) + (one[size] ?? 0)])
  const [xs, ys] = [ends(0, 2), ends(1, 3)]
  const within = (points: number, most: number) => Math.max(0, Math.min(most, Math.round(points * scale)))
  const left = within(Math.min(...xs) - AROUND, picture.width)
  const right = within(Math.max(...xs) + AROUND, picture.width)
  const top = within(Math.min(...ys) - AROUND, picture.height)
  const bottom = within(Math.max(...ys) + AROUND, picture.height)
  const [width, height] = [right - left, bottom - top]
  if (!(width > 0 && height > 0 && height <= (HIGHEST * DPI) / POINTS_PER_INCH)) return undefined
  const cut = packed(picture, { left, top, width, height })
  return { png: cut, width: Math.round(width / scale), height: Math.round(height / scale) }
}

/**
 * A part of a picture as a PNG in base64, in few shades.
 * @param palette of a picture whose bytes are places in it
 */
function packed(
  picture: Picture,
  { left, top, width, height }: { left: number; top: number; width: number; height: number },
  palette?: Uint8Array,
): string {
  const rows = Buffer.alloc(height * (width + 1))
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const pixel = picture.pixels[(top + y) * picture.width + left + x] ?? 0
      const shade = pixel & SHADES
      // White stays white.
      rows[y * (width + 1) + 1 + x] = palette === undefined ? shade | (shade >> 4) : pixel
    }
  return png(width, height, rows, palette).toString('base64')
}

/** A picture in shades of grey or by a palette, eight bits each, no row predicted (ISO/IEC 15948). */
function png(width: number, height: number, rows: Buffer, palette?: Uint8Array): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 8
  head[9] = palette === undefined ? 0 : 3
  const colours = palette === undefined ? [] : [chunk('PLTE', Buffer.from(palette))]
  const data = chunk('IDAT', deflateSync(rows, { level: 9 }))
  return Buffer.concat([SIGNATURE, chunk('IHDR', head), ...colours, data, chunk('IEND')])
}

function chunk(name: string, data: Buffer = Buffer.alloc(0)): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
