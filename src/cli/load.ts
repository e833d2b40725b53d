import { readFile, stat } from 'node:fs/promises'
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
export function shippedRules(): string {
  return join(packageRoot(), 'rules')
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
  return (await loadRules(folder ?? shippedRules(), WORDS)).loaded
}

/** Most bytes of a file beside the bundles: a register, a catalogue, rules, exceptions, a verdict. */
export const MAX_INPUT_BYTES = 64 * 1024 * 1024

/**
 * A file named on the command line.
 * @throws InputError naming it when it cannot be read, or is larger than {@link MAX_INPUT_BYTES}
 */
export async function readInput(file: string): Promise<Uint8Array> {
  let size: number
  try {
    size = (await stat(file)).size
    if (size <= MAX_INPUT_BYTES) return await readFile(file)
  } catch (cause) {
    throw new InputError({ vi: `Không đọc được tệp '${file}'.`, en: `The file '${file}' cannot be read.` }, { cause })
  }
  throw new InputError({
    vi: `Tệp '${file}' có ${size} byte, chỉ đọc nhiều nhất ${MAX_INPUT_BYTES}. Kiểm tra xem có chọn nhầm tệp không.`,
    en: `The file '${file}' has ${size} bytes; at most ${MAX_INPUT_BYTES} are read. Look whether it is the right file.`,
  })
}
