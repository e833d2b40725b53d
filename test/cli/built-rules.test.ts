import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { builtRulesJson } from '../../scripts/rule-set-json.ts'
import { readBuiltRules } from '../../src/cli/load.ts'
import { loaded } from '../support/loaded.ts'

let folder: string
let file: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qms-verdict-built-rules-'))
  await cp('rules', join(folder, 'rules'), { recursive: true })
  file = join(folder, 'built-rules.json')
  await writeFile(file, await builtRulesJson(join(folder, 'rules')))
})
afterAll(() => rm(folder, { recursive: true }))

test('what the build leaves is the rules of the files, in the order of their keys', () => {
  const built = readBuiltRules(file, join(folder, 'rules'))
  expect(built?.sha256).toBe(loaded.sha256)
  const parts = (source: object | undefined) =>
    Object.entries(source ?? {}).map(([name, part]) => [name, JSON.stringify(part)])
  expect(parts(built?.source).sort()).toEqual(parts(loaded.source).sort())
  expect(built?.lookedFor).toEqual(loaded.lookedFor)
  expect(built?.rules.map(({ source }) => source.id)).toEqual(loaded.rules.map(({ source }) => source.id))
})

test('a rule that was changed, added or taken away since is read from its file', async () => {
  const rules = join(folder, 'rules')
  const path = join(rules, 'rule-set.yaml')
  const before = await readFile(path)
  await writeFile(path, `${before}\n# a remark\n`)
  expect(readBuiltRules(file, rules)).toBeUndefined()
  await writeFile(path, before)
  expect(readBuiltRules(file, rules)).toBeDefined()
  await writeFile(join(rules, 'more.yaml'), 'id: x\n')
  expect(readBuiltRules(file, rules)).toBeUndefined()
  await rm(join(rules, 'more.yaml'))
  await rm(path)
  expect(readBuiltRules(file, rules)).toBeUndefined()
})
