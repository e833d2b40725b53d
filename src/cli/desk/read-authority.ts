import { basename } from 'node:path'
import { InputError } from '../../base/errors.ts'
import { type Authority, authority } from '../../report/cohort/authority.ts'
import { readYaml } from '../../rules/yaml-file.ts'
import { readInput } from '../load.ts'

/**
 * What the authority says of itself, from a YAML or JSON file; without one everything is left blank.
 * @throws InputError naming every place that is not as it must be
 */
export async function readAuthority(file: string | undefined): Promise<Authority> {
  if (file === undefined) return {}
  const name = basename(file)
  const { value, problems } = readYaml(name, new TextDecoder().decode(await readInput(file)), authority)
  if (value !== undefined) return value
  throw new InputError({
    vi: problems.map(({ line, text }) => `${name} dòng ${line}: ${text.vi}`).join('\n'),
    en: problems.map(({ line, text }) => `${name} line ${line}: ${text.en}`).join('\n'),
  })
}
