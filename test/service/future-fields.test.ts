import { generateKeyPairSync } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { digest, jsonBytes } from '../../src/core/json.ts'
import { prescreenOf } from '../../src/province/draw-up.ts'
import { putEntry } from '../../src/service/entries.ts'
import type { UploadEntry } from '../../src/service/entry.ts'
import { readFacts, unpackFacts } from '../../src/service/facts.ts'
import { storeLeases } from '../../src/service/leases.ts'
import { readPlanChanges, writePlanChange } from '../../src/service/plan-changes.ts'
import { publishedVerdict, publishPrescreen, readShown } from '../../src/service/published.ts'
import { recheckRun } from '../../src/service/schedule.ts'
import { type VerdictSigner, verdictSigner } from '../../src/verdict/known-keys.ts'
import type { Verdict } from '../../src/verdict/verdict.ts'
import { bundle, cohort, member } from '../province/made.ts'
import { collected } from '../support/collected.ts'
import { bundleOf, CODE, endWorlds, makeWorld, upload, uploadIdOf, type World } from './world.ts'

afterAll(endWorlds)

const AT = '2026-11-01T02:00:00.000Z'
let world: World
let signer: VerdictSigner
let id: string

/** Every object that an upload, its re-check, a refusal, a prescreen, a plan change and a lease left, as a later release writes it. */
beforeAll(async () => {
  world = await makeWorld()
  signer = await verdictSigner(generateKeyPairSync('ed25519').privateKey, { keys: [] })
  const { service, verdicts } = world
  const event = await upload(world, AT, await bundleOf())
  id = uploadIdOf(event)
  await service.evaluateUpload(event)
  await service.evaluateUpload(await upload(world, '2026-10-01T02:00:00.000Z', new Uint8Array([1])))
  await service.recheckAgency(CODE, recheckRun(2027))
  const latest = (await service.readVerdict(CODE, id)) ?? expect.unreachable()
  const { verdict } = latest
  const one = member(CODE)
  const screened = bundle(one, { sha256: verdict.bundle.sha256 })
  const document = prescreenOf(cohort([one], [screened], { asOf: verdict.asOf }))
  await publishPrescreen(OF, document, new Map([[CODE, verdict]]), verdicts, signer)
  const change = { change: 'drop', agency: CODE, reason: 'Đã kiểm tra', by: 'Trần Văn A' } as const
  await writePlanChange({ province: 'H61', year: document.year }, { on: AT, change }, '0a1b2c3d', verdicts)
  await leases('one').take(CODE, 'task')
  for (const { key } of await collected(verdicts.list(''))) await fromTheFuture(key)
})

const OF = { province: 'H61', year: 2026, id: '20261120T020000000Z-0000abcd', by: 'qms', registered: 1 }

const leases = (owner: string) => storeLeases(world.verdicts, { owner, seconds: 60, now: () => new Date(AT) })

/** Gives a stored document a field that this release does not know, at its top and inside. */
async function fromTheFuture(key: string): Promise<void> {
  const bytes = (await world.verdicts.read(key)) ?? expect.unreachable()
  if (key.endsWith('.json.gz')) {
    const text = gunzipSync(bytes).toString()
    await world.verdicts.put(key, gzipSync(JSON.stringify(withFutureFields(JSON.parse(text)))))
  } else if (key.endsWith('.json')) {
    const { digest: stated, signature, ...rest } = JSON.parse(new TextDecoder().decode(bytes))
    const grown = withFutureFields(rest)
    const isVerdict = rest.kind === 'verdict' && 'findings' in rest
    const whole = { ...grown, ...(stated && { digest: isVerdict ? digest(grown) : stated }) }
    const sign = () => (isVerdict ? signer.sign(whole as unknown as Verdict) : signer.signDocument(whole))
    const signed = signature === undefined ? whole : await sign()
    await world.verdicts.put(key, jsonBytes(signed))
  }
}

/** What holds places or counts by name is no form of ours that grows. */
const NAMES = new Set(['values', 'grades', 'statuses', 'counts', 'items', 'manifest', 'document'])

function withFutureFields(value: unknown, name = ''): Record<string, unknown> {
  const grown = (inner: unknown, key: string): unknown => {
    if (Array.isArray(inner)) return inner.map((one) => grown(one, key))
    return typeof inner === 'object' && inner !== null && !NAMES.has(key) ? withFutureFields(inner, key) : inner
  }
  const entries = Object.entries(value as object).map(([key, inner]) => [key, grown(inner, key)])
  return { ...Object.fromEntries(entries), fieldOf2031: { of: name } }
}

describe('what a later release stored with a field more is read by this one', () => {
  test('index entries, their verdicts and pages', async () => {
    const { service } = world
    expect((await service.listVerdicts(CODE)).map((one) => one.id)).toEqual([id, 'recheck-2027'])
    const read = (await service.readVerdict(CODE, id)) ?? expect.unreachable()
    expect(read.verdict).toHaveProperty('fieldOf2031')
    expect(read.listed).not.toHaveProperty('fieldOf2031')
    expect(await service.verdictPage(read, 'en')).toContain(read.verdict.digest)
    expect(await service.uploadStatus(CODE, id)).toMatchObject({ state: 'judged' })
  })

  test('refusals', async () => {
    const refused = (await world.service.listUploads(CODE)).find(({ kind }) => kind === 'refusal')
    const status = await world.service.uploadStatus(CODE, refused?.uploadId ?? '')
    expect(status).toMatchObject({ state: 'refused', refusal: { kind: 'refusal' } })
  })

  test('facts, which are judged again', async () => {
    const { verdict } = (await world.service.latestVerdict(CODE)) ?? expect.unreachable()
    const { bytes, sha256 } = (await readFacts({ bundleSha256: verdict.bundle.sha256 }, world)) ?? expect.unreachable()
    expect(await unpackFacts(bytes, sha256)).toHaveProperty('fieldOf2031')
    const rechecked = await world.service.recheckAgency(CODE, recheckRun(2028))
    expect(rechecked).toMatchObject({ kind: 'verdict', stored: 'written', entry: { since: 'recheck-2027' } })
  })

  test('a pre-screening, its verdicts and the changes beside its plan', async () => {
    const { verdicts } = world
    const read = (await readShown(OF, verdicts, signer)) ?? expect.unreachable()
    expect(read.document.agencies.map(({ code }) => code)).toEqual([CODE])
    expect(await publishedVerdict('H61', read, CODE, verdicts, signer)).toHaveProperty('fieldOf2031')
    expect(await readPlanChanges('H61', 2026, verdicts)).toMatchObject([{ change: { change: 'drop' } }])
  })

  test('leases', async () => {
    expect(await leases('two').take(CODE, 'task')).toEqual({ heldMs: 60_000 })
  })
})

test('what is written holds nothing that is not known', async () => {
  const entry = { ...((await world.service.listUploads(CODE)).at(-1) ?? expect.unreachable()), fieldOf2031: 1 }
  await expect(putEntry('agencies/x/uploads/y/z.json', entry as UploadEntry, world.verdicts)).rejects.toThrow(
    /fieldOf2031/,
  )
})
