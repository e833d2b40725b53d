import jpeg from 'jpeg-js'
import { pdfOf } from '../../fixtures/documents/hostile-pdf/build/pdf.ts'
import { drawPage, type Picture } from '../../src/documents/pdf/drawing.ts'
import type { PdfEngine } from '../../src/documents/pdf/engine.ts'
import { PageFrame } from '../../src/documents/pdf/page-frame.ts'
import type { Draw } from './draw.ts'
import { type Letter, lettersOn } from './letters.ts'

/** How a paper came to be a picture: a good scanner, a bad one, a telephone. */
export type Likeness = 'clean' | 'poor' | 'photo'

const DPI = 200
const SCALE = DPI / 72
const SEAL_RADIUS = 18 * (DPI / 25.4)
const A4 = { width: 595.3, height: 841.9 }

/** A picture in colours: red, green, blue, and a byte not used. */
interface Coloured {
  width: number
  height: number
  data: Uint8Array
}

/**
 * What a machine makes of a printed paper: pages with a seal and a signature over them; as one PDF of pictures, or of a
 * telephone as a JPEG of the first page.
 * @param sealedAt the name below the signature
 */
export function likenessOf(
  engine: PdfEngine,
  pdf: Uint8Array,
  likeness: Likeness,
  draw: Draw,
  sealedAt?: string,
): Uint8Array {
  const pages = pagesOf(engine, pdf)
  const last = pages.length - 1
  const made = pages.slice(0, likeness === 'photo' ? 1 : undefined).map(({ picture, letters }, at) => {
    const coloured = inColour(picture)
    const name = at === last && sealedAt ? placeOf(letters, sealedAt) : undefined
    if (name) sign(coloured, name, draw)
    return seen(coloured, likeness, draw)
  })
  const quality = { clean: 75, poor: 35, photo: 65 }[likeness]
  const files = made.map((picture) => jpeg.encode({ ...picture, data: Buffer.from(picture.data) }, quality).data)
  const [first] = files
  if (first === undefined) throw new Error('a paper without a page')
  return likeness === 'photo' ? first : scan(files.map((data, at) => ({ data, size: made[at] ?? A4 })))
}

function pagesOf(engine: PdfEngine, bytes: Uint8Array): { picture: Picture; letters: Letter[] }[] {
  const { call } = engine
  const data = engine.put(bytes)
  const document = call.FPDF_LoadMemDocument(data, bytes.length, 0)
  const pages = Array.from({ length: call.FPDF_GetPageCount(document) }, (_, number) => {
    const page = call.FPDF_LoadPage(document, number)
    const picture = drawPage(engine, page, PageFrame.of(engine, page), DPI)
    const letters = lettersOn(engine, page)
    call.FPDF_ClosePage(page)
    if (picture === undefined) throw new Error('a page that cannot be drawn')
    return { picture, letters }
  })
  call.FPDF_CloseDocument(document)
  call.free(data)
  return pages
}

function inColour({ width, height, pixels }: Picture): Coloured {
  const data = new Uint8Array(width * height * 4)
  for (let at = 0; at < pixels.length; at++) {
    const pixel = pixels[at] ?? 0
    data[at * 4] = pixel
    data[at * 4 + 1] = pixel
    data[at * 4 + 2] = pixel
  }
  return { width, height, data }
}

/** Where the last of the words stands, in pixels: its left end and its base line. */
function placeOf(letters: readonly Letter[], words: string): { x: number; y: number } | undefined {
  const letter =
    letters[
      letters
        .map(({ text }) => text)
        .join('')
        .lastIndexOf(words.replace(/\s/gu, ''))
    ]
  return letter && { x: letter.x * SCALE, y: (A4.height - letter.y) * SCALE }
}

