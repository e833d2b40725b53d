import { dayInVietnam } from '../edge/day-in-vietnam.ts'
import { utcInstant } from '../edge/utc-instant.ts'
import type { Verdict } from '../verdict/verdict.ts'
import { putDocument, storeVerdict } from './documents.ts'
import { putEntry, readUploadEntry } from './entries.ts'
import type { RefusalEntry, UploadEntry, VerdictEntry } from './entry.ts'
import { storeFacts } from './facts.ts'
import { judgeDossier } from './judge-dossier.ts'
import { parseBundleKey, refusalKey, uploadEntryKey } from './keys.ts'
import type { ServiceTools } from './ports.ts'
import { type ReadUpload, readUpload } from './read-upload.ts'
import type { Evaluated, RuleFault, Upload } from './service.ts'
import { refreshLatest } from './verdicts.ts'

/** An upload with all that its key and its event tell. */
interface Placed {
  code: string
  uploadId: string
  key: string
  versionId?: string | undefined
  on: string
  asOf: string
}

/**
 * See {@link Service.evaluateUpload}. What is written, in this order: facts, verdict, page, index entry, latest copy; each
 * only if it is not there, so whoever comes again after a fault goes on where the last one stopped.
 */
export async function evaluateUpload(upload: Upload, tools: ServiceTools): Promise<Evaluated> {
  const parsed = parseBundleKey(upload.key)
  if (parsed === undefined) return { kind: 'foreign' }
  const placed = { ...upload, ...parsed, on: utcInstant(upload.on), asOf: dayInVietnam(upload.on) }
  const { code, uploadId } = placed
  const { verdicts } = tools
  const entryKey = uploadEntryKey(code, uploadId, placed)
  const known = await readUploadEntry(entryKey, verdicts)
  const made = known ? { entry: known, faults: [] } : await judgeUpload(placed, tools)
  if (made === undefined) return { kind: 'gone', code, uploadId }
  const stored = known ? 'present' : await putEntry(entryKey, made.entry, verdicts)
  await refreshLatest(code, verdicts)
  return { kind: made.entry.kind, code, stored, ...made }
}

/** Undefined when the bundle is not there any more. */
async function judgeUpload(
  placed: Placed,
  tools: ServiceTools,
): Promise<{ entry: UploadEntry; faults: RuleFault[] } | undefined> {
  const source = await tools.bundles.source(placed.key, placed.versionId === undefined ? {} : placed)
  if (source === undefined) return undefined
  const read = await readUpload(source, placed, tools)
  if ('refusal' in read) return { entry: await refuse(placed, read.refusal, tools), faults: [] }
  const { dossier } = read
  const { verdict: made, faults } = await judgeDossier(dossier, placed.asOf, tools)
  if (mayKeepFacts(made)) await storeFacts(dossier, tools)
  const { key, verdict } = await storeVerdict(made, dossier.notices, tools)
  return { entry: verdictEntryOf(entryHead(placed, key), verdict), faults }
}

/** Of a bundle that is set aside no copy is made. */
export const mayKeepFacts = ({ notEvaluated }: Verdict): boolean =>
  notEvaluated.every(({ reason }) => reason !== 'quarantined')

async function refuse(
  placed: Placed,
  refusal: Extract<ReadUpload, { refusal: unknown }>['refusal'],
  { verdicts }: ServiceTools,
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

/** The index entry of a verdict on an upload. */
export function verdictEntryOf(
  head: Omit<VerdictEntry, 'kind' | 'bundleSha256' | 'digest' | 'status' | 'grade' | 'score' | 'validUntil'>,
  { bundle, digest, status, grade, score, validUntil }: Verdict,
): VerdictEntry {
  return { ...head, kind: 'verdict', bundleSha256: bundle.sha256, digest, status, grade, score, validUntil }
}
