import { execFileSync } from 'node:child_process'
import { appendFile, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { LOCK_FILE, lockFolder } from '../../src/cli/serve/data-folder.ts'
import { openFolder } from '../../src/cli/serve/place.ts'
import { listen } from '../../src/cli/serve/server.ts'
import { toProblem } from '../../src/http/router.ts'
import { describeFault } from '../../src/service/log.ts'
import { WorkQueue } from '../../src/service/queue.ts'
import { DiskFull, isDiskFull, StoreFault } from '../../src/service/store.ts'
import { collected } from '../support/collected.ts'
import { sendForm } from './support/send-form.ts'

const fault = (code: string) => Object.assign(new Error(`${code}: no space`), { code })

test.each(['ENOSPC', 'EDQUOT'])('%s is told as a full disk, never as a fault of ours', (code) => {
  const stored = StoreFault.from('write', '/data/x', fault(code))
  expect(stored).toBeInstanceOf(DiskFull)
  for (const error of [stored, fault(code), new Error('above', { cause: stored })]) {
    const { problem, ours } = toProblem(error)
    expect(problem).toMatchObject({ slug: 'disk-full', status: 507 })
    expect([problem.detail.vi, problem.detail.en].join()).toMatch(
      /Ổ đĩa của máy chủ đã đầy.*disk of the server is full/s,
    )
    expect(ours, 'the operator hears of it').toBe(true)
  }
  expect(describeFault(stored)).toMatchObject({ name: 'DiskFull', message: expect.stringContaining('disk') })
})

test('other faults of a store are no full disk', () => {
  const error = StoreFault.from('write', '/data/x', fault('EIO'))
  expect([isDiskFull(error), toProblem(error).problem.status]).toEqual([false, 503])
})

test('work that meets a full disk is logged as such and comes again', async () => {
  const told: string[] = []
  const queue = new WorkQueue(1, (_, event) => told.push(event))
  let tries = 0
  await queue.push({
    id: 'x',
    run: async () => {
      tries++
      if (tries === 1) throw StoreFault.from('write', '/data/x', fault('ENOSPC'))
      return undefined
    },
  })
  expect([told, tries]).toEqual([['disk-full'], 2])
})

// A file system of its own can be filled; only root may mount one.
test.skipIf(process.getuid?.() !== 0)(
  'a full file system: uploads are answered 507, what is there is read, the next start works',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'qms-verdict-full-'))
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder])
    onTestFinished(async () => {
      execFileSync('umount', ['--lazy', folder])
      await rm(folder, { recursive: true })
    })
    let port = 0
    const faults: unknown[] = []
    const tools = {
      now: () => new Date(),
      url: () => `http://127.0.0.1:${port}`,
      uploadsPerDay: 50,
      audit: { record: async () => undefined },
      onUploaded: () => undefined,
      onFault: (error: unknown) => void faults.push(error),
    }
    const place = await openFolder(folder, tools)
    const server = await listen(place.uploads?.fetch ?? expect.unreachable(), '127.0.0.1', 0)
    onTestFinished(() => server.close())
    port = server.port
    const policy = { contentType: 'application/zip', maxBytes: 100_000, validSeconds: 60 }
    const keyOf = (number: number) => `bundles/H61.1/20260305T020000000Z-0000000${number}.zip`
    const file = Buffer.alloc(50_000, 'x')
    expect(await sendForm({ form: await place.presigner({ ...policy, key: keyOf(1) }), file })).toMatchObject({
      status: 204,
    })
    const form = await place.presigner({ ...policy, key: keyOf(2) })

    await fill(join(folder, 'fill'))
    for (const [language, words] of [
      ['vi', 'Ổ đĩa của máy chủ đã đầy'],
      ['en', 'The disk of the server is full'],
    ] as const) {
      const sent = await sendForm({ form, file, headers: { 'Accept-Language': language } })
      expect(sent).toMatchObject({ status: 507, text: expect.stringContaining(words) })
    }
    expect(faults.map(isDiskFull)).toEqual([true, true])
    // Told before a file is sent in vain.
    await expect(place.presigner({ ...policy, key: keyOf(3) })).rejects.toBeInstanceOf(DiskFull)
    expect(await place.bundles.read(keyOf(1))).toEqual(new Uint8Array(file))
    expect((await collected(place.bundles.list('bundles/'))).map(({ key }) => key)).toEqual([keyOf(1)])

    const told: string[] = []
    const lock = { log: (_: string, event: string) => told.push(event), onLost: () => undefined, heartbeatMs: 10 }
    const free = await lockFolder(folder, lock)
    const next = await openFolder(folder, tools)
    expect(told[0]).toBe('disk-full')
    expect(await next.bundles.read(keyOf(1))).toEqual(new Uint8Array(file))
    await rm(join(folder, 'fill'))
    await expect.poll(() => readdir(folder), { timeout: 2000 }).toContain(LOCK_FILE)
    await expect(lockFolder(folder, lock)).rejects.toThrow('Another service')
    await free()
    expect(await sendForm({ form, file })).toMatchObject({ status: 204 })
  },
)

async function fill(path: string): Promise<void> {
  try {
    for (;;) await appendFile(path, Buffer.alloc(4096))
  } catch (error) {
    if (!isDiskFull(error)) throw error
  }
}
