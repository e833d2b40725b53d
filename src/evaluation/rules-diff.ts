import { readBundle } from '../bundle/read-bundle.ts'
import { Refusal } from '../bundle/refusal.ts'
import { type RefusalDocument, refusalDocument } from '../bundle/refusal-document.ts'
import { documentReader } from '../evidence/read-documents.ts'
import type { LoadedRuleSet } from '../rules/load-rules.ts'
import type { EvaluationInput, Judge } from './evaluate-bundle.ts'
import { previewDossier } from './rules-diff/preview-dossier.ts'
import type { VerdictChange } from './rules-diff/verdict-changes.ts'

/** Two rule sets to judge by, on one day and under one profile that both have. */
export interface RulesPreview {
  old: LoadedRuleSet
  new: LoadedRuleSet
  profileId: string
  /** `YYYY-MM-DD`. */
  asOf: string
  engine: Judge['engine']
}

/** How one bundle stands under both, or why it could not be taken in. */
export type BundlePreview = { change: VerdictChange } | { refusal: RefusalDocument }

/**
 * Reads a bundle once and judges it by both rule sets.
 * @throws InputError when one of them lacks the profile; what the source of bytes throws
 */
export async function previewBundle(
  { source, ...options }: Pick<EvaluationInput, 'source' | 'limits' | 'stopwatch' | 'signal' | 'progress'>,
  preview: RulesPreview,
): Promise<BundlePreview> {
  // Both look through the same papers, so that what differs is the rules.
  const lookedFor = [...new Set([...preview.old.lookedFor, ...preview.new.lookedFor])].sort()
  try {
    const dossier = await readBundle(source, { ...options, documents: documentReader({ ...options, lookedFor }) })
    return { change: await previewDossier(dossier, preview) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { refusal: refusalDocument(error, preview) }
  }
}
