import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { cohortNames, readCohort, writeCohort } from './cohorts/cohort.ts'

/**
 * `node scripts/run.mjs scripts/build-cohort.ts [name…] [--output DIR]`: writes cohorts of fixtures/cohorts, all unless
 * named, as `DIR/<name>/register.csv` and `DIR/<name>/bundles`; DIR is dist/cohorts unless said.
 */
export async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { output: { type: 'string', default: 'dist/cohorts' } },
  })
  const names = positionals.length > 0 ? positionals : await cohortNames()
  for (const name of names) {
    // npm runs scripts in the project's folder and says where it was called.
    const folder = join(resolve(process.env.INIT_CWD ?? '.', values.output), name)
    const told = await readCohort(name)
    await writeCohort(told, folder)
    process.stdout.write(
      `qms-verdict prescreen ${folder}/bundles --register ${folder}/register.csv --year ${told.year} --profile ${told.profile} --as-of ${told.asOf}\n`,
    )
  }
  return 0
}
