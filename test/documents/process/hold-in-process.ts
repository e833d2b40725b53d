import { make } from '../../../fixtures/documents/hostile-pdf/cases/form-doubling.ts'
import { childEntry } from '../../../src/documents/process/confinement.ts'
import { DocumentProcess } from '../../../src/documents/process/document-process.ts'
import { DOCUMENT_BOUNDS, NO_TRUST } from '../../../src/documents/settings.ts'

/** Run by `scripts/run.mjs` to be killed: says where its child process stands, and has it read a file that takes for ever. */
export async function main(): Promise<number> {
  const bounds = { ...DOCUMENT_BOUNDS, milliseconds: 60_000 }
  const reading = new DocumentProcess().read({ format: 'pdf', bounds, trust: NO_TRUST }, make())
  process.stdout.write(`${childEntry().pathname}\n`)
  await reading
  return 0
}
