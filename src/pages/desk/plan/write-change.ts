import * as z from 'zod'
import { isPlanFull, type WrittenChange, writePlanChange } from '../../../desk/plan-changes.ts'
import type { AuthorityPageCall } from '../../page.ts'
import { PageProblem } from '../../problems/page-problem.ts'
import { documentOf } from '../of-year.ts'
import { planPath } from '../paths.ts'
import { PLAN_WORDS as WORDS } from './words.ts'

const text = (longest: number) => z.string().trim().min(1).max(longest)
const common = { agency: z.string(), reason: text(500), by: text(120) }
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

/** The form of a change as a browser sends it. */
const form = z.discriminatedUnion('change', [
  z.object({ change: z.literal('add'), ...common, month }),
  z.object({ change: z.literal('move'), ...common, month }),
  z.object({ change: z.literal('drop'), ...common }),
  z.object({ change: z.literal('undo'), ...common }),
])

/**
 * Writes what a person decided of an agency beside the plan, with their reason, and shows the plan again.
 * @throws PageProblem when a part is missing; nothing is written then
 */
export async function writeChange(call: AuthorityPageCall): Promise<Response> {
  const { context, tools, province } = call
  const { plan, year } = await documentOf(call)
  const parsed = form.safeParse(await context.req.parseBody())
  const listed = [...plan.onSite, ...plan.dossier].some(({ code }) => code === parsed.data?.agency)
  const path = planPath(year)
  if (!parsed.success || !listed)
    throw new PageProblem(422, {
      title: WORDS.bad,
      detail: WORDS.badText,
      ways: [{ href: path, label: WORDS.back }],
    })
  if (await isPlanFull(province, year, tools.desk))
    throw new PageProblem(422, {
      title: WORDS.bad,
      detail: WORDS.full,
      ways: [{ href: path, label: WORDS.back }],
    })
  const change: WrittenChange = parsed.data
  await writePlanChange({ province, year }, { on: tools.clock().toISOString(), change }, tools.random(), tools.desk)
  return context.redirect(`${path}#written`, 303)
}
