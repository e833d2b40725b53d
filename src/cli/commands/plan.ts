import { basename } from 'node:path'
import { readInput } from '../../intake/input-file.ts'
import { readPlanChanges } from '../../province/submissions.ts'
import { planPage, planWorkbook } from '../../render/province/plan.ts'
import { EXIT } from '../options.ts'
import { writePaths } from '../output.ts'
import { deskInput } from '../province-input.ts'
import { PLAN } from '../tables/province.ts'

/**
 * `qms-verdict plan <prescreen.json> --output DIR`: writes the inspection plan as `plan.xlsx` and `plan.html`; the changes
 * beside the plan give a person's reasons in words.
 * @returns the exit code
 */
export async function plan(args: string[]): Promise<number> {
  const { own, output, ...input } = await deskInput('plan', args, PLAN.options)
  const context = { ...input, personReasons: await personReasons(own.changes) }
  await writePaths(output, { 'plan.xlsx': await planWorkbook(context), 'plan.html': planPage(context) })
  return EXIT.ok
}

async function personReasons(file: string | undefined): Promise<ReadonlyMap<string, string> | undefined> {
  if (file === undefined) return undefined
  const changes = readPlanChanges(basename(file), new TextDecoder().decode(await readInput(file)))
  return new Map(changes.map(({ agency, reason }) => [agency, reason]))
}
