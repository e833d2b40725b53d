import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/**
 * Builds the entry of the child process that reads documents, for code that runs from source. Packages are found from
 * where it is put.
 */
export async function buildDocumentChild(outfile) {
  await build({
    absWorkingDir: fileURLToPath(new URL('..', import.meta.url)),
    entryPoints: ['src/documents/process/document-child.ts'],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    logLevel: 'warning',
  })
}
