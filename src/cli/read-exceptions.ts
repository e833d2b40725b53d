import { sha256 } from '../base/canonical.ts'
import { InputError } from '../base/errors.ts'
import { type Exceptions, readExceptions } from '../rules/exceptions.ts'
import type { LoadedRuleSet } from '../rules/load-rules.ts'
import { readInput } from './load.ts'

/**
 * The authority's exceptions from a file named on the command line.
 * @throws InputError when it cannot be read, is no list, or names a rule that does not exist
 */
export async function readExceptionsFile(file: string, { source }: LoadedRuleSet): Promise<Exceptions> {
  const bytes = await readInput(file)
  const { entries, malformed, unknown } = readExceptions(file, new TextDecoder().decode(bytes), source)
  if (unknown.length > 0)
    throw new InputError({
      vi: unknown.map(({ line, text }) => `${file} dòng ${line}: ${text.vi}`).join('\n'),
      en: unknown.map(({ line, text }) => `${file} line ${line}: ${text.en}`).join('\n'),
    })
  return { sha256: sha256(bytes), entries, malformed }
}
