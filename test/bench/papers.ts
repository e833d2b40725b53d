import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { Recognizer } from '../../src/documents/ocr/recognizer.ts'
import { drawPage } from '../../src/documents/pdf/drawing.ts'
import { PdfEngine } from '../../src/documents/pdf/engine.ts'
import { PageFrame } from '../../src/documents/pdf/page-frame.ts'
import { engineFile } from '../../src/documents/process/confinement.ts'
import { DocumentProcess } from '../../src/documents/process/document-process.ts'
import { documentReader, recognizePages } from '../../src/documents/reader.ts'
import { DOCUMENT_BOUNDS, SCAN_BOUNDS } from '../../src/documents/settings.ts'
import { DEFAULT_LIMITS, type DocumentFile, fileEntry } from '../../src/intake/container.ts'
import { bundleFile } from '../../src/intake/file-kinds.ts'
import { loaded } from '../support/loaded.ts'
import { ownMs, takingTurns, treeMs } from './measure.ts'
import type { Extent, Part, Table } from './table.ts'

/** Papers as an office's programs make them, with fonts of their own. */
const FOLDERS = ['fixtures/samples', 'fixtures/corpus']
const OCR_DPI = 200

async function typesetPapers(): Promise<Uint8Array[]> {
  const names = await Promise.all(
    FOLDERS.map(async (folder) => (await readdir(folder, { recursive: true })).map((name) => join(folder, name))),
  )
  const pdfs = names.flat().filter((name) => name.endsWith('.pdf') && !name.endsWith('blank.pdf'))
  return Promise.all(pdfs.sort().map((name) => readFile(name)))
}

const openEngine = async () => PdfEngine.load(await WebAssembly.compile(engineFile('pdf')))

function withDocument<T>(engine: PdfEngine, bytes: Uint8Array, act: (document: number) => T): T {
  const { call } = engine
  const data = engine.put(bytes)
  const document = call.FPDF_LoadMemDocument(data, bytes.length, 0)
  try {
    return act(document)
  } finally {
    call.FPDF_CloseDocument(document)
    call.free(data)
  }
}

/** The text of every page as PDFium gives it, with nothing of ours. @returns how many pages there are */
function bareText(engine: PdfEngine, bytes: Uint8Array): number {
  const { call } = engine
  const { FPDFText_GetText: text } = call as unknown as Record<string, (...values: number[]) => number>
  return withDocument(engine, bytes, (document) => {
    const pages = call.FPDF_GetPageCount(document)
    for (let number = 0; number < pages; number++) {
      const page = call.FPDF_LoadPage(document, number)
      const letters = call.FPDFText_LoadPage(page)
      const count = call.FPDFText_CountChars(letters)
      const room = call.malloc(2 * (count + 1))
      text?.(letters, 0, count, room)
      Buffer.from(engine.bytes(room, 2 * count)).toString('utf16le')
      call.free(room)
      call.FPDFText_ClosePage(letters)
      call.FPDF_ClosePage(page)
    }
    return pages
  })
}

let copies = 0

/** Reads papers as a bundle's are read: in the child process, with facts, words looked for and signatures. */
async function readAll(papers: readonly Uint8Array[], times: number): Promise<void> {
  const bounds = { ...DOCUMENT_BOUNDS, bundleMilliseconds: Number.POSITIVE_INFINITY }
  const read = documentReader({ limits: DEFAULT_LIMITS, stopwatch: ownMs, lookedFor: loaded.lookedFor, bounds })
  const files: DocumentFile[] = []
  for (let copy = 0; copy < times; copy++)
    for (const paper of papers) {
      // Never the bytes of before: readings are kept.
      const bytes = Buffer.concat([paper, Buffer.from(`\n%${++copies}\n`)])
      const path = `${copies}.pdf`
      files.push({ path, file: bundleFile(fileEntry(path, bytes), path), open: async () => bytes })
    }
  const readings = await read(files, 'Sở Tư pháp')
  const failed = [...readings.values()].filter(({ text }) => text !== 'read' && text !== 'scan')
  if (failed.length > 0) throw new Error(`${failed.length} papers were not read: ${failed[0]?.text}`)
}

