import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { sweepHalfWritten } from '../../src/service/store-folder.ts'

test('only what was left half-written long ago is swept away', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'qms-verdict-sweep-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  await mkdir(join(folder, 'bundles/H61.1'), { recursive: true })
  const now = new Date()
  for (const [name, minutes] of [
    ['bundles/H61.1/old.qms-part', 61],
    ['bundles/H61.1/new.qms-part', 59],
    ['bundles/H61.1/old.zip', 10_000],
  ] as const) {
    await writeFile(join(folder, name), 'x')
    const then = new Date(now.getTime() - minutes * 60_000)
    await utimes(join(folder, name), then, then)
  }
  expect(await sweepHalfWritten(folder, now)).toBe(1)
  expect((await readdir(join(folder, 'bundles/H61.1'))).sort()).toEqual(['new.qms-part', 'old.zip'])
})
