import { inflateSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { type OnePage, onePage, stream, WORDS } from '../../../fixtures/documents/hostile-pdf/build/pdf.ts'
import { factsOf, stampedIn } from '../../../src/documents/facts/facts.ts'
import { PdfEngine } from '../../../src/documents/pdf/engine.ts'
import { cutLine, drawSheet } from '../../../src/documents/pdf/line-picture.ts'
import { readPdf } from '../../../src/documents/pdf.ts'
import { engineFile } from '../../../src/documents/process/confinement.ts'

let engine: PdfEngine
beforeAll(async () => {
  engine = await PdfEngine.load(await WebAssembly.compile(engineFile('pdf')))
})

const read = (page: OnePage) => readPdf(engine, onePage(page), { pages: 10, characters: 100_000 })
const cellsOf = (page: OnePage) => read(page).content.flatMap(({ lines }) => lines.map(({ cells }) => cells))
const show = (text: string, x: number, y: number) => `BT /F1 12 Tf ${x} ${y} Td (${text}) Tj ET `

describe('annotations', () => {
  const font = '/Resources << /Font << /F1 4 0 R >> >>'
  const appearance = (text: string) =>
    stream(`BT /F1 12 Tf 2 4 Td (${text}) Tj ET`, `/Type /XObject /Subtype /Form /BBox [0 0 120 20] ${font}`)
  const form = '/AcroForm << /Fields [6 0 R] >>'
  const withForm = (annotation: string, more: OnePage['more'] = []): OnePage => ({
    contents: stream(show('So:', 72, 700) + show(WORDS, 72, 600)),
    page: '/Annots [6 0 R]',
    more: [annotation, ...more],
    catalog: form,
  })

  test('of a signature field say what their appearance shows, on the line where it stands', () => {
    const widget = '<< /Type /Annot /Subtype /Widget /FT /Sig /T (s) /F 4 /Rect [95 696 215 716] /AP << /N 7 0 R >> >>'
    expect(cellsOf(withForm(widget, [appearance('88/QD-STP')]))).toEqual([['So: 88/QD-STP'], [WORDS]])
  })

  test('that are stamps or typed onto the page are read', () => {
    const stamp = (kind: string) =>
      `<< /Type /Annot /Subtype /${kind} /F 4 /Rect [300 740 420 760] /AP << /N 7 0 R >> >>`
    for (const kind of ['Stamp', 'FreeText'])
      expect(cellsOf(withForm(stamp(kind), [appearance('TOI MAT')]))[0], kind).toEqual(['TOI MAT'])
  })

  test('that are hidden stay out', () => {
    const hidden = '<< /Type /Annot /Subtype /Stamp /F 2 /Rect [300 740 420 760] /AP << /N 7 0 R >> >>'
    expect(cellsOf(withForm(hidden, [appearance('TOI MAT')]))).toEqual([['So:'], [WORDS]])
  })

  test('of a filled field without an appearance say its value, of a password nothing', () => {
    const field = (flags: number) =>
      `<< /Type /Annot /Subtype /Widget /FT /Tx /Ff ${flags} /T (so) /V (88/QD-STP) /F 4 /Rect [95 696 215 716] >>`
    expect(cellsOf(withForm(field(0)))).toEqual([['So: 88/QD-STP'], [WORDS]])
    expect(cellsOf(withForm(field(1 << 13)))).toEqual([['So:'], [WORDS]])
  })
})

describe('the place of words', () => {
  const contents = stream(show('So: 88/QD-STP', 72, 770) + show('ngay 02', 372, 770) + show(WORDS, 72, 600))
  const boxOf = (page: OnePage) => read(page).content[0]?.lines[0]?.boxes?.[0]

  test('counts from the top left of the page', () => {
    const { x = 0, y = 0, width = 0, height = 0, words = [] } = boxOf({ contents }) ?? {}
    expect([x, words[0], words.length]).toEqual([72, 72, 4])
    expect(words[2]).toBeCloseTo(93.3, 0)
    expect(y).toBeLessThan(842 - 770)
    expect(y + height).toBeGreaterThan(842 - 770)
    expect(width).toBeGreaterThan(60)
  })

  test('counts from what is shown of it: cropped', () => {
    const { x, y } = boxOf({ contents }) ?? { x: 0, y: 0 }
    const cropped = boxOf({ contents, page: '/CropBox [50 100 595 800]' })
    expect([cropped?.x, cropped?.y]).toEqual([x - 50, expect.closeTo(y - 42, 1)])
  })

  test('counts from what is shown of it: turned', () => {
    const upright = boxOf({ contents })
    for (const [turn, at] of [
      // A page 595 × 842 that is turned clockwise: its left edge is seen above.
      [90, (x: number, y: number, w: number, h: number) => [842 - y - h, x, h, w]],
      [180, (x: number, y: number, w: number, h: number) => [595 - x - w, 842 - y - h, w, h]],
      [270, (x: number, y: number, w: number, h: number) => [y, 595 - x - w, h, w]],
    ] as const) {
      const turned = read({ contents, page: `/Rotate ${turn}` }).content[0]?.lines
      const line = turned?.find(({ text }) => text.startsWith('So: 88'))
      const { x = 0, y = 0, width = 0, height = 0 } = line?.boxes?.[0] ?? {}
      const expected = at(upright?.x ?? 0, upright?.y ?? 0, upright?.width ?? 0, upright?.height ?? 0)
      for (const [index, value] of [x, y, width, height].entries())
        expect(value, `${turn} ${index}`).toBeCloseTo(expected[index] ?? 0, -1)
    }
  })

  test('what stands beside the part that is shown is not read', () => {
    expect(cellsOf({ contents, page: '/CropBox [0 0 300 842]' })[0]).toEqual(['So: 88/QD-STP'])
  })

  test('text that is turned on the paper is read along its lines', () => {
    const sideways = (text: string, x: number) => `BT /F1 12 Tf 0 1 -1 0 ${x} 100 Tm (${text}) Tj ET `
    const lines = read({ contents: stream(sideways('dong mot', 100) + sideways(WORDS, 130)) }).content[0]?.lines
    expect(lines?.map(({ text }) => text)).toEqual(['dong mot', WORDS])
    const { x = 0, y = 0, width = 0, height = 0 } = lines?.[0]?.boxes?.[0] ?? {}
    expect([x < 100, x + width > 100, Math.round(y + height)]).toEqual([true, true, 742])
    expect(height).toBeGreaterThan(width)
  })
})

describe('letters that nobody sees', () => {
  const paragraph = (how: string) => Array.from({ length: 6 }, (_, at) => how + show(WORDS, 72, 770 - 20 * at)).join('')
  const textOf = (contents: string) => read({ contents: stream(contents) })

  test.each([
    ['white on white', '1 1 1 rg '],
    ['drawn in no way', '3 Tr '],
  ])('%s are not read, and told', (_, how) => {
    expect(textOf(paragraph(how))).toMatchObject({ text: 'read', content: [], flags: ['hiddenText'] })
  })

  test('at the foot of a page that is blank above are seen', () => {
    const low = Array.from({ length: 6 }, (_, at) => show(WORDS, 72, 130 - 20 * at)).join('')
    expect(textOf(low)).toMatchObject({ flags: [] })
    expect(textOf(low).content[0]?.lines).toHaveLength(6)
  })

  test('of no size are not read', () => {
    expect(textOf(paragraph('').replaceAll('/F1 12 Tf', '/F1 0.01 Tf')).content).toEqual([])
  })

  test.each([
    ['light grey', '0.85 g ', 12],
    ['the smallest print', '', 5],
    ['white on black', '0 g 0 0 595 842 re f 1 1 1 rg ', 12],
  ])('%s is read', (_, how, size) => {
    const { content, flags } = textOf(how + paragraph('').replaceAll('/F1 12 Tf', `/F1 ${size} Tf`))
    expect([content[0]?.lines.length, flags]).toEqual([6, []])
  })
})

test('a place is cut out of a page as a small picture, and nothing that is no line', () => {
  const bytes = onePage({ contents: stream(show('So: 88/QD-STP', 72, 770) + show(WORDS, 72, 600)) })
  const box = readPdf(engine, bytes, { pages: 10, characters: 100_000 }).content[0]?.lines[0]?.boxes?.[0]
  const { x = 0, y = 0, width = 0, height = 0 } = box ?? {}
  const cut = cutLine(engine, bytes, 0, [[x, y, width, height]]) ?? expect.unreachable()
  const png = Buffer.from(cut.png, 'base64')
  expect(png.toString('latin1', 1, 4)).toBe('PNG')
  const [wide, high] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  expect(cut.width).toBeCloseTo(width + 16, -1)
  expect(wide).toBeCloseTo((cut.width * 120) / 72, -1)
  expect(png.length).toBeLessThan(8_000)
  // What is seen there is the line: black letters on white paper, and the same picture in a PDF says so.
  const rows = inflateSync(png.subarray(png.indexOf('IDAT') + 4))
  expect(rows.length).toBe(high * (wide + 1))
  expect([rows.includes(0x00, 1), rows.filter((shade) => shade >= 0xf0).length > rows.length / 2]).toEqual([true, true])
  expect(cutLine(engine, bytes, 0, [[0, 0, 500, 700]])).toBeUndefined()
  expect(cutLine(engine, bytes, 7, [[x, y, width, height]])).toBeUndefined()
})

test('a page is drawn whole, in points as boxes on it are, with fewer dots where it would be too large', () => {
  const bytes = onePage({ contents: stream(show(WORDS, 72, 600)) })
  const whole = drawSheet(engine, bytes, 0, 1_000_000) ?? expect.unreachable()
  const small = drawSheet(engine, bytes, 0, whole.png.length - 1) ?? expect.unreachable()
  const wide = ({ png }: typeof whole) => Buffer.from(png, 'base64').readUInt32BE(16)
  expect([small.width, small.height]).toEqual([whole.width, whole.height])
  expect(wide(whole)).toBe(Math.round((whole.width * 120) / 72))
  expect(wide(small)).toBe(Math.round((whole.width * 80) / 72))
  expect(drawSheet(engine, bytes, 0, 10)).toBeUndefined()
  expect(drawSheet(engine, bytes, 7, 1_000_000)).toBeUndefined()
  const poster = onePage({ contents: stream(show(WORDS, 72, 600)), page: '/MediaBox [0 0 14000 14000]' })
  expect(wide(drawSheet(engine, poster, 0, 1_000_000) ?? expect.unreachable())).toBeLessThan(1_800)
})

describe('a picture of a page under a layer of text', () => {
  const layer = show(WORDS, 72, 770) + show(WORDS, 72, 740)
  const pictured = (part: number, text: string, annotation = ''): OnePage => ({
    // In two strips, as copiers cut them.
    contents: stream(`${text} q ${595 * part} 0 0 421 0 421 cm /X Do Q q ${595 * part} 0 0 421 0 0 cm /X Do Q`),
    resources: '/XObject << /X 6 0 R >>',
    page: annotation && '/Annots [7 0 R]',
    more: [
      stream('\0', '/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8'),
      ...(annotation ? [annotation] : []),
    ],
  })

  test('that no Vietnamese wrote is a scan', () => {
    expect(read(pictured(1, layer))).toMatchObject({ text: 'scan', content: [] })
    expect(read(pictured(0.3, layer))).toMatchObject({ text: 'read' })
    expect(read(pictured(1, show('88/QD-STP, trang 1, '.repeat(3), 72, 770)))).toMatchObject({ text: 'read' })
  })

  test('is read where a stamp of secrecy stands in it', () => {
    const stamp = `/Subtype /FreeText /F 4 /Rect [300 500 420 520] /Contents <${Buffer.from('\ufeffTỐI MẬT', 'utf16le').swap16().toString('hex')}>`
    const text = read(pictured(1, layer, `<< /Type /Annot ${stamp} >>`))
    expect([text.text, stampedIn(text)]).toEqual(['read', true])
  })
})

test('a fact tells where its words stand, a box for each line of them', () => {
  const lines = [
    'So: 88/QD-STP',
    'CONG BO',
    'He thong quan ly chat luong phu hop tieu chuan',
    'quoc gia',
    'Can cu 1. 001',
  ]
  const contents = stream(lines.map((text, at) => show(text, 72, 770 - 20 * at)).join(''))
  const text = read({ contents })
  const named = text.content.map((page) => ({
    ...page,
    lines: page.lines.map((line) =>
      vietnamese(line.text.replace('CONG BO', 'CÔNG BỐ').replace('So:', 'Số:').replace('Can cu', 'Căn cứ'), line),
    ),
  }))
  const { number, subject } = factsOf({ ...text, content: named })
  expect(number.map(({ value }) => value)).toEqual(['88/QD-STP'])
  expect(number[0]?.box).toHaveLength(1)
  expect(number[0]?.box?.[0]?.slice(0, 2)).toEqual([72, expect.closeTo(60.6, 0)])
  expect(subject[0]?.box?.map(([, y]) => Math.round(y))).toEqual([101, 121])
})

const vietnamese = <T>(text: string, line: T) => ({ ...line, text, cells: [text] })
