import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { DEFAULT_LIMITS } from '../../../src/intake/container.ts'
import { parseManifest } from '../../../src/intake/manifest/manifest.ts'
import { problemLine, Refusal } from '../../../src/intake/refusals/refusal.ts'

const { agency, assessmentYear, format, internalAudits, declarations, scope } = JSON.parse(
  readFileSync(new URL('../../../fixtures/base/department.json', import.meta.url), 'utf8'),
)
const value = { format, agency, assessmentYear, scope, internalAudits, declarations }

const damage = fc.array(fc.record({ at: fc.nat(), cut: fc.nat(4), put: fc.uint8Array({ maxLength: 3 }) }), {
  minLength: 1,
  maxLength: 4,
})

function damaged(text: string, slips: readonly { at: number; cut: number; put: Uint8Array }[]): Uint8Array {
  return slips.reduce((bytes, { at, cut, put }) => {
    const from = at % (bytes.length + 1)
    return Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(from + cut)])
  }, Buffer.from(text))
}

describe('a manifest damaged anywhere', () => {
  it.each([
    ['manifest.json', JSON.stringify(value, undefined, 2)],
    ['manifest.yaml', stringify(value)],
  ])('%s is read or refused with its places, and nothing else happens', async (name, text) => {
    await fc.assert(
      fc.asyncProperty(damage, async (slips) => {
        try {
          await parseManifest(damaged(text, slips), name, DEFAULT_LIMITS)
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
          for (const problem of error.problems ?? []) {
            expect(problem.line).toBeGreaterThan(0)
            expect(problemLine(problem, name, 'vi')).not.toMatch(/undefined|\n/)
          }
        }
      }),
      { numRuns: 600, seed: 19 },
    )
  })
})
