import { readdir, readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { vocabulary } from '../../src/rules/facts/vocabulary.ts'
import { loadRules } from '../../src/rules/load.ts'
import type { Vocabulary } from '../../src/rules/vocabulary.ts'
import { runRuleTest } from '../../src/verdict/rule-tests.ts'

const { loaded, tests } = await loadRules(process.env.RULES_DIR ?? 'rules', vocabulary as Vocabulary<unknown>)
const bases = new Map<string, unknown>()
for (const name of await readdir('fixtures/base'))
  bases.set(name.replace(/\.json$/, ''), JSON.parse(await readFile(`fixtures/base/${name}`, 'utf8')))

describe.each([...tests])('%s', (rule, cases) => {
  it.each(cases)('$name', async (test) => {
    expect((await runRuleTest(rule, test, bases, loaded)).differences).toEqual([])
  })
})
