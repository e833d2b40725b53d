import type { Prescreen } from '../../cohort/prescreen.ts'
import type { Verdict } from '../../verdict/verdict.ts'
import { writeOutput } from '../write-output.ts'
import type { CameIn } from './folder-input.ts'

/** The verdict of each agency's bundle that counts, by the agency's code. */
export function verdictsOf({ agencies }: Prescreen, came: readonly CameIn[]): ReadonlyMap<string, Verdict> {
  const byName = new Map(came.map(({ name, result }) => [name, result]))
  return new Map(
    agencies.flatMap(({ code, bundle }) => {
      const result = bundle === null ? undefined : byName.get(bundle.name)
      return result?.kind === 'verdict' ? [[code, result.verdict] as const] : []
    }),
  )
}

/**
 * Writes verdicts as `<code>.json`: what letters are made from.
 * @throws InputError when the folder cannot be written
 */
export async function writeVerdicts(folder: string, verdicts: ReadonlyMap<string, Verdict>): Promise<void> {
  for (const [code, verdict] of verdicts)
    await writeOutput(folder, `${code}.json`, `${JSON.stringify(verdict, null, 2)}\n`)
}
