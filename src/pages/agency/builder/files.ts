import { Refusal } from '../../../bundle/refusal.ts'
import { writeWorkbook } from '../../../workbook/write-workbook.ts'
import type { AgencyPageCall } from '../../page.ts'
import { PageProblem } from '../../problems/page-problem.ts'
import { readManifest, XLSX_TYPE } from './read-manifest.ts'

/** The empty workbook, to be filled in with Excel. */
export async function emptyWorkbook({ context }: AgencyPageCall): Promise<Response> {
  return workbookAnswer(context, await writeWorkbook())
}

/**
 * A manifest in JSON as the workbook `ho-so.xlsx`.
 * @throws PageProblem when the manifest cannot be used
 */
export async function filledWorkbook({ context }: AgencyPageCall): Promise<Response> {
  const bytes = new Uint8Array(await context.req.arrayBuffer())
  const { manifest } = await readManifest(bytes, 'application/json').catch(unusable)
  return workbookAnswer(context, await writeWorkbook(manifest))
}

/**
 * What a workbook says, as JSON: for the builder to open one.
 * @throws PageProblem when it cannot be used
 */
export async function openedManifest({ context }: AgencyPageCall): Promise<Response> {
  const bytes = new Uint8Array(await context.req.arrayBuffer())
  const { manifest } = await readManifest(bytes, XLSX_TYPE).catch(unusable)
  return context.json(manifest)
}

function unusable(error: unknown): never {
  if (!(error instanceof Refusal)) throw error
  const title = { vi: 'Bảng kê chưa dùng được', en: 'The manifest cannot be used yet' }
  throw new PageProblem(422, { title, detail: error.text }, { cause: error })
}

function workbookAnswer(context: AgencyPageCall['context'], bytes: Uint8Array): Response {
  return context.body(new Uint8Array(bytes), 200, {
    'Content-Type': XLSX_TYPE,
    'Content-Disposition': 'attachment; filename="ho-so.xlsx"',
  })
}
