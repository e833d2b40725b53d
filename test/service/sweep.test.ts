import { mkdir, mkdtemp, opendir, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { sweepHalfWritten } from '../../src/service/keeping.ts'

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
  expect(await sweepHalfWritten(folder, { now, log: () => undefined })).toBe(1)
  expect((await readdir(join(folder, 'bundles/H61.1'))).sort()).toEqual(['new.qms-part', 'old.zip'])
})

test('a folder that cannot be read is told of and passed over', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'qms-verdict-sweep-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const long = new Date(Date.now() - 7_200_000)
  for (const name of ['closed', 'open']) {
    await mkdir(join(folder, name))
    await writeFile(join(folder, name, 'old.qms-part'), 'x')
    await utimes(join(folder, name, 'old.qms-part'), long, long)
  }
  const told: unknown[] = []
  const removed = await sweepHalfWritten(folder, {
    now: new Date(),
    log: (level, event, fields) => told.push([level, event, fields?.folder]),
    openFolder: async (path) => {
      if (String(path).endsWith('closed')) throw Object.assign(new Error('denied'), { code: 'EACCES' })
      return opendir(path)
    },
  })
  expect(removed).toBe(1)
  expect(told).toEqual([['error', 'sweep-passed-over', join(folder, 'closed')]])
})
