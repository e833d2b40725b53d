import { InputError } from '../../base/errors.ts'
import { readYaml } from '../../rules/yaml-file.ts'
import { type Authority, authority } from './authority.ts'

/**
 * What the authority says of itself, as it stands in a file of YAML or JSON.
 * @param name of the file, to be told
 * @throws InputError naming every place that is not as it must be
 */
export function readAuthority(name: string, bytes: Uint8Array): Authority {
  const { value, problems } = readYaml(name, new TextDecoder().decode(bytes), authority)
  if (value !== undefined) return value
  throw new InputError({
    vi: problems.map(({ line, text }) => `${name} dòng ${line}: ${text.vi}`).join('\n'),
    en: problems.map(({ line, text }) => `${name} line ${line}: ${text.en}`).join('\n'),
  })
}
