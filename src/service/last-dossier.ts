import { InputError, QmsVerdictError, withValues } from '../core/errors.ts'
import type { Manifest } from '../dossier/manifest.ts'
import { type AgencyIndex, acceptedUploads, agencyIndex } from './entries.ts'
import type { VerdictEntry } from './entry.ts'
import { type Facts, readFacts, unpackFacts } from './facts.ts'
import type { Unusable } from './judging-tasks.ts'
import { readWithScans } from './scan-reading.ts'
import type { ServiceParts } from './service.ts'
import { LAST_DOSSIER_TEXTS } from './words.ts'

/**
 * Uses the facts of the last bundle of an agency accepted by a day, where one ever was.
 * @throws InputError when neither the facts nor the bundle are there any more
 */
export async function onLastAccepted<T extends object>(
  code: string,
  asOf: string,
  tools: ServiceParts,
  use: (facts: Facts) => Promise<T | Unusable>,
): Promise<{ upload: VerdictEntry; result: T } | undefined> {
  const upload = await lastAccepted(await agencyIndex(code, tools.verdicts), asOf)
  return upload && { upload, result: (await onAccepted(code, upload, tools, use)).result }
}

/** What the last bundle of an agency accepted by a day states. @throws as {@link onLastAccepted} */
export async function acceptedManifest(code: string, asOf: string, tools: ServiceParts): Promise<Manifest | undefined> {
  const found = await onLastAccepted(code, asOf, tools, async ({ bytes, sha256 }) => {
    const dossier = await unpackFacts(bytes, sha256)
    return dossier ? { manifest: dossier.manifest } : { unusable: true as const }
  })
  return found?.result.manifest
}

/**
 * The last bundle of an agency accepted by a day; where there was none by then, the last of all.
 * @param asOf `YYYY-MM-DD`
 */
export async function lastAccepted(index: AgencyIndex, asOf: string): Promise<VerdictEntry | undefined> {
  let last: VerdictEntry | undefined
  for await (const upload of acceptedUploads(index)) {
    if (upload.asOf <= asOf) return upload
    last ??= upload
  }
  return last
}

/**
 * Uses the facts of an accepted bundle as they were stored; where they are gone or cannot be used (damaged, or the rules
 * look for other words in papers since), as they are read from the bundle again.
 * @returns what came of it, and the facts if they were read `anew`
 * @throws InputError when neither is there any more
 */
export async function onAccepted<T extends object>(
  code: string,
  upload: VerdictEntry,
  tools: ServiceParts,
  use: (facts: Facts) => Promise<T | Unusable>,
): Promise<{ result: T; anew?: Facts }> {
  const stored = await readFacts(upload, tools)
  const result = stored && (await use(stored))
  if (result !== undefined && !('unusable' in result)) return { result }
  const anew = await readAgain(code, upload, tools)
  const again = await use(anew)
  if ('unusable' in again) throw new QmsVerdictError('facts that were read just now cannot be used')
  return { result: again, anew }
}

async function readAgain(code: string, upload: VerdictEntry, tools: ServiceParts): Promise<Facts> {
  const { bundleKey: key } = upload
  const read = await readWithScans({ ...upload, code }, tools)
  // They are looked for where the entry says, whatever was read of the scans meanwhile.
  if (read && 'facts' in read && read.facts.sha256 === upload.bundleSha256)
    return { ...read.facts, readings: upload.readings, provisional: upload.provisional }
  throw new InputError(withValues(LAST_DOSSIER_TEXTS.agencyCannotJudgedAgain, { code, uploadId: upload.uploadId, key }))
}
