import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { Clock, toDay } from '../../src/core/days.ts'
import { mergePatch } from '../../src/core/json.ts'
import { buildShare } from '../../src/rules/credit.ts'
import { Scope } from '../../src/rules/facts/scope.ts'
import { vocabulary } from '../../src/rules/facts/vocabulary.ts'
import { findProfile, judgingProfile } from '../../src/rules/rule-set.ts'
import type { Vocabulary } from '../../src/rules/vocabulary.ts'
import { testDossier } from '../../src/verdict/rule-tests.ts'
import { loaded } from '../support/loaded.ts'

const base = JSON.parse(await readFile('fixtures/base/department.json', 'utf8'))
const profile = judgingProfile(findProfile(loaded, 'national'), loaded.source)

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