/** A seal that covers the left third of a signature, and the signature in blue, both between title and name. */
function sign(page: Coloured, { x, y }: { x: number; y: number }, draw: Draw): void {
  const [seal, pen] = [
    { x: x - draw.between(20, 60), y: y - draw.between(95, 130) },
    { x: x + 20, y: y - 100 },
  ]
  for (let turn = 0; turn < 4_000; turn++) {
    const angle = (turn / 4_000) * 2 * Math.PI
    for (const radius of [SEAL_RADIUS, SEAL_RADIUS - 3, SEAL_RADIUS - 34])
      ink(page, seal.x + radius * Math.cos(angle), seal.y + radius * Math.sin(angle), 2, [205, 40, 50])
  }
  const heights = Array.from({ length: 9 }, () => draw.between(-38, 30))
  for (let part = 0; part < 8; part += 0.004) {
    const [from = 0, to = 0] = [heights[Math.floor(part)], heights[Math.floor(part) + 1]]
    const smooth = (1 - Math.cos((part % 1) * Math.PI)) / 2
    ink(page, pen.x + part * 22, pen.y + from + (to - from) * smooth, 2, [30, 50, 150])
  }
}

/** A dot of ink: what is darker stays. */
function ink(page: Coloured, x: number, y: number, radius: number, colour: readonly number[]): void {
  for (let row = Math.round(y) - radius; row < y + radius; row++)
    for (let column = Math.round(x) - radius; column < x + radius; column++) {
      if (row < 0 || column < 0 || row >= page.height || column >= page.width) continue
      const at = (row * page.width + column) * 4
      for (const [part, value] of colour.entries()) page.data[at + part] = Math.min(page.data[at + part] ?? 0, value)
    }
}

function seen(page: Coloured, likeness: Likeness, draw: Draw): Coloured {
  const sign = draw.chance(0.5) ? 1 : -1
  if (likeness === 'clean')
    return worn(turned(page, (sign * draw.between(0, 4)) / 10), { noise: 8, paper: 250, black: 20 }, draw)
  if (likeness === 'poor') {
    const askew = turned(page, (sign * draw.between(10, 20)) / 10)
    return worn(
      blurred(grey(askew)),
      { noise: 34, paper: draw.between(208, 228), black: draw.between(40, 70), specks: 150 },
      draw,
    )
  }
  const photographed = worn(blurred(warped(page, draw)), { noise: 18, paper: 235, black: 35 }, draw)
  return shaded(photographed, draw)
}

/** A page turned around its middle, white beside it. */
function turned(page: Coloured, degrees: number): Coloured {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
  const [x0, y0] = [page.width / 2, page.height / 2]
  return drawnFrom(page, (x, y) => [x0 + (x - x0) * cos + (y - y0) * sin, y0 - (x - x0) * sin + (y - y0) * cos], 255)
}

/** A page as a telephone held over it sees it, on a dark table. */
function warped(page: Coloured, draw: Draw): Coloured {
  const { width, height } = page
  const far = () => draw.between(15, 75)
  const corners = [
    [far(), far()],
    [width - far(), far()],
    [width - far(), height - far()],
    [far(), height - far()],
  ]
  const [a = 1, b = 0, c = 0, d = 0, e = 1, f = 0, g = 0, h = 0] = solved(
    corners.flatMap(([x = 0, y = 0], at) => {
      const [u, v] = [at === 1 || at === 2 ? width : 0, at > 1 ? height : 0]
      return [
        [x, y, 1, 0, 0, 0, -u * x, -u * y, u],
        [0, 0, 0, x, y, 1, -v * x, -v * y, v],
      ]
    }),
  )
  return drawnFrom(
    page,
    (x, y) => {
      const by = g * x + h * y + 1
      return [(a * x + b * y + c) / by, (d * x + e * y + f) / by]
    },
    90,
  )
}

/** The unknowns of linear equations (Gauss, with pivots). */
function solved(rows: number[][]): number[] {
  const count = rows.length
  for (let column = 0; column < count; column++) {
    const best = rows
      .slice(column)
      .reduce((most, row) => (Math.abs(row[column] ?? 0) > Math.abs(most[column] ?? 0) ? row : most))
    rows.splice(rows.indexOf(best), 1)
    rows.splice(column, 0, best)
    for (const row of rows) {
      const factor = row === best ? 0 : (row[column] ?? 0) / (best[column] ?? 1)
      for (let at = column; at <= count; at++) row[at] = (row[at] ?? 0) - factor * (best[at] ?? 0)
    }
  }
  return rows.map((row, at) => (row[count] ?? 0) / (row[at] ?? 1))
}

