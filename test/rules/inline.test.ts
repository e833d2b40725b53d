import { readdir, readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { runRuleTest } from '../../src/verdict/rule-tests.ts'
import { loaded, tests } from '../support/loaded.ts'

const bases = new Map<string, unknown>()
for (const name of await readdir('fixtures/base'))
  bases.set(name.replace(/\.json$/, ''), JSON.parse(await readFile(`fixtures/base/${name}`, 'utf8')))

describe.each([...tests])('%s', (rule, cases) => {
  it.each(cases)('$name', async (test) => {
    expect((await runRuleTest(rule, test, bases, loaded)).differences).toEqual([])
  })
})
