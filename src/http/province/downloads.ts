import type { Context } from 'hono'
import { planPath, reportPath, yearPath } from '../../core/paths.ts'
import { withPlanChanges } from '../../province/inspection-plan.ts'
import type { DeskContext } from '../../render/province/context.ts'
import { DESK_PAGE_POLICY } from '../../render/province/page.ts'
import { standingChanges } from '../../service/plan-changes.ts'
import { readShown } from '../../service/published.ts'
import { textHeaders } from '../headers.ts'
import { inSite, pageBytes, withWays } from '../layout.tsx'
import type { WayOn } from '../problems.ts'
import type { AuthorityPageCall } from '../route.ts'
import { DESK_WORDS, PLAN_WORDS } from './words.ts'
import { documentOf, writtenBeside } from './year.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

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

/** The plan as a page of its own, to print. */
export async function planToPrint(call: AuthorityPageCall): Promise<Response> {
  const desk = await deskContext(call)
  const { year } = desk.prescreen
  return printed(call, await call.tools.workers.run('deskPage', { paper: 'plan', ...desk }), [
    { href: planPath(year), label: PLAN_WORDS.back },
    { href: `${planPath(year)}.xlsx`, label: PLAN_WORDS.workbook },
  ])
}

/** The yearly report as a page of its own, with its drawings. */
export async function reportToPrint(call: AuthorityPageCall): Promise<Response> {
  const desk = await deskContext(call)
  const { year } = desk.prescreen
  return printed(call, await call.tools.workers.run('deskPage', { paper: 'report', ...desk }), [
    { href: yearPath(year), label: DESK_WORDS.back },
    { href: `${reportPath(year)}.xlsx`, label: DESK_WORDS.reportFile },
  ])
}

async function printed(call: AuthorityPageCall, page: string, ways: readonly WayOn[]): Promise<Response> {
  const { context, lang } = call
  const within = inSite(withWays(page, ways, context.req.path, lang), DESK_PAGE_POLICY, call)
  const policy = { 'Content-Security-Policy': `${within.policy}; frame-ancestors 'none'` }
  return context.body(await pageBytes(within.page), 200, { ...textHeaders('text/html', lang), ...policy })
}

/** What the plan and the report of a year are written from: the plan as it stands, and last year's document. */
async function deskContext(call: AuthorityPageCall): Promise<Omit<DeskContext, 'ruleSet'>> {
  const { tools, province, lang } = call
  const document = await documentOf(call)
  const standing = standingChanges(await writtenBeside(call, document))
  return {
    prescreen: { ...document, plan: withPlanChanges(document, standing) },
    authority: tools.authority ?? {},
    lang,
    previous: (await readShown({ province, year: document.year - 1 }, tools.desk, tools.signer, tools.workers))
      ?.document,
    personReasons: new Map(standing.map(({ agency, reason }) => [agency, reason])),
  }
}
