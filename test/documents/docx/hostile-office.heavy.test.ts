import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'

/** Of the processor. */
const MAX_MILLISECONDS = 10_000
/** Of a process that has read all files of one format. */
const MAX_KIBIBYTES = 300 * 1024
const MIB = 1024 * 1024
const CASES = join(import.meta.dirname, '../../../fixtures/documents/hostile-office')

interface Case {
  expected: { text: string; reason?: string; flags?: readonly string[]; lines?: readonly string[]; count?: number }
  make(): Promise<Uint8Array>
}

const answer = z.looseObject({ lines: z.array(z.string()), milliseconds: z.number(), kibibytes: z.number() })
const names = (await readdir(CASES)).filter((name) => name.endsWith('.ts')).sort()
const fileName = (name: string) => basename(name, '.ts')
const load = (name: string) => import(pathToFileURL(join(CASES, name)).href) as Promise<Case>
let folder = ''
const answers: Record<string, unknown> = {}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hostile-office-'))
  for (const name of names) {
    const alone = join(folder, name)
    await mkdir(alone)
    await writeFile(join(alone, fileName(name)), await (await load(name)).make())
  }
  const outfile = join(folder, 'read.mjs')
  const entryPoints = [join(import.meta.dirname, 'read-in-child.ts')]
  await build({ entryPoints, outfile, bundle: true, platform: 'node', format: 'esm' })
  // Each in a process of its own: what is measured is one file, not what a collector leaves lying of those before.
  for (const name of names) {
    const { stdout } = await promisify(execFile)(process.execPath, [outfile, join(folder, name)], { maxBuffer: MIB })
    Object.assign(answers, JSON.parse(stdout))
  }
})

afterAll(() => rm(folder, { recursive: true, force: true }))

describe('office files that mean harm', () => {
  test('there are cases', () => expect(names.length).toBeGreaterThan(35))

  test.each(names)('%s', async (name) => {
    const { expected } = await load(name)
    const { milliseconds, kibibytes, ...read } = answer.parse(answers[fileName(name)])
    expect(read).toMatchObject(expected)
    expect(read.lines.join('\n')).not.toContain('root:')
    expect(milliseconds).toBeLessThan(MAX_MILLISECONDS)
    expect(kibibytes).toBeLessThan(MAX_KIBIBYTES)
  })
})
