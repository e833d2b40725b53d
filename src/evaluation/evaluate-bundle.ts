import type { Stopwatch } from '../base/bytes.ts'
import { type AuthorityCatalogue, readAuthorityCatalogue } from '../bundle/authority-catalogue.ts'
import type { ReadLimits, ReadOptions } from '../bundle/container.ts'
import type { BundleSource } from '../bundle/read-bundle.ts'
import { Refusal } from '../bundle/refusal.ts'
import { type RefusalDocument, refusalDocument } from '../bundle/refusal-document.ts'
import type { Dossier, Notice } from '../dossier/dossier.ts'
import type { TrustList } from '../evidence/signature/trust-list.ts'
import type { Exceptions } from '../rules/exceptions.ts'
import type { LoadedRuleSet } from '../rules/load-rules.ts'
import { type Judgement, judge } from '../verdict/judge.ts'
import type { Verdict } from '../verdict/verdict.ts'
import { type DossierOptions, readDossier } from './read-dossier.ts'

/** What judges: a rule set, a profile in it, and the engine's own name and version. */
export interface Judge {
  ruleSet: LoadedRuleSet
  profileId: string
  engine: { name: string; version: string }
  exceptions?: Exceptions | undefined
}

/** One bundle to judge, on a day, under limits. */
export interface EvaluationInput {
  source: BundleSource
  /** The authority's catalogue, given beside the bundle; it replaces the agency's. */
  catalogue?: { bytes: Uint8Array; name: string } | undefined
  /** `YYYY-MM-DD`, a day in Asia/Ho_Chi_Minh. */
  asOf: string
  judge: Judge
  limits: ReadLimits
  stopwatch: Stopwatch
  signal?: AbortSignal
  progress?: ReadOptions['progress']
  /** Whom signatures in documents are judged by; nobody unless given. */
  trust?: TrustList | undefined
}

/** A scored verdict with what the reader mended or ignored, or a refusal. Both are documents to store. */
export type Evaluation =
  | { kind: 'verdict'; document: Verdict; notices: readonly Notice[]; faults: Judgement['faults'] }
  | { kind: 'refusal'; document: RefusalDocument }

/**
 * One bundle through the whole: read safely, judged, written up. The same for the command line and the Lambda.
 *
 * @throws InputError for an unknown profile; what the source of bytes throws (a fault of the store)
 */
export async function evaluateBundle(input: EvaluationInput): Promise<Evaluation> {
  const { judge: by, asOf } = input
  let dossier: Dossier
  try {
    dossier = await dossierOf(input)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { kind: 'refusal', document: refusalDocument(error, { asOf, engine: by.engine }) }
  }
  const { verdict, faults } = await judge({ dossier, asOf, ...by })
  return { kind: 'verdict', document: verdict, notices: dossier.notices, faults }
}

async function dossierOf(input: EvaluationInput) {
  const { source, catalogue, limits, stopwatch, signal, progress, trust, judge: by } = input
  const options: DossierOptions = {
    limits,
    stopwatch,
    ...(signal && { signal }),
    ...(progress && { progress }),
    trust,
    ruleSet: by.ruleSet,
  }
  const given = catalogue && (await readAuthorityCatalogue(catalogue.bytes, catalogue.name, options))
  return underCatalogue(await readDossier(source, options), given)
}

/** A dossier with the authority's catalogue, where one is given, instead of the agency's. */
export function underCatalogue(dossier: Dossier, given: AuthorityCatalogue | undefined): Dossier {
  if (given === undefined) return dossier
  const { notices, ...inUse } = given
  return { ...dossier, catalogue: inUse, notices: [...dossier.notices, ...notices] }
}
