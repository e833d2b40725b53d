import { yearlyPage, yearlyWorkbook } from '../../render/province/yearly-report.ts'
import { EXIT } from '../options.ts'
import { writePaths } from '../output.ts'
import { deskInput, readPrescreen } from '../province-input.ts'
import { REPORT } from '../tables/province.ts'

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
