import type { Context } from 'hono'
import { planPath, reportPath, yearPath } from '../../core/paths.ts'
import type { DeskContext } from '../../render/province/context.ts'
import { DESK_PAGE_POLICY } from '../../render/province/page.ts'
import { deskContext as contextOf } from '../../service/paper-work.ts'
import { textHeaders } from '../headers.ts'
import { inSite, pageBytes, withWays } from '../layout.tsx'
import type { WayOn } from '../problems.ts'
import type { AuthorityPageCall } from '../route.ts'
import { selected, selectionOf } from './selection.ts'
import { DESK_WORDS, PLAN_WORDS } from './words.ts'
import { documentOf } from './year.ts'

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A file for the browser to save. */
export function download(context: Context, bytes: Uint8Array, type: string, name: string): Response {
  return context.body(new Uint8Array(bytes), 200, {
    'Content-Type': type,
    'Content-Disposition': `attachment; filename="${name}"`,
  })
}

/** The inspection plan as a workbook. */
export async function planFile(call: AuthorityPageCall): Promise<Response> {
  const desk = await deskContext(call)
  const bytes = await call.tools.workers.run('deskWorkbook', { paper: 'plan', ...desk })
  return download(call.context, bytes, XLSX, `ke-hoach-kiem-tra-${desk.prescreen.year}.xlsx`)
}

/** The yearly report as a workbook. */
export async function reportFile(call: AuthorityPageCall): Promise<Response> {
  const desk = await deskContext(call)
  const bytes = await call.tools.workers.run('deskWorkbook', { paper: 'report', ...desk })
  return download(call.context, bytes, XLSX, `bao-cao-${desk.prescreen.year}.xlsx`)
}

/** The agencies that an address chooses, in its order, as a workbook. */
export async function agenciesFile(call: AuthorityPageCall): Promise<Response> {
  const desk = await deskContext(call)
  const { context } = call
  const agencies = selected(
    desk.prescreen,
    selectionOf((name) => context.req.query(name)),
  )
  const chosen = { ...desk, prescreen: { ...desk.prescreen, agencies } }
  const bytes = await call.tools.workers.run('deskWorkbook', { paper: 'agencies', ...chosen })
  return download(context, bytes, XLSX, `co-quan-${desk.prescreen.year}.xlsx`)
}

/** The plan as a page of its own, to print. */
export async function planToPrint(call: AuthorityPageCall): Promise<Response> {
  const desk = await deskContext(call)
  const { year } = desk.prescreen
  return printed(call, await call.tools.workers.run('deskPage', { paper: 'plan', ...desk }), DESK_PAGE_POLICY, [
    { href: planPath(year), label: PLAN_WORDS.back },
    { href: `${planPath(year)}.xlsx`, label: PLAN_WORDS.workbook },
  ])
}

/** The yearly report as a page of its own, with its drawings. */
export async function reportToPrint(call: AuthorityPageCall): Promise<Response> {
  const desk = await deskContext(call)
  const { year } = desk.prescreen
  return printed(call, await call.tools.workers.run('deskPage', { paper: 'report', ...desk }), DESK_PAGE_POLICY, [
    { href: yearPath(year), label: DESK_WORDS.back },
    { href: `${reportPath(year)}.xlsx`, label: DESK_WORDS.reportFile },
  ])
}

/**
 * A page of its own, within the site and with ways on above it.
 * @param own what the page allows itself
 */
export async function printed(
  call: AuthorityPageCall,
  page: string,
  own: string,
  ways: readonly WayOn[],
): Promise<Response> {
  const { context, lang } = call
  const within = inSite(withWays(page, ways, context.req.path, lang), own, call)
  const policy = { 'Content-Security-Policy': `${within.policy}; frame-ancestors 'none'` }
  return context.body(await pageBytes(within.page), 200, { ...textHeaders('text/html', lang), ...policy })
}

/** What the plan and the report of a year are written from: the plan as it stands, and last year's document. */
async function deskContext(call: AuthorityPageCall): Promise<Omit<DeskContext, 'ruleSet'>> {
  const { tools, province, lang } = call
  const { signer, workers } = tools
  const by = { authority: tools.authority ?? {}, lang }
  return contextOf(province, await documentOf(call), by, { store: tools.desk, signer, workers })
}
