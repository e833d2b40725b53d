import { withPlanChanges } from '../../../cohort/plan/with-changes.ts'
import { standingChanges } from '../../../desk/plan-changes.ts'
import { readPublished } from '../../../desk/published.ts'
import type { DeskContext } from '../../../report/cohort/desk-context.ts'
import type { AuthorityPageCall } from '../../page.ts'
import { documentOf } from '../of-year.ts'
import { writtenBeside } from '../plan/standing.ts'

/** What the plan and the report of a year are written from: the plan as it stands, and last year's document. */
export async function deskContext(call: AuthorityPageCall): Promise<DeskContext> {
  const { tools, province, lang } = call
  const document = await documentOf(call)
  const standing = standingChanges(await writtenBeside(call, document))
  return {
    prescreen: { ...document, plan: withPlanChanges(document, standing) },
    ruleSet: tools.judge.ruleSet.source,
    authority: tools.authority ?? {},
    lang,
    previous: await readPublished(province, document.year - 1, tools.desk),
    personReasons: new Map(standing.map(({ agency, reason }) => [agency, reason])),
  }
}
