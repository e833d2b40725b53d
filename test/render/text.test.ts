import { describe, expect, test } from 'vitest'
import { LANGUAGES } from '../../src/core/errors.ts'
import { refusalText, verdictText } from '../../src/render/text.ts'
import { frozen, ruleSet } from './frozen/frozen.ts'

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that must not reach a terminal
const STEERING = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/
const NAME = 'Sở \u001b[2J\u001b]0;x\u0007 \u202e Tư pháp\r'

describe('text', () => {
  test.each(LANGUAGES)('what a dossier says cannot steer a terminal (%s)', (lang) => {
    const verdict = frozen('behind')
    const text = verdictText(
      { ...verdict, agency: { ...verdict.agency, name: NAME }, unnamedFiles: [NAME] },
      { ruleSet, lang },
    )
    expect(text).toContain('Tư pháp')
    expect(text).not.toMatch(STEERING)
    const said = { vi: NAME, en: NAME }
    const refusal = {
      schemaVersion: 1,
      kind: 'refusal',
      code: 'x',
      message: said,
      remedy: said,
      entry: NAME,
      bundle: { sha256: '0' },
      engine: { name: 'x', version: '1' },
      asOf: '2026-11-01',
    } as const
    expect(refusalText(refusal, lang)).not.toMatch(STEERING)
  })

  test('exceptions are told: those that count, those that do not, and how it stands without', () => {
    const text = verdictText(frozen('behind'), { ruleSet, lang: 'en', width: 1000 })
    expect(text).toContain('Without exceptions: Requirements not met; score 63.4–83.4.')
    expect(text).toMatch(/Counted:\n- Staff are trained.*Reorganisation/)
    expect(text).toMatch(/Not counted:\n.*Lapsed.*\n.*to be corrected: reason/)
    expect(verdictText(frozen('complete'), { ruleSet, lang: 'en' })).not.toContain('exception')
  })
})
