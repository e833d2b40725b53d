import { expect, it } from 'vitest'
import { InputError } from '../../src/core/errors.ts'
import { canonical } from '../../src/core/json.ts'
import { vocabulary } from '../../src/rules/facts/vocabulary.ts'
import { readPublished } from '../../src/rules/publish.ts'
import { publishRuleSet } from '../../src/rules/rule-set.ts'
import type { Vocabulary } from '../../src/rules/vocabulary.ts'
import { loaded } from '../support/loaded.ts'

const WORDS = vocabulary as Vocabulary<unknown>

it('a published rule set is refused when a profile in it names a rule that does not exist', () => {
  const [override] = loaded.source.profiles.find(({ id }) => id === 'national-rolling')?.overrides ?? []
  const profiles = [
    { id: 'local', title: { vi: 'x', en: 'x' }, overrides: [{ ...override, rule: 'internal-audit-yearli' }] },
  ]
  const text = canonical({ ...loaded.source, profiles })
  expect(() => readPublished(text, 'edited.json', WORDS)).toThrow(InputError)
  expect(() => readPublished(text, 'edited.json', WORDS)).toThrow(
    /local\.overrides\.0\.rule: .*'internal-audit-yearly'/,
  )
})

it('and is read when all its profiles name what exists', () => {
  const { name, text } = publishRuleSet(loaded, '2026-11-01')
  expect(readPublished(text, name, WORDS).sha256).toBe(loaded.sha256)
})
