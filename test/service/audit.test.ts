import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type AuditEntry, type AuditEvent, createAudit, readAudit } from '../../src/service/audit.ts'
import { DiskFull } from '../../src/service/store.ts'
import { FolderStore } from '../../src/service/store-folder.ts'
import { commandLine } from '../cli/command-line.ts'
import { collected } from '../support/collected.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qms-verdict-audit-'))
})
afterAll(() => rm(folder, { recursive: true }))

const agency = (code: string) => ({ kind: 'agency', code, person: 'u-1' }) as const
const authority = { kind: 'authority', province: 'H61' } as const

/** A record of its own, whose clock stands still until it is set. */
function recorder(name: string, writer = 'a') {
  const store = new FolderStore(join(folder, name))
  const clock = { now: new Date('2026-03-05T02:00:00.000Z') }
  const lost: AuditEntry[] = []
  const audit = createAudit({
    store,
    now: () => clock.now,
    writer,
    onLost: (entries) => lost.push(...entries),
  })
  const read = async (asked: string, from = '2026-03-01', to = '2026-03-31') => {
    const found = await collected(readAudit({ agency: asked, from, to }, store))
    return found.map((one) =>
      'unreadable' in one ? one.unreadable : `${one.who} ${one.action} ${one.agency ?? ''}`.trim(),
    )
  }
  return { store, clock, lost, audit, read }
}

test('what many did at once stands in few objects, each line once, and no object is ever replaced', async () => {
  const { audit, store, read } = recorder('many')
  const events = Array.from(
    { length: 50 },
    (_, at): AuditEvent => ({
      action: 'verdict-read',
      who: agency(`H61.${at}`),
      agency: `H61.${at}`,
      what: { upload: String(at) },
      from: '203.0.113.9',
    }),
  )
  await Promise.all(events.map((event) => audit.record(event)))
  const first = await collected(store.list(''))
  expect(first.length).toBeLessThan(5)
  await audit.record({ action: 'sign-out', who: agency('H61.7') })
  const after = await collected(store.list(''))
  expect(after.slice(0, -1)).toEqual(first)
  expect(after.map(({ key }) => key)).toEqual(
    after.map(() => expect.stringMatching(/^audit\/2026-03-05\/.+-a-\d+\.jsonl$/)),
  )
  expect(await read('H61.7')).toEqual(['agency:H61.7 verdict-read H61.7', 'agency:H61.7 sign-out'])
  expect(await read('H61')).toHaveLength(51)
  expect(await read('H62')).toEqual([])
})

test('an agency’s record holds what the authority did with it and with all, not what was done with others', async () => {
  const { audit, clock, read } = recorder('agency')
  await audit.record({ action: 'agency-opened', who: authority, agency: 'H61.1' })
  await audit.record({ action: 'agency-opened', who: authority, agency: 'H61.12' })
  await audit.record({ action: 'prescreen-drawn', who: authority, what: { year: 2026 } })
  await audit.record({ action: 'prescreen-drawn', who: { kind: 'authority', province: 'H62' }, what: { year: 2026 } })
  await audit.record({ action: 'sign-in', who: agency('H61.12') })
  // 17:00 in UTC is the next day in Vietnam.
  clock.now = new Date('2026-03-05T17:00:00.000Z')
  await audit.record({ action: 'rejudged', who: { kind: 'operator', name: 'root' } })
  const ofOne = ['authority:H61 agency-opened H61.1', 'authority:H61 prescreen-drawn', 'operator:root rejudged']
  expect(await read('H61.1')).toEqual(ofOne)
  expect(await read('H61.1', '2026-03-05', '2026-03-05')).toEqual(ofOne.slice(0, 2))
  expect(await read('H61.1', '2026-03-06', '2026-03-06')).toEqual(ofOne.slice(2))
})

