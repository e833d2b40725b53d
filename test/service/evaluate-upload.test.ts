import { afterAll, describe, expect, test } from 'vitest'
import { dayInVietnam } from '../../src/core/days.ts'
import { DEFAULT_LIMITS } from '../../src/intake/container.ts'
import { evaluateBundle } from '../../src/verdict/pipeline.ts'
import { bundleOf, CODE, contents, endWorlds, makeWorld, upload, uploadIdOf } from './world.ts'

afterAll(endWorlds)

const AT = '2026-03-05T09:00:00.000Z'
const zip = await bundleOf()
const keysOf = async (store: Parameters<typeof contents>[0]) => Object.keys(await contents(store))

describe('an upload', () => {
  test('has its verdict, page, facts, index entry and latest copy stored', async () => {
    const world = await makeWorld()
    const event = await upload(world, AT, zip)
    expect(await world.service.evaluateUpload(event)).toMatchObject({
      kind: 'verdict',
      code: CODE,
      stored: 'written',
      faults: [],
      entry: {
        uploadId: uploadIdOf(event),
        uploadedOn: AT,
        bundleKey: event.key,
        asOf: '2026-03-05',
        // In March the process that the dossier lists from 30 June on is not in force yet, and no paper is enclosed.
        status: 'notMet',
      },
    })
    const keys = await keysOf(world.verdicts)
    const shapes = [
      /^agencies\/H61\.12\/latest\.json$/,
      /^agencies\/H61\.12\/uploads\/20260305T090000000Z-00000000\/20260305T090000000Z-[0-9a-f]{8}\.json$/,
      /^facts\/[0-9a-f]{64}-5\.json\.gz$/,
      /^verdicts\/H61\.12\/2026-03-05\/[^/]+\.html$/,
      /^verdicts\/H61\.12\/2026-03-05\/[^/]+\.json$/,
    ]
    expect(keys).toHaveLength(shapes.length)
    for (const [at, shape] of shapes.entries()) expect(keys[at]).toMatch(shape)
  })

  test('has the verdict that judging the bundle anywhere else has', async () => {
    const { service, tools, ...world } = await makeWorld()
    await service.evaluateUpload(await upload(world, AT, zip))
    const source = { size: zip.length, read: async (at: number, length: number) => zip.subarray(at, at + length) }
    const { document } = await evaluateBundle({ ...tools, source, asOf: dayInVietnam(AT) })
    expect((await service.latestVerdict(CODE))?.verdict).toEqual(document)
  })

  test.each(['2026-03-05T17:00:00Z', '2026-03-06T00:00:00+07:00'])(
    'of %s is judged as of 6 March in Vietnam, and has one entry however that instant is written',
    async (on) => {
      const world = await makeWorld()
      const event = await upload(world, AT, zip, { on })
      expect(await world.service.evaluateUpload(event)).toMatchObject({ entry: { asOf: '2026-03-06' } })
      const again = await world.service.evaluateUpload({ ...event, on: '2026-03-05T17:00:00.000Z' })
      expect(again).toMatchObject({ stored: 'present' })
    },
  )

  test('that cannot be read is refused, and says so', async () => {
    const world = await makeWorld()
    const event = await upload(world, AT, new TextEncoder().encode('không phải tệp ZIP'))
    expect(await world.service.evaluateUpload(event)).toMatchObject({ kind: 'refusal', stored: 'written' })
    const status = await world.service.uploadStatus(CODE, uploadIdOf(event))
    expect(status).toMatchObject({
      state: 'refused',
      entry: { code: 'not-a-zip' },
      refusal: { code: 'not-a-zip', message: { vi: expect.any(String) } },
    })
    expect(await world.service.latestVerdict(CODE)).toBeUndefined()
  })

  test('too large to be read to its end is refused once per upload', async () => {
    const world = await makeWorld({ limits: { ...DEFAULT_LIMITS, archiveBytes: 100 } })
    const one = await upload(world, AT, zip)
    const two = await upload(world, AT, zip, { random: '11111111' })
    for (const event of [one, two, one])
      expect(await world.service.evaluateUpload(event)).toMatchObject({ entry: { bundleSha256: null } })
    expect((await keysOf(world.verdicts)).filter((key) => key.startsWith('refusals/'))).toHaveLength(2)
  })

  test("of another agency's dossier is refused, and told to nobody but the one who sent it", async () => {
    const world = await makeWorld()
    const event = await upload(world, AT, zip, { code: 'H61.13' })
    await world.service.evaluateUpload(event)
    const status = await world.service.uploadStatus('H61.13', uploadIdOf(event))
    expect(status).toMatchObject({ state: 'refused', refusal: { code: 'agency-mismatch' } })
    const { message, remedy } = status.state === 'refused' ? status.refusal : expect.unreachable()
    for (const lang of ['vi', 'en'] as const) {
      expect(message[lang]).toContain('H61.13')
      expect(message[lang]).toContain(CODE)
    }
    expect(remedy.vi).toContain('sửa mã cơ quan trong bảng kê')
    expect(remedy.en).toContain('agency.code')
    expect(await world.service.uploadStatus(CODE, uploadIdOf(event))).toEqual({ state: 'waiting' })
    expect((await keysOf(world.verdicts)).filter((key) => key.includes(CODE))).toEqual([])
  })

  test.each(['h61.12', '000.00.12.H61'])('whose manifest writes the code as %s is the agency’s own', async (code) => {
    const world = await makeWorld()
    const event = await upload(world, AT, await bundleOf({ agency: { code } }))
    expect(await world.service.evaluateUpload(event)).toMatchObject({ kind: 'verdict', code: CODE })
  })

  test('deleted before it was read is done, and stays unjudged', async () => {
    const { service } = await makeWorld()
    const key = 'bundles/H61.12/20260305T090000000Z-00000000.zip'
    expect(await service.evaluateUpload({ key, on: AT })).toEqual({
      kind: 'gone',
      code: CODE,
      uploadId: '20260305T090000000Z-00000000',
    })
  })

  test('under a key that was not granted is not looked at', async () => {
    const world = await makeWorld()
    await world.bundles.put('bundles/H61.12/hồ sơ.zip', zip)
    expect(await world.service.evaluateUpload({ key: 'bundles/H61.12/hồ sơ.zip', on: AT })).toEqual({ kind: 'foreign' })
    expect(await keysOf(world.verdicts)).toEqual([])
  })

  test('with a secrecy stamp is set aside, and no facts of it are kept', async () => {
    const world = await makeWorld()
    const event = await upload(world, AT, await bundleOf({}, { 'bao-cao-MẬT.pdf': '%PDF-1.4\n' }))
    expect(await world.service.evaluateUpload(event)).toMatchObject({
      kind: 'verdict',
      entry: { status: 'undetermined' },
    })
    expect((await keysOf(world.verdicts)).filter((key) => key.startsWith('facts/'))).toEqual([])
  })

  test("is judged by the authority's catalogue where there is one; without it nothing is judged", async () => {
    const catalogueKey = 'authority/catalogue.csv'
    const world = await makeWorld({ catalogueKey })
    const event = await upload(world, AT, zip)
    await expect(world.service.evaluateUpload(event)).rejects.toMatchObject({ name: 'InputError' })
    await world.bundles.put(
      catalogueKey,
      Buffer.from('Mã TTHC,Tên thủ tục hành chính\n2.000488,Cấp Phiếu lý lịch tư pháp\n'),
    )
    await world.service.evaluateUpload(event)
    expect((await world.service.latestVerdict(CODE))?.verdict.catalogue).toMatchObject({
      source: 'authority',
      procedures: 1,
    })
  })

  test("is not refused for an authority's catalogue that cannot be read: that is ours", async () => {
    const world = await makeWorld({ catalogueKey: 'authority/catalogue.json' })
    await world.bundles.put('authority/catalogue.json', Buffer.from('{'))
    const event = await upload(world, AT, zip)
    await expect(world.service.evaluateUpload(event)).rejects.toMatchObject({ name: 'InputError' })
    expect(await keysOf(world.verdicts)).toEqual([])
  })

  test('an instant that is none is a fault of whoever tells it', async () => {
    const world = await makeWorld()
    const event = await upload(world, AT, zip)
    await expect(world.service.evaluateUpload({ ...event, on: 'hôm qua' })).rejects.toThrow(RangeError)
    expect(await keysOf(world.verdicts)).toEqual([])
  })
})
