import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildSamples } from '../../scripts/samples/sample.ts'
import { bytesInMemory } from '../../src/core/files.ts'
import { documentReader } from '../../src/documents/reader.ts'
import type { Dossier } from '../../src/dossier/dossier.ts'
import { readBundle } from '../../src/intake/bundle.ts'
import { DEFAULT_LIMITS } from '../../src/intake/container.ts'
import type { LoadedRuleSet } from '../../src/rules/load.ts'
import { packFacts, unpackFacts } from '../../src/service/facts.ts'
import { judge } from '../../src/verdict/judge.ts'
import { testDossier } from '../../src/verdict/rule-tests.ts'
import { ENGINE, fewRules, loaded } from '../support/loaded.ts'
import { AS_OF, fileStates, manifests } from '../support/random-dossier.ts'
import { rounds } from '../support/rounds.ts'

const reading = { limits: DEFAULT_LIMITS, stopwatch: () => performance.now() }
const options = { ...reading, documents: documentReader(reading) }
const samples = (await buildSamples()).filter(({ description }) => 'verdict' in description.expect)
const DAYS = [AS_OF, '2028-01-02']

/** @param ruleSet all rules for the samples; few for random dossiers, which are looked at by hundreds */
async function comesBack(dossier: Dossier, ruleSet: LoadedRuleSet): Promise<void> {
  const back = await unpackFacts(await packFacts(dossier), dossier.bundle.sha256)
  expect(back).toEqual(dossier)
  if (back === undefined) return
  for (const asOf of DAYS) {
    const by = { ruleSet, profileId: 'national', engine: ENGINE, asOf }
    const [before, after] = [await judge({ dossier, ...by }), await judge({ dossier: back, ...by })]
    expect(JSON.stringify(after.verdict)).toBe(JSON.stringify(before.verdict))
  }
}

describe('stored facts bring the same dossier and the same bytes of its verdict', () => {
  test.each(samples.slice(0, rounds(samples.length)))('of the sample $name', async ({ zip }) => {
    const dossier = await readBundle(bytesInMemory(zip), options)
    expect([...(dossier.readings?.keys() ?? [])]).toEqual([...dossier.files.keys()])
    await comesBack(dossier, loaded)
  })

  test(`of ${rounds(200)} random dossiers`, async () => {
    const property = fc.asyncProperty(manifests, fileStates, (manifest, files) =>
      comesBack(testDossier(manifest, { files }), fewRules),
    )
    await fc.assert(property, { numRuns: rounds(200), seed: 19_2014 })
  })
})

describe('facts that cannot be used', () => {
  const agency = { code: 'H61.12', name: 'Sở Tư pháp', block: 'department', province: 'H61', heads: [] }
  const dossier = testDossier({ format: 'qms-bundle/1', agency, assessmentYear: 2026 })

  test('are those of another bundle', async () => {
    expect(await unpackFacts(await packFacts(dossier), 'f'.repeat(64))).toBeUndefined()
  })

  test('are those with any byte cut off or changed', async () => {
    const packed = await packFacts(dossier)
    for (let at = 10; at < packed.length; at++) {
      const changed = Uint8Array.from(packed, (byte, index) => (index === at ? byte ^ 0x55 : byte))
      expect(await unpackFacts(changed, dossier.bundle.sha256)).toBeUndefined()
      expect(await unpackFacts(packed.subarray(0, at), dossier.bundle.sha256)).toBeUndefined()
    }
  })
})
