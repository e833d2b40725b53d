import type { Dossier } from '../../dossier/dossier.ts'
import { judge } from '../../verdict/judge.ts'
import type { RulesPreview } from '../rules-diff.ts'
import { type VerdictChange, verdictChange } from './verdict-changes.ts'

/**
 * A dossier that was read, judged by both rule sets.
 * @throws InputError when one of them lacks the profile
 */
export async function previewDossier(
  dossier: Dossier,
  { old, new: now, profileId, asOf, engine }: RulesPreview,
): Promise<VerdictChange> {
  const [before, after] = await Promise.all([
    judge({ dossier, ruleSet: old, profileId, engine, asOf }),
    judge({ dossier, ruleSet: now, profileId, engine, asOf }),
  ])
  return verdictChange(before.verdict, after.verdict, { old: old.source, new: now.source })
}
