import { describe, expect, it } from 'vitest'
import type { Problem } from '../../../src/core/errors.ts'
import { sha256 } from '../../../src/core/json.ts'
import { MANIFEST_REFUSALS } from '../../../src/intake/refusals/manifest.ts'
import { problemLine, type Refusal, refusalDocument } from '../../../src/intake/refusals/refusal.ts'
import { processorTime } from '../../support/processor-time.ts'
import { makeZip } from '../../support/zip.ts'
import { brokenCases, type ExpectedProblem } from './broken-cases.ts'
import { readFiles, refusalOf } from './reading.ts'

const cases = await brokenCases()
/** Most of the processor that reading and refusing may take; it is well under a second. */
const PATIENCE_MS = 10_000
/** Words of the schema library, and what a template leaves behind when it is not filled in. */
const LEAKS = /Invalid|expected string|Unrecognized|received|undefined|\[object|\{\w+\}/

/** A problem reduced to what the case says of it. */
function as(expected: ExpectedProblem | undefined, problem: Problem): object {
  const { pointer, line, found } = problem
  const vi = expected !== undefined && problem.expected.vi.includes(expected.vi) ? expected.vi : problem.expected.vi
  return {
    ...(pointer === undefined ? {} : { pointer }),
    ...(line === undefined ? {} : { line }),
    ...(expected?.found === undefined ? {} : { found }),
    vi,
  }
}

/** What each case comes to: it is read once, for all that is asked of it. */
const refusals = new Map<string, { refusal: Refusal; spent: number }>()
async function refused({ name, files }: (typeof cases)[number]) {
  const known = refusals.get(name)
  if (known !== undefined) return known
  const spent = processorTime()
  const met = { refusal: await refusalOf(readFiles(files)), spent: spent() }
  refusals.set(name, met)
  return met
}

describe('manifests that are refused', () => {
  it.each(cases)('$name: $code', async (expected) => {
    const { refusal, spent } = await refused(expected)
    expect(spent).toBeLessThan(PATIENCE_MS)
    expect(refusal.code).toBe(expected.code)
    const problems = refusal.problems ?? []
    if (expected.listed === undefined)
      expect(problems.map((problem, at) => as(expected.problems?.[at], problem))).toEqual(expected.problems ?? [])
    else expect(problems).toHaveLength(expected.listed)
    expect(refusal.text.vi).toContain(expected.message ?? '')
  })

  it.each(cases)('$name: is answered with a document in both languages', async (one) => {
    const { refusal } = await refused(one)
    const document = refusalDocument(refusal, { asOf: '2026-11-01', engine: { name: 'qms-verdict', version: '0' } })
    expect(document.bundle.sha256).toBe(sha256(await makeZip(one.files)))
    expect(JSON.parse(JSON.stringify(document))).toEqual(document)
    const texts = [document.message, document.remedy, ...(document.problems ?? []).map(({ expected }) => expected)]
    for (const { vi, en } of texts) {
      expect(`${vi}${en}`).not.toMatch(LEAKS)
      expect(vi).not.toBe(en)
      expect(vi).toBe(vi.normalize('NFC'))
    }
    for (const problem of (document.problems ?? []).slice(0, 20)) {
      expect(problemLine(problem, 'manifest.json', 'vi')).toMatch(/^manifest\.json( dòng \d+)?: \S.*[.?)]$/)
    }
  })

  it('together meet every code of a manifest', () => {
    const met = new Set([...cases.map(({ code }) => code), 'catalogue-invalid'])
    expect(Object.keys(MANIFEST_REFUSALS).filter((code) => !met.has(code))).toEqual([])
  })
})
