import { Refusal } from '../bundle/refusal.ts'
import { type RefusalDocument, refusalDocument } from '../bundle/refusal-document.ts'
import type { Block } from '../dossier/agency.ts'
import type { Dossier } from '../dossier/dossier.ts'
import type { EvaluationInput } from './evaluate-bundle.ts'
import { readDossier } from './read-dossier.ts'
import { type ScreenedDossier, screenDossier } from './screen-dossier.ts'

/** What came of one bundle: a verdict and what is kept of it, or a refusal. */
export type Screened = ScreenedDossier | { kind: 'refusal'; refusal: RefusalDocument }

/**
 * One bundle through the whole for the authority's desk, which knows better to what block an agency belongs.
 * @param blockOf the block in the authority's register by agency code; undefined where the register lacks the agency
 * @throws InputError for an unknown profile; what the source of bytes throws
 */
export async function screenBundle(
  { source, asOf, judge: by, ...options }: Omit<EvaluationInput, 'catalogue'>,
  blockOf: (code: string) => Block | undefined,
): Promise<Screened> {
  let dossier: Dossier
  try {
    dossier = await readDossier(source, { ...options, ruleSet: by.ruleSet })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { kind: 'refusal', refusal: refusalDocument(error, { asOf, engine: by.engine }) }
  }
  return screenDossier(dossier, { asOf, judge: by }, blockOf)
}
