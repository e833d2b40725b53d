import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bytesInMemory } from '../../src/core/files.ts'
import { jsonBytes } from '../../src/core/json.ts'
import { recheckRun } from '../../src/service/schedule.ts'
import { evaluateBundle } from '../../src/verdict/pipeline.ts'
import { trustOf } from '../documents/signature/cases.ts'
import { bundleOf, CODE, contents, endWorlds, makeWorld, upload, type World } from './world.ts'

const AT = '2026-11-01T02:00:00.000Z'
const trust = trustOf('root.pem')
let zip: Uint8Array
let world: World

beforeAll(async () => {
  const signed = await readFile('fixtures/documents/signatures/cases/stamped/document.pdf')
  zip = await bundleOf({}, { 'da-ky.pdf': signed })
  world = await makeWorld({ trust })
})
afterAll(endWorlds)

const text = async (key: string) => new TextDecoder().decode(await world.verdicts.read(key))
const keysIn = async (prefix: string) =>
  Object.keys(await contents(world.verdicts)).filter((key) => key.startsWith(prefix))

async function judgedAnew(asOf: string): Promise<string> {
  const { document } = await evaluateBundle({ ...world.tools, source: bytesInMemory(zip), asOf })
  return new TextDecoder().decode(jsonBytes(document))
}

test('an upload is judged by the trust list: its verdict names it, its page tells who signed', async () => {
  const event = await upload(world, AT, zip)
  expect(await world.service.evaluateUpload(event)).toMatchObject({ kind: 'verdict', faults: [] })
  const latest = await world.service.latestVerdict(CODE)
  if (latest === undefined) return expect.unreachable()
  expect(latest.verdict.trust).toEqual({ sha256: trust.sha256 })
  expect(latest.listed.key).toContain(trust.sha256.slice(0, 16))
  expect(await text(latest.listed.key)).toBe(await judgedAnew('2026-11-01'))
  for (const lang of ['vi', 'en'] as const)
    expect(await world.service.verdictPage(latest, lang)).toContain('Nguyễn Thị Ánh Tuyết')
  expect(await keysIn('facts/')).toEqual([expect.stringContaining(trust.sha256)])
})

test('a re-check by its stored facts is what judging it anew brings', async () => {
  await rm(join(world.folder, 'bundles'), { recursive: true })
  const done = await world.service.recheckAgency(CODE, recheckRun(2027))
  if (done.kind !== 'verdict') return expect.unreachable()
  expect(await text(done.entry.key)).toBe(await judgedAnew('2027-01-02'))
})

test.each([
  ['no list', undefined, '2026-11-01T03:00:00.000Z'],
  ['another list', trustOf('issuing.pem'), '2026-11-01T04:00:00.000Z'],
])('by %s the same bundle has a verdict and facts of its own', async (_by, list, at) => {
  const before = await keysIn('')
  const other = await makeWorld({ trust: list, verdicts: world.verdicts })
  await other.service.evaluateUpload(await upload(other, at, zip))
  const added = (await keysIn('')).filter((key) => !before.includes(key))
  expect(added.filter((key) => key.startsWith('facts/'))).toHaveLength(1)
  expect(added.filter((key) => /^verdicts\/.*json$/.test(key))).toHaveLength(1)
})
