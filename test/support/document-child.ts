import { mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildDocumentChild } from '../../scripts/build-document-child.mjs'
import { childEntry } from '../../src/documents/process/document-process.ts'

/** Before all tests: builds the child process that reads documents to where code that runs from source looks for it. */
export default async function setup(): Promise<void> {
  const entry = fileURLToPath(childEntry())
  const folder = await mkdtemp('node_modules/.document-child-')
  await buildDocumentChild(`${folder}/entry.mjs`)
  // In one step: another run of the tests may be reading it.
  for (const name of await readdir(folder))
    await rename(`${folder}/${name}`, name === 'entry.mjs' ? entry : join(dirname(entry), name))
  await rm(folder, { recursive: true })
}
