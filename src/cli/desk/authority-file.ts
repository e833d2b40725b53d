import { basename } from 'node:path'
import type { Authority } from '../../report/cohort/authority.ts'
import { readAuthority } from '../../report/cohort/read-authority.ts'
import { readInput } from '../load.ts'

/**
 * What the authority says of itself, from a file named on the command line; without one everything is left blank.
 * @throws InputError naming every place that is not as it must be
 */
export async function authorityFile(file: string | undefined): Promise<Authority> {
  return file === undefined ? {} : readAuthority(basename(file), await readInput(file))
}