/** A picture each point of which comes from a point of another, between four pixels. */
function drawnFrom(
  page: Coloured,
  back: (x: number, y: number) => readonly [number, number],
  outside: number,
): Coloured {
  const { width, height, data } = page
  const made = new Uint8Array(data.length).fill(outside)
  for (let y = 0, to = 0; y < height; y++)
    for (let x = 0; x < width; x++, to += 4) {
      const [fromX, fromY] = back(x, y)
      const [left, top] = [Math.floor(fromX), Math.floor(fromY)]
      if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) continue
      const [partX, partY, at, below] = [fromX - left, fromY - top, (top * width + left) * 4, width * 4]
      for (let part = 0; part < 3; part++) {
        const above = (data[at + part] ?? 0) * (1 - partX) + (data[at + 4 + part] ?? 0) * partX
        const under = (data[at + below + part] ?? 0) * (1 - partX) + (data[at + below + 4 + part] ?? 0) * partX
        made[to + part] = above * (1 - partY) + under * partY
      }
    }
  return { width, height, data: made }
}

function grey(page: Coloured): Coloured {
  const data = new Uint8Array(page.data.length)
  for (let at = 0; at < data.length; at += 4) {
    const [red = 0, green = 0, blue = 0] = [page.data[at], page.data[at + 1], page.data[at + 2]]
    const light = 0.3 * red + 0.59 * green + 0.11 * blue
    data[at] = light
    data[at + 1] = light
    data[at + 2] = light
  }
  return { ...page, data }
}

/** Each point is a quarter of its own and the rest of those beside, above and below. */
function blurred(page: Coloured): Coloured {
  const { width, height, data } = page
  const made = data.slice()
  for (let y = 1; y < height - 1; y++)
    for (let x = 1; x < width - 1; x++)
      for (let part = 0; part < 3; part++) {
        const at = (y * width + x) * 4 + part
        const around =
          (data[at - 4] ?? 0) + (data[at + 4] ?? 0) + (data[at - width * 4] ?? 0) + (data[at + width * 4] ?? 0)
        made[at] = (4 * (data[at] ?? 0) + around) / 8
      }
  return { width, height, data: made }
}

/** Paper that is not white, ink that is not black, noise, and specks of dust. */
function worn(
  page: Coloured,
  how: { noise: number; paper: number; black: number; specks?: number },
  draw: Draw,
): Coloured {
  const { noise, paper, black, specks = 0 } = how
  let state = draw.between(1, 1_000_000)
  const data = new Uint8Array(page.data.length)
  for (let at = 0; at < data.length; at += 4) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    const shift = (((state >>> 16) % 1_000) / 1_000 - 0.5) * noise
    for (let part = 0; part < 3; part++) {
      const value = black + ((page.data[at + part] ?? 0) / 255) * (paper - black) + shift
      data[at + part] = Math.max(0, Math.min(255, value))
    }
  }
  const made = { ...page, data }
  for (let speck = 0; speck < specks; speck++)
    ink(made, draw.between(0, page.width), draw.between(0, page.height), 1, [90, 90, 90])
  return made
}

/** Light from one side, and the shade of a hand on the other. */
function shaded(page: Coloured, draw: Draw): Coloured {
  const { width, height } = page
  const [across, down] = [draw.between(-25, 25) / 100, draw.between(-25, 25) / 100]
  const data = page.data.slice()
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at += 4) {
      const light = 0.85 + across * (x / width - 0.5) + down * (y / height - 0.5)
      for (let part = 0; part < 3; part++) data[at + part] = Math.min(255, (data[at + part] ?? 0) * light)
    }
  return { ...page, data }
}

function scan(pages: readonly { data: Uint8Array; size: { width: number; height: number } }[]): Uint8Array {
  const kids = pages.map((_, at) => `${3 + at * 3} 0 R`).join(' ')
  const objects = pages.flatMap(({ data, size }, at) => {
    const [contents, picture] = [4 + at * 3, 5 + at * 3]
    return [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${A4.width} ${A4.height}] /Resources << /XObject << /I ${picture} 0 R >> >> /Contents ${contents} 0 R >>`,
      { dictionary: '', data: Buffer.from(`q ${A4.width} 0 0 ${A4.height} 0 0 cm /I Do Q`) },
      {
        dictionary: `/Type /XObject /Subtype /Image /Width ${size.width} /Height ${size.height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode`,
        data,
      },
    ]
  })
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    ...objects,
  ])
}
