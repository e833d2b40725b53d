import { agencyCode } from '../base/names.ts'
import { readBundle } from '../bundle/read-bundle.ts'
import { Refusal } from '../bundle/refusal.ts'
import { type RefusalDocument, refusalDocument } from '../bundle/refusal-document.ts'
import type { Block } from '../dossier/agency.ts'
import type { Dossier } from '../dossier/dossier.ts'
import { datedProfile } from '../rules/dated-profile.ts'
import { findProfile } from '../verdict/find-profile.ts'
import type { Judgement } from '../verdict/judge.ts'
import { judge } from '../verdict/judge.ts'
import { type Screening, screeningOf } from '../verdict/screening.ts'
import type { Verdict } from '../verdict/verdict.ts'
import type { EvaluationInput } from './evaluate-bundle.ts'

/** What came of one bundle: a verdict and what is kept of it, or a refusal. */
export type Screened =
  | { kind: 'verdict'; screening: Screening; verdict: Verdict; faults: Judgement['faults']; saidBlock: Block }
  | { kind: 'refusal'; refusal: RefusalDocument }

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
    dossier = await readBundle(source, options)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { kind: 'refusal', refusal: refusalDocument(error, { asOf, engine: by.engine }) }
  }
  const saidBlock = dossier.manifest.agency.block
  const known = inBlock(dossier, blockOf(agencyCode(dossier.manifest.agency.code)) ?? saidBlock)
  const { verdict, faults } = await judge({ dossier: known, asOf, ...by })
  const profile = datedProfile(findProfile(by.ruleSet, by.profileId))
  const screening = screeningOf(known, verdict, { ruleSet: by.ruleSet.source, profile })
  return { kind: 'verdict', screening, verdict, faults, saidBlock }
}

function inBlock(dossier: Dossier, block: Block): Dossier {
  const { manifest } = dossier
  return block === manifest.agency.block
    ? dossier
    : { ...dossier, manifest: { ...manifest, agency: { ...manifest.agency, block } } }
}
