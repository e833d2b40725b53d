import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { screeningOfVerdict } from '../../src/province/screening.ts'
import { vocabulary } from '../../src/rules/facts/vocabulary.ts'
import { loadRules } from '../../src/rules/load.ts'
import type { Vocabulary } from '../../src/rules/vocabulary.ts'
import { judge } from '../../src/verdict/judge.ts'
import { testDossier } from '../../src/verdict/rule-tests.ts'
import { ENGINE, loaded } from '../support/loaded.ts'

const { rules } = loaded.source

describe('no rule is named in code', () => {
  const IDS = new RegExp(`(?<![\\w-])(${rules.map(({ id }) => id).join('|')})(?![\\w-])`, 'g')

  it.each(['src', 'handlers'])('in %s/', async (folder) => {
    const files = await readdir(folder, { recursive: true, withFileTypes: true })
    const found: string[] = []
    for (const file of files.filter((one) => one.isFile())) {
      const path = join(file.parentPath, file.name)
      for (const [id] of (await readFile(path, 'utf8')).matchAll(IDS)) found.push(`${path}: ${id}`)
    }
    expect(files.length).toBeGreaterThan(5)
    expect(found).toEqual([])
  })
})

describe('what a verdict alone tells the province', async () => {
  const department = JSON.parse(await readFile('fixtures/base/department.json', 'utf8'))
  const dossier = testDossier({ ...department, earlierFindings: [{ id: 'f', raisedOn: '2026-01-05' }] })
  const input = { dossier, ruleSet: loaded, profileId: 'national', engine: ENGINE, asOf: '2026-11-01' }
  const { verdict } = await judge(input)
  const told = { declaration: { again: null, firstOn: null }, procedures: { total: 12, covered: 12 }, uncorrected: 1 }

  it('comes from the rules that say so', () => {
    expect(screeningOfVerdict(verdict, rules)).toMatchObject(told)
  })

  it('is the same once a rule was renamed', () => {
    const renamed = rules.map((rule) => (rule.tells ? { ...rule, id: `${rule.id}-anew`, aliases: [rule.id] } : rule))
    expect(screeningOfVerdict(verdict, renamed)).toMatchObject(told)
  })

  it('is refused, not taken for nothing, where no rule says so', () => {
    const silent = rules.map(({ tells: _, ...rule }) => rule)
    expect(() => screeningOfVerdict(verdict, silent)).toThrow("'tells: declaration'")
  })
})

it('a set in which no rule tells what the province needs is not loaded', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'untold-'))
  try {
    await cp('rules', folder, { recursive: true })
    const file = join(folder, 'coverage/procedures-all-covered.yaml')
    await writeFile(file, (await readFile(file, 'utf8')).replace('tells: coverage\n', ''))
    await expect(loadRules(folder, vocabulary as Vocabulary<unknown>)).rejects.toMatchObject({
      problems: [
        {
          file: join(folder, 'rule-set.yaml'),
          line: 1,
          text: { vi: expect.stringContaining("Không quy tắc nào có 'tells: coverage'") },
        },
      ],
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
