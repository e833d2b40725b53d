// Builds what is installed and what is deployed: `node scripts/build.mjs [--outdir DIR]`, DIR being dist unless said.
//   DIR/qms-verdict.mjs                 the command line, with its lazily loaded parts in DIR/chunks
//   DIR/built-rules.json                the rules, read once
//   DIR/handlers/<function>.mjs         the Lambda functions, with their lazily loaded parts and the rule set beside them
//   …/worker.mjs                        beside those parts: the process that reads what was sent and judges it,
//   …/document-child.mjs                the child process that reads PDF and Word files,
//   …/pdfium.wasm                       and what its engines are loaded from
//   DIR/assets, DIR/handlers/assets     what browsers load
import { cp, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'
import { buildAssets } from './build-assets.mjs'
import { buildDocumentChild } from './build-document-child.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const { values } = parseArgs({ options: { outdir: { type: 'string', default: join(root, 'dist') } } })
const outdir = resolve(values.outdir)
const handlers = join(outdir, 'handlers')

/** The process that reads what was sent and judges it, beside the parts that start it. */
const WORKER = 'src/service/workers/worker.ts'

const shared = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  splitting: true,
  outExtension: { '.js': '.mjs' },
  // The ES modules of packages: what is not used of them falls away.
  mainFields: ['module', 'main'],
  // Some packages are CommonJS and call require, which an ES module does not have.
  banner: {
    js: "import { createRequire as makeRequire } from 'node:module';const require = makeRequire(import.meta.url);",
  },
  // Of json-rules-engine, which loads it for conditions with a path: there is none, since a path runs code.
  alias: { 'jsonpath-plus': './scripts/no-jsonpath.mjs' },
  logLevel: 'warning',
}

/** Runs TypeScript of ours during the build: bundled to a file, imported, and removed again. */
async function load(entry) {
  const file = join(outdir, 'build-step.mjs')
  await build({ ...shared, splitting: false, entryPoints: [entry], outfile: file })
  const module = await import(pathToFileURL(file).href)
  await rm(file)
  return module
}

await rm(outdir, { recursive: true, force: true })
await build({
  ...shared,
  entryPoints: { 'qms-verdict': 'src/cli/main.ts', 'chunks/worker': WORKER },
  outdir,
  chunkNames: 'chunks/[name]-[hash]',
})
await build({
  ...shared,
  // What stands in folders below is no function but a part of some.
  entryPoints: ['handlers/*.ts', WORKER],
  entryNames: '[name]',
  outdir: handlers,
  chunkNames: '[name]-[hash]',
  minify: true,
})
await buildDocumentChild(join(outdir, 'chunks', 'document-child.mjs'))
await buildDocumentChild(join(handlers, 'document-child.mjs'), { minify: true })
const assets = join(outdir, 'assets')
await buildAssets(assets)
await cp(assets, join(handlers, 'assets'), { recursive: true })
const { builtRulesJson, ruleSetJson } = await load('scripts/rule-set-json.ts')
await writeFile(join(handlers, 'rule-set.json'), await ruleSetJson(join(root, 'rules')))
await writeFile(join(outdir, 'built-rules.json'), await builtRulesJson(join(root, 'rules')))
