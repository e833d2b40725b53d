import { dayInVietnam, utcInstant } from '../core/days.ts'
import { InputError } from '../core/errors.ts'
import type { Dossier } from '../dossier/dossier.ts'
import { type AuthorityCatalogue, readAuthorityCatalogue } from '../intake/catalogue/authority-catalogue.ts'
import { Refusal, type RefusalDocument } from '../intake/refusals/refusal.ts'
import { type Judgement, judge } from '../verdict/judge.ts'
import { underCatalogue } from '../verdict/pipeline.ts'
import type { Verdict } from '../verdict/verdict.ts'
import { putDocument, storeVerdict } from './documents.ts'
import { putEntry, readUploadEntry } from './entries.ts'
import type { RefusalEntry, UploadEntry, VerdictEntry } from './entry.ts'
import { storeFacts } from './facts.ts'
import { parseBundleKey, refusalKey, uploadEntryKey } from './keys.ts'
import { readUpload } from './read-upload.ts'
import type { Evaluated, RuleFault, ServiceTools, Upload } from './service.ts'
import { refreshLatest } from './verdicts.ts'

/** An upload with all that its key and its event tell. */
export interface Placed {
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
  const made = known ? { entry: known, faults: [] } : await judgeBundle(placed, tools)
  if (made === undefined) return { kind: 'gone', code, uploadId }
  const stored = known ? 'present' : await putEntry(entryKey, made.entry, verdicts)
  await refreshLatest(code, verdicts)
  return { kind: made.entry.kind, code, stored, ...made }
}

/** Undefined when the bundle is not there any more. */
async function judgeBundle(
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

/** The index entry of a verdict on an upload. */
export function verdictEntryOf(
  head: Omit<VerdictEntry, 'kind' | 'bundleSha256' | 'digest' | 'status' | 'grade' | 'score' | 'validUntil'>,
  { bundle, digest, status, grade, score, validUntil }: Verdict,
): VerdictEntry {
  return { ...head, kind: 'verdict', bundleSha256: bundle.sha256, digest, status, grade, score, validUntil }
}

/**
 * Judges a dossier, read from its bundle or from stored facts, under the authority's catalogue where there is one.
 * @param asOf day of judgement, `YYYY-MM-DD`
 * @throws InputError when the authority's catalogue or the profile cannot be used; StoreFault
 */
export async function judgeDossier(dossier: Dossier, asOf: string, tools: ServiceTools): Promise<Judgement> {
  const given = await loadCatalogue(tools)
  return judge({ dossier: underCatalogue(dossier, given), asOf, ...tools.judge })
}

/**
 * The authority's catalogue, where the service is set up with one.
 * @throws InputError when it is not there or cannot be used: it is ours, so no bundle may be refused for it
 */
async function loadCatalogue(
  tools: Pick<ServiceTools, 'bundles' | 'catalogueKey' | 'limits' | 'stopwatch'>,
): Promise<AuthorityCatalogue | undefined> {
  const { bundles, catalogueKey: key } = tools
  if (key === undefined) return undefined
  const bytes = await bundles.read(key)
  if (bytes === undefined) throw absent(key)
  try {
    return await readAuthorityCatalogue(bytes, key, tools)
  } catch (error) {
    if (error instanceof Refusal) throw new InputError(error.text, { cause: error })
    throw error
  }
}

function absent(key: string): InputError {
  return new InputError({
    vi: `Danh mục thủ tục hành chính của cơ quan có thẩm quyền: '${key}' không có trong kho chứa bộ hồ sơ. Đề nghị tải danh mục lên khóa đó, hoặc bỏ thiết lập này để dùng danh mục của từng cơ quan.`,
    en: `The authority's catalogue of procedures: there is no '${key}' in the store of the bundles. Upload the catalogue there, or unset the setting to use each agency's own.`,
  })
}
