import { dayInVietnam, utcInstant } from '../core/days.ts'
import { QmsVerdictError } from '../core/errors.ts'
import type { RefusalDocument } from '../intake/refusals/refusal.ts'
import type { Verdict } from '../verdict/verdict.ts'
import { authorityOf } from './authority-files.ts'
import { putDocument, storeVerdict } from './documents.ts'
import { putEntry, readTombstone, readUploadEntry } from './entries.ts'
import type { RefusalEntry, UploadEntry, VerdictEntry } from './entry.ts'
import { type Facts, storeFacts } from './facts.ts'
import type { Judged, Unusable } from './judging-tasks.ts'
import { parseBundleKey, refusalKey, uploadEntryKey } from './keys.ts'
import { picturesOf, readWithScans } from './scan-reading.ts'
import type { Evaluated, RuleFault, ServiceParts, ServiceTools, Upload } from './service.ts'
import { refreshLatest } from './verdicts.ts'
import { inTime } from './workers/service-workers.ts'

/** An upload with all that its key and its event tell. */
export interface Placed {
  code: string
  uploadId: string
  key: string
  versionId?: string | undefined
  on: string
  asOf: string
  lastTry?: boolean | undefined
}

/**
 * See {@link Service.evaluateUpload}. What is written, in this order: facts, verdict, page, index entry, latest copy; each
 * only if it is not there, so whoever comes again after a fault goes on where the last one stopped.
 */
export async function evaluateUpload(upload: Upload, tools: ServiceParts): Promise<Evaluated> {
  const parsed = parseBundleKey(upload.key)
  if (parsed === undefined) return { kind: 'foreign' }
  const placed = { ...upload, ...parsed, on: utcInstant(upload.on), asOf: dayInVietnam(upload.on) }
  const { code, uploadId } = placed
  const { verdicts } = tools
  const entryKey = uploadEntryKey(code, uploadId, placed)
  if ((await readTombstone(code, uploadId, verdicts)) !== undefined) return { kind: 'gone', code, uploadId }
  const known = await readUploadEntry(entryKey, verdicts)
  const made = known ? { entry: known, faults: [] } : await judgeBundle(placed, tools)
  if (made === undefined) return { kind: 'gone', code, uploadId }
  const stored = known ? 'present' : await putEntry(entryKey, made.entry, verdicts)
  await refreshLatest(code, verdicts)
  return { kind: made.entry.kind, code, stored, ...made }
}

/** Undefined when the bundle is not there any more. */
async function judgeBundle(
  placed: Placed,
  tools: ServiceParts,
): Promise<{ entry: UploadEntry; faults: RuleFault[] } | undefined> {
  const { key: bundleKey, versionId: bundleVersion } = placed
  const read = await readWithScans({ ...placed, bundleKey, bundleVersion }, tools)
  if (read === undefined) return undefined
  if ('refusal' in read) return { entry: await refuse(placed, read.refusal, tools), faults: [] }
  const { facts } = read
  const judged = await judgeStored(facts, placed, tools)
  if ('unusable' in judged) throw new QmsVerdictError('facts that were read just now cannot be used')
  const { verdict: made, faults, notices } = judged
  if (mayKeepFacts(made)) await storeFacts(facts, tools)
  const pictures = () => picturesOf(made, { bundleKey, bundleVersion }, tools)
  const { key, verdict } = await storeVerdict(made, notices, tools, undefined, pictures)
  return { entry: verdictEntryOf(entryHead(placed, key), verdict, facts), faults }
}

/** Of a bundle that is set aside no copy is made. */
export const mayKeepFacts = ({ notEvaluated }: Verdict): boolean =>
  notEvaluated.every(({ reason }) => reason !== 'quarantined')

/** Stores why a bundle is not taken in. @returns its index entry, which is not written yet */
export async function refuse(
  placed: Placed,
  refusal: RefusalDocument,
  { verdicts }: Pick<ServiceTools, 'verdicts'>,
): Promise<RefusalEntry> {
  const key = refusalKey(refusal, placed)
  await putDocument(key, refusal, verdicts)
  return { ...entryHead(placed, key), kind: 'refusal', bundleSha256: refusal.bundle.sha256, code: refusal.code }
}

const entryHead = ({ uploadId, on, key: bundleKey, versionId, asOf }: Placed, key: string) => ({
  schemaVersion: 1 as const,
  uploadId,
  uploadedOn: on,
  bundleKey,
  ...(versionId !== undefined && { bundleVersion: versionId }),
  key,
  asOf,
})

/**
 * The index entry of a verdict on an upload.
 * @param facts by which it was judged
 */
export function verdictEntryOf(
  head: EntryHead,
  { bundle, digest, status, grade, score, evidence, validUntil, provisional }: Verdict,
  { readings }: Pick<Facts, 'readings'>,
): VerdictEntry {
  const own = { status, grade, score, backed: evidence?.backed ?? null, validUntil }
  const { provisional: _, readings: __, ...rest } = head as EntryHead & Pick<VerdictEntry, 'provisional' | 'readings'>
  const scans = { ...(readings !== undefined && { readings }), ...(provisional && { provisional }) }
  return { ...rest, kind: 'verdict', bundleSha256: bundle.sha256, digest, ...own, ...scans }
}

type EntryHead = Omit<
  VerdictEntry,
  'kind' | 'bundleSha256' | 'digest' | 'status' | 'grade' | 'score' | 'backed' | 'validUntil'
>

/**
 * Judges facts, read from a bundle just now or stored, by what the authority knows where it gave anything.
 * @param asOf day of judgement, `YYYY-MM-DD`
 * @param lastTry whether rules that take too long may be left out of the verdict, since nobody will try again
 * @throws InputError when what the authority gave, or the profile, cannot be used; JudgedOverTime; StoreFault
 */
export async function judgeStored(
  facts: Facts,
  { code, asOf, lastTry = true }: { code: string; asOf: string; lastTry?: boolean | undefined },
  tools: ServiceParts,
): Promise<Judged | Unusable> {
  const authority = await authorityOf(code, tools)
  const { result, leftOut } = await inTime((how) => tools.workers.run('judge', { facts, asOf, authority, ...how }))
  if (leftOut.length > 0 && !lastTry) throw new JudgedOverTime(leftOut)
  return result
}

/** A dossier could be judged in time only without some rules: our fault, to be tried again. */
class JudgedOverTime extends QmsVerdictError {
  override name = 'JudgedOverTime'
  constructor(leftOut: readonly string[]) {
    super(`judging took too long with ${leftOut.join(', ')}`)
  }
}
