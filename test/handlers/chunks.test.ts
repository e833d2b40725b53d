import { build } from 'esbuild'
import { expect, test } from 'vitest'

/** Kilobytes that a function, or a worker, may load to start. What it needs only for some calls is loaded by those. */
const MOST_KB: Readonly<Record<string, number>> = {
  'handlers/api.ts': 880,
  'handlers/draw-up.ts': 940,
  'handlers/evaluate-bundle.ts': 800,
  'handlers/list-agencies.ts': 800,
  'handlers/notify-lapses.ts': 800,
  'handlers/read-scans.ts': 800,
  'src/service/workers/worker.ts': 400,
}

/** Readers of files, pages, papers of the desk, the SDK: nobody needs them to start. */
const LATER =
  /node_modules\/(?:yaml|saxes|csv-parse|@aws-sdk\/client-s3|pkijs|@zip\.js|ical-generator|jsonpath-plus)\/|src\/(?:render\/(?:province|html|workbook)\/|http\/(?:province|agency)\/|documents\/(?:draft|docx|odf|signature\/(?!notices)))\//

const { metafile } = await build({
  entryPoints: Object.keys(MOST_KB),
  bundle: true,
  splitting: true,
  minify: true,
  metafile: true,
  write: false,
  outdir: 'node_modules/.chunks',
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  mainFields: ['module', 'main'],
  alias: { 'jsonpath-plus': './scripts/no-jsonpath.mjs' },
  logLevel: 'error',
})

/** The files that are loaded to start, as the bundler knows them. */
function startFiles(entry: string): ReadonlySet<string> {
  const first = Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint === entry)?.[0]
  const loaded = new Set<string>()
  const waiting = [first ?? expect.unreachable(`no ${entry}`)]
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (loaded.has(file)) continue
    loaded.add(file)
    for (const { path, kind, external } of metafile.outputs[file]?.imports ?? [])
      if (kind === 'import-statement' && !external) waiting.push(path)
  }
  return loaded
}

test.each(Object.entries(MOST_KB))(
  '%s loads at most %i kB to start, and nothing that most calls do not need',
  (entry, most) => {
    const files = [...startFiles(entry)]
    const bytes = files.reduce((sum, file) => sum + (metafile.outputs[file]?.bytes ?? 0), 0)
    expect(bytes / 1000).toBeLessThan(most)
    expect(bytes / 1000).toBeGreaterThan(most / 2)
    const inputs = files.flatMap((file) => Object.keys(metafile.outputs[file]?.inputs ?? {}))
    expect(inputs.length).toBeGreaterThan(50)
    // Changes beside a plan are read by a module that reads their file, too.
    const early = inputs.filter(
      (path) => LATER.test(path) && !(entry.endsWith('draw-up.ts') && path.includes('/yaml/')),
    )
    expect(early).toEqual([])
  },
)
