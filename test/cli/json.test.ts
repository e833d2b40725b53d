import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { digest } from '../../src/core/json.ts'
import { loaded } from '../support/loaded.ts'
import { commandLine } from './command-line.ts'
import { makeWorkspace } from './workspace.ts'

const BEHIND = ['check', 'samples/commune-behind.zip', '--as-of', '2026-11-01', '--no-ocr']

let workspace: Awaited<ReturnType<typeof makeWorkspace>>
/** The JSON of one run. */
let json: { stdout: string; stderr: string }

beforeAll(async () => {
  workspace = await makeWorkspace()
  json = await run(...BEHIND, '--format', 'json')
})
afterAll(async () => {
  await workspace?.remove()
})

const run = (...args: string[]) => commandLine.run(args, workspace.folder)

describe('--format json', () => {
  it('prints exactly the document, with a digest that anyone can recompute', async () => {
    const { stdout, stderr } = json
    const { digest: printed, ...rest } = JSON.parse(stdout)
    expect(stdout).toBe(`${JSON.stringify(JSON.parse(stdout), null, 2)}\n`)
    expect(stderr).toBe('')
    expect(printed).toBe(digest(rest))
    expect(new Set(Object.keys(rest))).toEqual(
      new Set([
        'schemaVersion',
        'kind',
        'bundle',
        'catalogue',
        'records',
        'readings',
        'provisional',
        'agency',
        'assessmentYear',
        'ruleSet',
        'profile',
        'exceptions',
        'engine',
        'asOf',
        'status',
        'grade',
        'score',
        'evidence',
        'groups',
        'findings',
        'validUntil',
        'timeline',
        'plan',
        'papers',
        'notEvaluated',
        'unnamedFiles',
        'notices',
      ]),
    )
  })

  it('holds a finding of every rule, in the order of the rule set, and the story of the sample', async () => {
    const verdict = JSON.parse(json.stdout)
    const found = (rule: string) => verdict.findings.find((one: { rule: string }) => one.rule === rule)
    expect(verdict.findings.map((one: { rule: string }) => one.rule)).toEqual(
      loaded.rules.map(({ source }) => source.id),
    )
    expect(verdict).toMatchObject({
      status: 'notMet',
      grade: null,
      catalogue: { source: 'agency', procedures: 18 },
      agency: { code: 'H61.152', block: 'commune', duty: 'encouraged' },
      unnamedFiles: ['hinh-anh/ban-huong-dan.jpg'],
    })
    expect(found('declaration-edition-accepted')).toMatchObject({ outcome: 'fail', severity: 'blocking' })
    expect(found('redeclared-after-scope-change')).toMatchObject({ outcome: 'needsReview' })
    expect(found('internal-audit-yearly')).toMatchObject({
      outcome: 'missingEvidence',
      message: 'assuranceTooLow',
    })
    expect(found('internal-audit-complete')).toMatchObject({ outcome: 'missingEvidence' })
    const { outcome, items } = found('procedures-all-covered')
    expect({ outcome, failed: items.failed, notYetDue: items.notYetDue }).toEqual({
      outcome: 'fail',
      failed: 3,
      notYetDue: 1,
    })
    expect(items.shown.map(({ key }: { key: string }) => key)).toEqual(['1.001612', '2.000720', '1.001266', '1.012084'])
  })

  it('is the same, byte for byte, a second time', async () => {
    expect((await run(...BEHIND, '--format', 'json')).stdout).toBe(json.stdout)
  })
})

describe('--output', () => {
  it('writes what standard output would have got', async () => {
    await run(...BEHIND, '--format', 'text', '--format', 'json', '--output', 'written')
    const read = (name: string) => readFile(join(workspace.folder, 'written', name), 'utf8')
    expect(await read('verdict.txt')).toBe((await run(...BEHIND)).stdout)
    expect(await read('verdict.json')).toBe(json.stdout)
  })
})

describe('rules', () => {
  it('build: a published rule set judges the same as the folder it was made from', async () => {
    const built = await run('rules', 'build', '--output', 'published', '--date', '2026-11-01')
    const file = built.stdout.trim()
    expect(file).toBe(`published/rule-set-2026-11-01-${loaded.sha256}.json`)
    expect((await run(...BEHIND, '--format', 'json', '--rule-set', file)).stdout).toBe(json.stdout)
  })
})
