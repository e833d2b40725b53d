import { describe, expect, test } from 'vitest'
import { bytesInMemory } from '../../src/core/files.ts'
import { DEFAULT_LIMITS } from '../../src/intake/container.ts'
import type { LoadedRuleSet } from '../../src/rules/load.ts'
import { inThisProcess } from '../../src/service/tasks.ts'
import { ENGINE, fewRules } from '../support/loaded.ts'
import { makeZip } from '../support/zip.ts'

const CODE = 'H61.12'
const AS_OF = '2026-11-01'
const MANIFEST = {
  format: 'qms-bundle/1',
  agency: { code: CODE, name: 'Sở Tư pháp', block: 'department', province: 'H61', heads: [] },
  assessmentYear: 2026,
}
const workersFor = (ruleSet: LoadedRuleSet) =>
  inThisProcess({
    judge: { ruleSet, profileId: 'national', engine: ENGINE },
    limits: DEFAULT_LIMITS,
    stopwatch: () => 0,
  })

/** What was read of a small bundle under the rules of these tests. */
async function factsOf() {
  const source = bytesInMemory(await makeZip({ 'manifest.json': JSON.stringify(MANIFEST) }))
  const read = await workersFor(fewRules).run('read', { code: CODE, asOf: AS_OF }, { source })
  if ('refusal' in read) throw new Error(read.refusal.code)
  return read.facts
}
const facts = await factsOf()
const otherWords = { ...fewRules, lookedFor: { ...fewRules.lookedFor, more: [] } } as LoadedRuleSet
const rules = { text: '', name: 'luat.json' }

describe.each([
  ['damaged', fewRules, { ...facts, bytes: facts.bytes.slice(0, 20) }],
  ['of another bundle', fewRules, { ...facts, sha256: 'a'.repeat(64) }],
  ['read for rules that look for other words', otherWords, facts],
])('facts that are %s are not judged but read again from their bundle', (_, ruleSet, given) => {
  const workers = workersFor(ruleSet)
  test('by the service', async () => {
    expect(await workers.run('judge', { facts: given, asOf: AS_OF })).toEqual({ unusable: true })
  })
  test('for the desk', async () => {
    const screened = await workers.run('screen', { facts: given, asOf: AS_OF, profileId: 'national' })
    expect(screened).toEqual({ unusable: true })
  })
  test('for a preview of rules', async () => {
    const previewed = await workers.run('preview', { facts: given, asOf: AS_OF, profileId: 'national', rules })
    expect(previewed).toEqual({ unusable: true })
  })
})

test('facts that are whole are judged', async () => {
  expect(await workersFor(fewRules).run('judge', { facts, asOf: AS_OF })).toHaveProperty('verdict')
})
