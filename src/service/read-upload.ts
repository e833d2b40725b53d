import type { ByteSource } from '../base/bytes.ts'
import { Refusal } from '../bundle/refusal.ts'
import { type RefusalDocument, refusalDocument } from '../bundle/refusal-document.ts'
import type { Dossier } from '../dossier/dossier.ts'
import { readDossier } from '../evaluation/read-dossier.ts'
import { requireAgency } from './agency-mismatch.ts'
import { ownTime } from './own-time.ts'
import type { ServiceTools } from './ports.ts'

/** A bundle that was read, or the refusal of it. */
export type ReadUpload = { dossier: Dossier } | { refusal: RefusalDocument }

/**
 * Reads an uploaded bundle and makes sure that it is the agency's own.
 * @throws what `source` fails with
 */
export async function readUpload(
  source: ByteSource,
  { code, asOf }: { code: string; asOf: string },
  { limits, stopwatch, judge, trust }: Pick<ServiceTools, 'limits' | 'stopwatch' | 'judge' | 'trust'>,
): Promise<ReadUpload> {
  const timed = ownTime(source, stopwatch)
  try {
    const dossier = await readDossier(timed.source, {
      limits,
      stopwatch: timed.stopwatch,
      trust,
      ruleSet: judge.ruleSet,
    })
    requireAgency(dossier, code)
    return { dossier }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { refusal: refusalDocument(error, { asOf, engine: judge.engine }) }
  }
}
