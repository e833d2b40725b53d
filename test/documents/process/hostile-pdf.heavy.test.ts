import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import type { Expected } from '../../../fixtures/documents/hostile-pdf/build/case.ts'
import { onePage, SHOW_WORDS, stream } from '../../../fixtures/documents/hostile-pdf/build/pdf.ts'

const MILLISECONDS = 3_000
const MOST_KIBIBYTES = 300 * 1024
const CASES = 'fixtures/documents/hostile-pdf/cases'

const answer = z.strictObject({
  readings: z.array(z.strictObject({ path: z.string(), text: z.string(), reason: z.optional(z.string()) })),
  kibibytes: z.number(),
})
type Answer = z.infer<typeof answer>

interface Case {
  name: string
  expected: Expected
  make(): Uint8Array
}

const names = (await readdir(CASES)).map((file) => file.replace(/\.ts$/, '')).sort()
const cases: Case[] = await Promise.all(
  names.map(async (name) => ({ name, ...(await import(resolve(CASES, `${name}.ts`))) })),
)

let folder = ''
let came: Answer
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hostile-pdf-'))
  for (const { name, make } of cases) {
    await writeFile(join(folder, `${name}.pdf`), make())
    await writeFile(join(folder, `${name}~next.pdf`), onePage({ contents: stream(`${SHOW_WORDS} % ${name}`) }))
  }
  const args = ['scripts/run.mjs', 'test/documents/process/read-in-process.ts', folder, String(MILLISECONDS)]
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 2 ** 24 })
  came = answer.parse(JSON.parse(stdout))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const readingOf = (path: string) => came.readings.find((reading) => reading.path === path)

test('there are hostile files', () => expect(cases.length).toBeGreaterThan(20))

test.each(cases)('$name comes to what it must, and the next file is read', ({ name, expected }) => {
  const reading = readingOf(`${name}.pdf`)
  const inTime = expected.orInTime
  if (inTime !== undefined && reading?.text !== 'overBounds') expect(reading).toMatchObject(inTime)
  else {
    expect(reading?.text, reading?.reason).toBe(expected.text)
    if (expected.reasons) expect(expected.reasons).toContain(reading?.reason)
    else expect(reading?.reason).toBeUndefined()
  }
  expect(readingOf(`${name}~next.pdf`)?.text).toBe('read')
})

test('whoever asked for them stays small', () => expect(came.kibibytes).toBeLessThan(MOST_KIBIBYTES))
