import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll } from 'vitest'
import { factsOf } from '../../../src/documents/facts/facts.ts'
import { PdfEngine } from '../../../src/documents/pdf/engine.ts'
import { engineFile } from '../../../src/documents/process/confinement.ts'
import { DocumentProcess } from '../../../src/documents/process/document-process.ts'
import { recognizeScan, type ScanReading, scanText } from '../../../src/documents/recognize-scan.ts'
import { SCAN_BOUNDS } from '../../../src/documents/settings.ts'
import { type Scanning, scanOf } from './scan-of.ts'

const DECISION = 'fixtures/samples/department-complete/papers/cong-bo/88-QD-STP.pdf'

/**
 * Recognises decision 88/QĐ-STP, scanned one way or another, in a process of this test file.
 * @returns what does it, under the usual bounds unless others are given
 */
export function scannedDecision(): (scanning?: Scanning, bounds?: typeof SCAN_BOUNDS) => Promise<ScanReading> {
  const documents = new DocumentProcess()
  let engine: PdfEngine
  let decision: Uint8Array
  beforeAll(async () => {
    engine = await PdfEngine.load(await WebAssembly.compile(engineFile('pdf')))
    decision = await readFile(DECISION)
  })
  afterAll(() => documents.end())
  return (scanning = {}, bounds = SCAN_BOUNDS) =>
    recognizeScan(documents, scanOf(engine, decision, 0, scanning), 1, bounds)
}

/** The facts of a recognised paper, by their names. */
export const factsIn = (reading: ScanReading) => {
  const { number, date, kind, issuer, signer } = factsOf(scanText(reading))
  return Object.entries({ number, date, kind, issuer, signer }).map(([name, found]) => [
    name,
    found.map(({ value }) => value),
  ])
}
/** What stands on the decision. */
export const FACTS = {
  number: ['88/QĐ-STP'],
  date: ['2024-04-02'],
  kind: ['QUYẾT ĐỊNH'],
  issuer: ['SỞ TƯ PHÁP'],
  signer: [{ name: 'Trần Thị Ngọc Ánh', title: 'GIÁM ĐỐC' }],
}
