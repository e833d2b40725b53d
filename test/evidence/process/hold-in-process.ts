import { make } from '../../../fixtures/documents/hostile-pdf/cases/form-doubling.ts'
import { DOCUMENT_BOUNDS } from '../../../src/evidence/bounds.ts'
import { childEntry } from '../../../src/evidence/process/child-entry.ts'
import { documentProcess } from '../../../src/evidence/process/document-process.ts'
import { NO_TRUST } from '../../../src/evidence/signature/trust-list.ts'

/** Run by `scripts/run.mjs` to be killed: says where its child process stands, and has it read a file that takes for ever. */
export async function main(): Promise<number> {
  const bounds = { ...DOCUMENT_BOUNDS, milliseconds: 60_000 }
  const reading = documentProcess.read({ format: 'pdf', bounds, trust: NO_TRUST }, make())
  process.stdout.write(`${childEntry().pathname}\n`)
  await reading
  return 0
}
