import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { InputError } from '../base/errors.ts'
import { vocabulary } from '../facts/vocabulary.ts'
import { type LoadedRuleSet, loadRules } from '../rules/load-rules.ts'
import { readPublished } from '../rules/publish.ts'
import type { Vocabulary } from '../rules/vocabulary.ts'
import { packageRoot } from './package-root.ts'

/** The words rules are written in, as the loader takes them: it knows no agency. */
export const WORDS = vocabulary as Vocabulary<unknown>

/** The rules this package ships. */
function shippedRules(): string {
  return join(packageRoot(), 'rules')
}

let shipped: ReturnType<typeof loadRules> | undefined

/**
 * The rules of a folder with the tests in its files. Those shipped are read once a process, whatever commands it runs.
 * @throws InputError when they are broken
 */
export function rulesIn(folder: string | undefined): ReturnType<typeof loadRules> {
  if (folder !== undefined) return loadRules(folder, WORDS)
  shipped ??= loadRules(shippedRules(), WORDS)
  return shipped
}

/** Name and version of this engine, as they stand in every verdict. */
export async function engine(): Promise<{ name: string; version: string }> {
  const { name, version } = JSON.parse(await readFile(join(packageRoot(), 'package.json'), 'utf8'))
  return { name, version }
}

/**
 * The rules to judge by: a published file, a folder, or those shipped.
 * @throws InputError when both are named or the rules are broken
 */
export async function chosenRules(folder: string | undefined, file: string | undefined): Promise<LoadedRuleSet> {
  if (folder !== undefined && file !== undefined)
    throw new InputError({ vi: 'Chỉ dùng một trong --rules, --rule-set.', en: 'Use only one of --rules, --rule-set.' })
  if (file !== undefined) return readPublished(new TextDecoder().decode(await readInput(file)), basename(file), WORDS)
  return (await rulesIn(folder)).loaded
}

/**
 * A file named on the command line.
 * @throws InputError naming it when it cannot be read
 */
export async function readInput(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (cause) {
    throw new InputError({ vi: `Không đọc được tệp '${file}'.`, en: `The file '${file}' cannot be read.` }, { cause })
  }
}
