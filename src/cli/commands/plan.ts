import { basename } from 'node:path'
import { readInput } from '../../intake/input-file.ts'
import { readPlanChanges } from '../../province/submissions.ts'
import { planPage, planWorkbook } from '../../render/province/plan.ts'
import { yearlyPage, yearlyWorkbook } from '../../render/province/yearly-report.ts'
import { EXIT } from '../options.ts'
import { writePaths } from '../output.ts'
import { deskInput, readPrescreen } from '../province-input.ts'
import { PLAN, REPORT } from '../tables/province.ts'

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

/**
 * `qms-verdict report <prescreen.json> --output DIR`: writes the yearly report as `report.xlsx` and `report.html`; last
 * year's document gives scores to draw against.
 * @returns the exit code
 */
export async function report(args: string[]): Promise<number> {
  const { own, output, ...input } = await deskInput('report', args, REPORT.options)
  const before = own.previous === undefined ? undefined : await readPrescreen(own.previous, input.trust)
  const context = { ...input, previous: before?.document, unsignedPrevious: before?.unsigned }
  await writePaths(output, { 'report.xlsx': await yearlyWorkbook(context), 'report.html': yearlyPage(context) })
  return EXIT.ok
}
