import { describe, expect, it } from 'vitest'
import { Renderer } from '../../src/render/renderer.ts'
import { judge } from '../../src/verdict/judge.ts'
import { testDossier } from '../../src/verdict/rule-tests.ts'
import { ENGINE, loaded } from '../support/loaded.ts'

const agency = { code: 'H61.12', name: 'Sở Tư pháp tỉnh Vĩnh Long', block: 'department', province: 'H61', heads: [] }
const { verdict } = await judge({
  dossier: testDossier({ format: 'qms-bundle/1', agency, assessmentYear: 2026 }),
  ruleSet: loaded,
  profileId: 'national',
  engine: ENGINE,
  asOf: '2026-11-01',
})
const missing = verdict.findings.filter((finding) => finding.outcome === 'missingEvidence')

describe('a dossier without any section', () => {
  it('misses evidence for most rules', () => {
    expect(missing.length).toBeGreaterThan(30)
  })

  it.each(missing.map((finding) => [finding.rule, finding] as const))(
    '%s tells no figure it does not have',
    (_, finding) => {
      expect(Object.entries(finding.values).filter(([, value]) => value === null)).toEqual([])
      for (const lang of ['vi', 'en'] as const)
        expect(new Renderer(loaded.source, lang).sentences(finding).join(' ')).not.toMatch(/\{|: *\.|undefined/)
    },
  )
})
