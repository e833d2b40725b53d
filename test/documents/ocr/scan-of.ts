import { deflateSync } from 'node:zlib'
import { pdfOf } from '../../../fixtures/documents/hostile-pdf/build/pdf.ts'
import { drawPage, type Picture } from '../../../src/documents/pdf/drawing.ts'
import type { PdfEngine } from '../../../src/documents/pdf/engine.ts'
import { PageFrame } from '../../../src/documents/pdf/page-frame.ts'

const DPI = 200

/** How a scan is made of a page. */
export interface Scanning {
  /** Degrees by which the paper lay askew. */
  skew?: number
  /** As `Rotate` of a page: how the viewer turns what was scanned on its side. */
  rotate?: number
  /** PDF operators drawn over the picture, in points: a seal, a stamp. */
  over?: string
  /** Whether noise is added, the same every time. */
  noise?: boolean
}

/** A PDF whose only page is a picture of a page of another PDF. */
export function scanOf(engine: PdfEngine, bytes: Uint8Array, page: number, scanning: Scanning = {}): Uint8Array {
  const { width, height, pixels } = pictureOf(engine, bytes, page)
  const [wide, high] = [595.32, 841.92]
  const { skew = 0, rotate = 0, over = '', noise = false } = scanning
  const [cos, sin] = [Math.cos((-skew * Math.PI) / 180), Math.sin((-skew * Math.PI) / 180)]
  // Turned around the middle of the page.
  const [x, y] = [wide / 2 - (wide * cos - high * sin) / 2, high / 2 - (wide * sin + high * cos) / 2]
  const matrix = [wide * cos, wide * sin, -high * sin, high * cos, x, y].map((value) => value.toFixed(4)).join(' ')
  const contents = `q ${matrix} cm /I Do Q\n${over}`
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${wide} ${high}] /Rotate ${rotate} /Resources << /XObject << /I 5 0 R >> /Font << /F1 6 0 R >> >> /Contents 4 0 R >>`,
    { dictionary: '', data: Buffer.from(contents) },
    {
      dictionary: `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode`,
      data: deflateSync(noise ? noisy(pixels) : pixels),
    },
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>',
  ])
}

function pictureOf(engine: PdfEngine, bytes: Uint8Array, number: number): Picture {
  const { call } = engine
  const data = engine.put(bytes)
  const document = call.FPDF_LoadMemDocument(data, bytes.length, 0)
  const page = call.FPDF_LoadPage(document, number)
  const picture = drawPage(engine, page, PageFrame.of(engine, page), DPI)
  call.FPDF_ClosePage(page)
  call.FPDF_CloseDocument(document)
  call.free(data)
  if (picture === undefined) throw new Error('no picture')
  return picture
}

function noisy(pixels: Uint8Array): Uint8Array {
  let state = 7
  return pixels.map((pixel) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return Math.max(0, Math.min(255, pixel - 20 + ((state >>> 16) % 40)))
  })
}
