import { isOfProvince } from '../../../auth/codes.ts'
import { InputError } from '../../../base/errors.ts'
import { previewDossier } from '../../../evaluation/rules-diff/preview-dossier.ts'
import type { VerdictChange } from '../../../evaluation/rules-diff/verdict-changes.ts'
import type { RulesPreview } from '../../../evaluation/rules-diff.ts'
import { StoreFault } from '../../../store/store-fault.ts'
import type { AuthorityPageCall } from '../../page.ts'

/** What a rule change does to the agencies of a province. */
export interface PopulationPreview {
  judged: number
  /** Agencies of which status, grade or score changes. */
  changed: VerdictChange[]
  /** Codes of agencies whose dossier is not there any more. */
  unread: string[]
}

/** Judges the last accepted dossier of every agency of the province by both rule sets, one after the other. */
export async function previewPopulation(
  { context, tools, province }: AuthorityPageCall,
  preview: RulesPreview,
): Promise<PopulationPreview> {
  const found: PopulationPreview = { judged: 0, changed: [], unread: [] }
  for await (const code of tools.service.listAgencies()) {
    if (!isOfProvince(code, province)) continue
    try {
      const accepted = await tools.service.acceptedDossier(code, preview.asOf)
      if (accepted === undefined) continue
      const change = await previewDossier(accepted.dossier, preview)
      found.judged++
      if (change.changes.length > 0) found.changed.push(change)
    } catch (error) {
      // Facts of an earlier release or another list, and no right to the bundle: told until the agency is judged again.
      if (error instanceof StoreFault)
        tools.onFault(error, {
          requestId: context.get('requestId'),
          method: context.req.method,
          path: context.req.path,
        })
      else if (!(error instanceof InputError)) throw error
      found.unread.push(code)
    }
  }
  return found
}
