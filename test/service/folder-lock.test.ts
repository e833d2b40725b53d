import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { LOCK_FILE, lockFolder, prepareFolder } from '../../src/cli/serve/data-folder.ts'

async function fresh() {
  const folder = await mkdtemp(join(tmpdir(), 'qms-verdict-lock-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const told: string[] = []
  const tools = { log: (_: string, event: string) => told.push(event), onLost: () => told.push('lost') }
  const path = join(folder, LOCK_FILE)
  return { folder, path, told, tools, lock: async () => JSON.parse(await readFile(path, 'utf8')) }
}

const ago = (ms: number) => new Date(Date.now() - ms)

test('a second service on a folder is refused, by whom is said in both languages, until the first lets go', async () => {
  const { folder, tools } = await fresh()
  const free = await lockFolder(folder, tools)
  await expect(lockFolder(folder, tools)).rejects.toMatchObject({
    name: 'InputError',
    text: { vi: expect.stringContaining(`tiến trình ${process.pid}`), en: expect.stringContaining(`${process.pid}`) },
  })
  await free()
  expect(await readdir(folder)).toEqual([])
  await (await lockFolder(folder, tools))()
})

test('of several that start at once, one gets the folder', async () => {
  const { folder, tools } = await fresh()
  const tried = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(folder, tools)))
  expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test.each([
  ['of a process that has ended', async (lock: object) => ({ ...lock, pid: await endedProcess() })],
  ['of an earlier process with a number that is used again', async (lock: object) => ({ ...lock, startedAt: '1' })],
  ['of a machine that was started anew', async (lock: object) => ({ ...lock, bootId: 'another' })],
  ['cut off while it was written', async () => undefined],
])('a lock is taken over: %s', async (_, change) => {
  const { folder, path, tools, told, lock } = await fresh()
  await lockFolder(folder, tools)
  const before = await lock()
  const changed = await change(before)
  await writeFile(path, changed === undefined ? '{"schema' : JSON.stringify(changed))
  const free = await lockFolder(folder, tools)
  expect((await lock()).token).not.toBe(before.token)
  expect(told).toEqual(['stale-lock-taken-over'])
  await free()
  expect(await readdir(folder)).toEqual([])
})

test('of another machine a lock is kept while it is touched, and taken over after', async () => {
  const { folder, path, tools, lock } = await fresh()
  await lockFolder(folder, tools)
  await writeFile(path, JSON.stringify({ ...(await lock()), host: 'another', pid: 4_000_000 }))
  await expect(lockFolder(folder, tools)).rejects.toThrow('on another')
  await utimes(path, ago(46_000), ago(46_000))
  await lockFolder(folder, tools)
})

test('a service that slept and lost its folder hears of it and leaves the lock of the other alone', async () => {
  const { folder, path, tools, told, lock } = await fresh()
  // As often as can be: beats that went beside each other would each tell of it.
  const free = await lockFolder(folder, { ...tools, heartbeatMs: 1 })
  const theirs = JSON.stringify({ ...(await lock()), token: 'theirs' })
  await writeFile(path, theirs)
  await expect.poll(() => told).toEqual(['lock-lost', 'lost'])
  await free()
  expect(await readFile(path, 'utf8')).toBe(theirs)
})

test('a folder that cannot be is refused at once, in clear words', async () => {
  const { folder } = await fresh()
  const refused = (path: string) => ({
    name: 'InputError',
    text: { vi: expect.stringContaining(`'${path}'`), en: expect.stringContaining(`'${path}' cannot be used`) },
  })
  await expect(prepareFolder('/proc/nothing')).rejects.toMatchObject(refused('/proc/nothing'))
  await expect(prepareFolder('/proc/nothing/below')).rejects.toMatchObject(refused('/proc/nothing/below'))
  const file = join(folder, 'file')
  await writeFile(file, '')
  await expect(prepareFolder(file)).rejects.toMatchObject(refused(file))
  await prepareFolder(join(folder, 'a/b'))
  expect(await readdir(folder)).toEqual(['a', 'file'])
})

async function endedProcess(): Promise<number> {
  const child = spawn('true')
  await once(child, 'exit')
  return child.pid ?? expect.unreachable()
}