async function measurePapers(table: Table, { quick }: Extent): Promise<void> {
  const [papers, engine] = [await typesetPapers(), await openEngine()]
  const pages = papers.reduce((sum, paper) => sum + bareText(engine, paper), 0)
  const bare = (times: number) => () => {
    for (let copy = 0; copy < times; copy++) for (const paper of papers) bareText(engine, paper)
  }
  const sizes = quick ? [1, 4] : [1, 4, 16]
  const sides = sizes.flatMap((times) => [() => readAll(papers, times), bare(times)])
  const taken = await takingTurns(sides, { rounds: quick ? 1 : 3, clock: treeMs, warm: false })
  const ours = sizes.map((_, at) => taken[2 * at] ?? Number.NaN)
  const theirs = sizes.map((_, at) => taken[2 * at + 1] ?? Number.NaN)
  // What all pages take less what the first take: that the process starts is in both.
  const more = ((sizes.at(-1) ?? 1) - 1) * pages
  const each = (all: readonly number[]) => ((all.at(-1) ?? 0) - (all[0] ?? 0)) / more
  table.ratio(
    `${more} pages of ${papers.length} papers`,
    each(ours) / each(theirs),
    { most: 1.5 },
    `${each(ours).toFixed(2)} ms a page here`,
  )
  table.growth(
    'pages',
    sizes.map((times) => times * pages),
    ours,
    theirs,
  )
}

async function measureScans(table: Table, { quick }: Extent): Promise<void> {
  const [engine, papers] = [await openEngine(), await typesetPapers()]
  const recognizer = await Recognizer.load(engineFile('ocr'), gunzipSync(engineFile('ocrData')))
  const pages = papers.flatMap((paper) =>
    Array.from({ length: bareText(engine, paper) }, (_, number) => ({ paper, number })),
  )
  const child = new DocumentProcess()
  async function ours({ paper, number }: (typeof pages)[number]): Promise<void> {
    const asked = { from: number, to: number + 1 }
    const { unread } = await recognizePages({ format: 'pdf' }, paper, asked, child, SCAN_BOUNDS)
    if (unread > 0) throw new Error('a page was not recognised')
  }
  const theirs = ({ paper, number }: (typeof pages)[number]) =>
    withDocument(engine, paper, (document) => {
      const page = engine.call.FPDF_LoadPage(document, number)
      const picture = drawPage(engine, page, PageFrame.of(engine, page), OCR_DPI)
      engine.call.FPDF_ClosePage(page)
      if (picture) recognizer.recognize(picture, OCR_DPI)
    })
  // The first starts the process, and loads what recognises.
  const [first, ...others] = pages
  if (first) await ours(first)
  const sizes = quick ? [1, 4] : [1, 4, 16]
  const taken = { ours: [] as number[], theirs: [] as number[] }
  const sums = { ours: 0, theirs: 0 }
  for (const [at, page] of others.slice(0, sizes.at(-1)).entries()) {
    for (const [side, act] of [
      ['ours', ours],
      ['theirs', theirs],
    ] as const) {
      const from = await treeMs()
      await act(page)
      sums[side] += (await treeMs()) - from
      if (sizes.includes(at + 1)) taken[side].push(sums[side])
    }
  }
  child.end()
  const many = sizes.at(-1) ?? 1
  const beside = `${(sums.ours / many).toFixed(0)} ms a page here`
  table.ratio(`${many} pages`, sums.ours / sums.theirs, { most: 1.2 }, beside)
  table.growth('pages', sizes, taken.ours, taken.theirs)
}

export const paperParts: readonly Part[] = [
  {
    name: 'papers',
    heading: "text, facts and words of typeset PDF in the child process; against PDFium's bare text in this one",
    measure: measurePapers,
  },
  {
    name: 'scans',
    heading: 'recognising a page in the child process; against drawing it and Tesseract alone in this one',
    measure: measureScans,
  },
]
