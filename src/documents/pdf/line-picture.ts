import { crc32, deflateSync } from 'node:zlib'
import type { Box } from '../../dossier/reading.ts'
import { drawPage, type Picture } from './drawing.ts'
import type { PdfEngine } from './engine.ts'
import { PageFrame } from './page-frame.ts'

/** What was cut out of a page. */
export interface CutOut {
  /** PNG in base64. */
  png: string
  /** On the page, in points. */
  width: number
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
  return engine.run(() => {
    const { call } = engine
    const data = engine.put(bytes)
    const document = call.FPDF_LoadMemDocument(data, bytes.length, 0)
    const page = document === 0 ? 0 : call.FPDF_LoadPage(document, number)
    const frame = page === 0 ? undefined : PageFrame.of(engine, page)
    const picture = frame && drawPage(engine, page, frame, DPI)
    if (page !== 0) call.FPDF_ClosePage(page)
    if (document !== 0) call.FPDF_CloseDocument(document)
    call.free(data)
    return picture && frame && cutOut(picture, picture.width / frame.width, box)
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
  const rows = Buffer.alloc(height * (width + 1))
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      rows[y * (width + 1) + 1 + x] = (picture.pixels[(top + y) * picture.width + left + x] ?? 0) & SHADES
  return { png: png(width, height, rows).toString('base64'), width: Math.round(width / scale) }
}

/** A picture in shades of grey, eight bits each, no row predicted (ISO/IEC 15948). */
function png(width: number, height: number, rows: Buffer): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 8
  return Buffer.concat([SIGNATURE, chunk('IHDR', head), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND')])
}

function chunk(name: string, data: Buffer = Buffer.alloc(0)): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
