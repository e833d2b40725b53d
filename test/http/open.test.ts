import { afterAll, beforeAll, expect, test } from 'vitest'
import { openApiDocument } from '../../src/http/api/openapi.ts'
import { health, problemKind, ruleList } from '../../src/http/api/schemas.ts'
import { ROUTES } from '../../src/http/app.ts'
import { PROBLEMS, parameterProblem } from '../../src/http/problems.ts'
import { isSignedByKnown, readVerdictKeys } from '../../src/verdict/known-keys.ts'
import { ENGINE, loaded } from '../support/loaded.ts'
import { startWorld, type World } from './support/world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const get = async (path: string) => (await world.fetch(path)).json()

test('tells the rules in their order, with articles and remedies in both languages', async () => {
  const { rules, groups, ruleSet } = ruleList.parse(await get('/rules'))
  expect(ruleSet.sha256).toBe(loaded.sha256)
  expect(rules.map(({ id }) => id)).toEqual(loaded.source.rules.map(({ id }) => id))
  expect(groups.map(({ id }) => id)).toEqual(loaded.source.groups.map(({ id }) => id))
  for (const { basis, remedy } of rules) {
    expect(basis.vi.length).toBeGreaterThan(0)
    expect(basis.en).toHaveLength(basis.vi.length)
    expect(remedy.vi).not.toBe(remedy.en)
  }
})

test('tells by what it judges', async () => {
  const { engine, ruleSet } = health.parse(await get('/health'))
  expect([engine, ruleSet.sha256]).toEqual([ENGINE, loaded.sha256])
})

test('serves its own description', async () => {
  expect(await get('/openapi.json')).toEqual(openApiDocument(ROUTES))
})

test.each(Object.entries(PROBLEMS))('the type URI of %s leads to what it is', async (slug, kind) => {
  expect(problemKind.parse(await get(`/problems/${slug}`))).toEqual({ type: `/problems/${slug}`, ...kind })
})

test('a kind of problem that there is not', async () => {
  expect((await world.fetch('/problems/constructor')).status).toBe(400)
})

test('tells the public keys by which its verdicts are known, and stores no verdict without a signature', async () => {
  await world.judged('H61.12', '20260305T020000000Z-0000abcd')
  const keys = await readVerdictKeys(JSON.stringify(await get('/keys/verdicts.json')), 'keys.json')
  expect(keys.keys).toEqual([expect.not.objectContaining({ d: expect.anything() })])
  const { verdict } = (await world.service.latestVerdict('H61.12')) ?? expect.unreachable()
  expect(await isSignedByKnown(verdict, keys)).toBe(true)
})

test('a parameter that cannot be used is told short, however long it is', () => {
  const { vi } = parameterProblem('code', 'y'.repeat(500), { vi: 'mã', en: 'a code' }).detail
  expect(vi).toContain('y'.repeat(80))
  expect(vi).not.toContain('y'.repeat(81))
})
