import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { Clock } from '../../src/base/clock.ts'
import { toDay } from '../../src/base/day.ts'
import { mergePatch } from '../../src/base/patch.ts'
import { testDossier } from '../../src/evaluation/test-dossier.ts'
import { Scope } from '../../src/facts/scope.ts'
import { vocabulary } from '../../src/facts/vocabulary.ts'
import { buildShare } from '../../src/rules/credit.ts'
import { datedProfile } from '../../src/rules/dated-profile.ts'
import type { Vocabulary } from '../../src/rules/vocabulary.ts'
import { findProfile } from '../../src/verdict/find-profile.ts'
import { loaded } from '../support/loaded.ts'

const base = JSON.parse(await readFile('fixtures/base/department.json', 'utf8'))
const profile = datedProfile(findProfile(loaded, 'national'))

/** The share of complaints dealt with. */
function shareOf(complaints: { received: number; resolved: number }) {
  const source = { credit: { of: 'complaints.dealtWith', over: 'complaints.received' } }
  const share = buildShare(
    source as Parameters<typeof buildShare>[0],
    { vocabulary: vocabulary as Vocabulary<unknown>, params: {} } as Parameters<typeof buildShare>[1],
    (_, text) => expect.unreachable(text.en),
    [],
  )
  const scope = new Scope(testDossier(mergePatch(base, { complaints })), { ruleSet: loaded.source, profile })
  return share?.({ scope, clock: new Clock(toDay('2026-11-01')), params: {} })
}

it('is one number over another', () => {
  expect(shareOf({ received: 4, resolved: 3 })).toEqual({ of: 3, over: 4 })
})

it('is never over 1', () => {
  expect(shareOf({ received: 2, resolved: 3 })).toEqual({ of: 2, over: 2 })
})

it('is none over nothing', () => {
  expect(shareOf({ received: 0, resolved: 1 })).toBeUndefined()
})
