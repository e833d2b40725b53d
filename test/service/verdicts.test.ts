import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { createService } from '../../src/service/create-service.ts'
import { pageKey } from '../../src/service/keys.ts'
import type { ReadVerdict, Upload } from '../../src/service/service.ts'
import { inThisProcess } from '../../src/service/tasks.ts'
import { ENGINE } from '../support/loaded.ts'
import { bundleOf, CODE, endWorlds, makeWorld, upload, uploadIdOf, type World } from './world.ts'

afterAll(endWorlds)

const AT = '2026-03-05T02:00:00.000Z'
let world: World
let event: Upload
let read: ReadVerdict

beforeEach(async () => {
  world = await makeWorld()
  // Litter is left out with a notice, which stands on the page.
  event = await upload(world, AT, await bundleOf({}, { 'Thumbs.db': 'x' }))
  await world.service.evaluateUpload(event)
  read = (await world.service.readVerdict(CODE, uploadIdOf(event))) ?? expect.unreachable()
})

describe('a stored verdict', () => {
  test.each([CODE, 'h61.12', '000.00.12.H61'])('is found by the code %s', async (code) => {
    expect(await world.service.readVerdict(code, uploadIdOf(event))).toEqual(read)
    expect(await world.service.latestVerdict(code)).toEqual(read)
    expect(await world.service.listVerdicts(code)).toEqual([read.listed])
  })

  test.each(['recheck-2026', '20260305T020000000Z-ffffffff', '../latest', '', 'latest', 'recheck-../../x'])(
    '%j is the id of none',
    async (id) => {
      expect(await world.service.readVerdict(CODE, id)).toBeUndefined()
    },
  )

  test.each(['..', '../H61.12', 'H61', 'H61.1'])('the agency %j has none', async (code) => {
    expect(await world.service.latestVerdict(code)).toBeUndefined()
    expect(await world.service.listVerdicts(code)).toEqual([])
  })

  test('an upload that was not judged waits; what is no upload id is refused', async () => {
    const id = '20260305T020000000Z-ffffffff'
    expect(await world.service.uploadStatus(CODE, id)).toEqual({ state: 'waiting' })
    await expect(world.service.uploadStatus(CODE, '../x')).rejects.toThrow(RangeError)
  })

  test('has a page in both languages, that in Vietnamese rendered anew when it is gone', async () => {
    const page = await world.service.verdictPage(read, 'vi')
    expect(page).toContain('<html lang="vi">')
    const english = await world.service.verdictPage(read, 'en')
    expect(english).toContain('<html lang="en">')
    for (const one of [page, english]) {
      expect(one).toContain(read.verdict.digest)
      expect(one).toContain('Thumbs.db')
    }
    await rm(join(world.folder, 'verdicts', pageKey(read.listed.key)))
    expect(await world.service.verdictPage(read, 'vi')).toBe(page)
  })

  test.each(['test', 'later'])('stands as it is when the engine %j judges the same bundle', async (version) => {
    const engine = { ...ENGINE, version }
    const later = createService({ ...world.tools, judge: { ...world.tools.judge, engine } })
    const again = await upload(world, '2026-03-05T03:00:00.000Z', await bundleOf({}, { 'Thumbs.db': 'x' }))
    await later.evaluateUpload(again)
    const latest = await later.latestVerdict(CODE)
    expect(latest?.listed.id).toBe(uploadIdOf(again))
    expect(latest?.verdict.engine).toEqual(engine)
    expect(latest?.listed.key === read.listed.key).toBe(version === 'test')
    expect(await later.readVerdict(CODE, read.listed.id)).toEqual(read)
  })

  test('is rendered once for all who look at it, and again where that failed', async () => {
    const here = inThisProcess(world.tools)
    let asked = 0
    const run: typeof here.run = (name, ...rest) =>
      ++asked === 1 ? Promise.reject(new Error('a worker died')) : here.run(name, ...rest)
    const service = createService({ ...world.tools, workers: { run } })
    await expect(service.verdictPage(read, 'en')).rejects.toThrow('a worker died')
    const pages = await Promise.all([1, 2, 3].map(() => service.verdictPage(read, 'en')))
    expect(new Set(pages).size).toBe(1)
    expect(asked).toBe(2)
  })

  test('that was edited in the store is a fault, not a verdict', async () => {
    const { key } = read.listed
    const text = new TextDecoder().decode(await world.verdicts.read(key))
    const fault = { name: 'StoredDocumentFault', text: { vi: expect.any(String), en: expect.any(String) } }
    for (const edited of [text.replace('H61.12', 'H61.13'), text.slice(0, -9), '{}']) {
      await world.verdicts.put(key, Buffer.from(edited))
      await expect(world.service.latestVerdict(CODE)).rejects.toMatchObject(fault)
    }
    await rm(join(world.folder, 'verdicts', key))
    await expect(world.service.latestVerdict(CODE)).rejects.toMatchObject(fault)
  })

  test('whose index entry was edited is a fault that names it', async () => {
    for await (const { key } of world.verdicts.list(`agencies/${CODE}/uploads/`)) {
      await world.verdicts.put(key, Buffer.from('{"kind":"verdict"}'))
      const fault = { name: 'StoredDocumentFault', text: { vi: expect.stringContaining(key) } }
      await expect(world.service.latestVerdict(CODE)).rejects.toMatchObject(fault)
    }
    expect.assertions(1)
  })
})
