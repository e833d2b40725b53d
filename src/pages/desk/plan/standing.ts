import { withPlanChanges } from '../../../cohort/plan/with-changes.ts'
import type { Prescreen } from '../../../cohort/prescreen.ts'
import { type DatedChange, readPlanChanges, standingChanges } from '../../../desk/plan-changes.ts'
import type { AuthorityPageCall } from '../../page.ts'

/** Everything inspectors wrote beside the plan of a document's year. */
export function writtenBeside({ tools, province }: AuthorityPageCall, { year }: Prescreen): Promise<DatedChange[]> {
  return readPlanChanges(province, year, tools.desk)
}

/** A document with the plan as it stands now: as it was drawn up, and what inspectors wrote since. */
export async function standingDocument(call: AuthorityPageCall, document: Prescreen): Promise<Prescreen> {
  const changes = standingChanges(await writtenBeside(call, document))
  return { ...document, plan: withPlanChanges(document, changes) }
}
