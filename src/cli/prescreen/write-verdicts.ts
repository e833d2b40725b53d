import type { Prescreen } from '../../cohort/prescreen.ts'
import { writeOutput } from '../write-output.ts'
import type { CameIn } from './folder-input.ts'

/**
 * Writes the verdict of each agency's bundle that counts as `<code>.json`: what letters are made from.
 * @throws InputError when the folder cannot be written
 */
export async function writeVerdicts(folder: string, { agencies }: Prescreen, came: readonly CameIn[]): Promise<void> {
  const byName = new Map(came.map(({ name, result }) => [name, result]))
  for (const { code, bundle } of agencies) {
    const result = bundle === null ? undefined : byName.get(bundle.name)
    if (result?.kind === 'verdict')
      await writeOutput(folder, `${code}.json`, `${JSON.stringify(result.verdict, null, 2)}\n`)
  }
}
