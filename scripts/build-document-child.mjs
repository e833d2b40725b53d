import { copyFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
/** What the engines of the child process are loaded from, by the name under which it stands beside the child. */
export const ENGINE_FILES = {
  'pdfium.wasm': 'node_modules/@embedpdf/pdfium/dist/pdfium.wasm',
  // One fixed build: the faster one, with relaxed SIMD, gives other confidences, and Node 20 has it not.
  'tesseract-core-simd-lstm.wasm': 'node_modules/tesseract.js-core/tesseract-core-simd-lstm.wasm',
  'vie.traineddata.gz': 'node_modules/@tesseract.js-data/vie/4.0.0_best_int/vie.traineddata.gz',
}

/** Puts the files of the engines beside the child process. */
export async function copyEngineFiles(folder) {
  for (const [name, from] of Object.entries(ENGINE_FILES)) await copyFile(join(root, from), join(folder, name))
}

/**
 * Builds the entry of the child process that reads documents, for code that runs from source. Packages are found from
 * where it is put.
 */
export async function buildDocumentChild(outfile) {
  await build({
    absWorkingDir: root,
    entryPoints: ['src/documents/process/document-child.ts'],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    logLevel: 'warning',
  })
  await copyEngineFiles(dirname(outfile))
}
