import { readdir, readFile } from 'node:fs/promises'
import { unzipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { sha256 } from '../../src/core/json.ts'
import { DEFAULT_LIMITS } from '../../src/intake/container.ts'
import { createService } from '../../src/service/create-service.ts'
import { parseAskedKey } from '../../src/service/draft-reading.ts'
import { eraseDrafts, type PapersInHand, paperKey, paperState } from '../../src/service/drafts.ts'
import { storeLeases } from '../../src/service/leases.ts'
import { zipOf } from '../../src/service/paper-zip.ts'
import { inThisProcess, type Workers } from '../../src/service/tasks.ts'
import { bundleOf, CODE, contents, endWorlds, makeWorld, type World } from './world.ts'

afterAll(endWorlds)

const UPLOAD = '20261102T020000000Z-0000abcd'
const text = (words: string) => new TextEncoder().encode(words)

const DECISION = text(
  [
    'UBND TỈNH VĨNH LONG',
    'SỞ TƯ PHÁP',
    'Số: 88/QĐ-STP',
    'Vĩnh Long, ngày 05 tháng 3 năm 2026',
    'QUYẾT ĐỊNH',
    'Công bố Hệ thống quản lý chất lượng phù hợp Tiêu chuẩn quốc gia TCVN ISO 9001:2015',
    'GIÁM ĐỐC',
    'Nguyễn Văn An',
  ].join('\n'),
)
const STAMPED = text('TUYỆT MẬT\nSố: 1/QĐ-STP\nQUYẾT ĐỊNH')

/** Lays papers with the service as an agency that has sent them. */
async function laid({ bundles }: World, papers: Record<string, Uint8Array>): Promise<PapersInHand> {
  const inHand: PapersInHand = {}
  for (const [path, bytes] of Object.entries(papers)) {
    const hash = sha256(bytes)
    await bundles.put(paperKey(CODE, hash), bytes)
    inHand[path] = { sha256: hash, bytes: bytes.length }
  }
  return inHand
}

const formOf = (papers: PapersInHand, manifest: Record<string, unknown> = {}) => ({
  manifest,
  putAway: {},
  stated: [],
  papers,
})
const ON = '2026-11-02T02:00:00.000Z'

describe('papers that are not handed in', () => {
  test('are read into a draft once, a stamped one is set aside at once and may not come again', async () => {
    const world = await makeWorld()
    const papers = await laid(world, { '88-QD-STP.txt': DECISION, 'mat.txt': STAMPED })
    const first = await world.service.drafting.read(CODE, papers, 20_000)
    if (first.state !== 'read') throw new Error(first.state)
    expect(first.draft.stamped).toEqual(['mat.txt'])
    const [number] = first.draft.sources.filter(({ pointer }) => pointer === '/declarations/0/number')
    expect(number).toMatchObject({
      value: '88/QĐ-STP',
      file: '88-QD-STP.txt',
      quote: expect.stringContaining('88/QĐ-STP'),
    })
    const hash = sha256(STAMPED)
    expect(await world.bundles.head(paperKey(CODE, hash))).toBeUndefined()
    expect(await paperState(CODE, { path: 'khac.txt', sha256: hash }, world.bundles)).toBe('stamped')
    expect(await paperState('H61.13', { path: 'khac.txt', sha256: hash }, world.bundles)).toBe('wanted')
    expect(await paperState(CODE, { path: 'MẬT/1.pdf', sha256: 'a'.repeat(64) }, world.bundles)).toBe('stamped')
    // The stored reading answers though a paper is gone.
    expect(await world.service.drafting.read(CODE, papers, 0)).toEqual(first)
  })

  test('are read by one of two processes over one store; the other waits for what it comes to', async () => {
    const world = await makeWorld()
    const papers = await laid(world, { '88-QD-STP.txt': DECISION })
    const here = inThisProcess(world.tools)
    let runs = 0
    let go = (): void => undefined
    const held = new Promise<void>((resolve) => {
      go = resolve
    })
    const workers: Workers = {
      run(name, input, around) {
        if (name !== 'draft') return here.run(name, input, around)
        runs++
        return held.then(() => here.run(name, input, around))
      },
    }
    const process = (owner: string) => {
      const leases = storeLeases(world.verdicts, { owner, seconds: 60, now: () => new Date() })
      return createService({ ...world.tools, workers, leases }).drafting
    }
    const [one, other] = [process('one'), process('other')]
    expect((await one.read(CODE, papers, 0)).state).toBe('reading')
    expect((await other.read(CODE, papers, 0)).state).toBe('reading')
    const waiting = other.read(CODE, papers, 20_000)
    go()
    expect((await waiting).state).toBe('read')
    expect(runs).toBe(1)
  })

  test('that are not there are named before anything is read or sent', async () => {
    const world = await makeWorld()
    const papers = { ...(await laid(world, { 'a.txt': DECISION })), 'b.txt': { sha256: 'b'.repeat(64), bytes: 3 } }
    expect(await world.service.drafting.read(CODE, papers, 0)).toEqual({ state: 'lacking', papers: ['b.txt'] })
    const sent = await world.service.drafting.send(CODE, {
      uploadId: UPLOAD,
      manifest: {},
      papers,
    })
    expect(sent).toEqual({ kind: 'lacking', papers: ['b.txt'] })
  })

  test('are bounded by what they take, not by what they are said to take: one paper under a thousand names', async () => {
    const world = await makeWorld({ limits: { ...DEFAULT_LIMITS, archiveBytes: 100_000 } })
    const [paper] = Object.values(await laid(world, { 'a.txt': text('a'.repeat(2_000)) }))
    if (paper === undefined) throw new Error('no paper')
    const names = Array.from({ length: 1_000 }, (_, at) => `${at}.txt`)
    const papers = Object.fromEntries(names.map((name) => [name, { ...paper, bytes: 0 }]))
    await expect(world.service.drafting.read(CODE, papers, 0)).resolves.toMatchObject({ state: 'refused' })
    const sent = await world.service.drafting.send(CODE, { uploadId: UPLOAD, manifest: {}, papers })
    expect(sent).toMatchObject({ kind: 'too-large' })
  })

  test('of an agency are read one after the other: who asks for others meanwhile is told to wait', async () => {
    const world = await makeWorld()
    const one = await laid(world, { 'a.txt': DECISION })
    const other = await laid(world, { 'b.txt': text('Số: 2/QĐ-STP') })
    const [first, second] = await Promise.all([
      world.service.drafting.read(CODE, one, 20_000),
      world.service.drafting.read(CODE, other, 20_000),
    ])
    expect([first.state, second.state].sort()).toEqual(['read', 'reading'])
    expect(await world.service.drafting.read(CODE, other, 20_000)).toMatchObject({ state: 'read' })
  })

  test('are read by another process where this one may be stopped: asked for once, read, and told', async () => {
    const world = await makeWorld({ readsDraftsElsewhere: true })
    const { drafting } = world.service
    const reader = createService(world.tools).drafting
    const papers = await laid(world, { '88-QD-STP.txt': DECISION })
    const asked = async () => Object.keys(await contents(world.bundles)).filter((key) => key.includes('/asked/'))
    expect(await drafting.read(CODE, papers, 0)).toMatchObject({ state: 'reading' })
    expect(await drafting.read(CODE, papers, 0)).toMatchObject({ state: 'reading' })
    const [key = '', ...more] = await asked()
    expect(more).toEqual([])
    const work = parseAskedKey(key) ?? expect.unreachable()
    expect(work.code).toBe(CODE)
    expect(await reader.readAsked(work.code, work.id)).toBe('read')
    const told = await drafting.read(CODE, papers, 0)
    if (told.state !== 'read') throw new Error(told.state)
    expect(told.draft.sources.map(({ value }) => value)).toContain('88/QĐ-STP')
    expect(await asked()).toEqual([])
    // The message comes again: nothing is asked for any more.
    expect(await reader.readAsked(work.code, work.id)).toBe('gone')
  })

  test('that another process cannot read are refused in words; what fails again and again may be asked for anew', async () => {
    const limits = { ...DEFAULT_LIMITS, archiveBytes: 1_000 }
    const world = await makeWorld({ readsDraftsElsewhere: true, limits })
    const { drafting } = world.service
    const papers = await laid(world, { 'a.txt': text('a'.repeat(2_000)) })
    const ask = async () => {
      await drafting.read(CODE, papers, 0)
      const keys = Object.keys(await contents(world.bundles)).filter((key) => key.includes('/asked/'))
      return keys.map((key) => parseAskedKey(key)?.id ?? key)
    }
    const [id = ''] = await ask()
    await drafting.giveUp(CODE, id)
    expect(await ask()).toEqual([id])
    expect(await createService(world.tools).drafting.readAsked(CODE, id)).toBe('refused')
    const told = await drafting.read(CODE, papers, 0)
    expect(told).toMatchObject({ state: 'refused', message: { vi: expect.stringContaining('vượt dung lượng') } })
    await drafting.erase(CODE)
    expect(await drafting.read(CODE, papers, 0)).toEqual({ state: 'lacking', papers: ['a.txt'] })
  })

  test.each([
    'drafts/H61.12/asked/x.json',
    `drafts/H61.12/read/${'a'.repeat(64)}.json`,
    `drafts/a/b/asked/${'a'.repeat(64)}.json`,
  ])('the key %s asks for nothing to be read', (key) => expect(parseAskedKey(key)).toBeUndefined())

  test('make the same bundle in any order, which is judged, handed out as it was, and begun from again', async () => {
    const manifest = JSON.parse(new TextDecoder().decode(unzipSync(await bundleOf({ scope: null }))['manifest.json']))
    const [a, b] = [
      { path: 'cong-bo/88-QĐ-STP.txt', bytes: DECISION },
      { path: 'a.txt', bytes: text('Biên bản') },
    ]
    expect(zipOf([a, b], manifest)).toEqual(zipOf([b, a], manifest))
    const heard: string[] = []
    const world = await makeWorld({ onSent: (key) => void heard.push(key) })
    const papers = await laid(world, { [a.path]: a.bytes, [b.path]: b.bytes })
    const uploadId = await world.service.newUploadId(CODE, ON, '0000abcd')
    const sent = await world.service.drafting.send(CODE, { uploadId, manifest, papers })
    if (sent.kind !== 'sent') throw new Error(sent.kind)
    expect(heard).toEqual([sent.key])
    expect(sent.sha256).toBe(sha256(zipOf([a, b], manifest)))
    expect(await world.service.evaluateUpload({ key: sent.key, on: ON })).toMatchObject({ kind: 'verdict' })
    const read = await world.service.readVerdict(CODE, uploadId)
    if (read === undefined) throw new Error('no verdict')
    expect(sha256((await world.service.drafting.bundleOf(read.listed)) ?? text(''))).toBe(sent.sha256)
    expect(await world.service.drafting.bundleOf({ ...read.listed, bundleSha256: 'c'.repeat(64) })).toBeUndefined()

    await eraseDrafts(CODE, world.bundles)
    const again = await world.service.drafting.fromLast(CODE, '2026-11-03')
    expect(again).toMatchObject({ uploadId, papers, leftOut: [], manifest: { agency: { code: CODE } } })
    expect(await paperState(CODE, { path: a.path, sha256: sha256(a.bytes) }, world.bundles)).toBe('there')
    expect(await world.service.drafting.fromLast('H61.13', '2026-11-03')).toBeUndefined()
  })

  test('are refused when they make more than a bundle may have', async () => {
    const world = await makeWorld()
    const papers = { 'a.pdf': { sha256: 'a'.repeat(64), bytes: world.tools.limits.archiveBytes } }
    const sent = await world.service.drafting.send(CODE, {
      uploadId: UPLOAD,
      manifest: {},
      papers,
    })
    expect(sent.kind).toBe('too-large')
  })
})

describe('a form that is kept', () => {
  test('is saved over the version it was made from and no other; who changed what is told', async () => {
    const { drafting } = (await makeWorld()).service
    const save = (from: number, manifest: Record<string, unknown>, by: string) =>
      drafting.save(CODE, { from, form: formOf({}, manifest), by, on: ON })
    expect(await save(0, { agency: { name: 'A' } }, 'an')).toMatchObject({ saved: { version: 1, changed: ['agency'] } })
    expect(await save(0, { agency: { name: 'B' } }, 'binh')).toMatchObject({ conflict: { version: 1, by: 'an' } })
    expect(await save(1, { agency: { name: 'A' }, budget: {} }, 'binh')).toMatchObject({
      saved: { version: 2, changed: ['budget'] },
    })
    const both = await Promise.all([save(2, { budget: {} }, 'an'), save(2, {}, 'binh')])
    expect(both.filter((one) => 'saved' in one)).toHaveLength(1)
    expect((await drafting.history(CODE, 10)).map(({ version }) => version)).toEqual([3, 2, 1])
    expect(await drafting.last('H61.13')).toBeUndefined()
  })

  test('goes with everything that is not handed in, but not that a paper is stamped', async () => {
    const world = await makeWorld()
    const { drafting } = world.service
    const papers = await laid(world, { 'mat.txt': STAMPED, 'a.txt': DECISION })
    await drafting.read(CODE, papers, 20_000)
    await drafting.save(CODE, { from: 0, form: formOf(papers), by: 'an', on: ON })
    expect(await drafting.erase(CODE)).toBe(3)
    expect(await drafting.last(CODE)).toBeUndefined()
    expect(await readdir(`${world.folder}/bundles/drafts/${CODE}/stamped`)).toHaveLength(1)
    expect(await readFile(`${world.folder}/bundles/drafts/${CODE}/stamped/${sha256(STAMPED)}`, 'utf8')).toBe(
      'stamped\n',
    )
  })
})
