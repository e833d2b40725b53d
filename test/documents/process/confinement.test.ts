import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { make as good } from '../../../fixtures/documents/hostile-pdf/cases/good.ts'
import { childEntry, whyNotConfined } from '../../../src/documents/process/confinement.ts'
import { RunningChild } from '../../../src/documents/process/document-process.ts'
import { MessageReader } from '../../../src/documents/process/message-reader.ts'
import { MOST_PARTS, PREFIX_BYTES } from '../../../src/documents/process/messages.ts'
import { DOCUMENT_BOUNDS, NO_TRUST } from '../../../src/documents/settings.ts'
import { LEFT_OPEN, openOf, takeOver } from './take-over.ts'

const JOB = { format: 'pdf', bounds: DOCUMENT_BOUNDS, trust: NO_TRUST } as const

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'confined-'))
  for (const name of ['keys', 'bundle-store', 'verdict-store']) await mkdir(join(folder, name))
  await writeFile(join(folder, 'keys', 'key.json'), '{}')
  await writeFile(join(folder, 'bundle-store', 'bundle.zip'), 'PK')
  await writeFile(join(folder, 'module.cjs'), 'module.exports = 1')
})
afterAll(() => rm(folder, { recursive: true }))

describe('a reader that a file has taken over', () => {
  test('gets at nothing but the network and signals', async () => {
    const service = createServer((_, response) => response.end('here'))
    await new Promise<void>((listening) => service.listen(0, '127.0.0.1', listening))
    const { port } = service.address() as AddressInfo
    const addon = (await readdir('node_modules/@rolldown', { recursive: true })).find((name) => name.endsWith('.node'))
    const prey = {
      data: folder,
      url: `http://127.0.0.1:${port}/`,
      addon: resolve('node_modules/@rolldown', addon ?? ''),
    }
    const came = await takeOver(prey).finally(() => service.close())
    expect(openOf(came).filter((name) => !LEFT_OPEN.includes(name))).toEqual([])
    // Each was tried, and those that are known to be open are: the stand-in can tell one from the other.
    expect(Object.keys(came).length).toBeGreaterThan(25)
    if (Number(process.versions.node.split('.')[0]) < 25) expect(openOf(came)).toEqual(LEFT_OPEN)
    expect(Object.entries(came).filter(([, how]) => how === 'ENOENT')).toEqual([])
    expect(await readdir(join(folder, 'verdict-store'))).toEqual([])
    expect(await readFile(join(folder, 'bundle-store', 'bundle.zip'), 'utf8')).toBe('PK')
  })

  test.each([
    ['an answer of another form', `say({ reading: { text: { format: 'pdf' } } })`],
    ['an answer with a field that nobody knows', `say({ ...answer, more: true })`],
    [
      'an answer to another question',
      `say({ ...answer, reading: { ...answer.reading, text: { ...text, format: 'doc' } } })`,
    ],
    ['a page that was not asked for', `say({ ...answer, reading: { ...answer.reading, scan } })`],
    ['signatures again and again', 'for (let time = 0; time < 9; time++) say({ signatures: [] })'],
    ['no JSON', `frame(Buffer.from('<html>'))`],
    ['a message that is longer than one may be', 'process.stdout.write(Buffer.from([255, 255, 255, 255]))'],
    ['a message of lists without end', `frame(Buffer.from('[' + '[],'.repeat(3e6) + '[]]'))`],
  ])('is not heard: %s', async (_, speech) => {
    const child = await RunningChild.start(await speaker(speech))
    expect(await child.read(JOB, new Uint8Array(3))).toMatchObject({ stopped: 'crash' })
    await expect.poll(() => child.alive).toBe(false)
  })

  test('is heard when it says what a reader says, and what it says of its own use is not asked', async () => {
    const child = await RunningChild.start(await speaker('say(answer)'))
    const answer = await child.read(JOB, new Uint8Array(3))
    expect(answer).toMatchObject({ reading: { text: { text: 'none' } }, milliseconds: expect.any(Number) })
    expect('residentBytes' in answer && answer.residentBytes).toBeGreaterThan(2 ** 20)
    child.end()
  })

  test('is ended when it waits instead of reading', async () => {
    const child = await RunningChild.start(await speaker('await new Promise((end) => setTimeout(end, 60_000))'))
    const bounds = { ...DOCUMENT_BOUNDS, milliseconds: 40 }
    expect(await child.read({ ...JOB, bounds }, new Uint8Array(3))).toMatchObject({ stopped: 'time' })
  })
})

describe('the process that reads documents', () => {
  test('does not start without the permissions of Node', () => {
    const { status, stderr } = spawnSync(process.execPath, [fileURLToPath(childEntry())], {
      encoding: 'utf8',
      input: '',
    })
    expect([status, stderr]).toEqual([1, expect.stringContaining("Node's permission model is not in force")])
    expect(whyNotConfined({ has: (scope) => scope === 'worker' })).toContain('must not be allowed worker')
    expect(whyNotConfined({ has: () => false })).toBeUndefined()
  })

  test.runIf(process.platform === 'linux')('has no environment', async () => {
    const child = await RunningChild.start()
    expect(await child.read(JOB, good())).toMatchObject({ reading: { text: { text: 'read' } } })
    const entry = fileURLToPath(childEntry())
    const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
    const mine = []
    for (const pid of pids) {
      const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
      const parent = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
      if (line.includes(entry) && parent.split(') ')[1]?.split(' ')[1] === String(process.pid)) mine.push(pid)
    }
    expect(mine.length).toBeGreaterThan(0)
    for (const pid of mine) expect(await readFile(`/proc/${pid}/environ`, 'utf8')).not.toMatch(/PATH=\/|HOME=/)
    child.end()
  })
})

/** A program that is started as the reader is, says that it is there, and after the first bytes what is given. */
async function speaker(speech: string): Promise<URL> {
  const file = join(await mkdtemp(join(folder, 'speaker-')), 'speaker.mjs')
  await writeFile(
    file,
    `
    const frame = (json) => {
      const length = Buffer.alloc(4)
      length.writeUInt32LE(json.length)
      process.stdout.write(Buffer.concat([length, json]))
    }
    const say = (said) => frame(Buffer.from(JSON.stringify(said)))
    const text = { format: 'pdf', text: 'none', flags: [], content: [] }
    const scan = { page: 1, words: [], lines: [], seen: [], red: [], confidence: 0 }
    const answer = { reading: { text, signatures: [] }, sound: true }
    say('ready')
    process.stdin.once('data', async () => {
      ${speech}
    })
    `,
  )
  return pathToFileURL(file)
}

test('a message of more parts than one may have is not taken apart', () => {
  const json = Buffer.from(`[${'[],'.repeat(MOST_PARTS)}[]]`)
  const prefix = Buffer.alloc(PREFIX_BYTES)
  prefix.writeUInt32LE(json.length)
  expect(() => new MessageReader().take(Buffer.concat([prefix, json]))).toThrow(`more than ${MOST_PARTS} parts`)
})
