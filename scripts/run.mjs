// Runs a TypeScript script of this project on any Node that runs the project: `node scripts/run.mjs <script.ts> [args…]`.
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { buildDocumentChild } from './build-document-child.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const [script, ...args] = process.argv.slice(2)
process.chdir(root)
// Inside node_modules, so that packages are found from there.
const folder = await mkdtemp(join(root, 'node_modules', '.script-'))
const outfile = join(folder, 'script.mjs')
try {
  await build({
    absWorkingDir: root,
    entryPoints: [script],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    logLevel: 'warning',
  })
  await buildDocumentChild(join(folder, 'document-child.mjs'))
  const { main } = await import(pathToFileURL(outfile).href)
  process.exitCode = await main(args)
} finally {
  await rm(folder, { recursive: true, force: true })
}
