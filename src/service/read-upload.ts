import type { ByteSource, Stopwatch } from '../core/files.ts'
import { agencyCode } from '../core/names.ts'
import type { Dossier } from '../dossier/dossier.ts'
import type { Manifest } from '../dossier/manifest.ts'
import { Refusal, type RefusalText } from '../intake/refusals/refusal.ts'
import { type DossierOptions, type Judge, type ReadOrRefused, readDossier, readOrRefuse } from '../verdict/pipeline.ts'
import { READ_UPLOAD_TEXTS } from './words.ts'

/**
 * Reads an uploaded bundle and makes sure that it is the agency's own.
 * @throws what `source` fails with
 */
export async function readUpload(
  source: ByteSource,
  { code, asOf }: { code: string; asOf: string },
  { limits, stopwatch, judge, trust }: Omit<DossierOptions, 'ruleSet'> & { judge: Judge },
): Promise<ReadOrRefused> {
  const timed = ownTime(source, stopwatch)
  const read = async () => {
    const dossier = await readDossier(timed.source, {
      limits,
      stopwatch: timed.stopwatch,
      trust,
      ruleSet: judge.ruleSet,
    })
    requireAgency(dossier, code)
    return dossier
  }
  return readOrRefuse(read, { asOf, engine: judge.engine })
}

/** Refusals that only an upload can meet, by their published codes. */
export const UPLOAD_REFUSALS = {
  'agency-mismatch': {
    message: READ_UPLOAD_TEXTS.bundleSentInFor,
    remedy: READ_UPLOAD_TEXTS.ifWrongBundleSend,
  },
} as const satisfies Record<string, RefusalText>

/** The refusal of a manifest that is not the agency's own; undefined for its own. */
export function agencyMismatch({ agency }: Pick<Manifest, 'agency'>, code: string): Refusal | undefined {
  if (agencyCode(agency.code) === agencyCode(code)) return undefined
  const met = { entry: code, found: agency.code }
  return new Refusal('agency-mismatch', UPLOAD_REFUSALS['agency-mismatch'], met)
}

/**
 * An agency may hand in its own dossier only.
 * @param code of the agency that the upload was granted to
 * @throws Refusal `agency-mismatch` when the dossier is another's
 */
function requireAgency({ manifest, bundle }: Dossier, code: string): void {
  const mismatch = agencyMismatch(manifest, code)
  if (mismatch === undefined) return
  mismatch.sha256 = bundle.sha256
  throw mismatch
}

/**
 * The same source and a stopwatch that stands still while the source is waited for. So a bundle is refused for the time
 * that reading it takes us, never because the store was slow; that is for the store's own time limits.
 */
export function ownTime(source: ByteSource, stopwatch: Stopwatch): { source: ByteSource; stopwatch: Stopwatch } {
  let waited = 0
  async function read(offset: number, length: number): Promise<Uint8Array> {
    const start = stopwatch()
    try {
      return await source.read(offset, length)
    } finally {
      waited += stopwatch() - start
    }
  }
  return { source: { size: source.size, read }, stopwatch: () => stopwatch() - waited }
}
