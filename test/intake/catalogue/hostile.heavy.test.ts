import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { DEFAULT_LIMITS } from '../../../src/intake/container.ts'
import { catalogueCases } from '../../support/catalogue-cases.ts'

const run = promisify(execFile)
const words = z.strictObject({ vi: z.array(z.string()), en: z.array(z.string()) })
const expectation = z.union([
  z.strictObject({ unreadable: words }),
  z.strictObject({ count: z.number(), notices: z.array(z.string()) }),
])
const answer = z.strictObject({
  outcome: z.union([
    z.strictObject({ unreadable: z.strictObject({ vi: z.string(), en: z.string() }) }),
    z.strictObject({ count: z.number(), notices: z.array(z.string()) }),
  ]),
  milliseconds: z.number(),
  kibibytes: z.number(),
})

/** Of the processor; a machine may be busy with other things for longer. */
const MAX_MILLISECONDS = DEFAULT_LIMITS.milliseconds
const MAX_KIBIBYTES = 700 * 1024
const cases = await catalogueCases('hostile')
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'catalogue-hostile-'))
  await build({
    entryPoints: [join(import.meta.dirname, 'read-in-child.ts')],
    outfile: join(folder, 'read.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
  })
})

afterAll(() => rm(folder, { recursive: true, force: true }))

describe('lists that mean harm', () => {
  test('there are cases', () => expect(cases.length).toBeGreaterThan(20))

  test.each(cases)('$name', async ({ name: id, expected, list }) => {
    const { name, bytes } = await list()
    const path = join(folder, `${id}.bin`)
    await writeFile(path, bytes)
    const { stdout } = await run(process.execPath, ['--max-old-space-size=256', join(folder, 'read.mjs'), path, name], {
      timeout: 10 * MAX_MILLISECONDS,
      killSignal: 'SIGKILL',
    })
    await rm(path)
    const { outcome, milliseconds, kibibytes } = answer.parse(JSON.parse(stdout))
    const due = expectation.parse(expected)
    if ('unreadable' in due) {
      if (!('unreadable' in outcome)) throw new Error(`the list was read: ${JSON.stringify(outcome)}`)
      for (const word of due.unreadable.vi) expect(outcome.unreadable.vi).toContain(word)
      for (const word of due.unreadable.en) expect(outcome.unreadable.en).toContain(word)
    } else expect(outcome).toEqual(due)
    expect(milliseconds).toBeLessThan(MAX_MILLISECONDS)
    expect(kibibytes).toBeLessThan(MAX_KIBIBYTES)
  })
})
