import { agencyCode } from '../core/names.ts'
import type { Block } from '../dossier/agency.ts'
import type { Dossier } from '../dossier/dossier.ts'
import type { RefusalDocument } from '../intake/refusals/refusal.ts'
import { judgingProfile } from '../rules/rule-set.ts'
import { findProfile, type JudgeInput, type Judgement, judge } from '../verdict/judge.ts'
import { type EvaluationInput, readDossier, readOrRefuse } from '../verdict/pipeline.ts'
import type { Verdict } from '../verdict/verdict.ts'
import { type Screening, screeningOf } from './screening.ts'

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
  const read = await readOrRefuse(() => readDossier(source, { ...options, ruleSet: by.ruleSet }), {
    asOf,
    engine: by.engine,
  })
  if ('refusal' in read) return { kind: 'refusal', refusal: read.refusal }
  return screenDossier(read.dossier, { asOf, judge: by }, blockOf)
}

/** What came of a dossier at the authority's desk. */
export interface ScreenedDossier {
  kind: 'verdict'
  screening: Screening
  verdict: Verdict
  faults: Judgement['faults']
  /** The block its manifest says. */
  saidBlock: Block
}

/**
 * A dossier that was read, judged for the authority's desk, which knows better to what block an agency belongs.
 * @param blockOf the block in the authority's register by agency code; undefined where the register lacks the agency
 * @throws InputError for an unknown profile
 */
export async function screenDossier(
  dossier: Dossier,
  {
    asOf,
    judge: by,
    leftOut,
    entering,
  }: Pick<EvaluationInput, 'asOf' | 'judge'> & Pick<JudgeInput, 'leftOut' | 'entering'>,
  blockOf: (code: string) => Block | undefined,
): Promise<ScreenedDossier> {
  const saidBlock = dossier.manifest.agency.block
  const known = inBlock(dossier, blockOf(agencyCode(dossier.manifest.agency.code)) ?? saidBlock)
  const { verdict, faults } = await judge({ dossier: known, asOf, ...by, leftOut, entering })
  const profile = judgingProfile(findProfile(by.ruleSet, by.profileId), by.ruleSet.source)
  const screening = screeningOf(known, verdict, { ruleSet: by.ruleSet.source, profile })
  return { kind: 'verdict', screening, verdict, faults, saidBlock }
}

function inBlock(dossier: Dossier, block: Block): Dossier {
  const { manifest } = dossier
  return block === manifest.agency.block
    ? dossier
    : { ...dossier, manifest: { ...manifest, agency: { ...manifest.agency, block } } }
}
