import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { vocabulary } from '../../../src/rules/facts/vocabulary.ts'
import { readPublished } from '../../../src/rules/publish.ts'
import type { Vocabulary } from '../../../src/rules/vocabulary.ts'
import type { Verdict } from '../../../src/verdict/verdict.ts'

const FOLDER = 'fixtures/verdicts'
const ENDING = '.verdict.json'
const read = (name: string) => readFileSync(join(FOLDER, name), 'utf8')

/** The rule set that judged the frozen verdicts. */
export const ruleSet = readPublished(read('rule-set.json'), 'rule-set.json', vocabulary as Vocabulary<unknown>).source

/** The frozen verdicts by name, found in the folder. */
export const verdicts: ReadonlyMap<string, Verdict> = new Map(
  readdirSync(FOLDER)
    .filter((name) => name.endsWith(ENDING))
    .map((name) => [name.slice(0, -ENDING.length), JSON.parse(read(name))]),
)

/** One of them. */
export function frozen(name: string): Verdict {
  const verdict = verdicts.get(name)
  if (!verdict) throw new Error(`no frozen verdict '${name}'`)
  return verdict
}