test('two processes write beside each other; a line that is broken is told, the others are read', async () => {
  const one = recorder('two', 'a')
  const other = recorder('two', 'b')
  await Promise.all([one, other].map(({ audit }) => audit.record({ action: 'sign-in', who: agency('H61.1') })))
  expect(await one.read('H61.1')).toHaveLength(2)
  const broken = join(folder, 'two/audit/2026-03-05/broken.jsonl')
  const later = { at: '2026-03-05T03:00:00.000Z', action: 'of-the-future', who: 'agency:H61.1', more: true }
  await writeFile(broken, `${JSON.stringify(later)}\n{"at":"2026-\n`)
  const read = await one.read('H61.1')
  expect(read).toContain('audit/2026-03-05/broken.jsonl:2')
  expect(read).toContain('agency:H61.1 of-the-future')
})

test('what cannot be written is handed on, entry by entry, and whoever did it goes on', async () => {
  const lost: string[] = []
  let isFull = true
  const audit = createAudit({
    store: {
      async putIfAbsent(key) {
        if (isFull) throw new DiskFull(key)
        return 'written'
      },
    },
    now: () => new Date('2026-03-05T02:00:00.000Z'),
    writer: 'a',
    onLost: (entries, fault) => lost.push(...entries.map(({ who }) => `${who} ${(fault as Error).name}`)),
  })
  await Promise.all(['H61.1', 'H61.2'].map((code) => audit.record({ action: 'sign-in', who: agency(code) })))
  expect(lost).toEqual(['agency:H61.1 DiskFull', 'agency:H61.2 DiskFull'])
  isFull = false
  await audit.record({ action: 'sign-in', who: agency('H61.1') })
  expect(lost).toHaveLength(2)
})

test('names and texts that outsiders chose are cut, and stay on their line', async () => {
  const { audit, store, read } = recorder('long')
  const who = { kind: 'agency', code: 'H61.1', person: `a\n${'x'.repeat(1000)}` } as const
  await audit.record({ action: 'erased', who, what: { reason: `y\n${'z'.repeat(1000)}` } })
  const [object] = await collected(store.list(''))
  expect(object?.size).toBeLessThan(1000)
  expect(await read('H61.1')).toEqual(['agency:H61.1 erased'])
})

test('the command tells it line by line, in words or as JSON, and says by its exit code that a line is broken', async () => {
  const { audit } = recorder('data/verdict-store')
  const who = { ...agency('H61.1'), person: 'u\u202e1' }
  await audit.record({ action: 'verdict-read', who, agency: 'H61.1', what: { id: 'x' }, from: '203.0.113.9' })
  const run = (...more: string[]) => commandLine.run(['audit', '--agency', 'H61.1', '--data', 'data', ...more], folder)
  const days = ['--from', '2026-03-01', '--to', '2026-03-31']
  expect(await run(...days)).toEqual({
    status: 0,
    stdout: '2026-03-05T02:00:00.000Z  agency:H61.1  (u 1)  xem kết quả  H61.1  id=x  ← 203.0.113.9\n',
    stderr: '',
  })
  const json = JSON.parse((await run(...days, '--format', 'json')).stdout)
  expect(json).toEqual({
    at: '2026-03-05T02:00:00.000Z',
    action: 'verdict-read',
    who: 'agency:H61.1',
    person: who.person,
    agency: 'H61.1',
    what: { id: 'x' },
    from: '203.0.113.9',
  })
  const none = await run('--from', '2026-04-01', '--to', '2026-04-01', '--lang', 'en')
  expect(none).toMatchObject({
    status: 0,
    stdout: '',
    stderr: expect.stringContaining('Nothing was recorded of H61.1'),
  })
  await writeFile(join(folder, 'data/verdict-store/audit/2026-03-05/broken.jsonl'), '{"at"')
  expect(await run(...days)).toMatchObject({ status: 1, stderr: expect.stringContaining('broken.jsonl:1') })
  expect(await run('--from', '2026-04-02', '--to', '2026-04-01', '--lang', 'en')).toMatchObject({ status: 2 })
  expect(await commandLine.run(['audit', '--lang', 'en'], folder)).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('--agency <code> is needed'),
  })
})
