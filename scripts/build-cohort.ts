import { execFile } from 'node:child_process'
import { join, resolve } from 'node:path'
import { parseArgs, promisify } from 'node:util'
import { prescreen } from '../src/province/prescreen.ts'
import { vocabulary } from '../src/rules/facts/vocabulary.ts'
import { loadRules } from '../src/rules/load.ts'
import type { Vocabulary } from '../src/rules/vocabulary.ts'
import { cohortNames, readCohort, writeCohort } from './cohorts/cohort.ts'
import { figuresText } from './cohorts/figures.ts'

/** Enough for a pre-screening of a thousand agencies as JSON. */
const MOST_BYTES = 64 * 1024 * 1024

/**
 * `node scripts/run.mjs scripts/build-cohort.ts [name…] [--output DIR] [--no-figures]`: writes cohorts of fixtures/cohorts,
 * all unless named, as `DIR/<name>/register.csv` and `DIR/<name>/bundles`; DIR is dist/cohorts unless said. Then it
 * pre-screens each by the built program and prints its figures beside the published ones.
 */
export async function main(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { output: { type: 'string', default: 'dist/cohorts' }, 'no-figures': { type: 'boolean', default: false } },
  })
  const { loaded } = await loadRules('rules', vocabulary as Vocabulary<unknown>)
  const names = positionals.length > 0 ? positionals : await cohortNames()
  for (const name of names) {
    // npm runs scripts in the project's folder and says where it was called.
    const folder = join(resolve(process.env.INIT_CWD ?? '.', values.output), name)
    const told = await readCohort(name)
    await writeCohort(told, folder)
    const command = ['prescreen', `${folder}/bundles`, '--register', `${folder}/register.csv`]
    const asked = [...command, '--year', String(told.year), '--profile', told.profile, '--as-of', told.asOf]
    process.stdout.write(`qms-verdict ${asked.join(' ')}\n`)
    if (values['no-figures']) continue
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['dist/qms-verdict.mjs', ...asked, '--format', 'json'],
      { maxBuffer: MOST_BYTES },
    )
    process.stdout.write(`${figuresText(name, told, prescreen.parse(JSON.parse(stdout)), loaded.source)}\n`)
  }
  return 0
}
