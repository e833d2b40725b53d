import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { LANGUAGES } from '../../src/core/errors.ts'
import { verdictSarif } from '../../src/render/sarif.ts'
import type { Verdict } from '../../src/verdict/verdict.ts'
import { frozen, ruleSet, verdicts } from './frozen/frozen.ts'

// The official schema, as Microsoft's package carries it. zod takes its uri-reference for a whole URL, so that format is
// left out here and the references are tried by a test of their own.
const path = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')
const official = JSON.parse(readFileSync(path, 'utf8'), (key, value) =>
  key === 'format' && value === 'uri-reference' ? undefined : value,
)
const schema = z.fromJSONSchema(official, { defaultTarget: 'draft-4' })

const log = (verdict: Verdict, lang: 'vi' | 'en' = 'en') => JSON.parse(verdictSarif(verdict, { ruleSet, lang }))
const runOf = (verdict: Verdict) => log(verdict).runs[0]

describe('SARIF 2.1.0', () => {
  test('the schema catches what is not SARIF', () => {
    const good = log(frozen('behind'))
    expect(schema.safeParse({ ...good, version: '2.0.0' }).success).toBe(false)
    good.runs[0].results[0].kind = 'failed'
    expect(schema.safeParse(good).success).toBe(false)
  })

  test.each([...verdicts.keys()])('%s follows the official schema', (name) => {
    for (const lang of LANGUAGES) expect(schema.safeParse(log(frozen(name), lang)).error?.issues).toBeUndefined()
  })

  test('fails are problems by severity; missing evidence is open; what a person must see is for review', () => {
    const results: { ruleId: string; ruleIndex: number; kind: string; level: string }[] = runOf(
      frozen('behind'),
    ).results
    expect(results.map(({ ruleId, kind, level }) => [ruleId, kind, level])).toEqual([
      ['procedures-all-covered', 'fail', 'error'],
      ['procedure-codes-valid', 'fail', 'note'],
      ['shared-process-similar', 'review', 'none'],
      ['legal-changes-applied', 'review', 'none'],
      ['staff-trained', 'open', 'none'],
      ['management-review-yearly', 'fail', 'error'],
      ['documents-disseminated', 'open', 'none'],
      ['satisfaction-measured', 'open', 'none'],
    ])
    const { rules } = runOf(frozen('behind')).tool.driver
    for (const { ruleId, ruleIndex } of results) expect(rules[ruleIndex].id).toBe(ruleId)
  })

  test('an exception suppresses its result', () => {
    const { results } = runOf(frozen('behind'))
    const suppressed = results.filter((one: { suppressions?: object[] }) => one.suppressions !== undefined)
    expect(suppressed.map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual(['staff-trained'])
  })

  test('a crashed rule is told of the tool, not of the agency', () => {
    const { invocations, results } = runOf(frozen('hostile'))
    expect(invocations[0].executionSuccessful).toBe(false)
    expect(invocations[0].toolExecutionNotifications[0].associatedRule.id).toBe('procedure-codes-valid')
    expect(results.some(({ ruleId }: { ruleId: string }) => ruleId === 'procedure-codes-valid')).toBe(false)
  })

  test('a path becomes a URI that gives the path back', () => {
    const verdict = frozen('behind')
    const files = ['tai-lieu/Kế hoạch năm 2026 #1?%20.pdf', 'a:b\\c/+&=.pdf', '\ud800.pdf']
    const findings = verdict.findings.slice(3, 4).map((one) => ({ ...one, evidence: files.map((file) => ({ file })) }))
    const written = log({ ...verdict, findings })
    expect(schema.safeParse(written).success).toBe(true)
    const uris = written.runs[0].results[0].locations.map(
      (one: { physicalLocation: { artifactLocation: { uri: string } } }) => one.physicalLocation.artifactLocation.uri,
    )
    expect(uris.map(decodeURIComponent)).toEqual([files[0], files[1], '\ufffd.pdf'])
    for (const uri of uris) expect(new URL(uri, 'file:///b/').pathname).toBe(`/b/${uri}`)
  })
})
