import type { Prescreen } from '../../cohort/prescreen.ts'
import { verdictsOf } from '../../desk/published.ts'
import type { Verdict } from '../../verdict/verdict.ts'
import { writeOutput } from '../write-output.ts'
import type { CameIn } from './folder-input.ts'

/** The verdict of each agency's bundle that counts, of all that came in. */
export function verdictsAmong(document: Prescreen, came: readonly CameIn[]): ReadonlyMap<string, Verdict> {
  const judged = came.flatMap(({ name, result }) =>
    result.kind === 'verdict' ? [[name, result.verdict] as const] : [],
  )
  return verdictsOf(document, new Map(judged))
}

/**
 * Writes verdicts as `<code>.json`: what letters are made from.
 * @throws InputError when the folder cannot be written
 */
export async function writeVerdicts(folder: string, verdicts: ReadonlyMap<string, Verdict>): Promise<void> {
  for (const [code, verdict] of verdicts)
    await writeOutput(folder, `${code}.json`, `${JSON.stringify(verdict, null, 2)}\n`)
}
