import { readFile } from 'node:fs/promises'
import { PdfEngine } from '../../../src/documents/pdf/engine.ts'
import { engineFile } from '../../../src/documents/process/confinement.ts'
import { DocumentProcess } from '../../../src/documents/process/document-process.ts'
import { recognizeScan } from '../../../src/documents/recognize-scan.ts'
import { SCAN_BOUNDS } from '../../../src/documents/settings.ts'
import { scanOf } from './scan-of.ts'

/** Recognises a page askew and full of noise, and writes the Node that did it, and its words with confidences and boxes. */
export async function main([paper = '']: string[]): Promise<number> {
  const engine = await PdfEngine.load(await WebAssembly.compile(engineFile('pdf')))
  const scan = scanOf(engine, await readFile(paper), 0, { skew: 0.8, noise: true })
  const child = new DocumentProcess()
  try {
    const { pages } = await recognizeScan(child, scan, 1, SCAN_BOUNDS)
    process.stdout.write(JSON.stringify({ node: process.version, words: pages.flatMap(({ words }) => words) }))
  } finally {
    child.end()
  }
  return 0
}
