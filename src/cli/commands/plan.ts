import { basename } from 'node:path'
import { readPlanChanges } from '../../cohort/plan/changes.ts'
import { planPage, planWorkbook } from '../../report/cohort/plan/plan.ts'
import { deskInput } from '../desk/desk-input.ts'
import { writePaths } from '../desk/write-paths.ts'
import { EXIT } from '../exit.ts'
import { readInput } from '../load.ts'

/**
 * `qms-verdict plan <prescreen.json> --output DIR`: writes the inspection plan as `plan.xlsx` and `plan.html`; the changes
 * beside the plan give a person's reasons in words.
 * @returns the exit code
 */
export async function plan(args: string[]): Promise<number> {
  const { own, output, ...input } = await deskInput('plan', args, ['changes'])
  const context = { ...input, personReasons: await personReasons(own.changes) }
  await writePaths(output, { 'plan.xlsx': await planWorkbook(context), 'plan.html': planPage(context) })
  return EXIT.ok
}

async function personReasons(file: string | undefined): Promise<ReadonlyMap<string, string> | undefined> {
  if (file === undefined) return undefined
  const changes = readPlanChanges(basename(file), new TextDecoder().decode(await readInput(file)))
  return new Map(changes.map(({ agency, reason }) => [agency, reason]))
}
