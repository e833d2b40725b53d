import { dayInVietnam, utcInstant } from '../core/days.ts'
import { InputError } from '../core/errors.ts'
import type { Dossier } from '../dossier/dossier.ts'
import { isFileOf, type NamedFile, type PerAgency } from '../intake/catalogue/authority-catalogue.ts'
import { Refusal, type RefusalDocument } from '../intake/refusals/refusal.ts'
import { type AuthorityFiles, underAuthority } from '../verdict/authority.ts'
import { type Judgement, judge } from '../verdict/judge.ts'
import type { Verdict } from '../verdict/verdict.ts'
import { putDocument, storeVerdict } from './documents.ts'
import { putEntry, readUploadEntry } from './entries.ts'
import type { RefusalEntry, UploadEntry, VerdictEntry } from './entry.ts'
import { storeFacts } from './facts.ts'
import { parseBundleKey, RECORDS, refusalKey, uploadEntryKey } from './keys.ts'
import { readUpload } from './read-upload.ts'
import type { Evaluated, RuleFault, ServiceTools, Upload } from './service.ts'
import type { Store } from './store.ts'
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
 * Judges a dossier, read from its bundle or from stored facts, by what the authority knows where it gave anything.
 * @param asOf day of judgement, `YYYY-MM-DD`
 * @throws InputError when what the authority gave, or the profile, cannot be used; StoreFault
 */
export async function judgeDossier(dossier: Dossier, asOf: string, tools: ServiceTools): Promise<Judgement> {
  return judge({ dossier: await asAuthorityKnows(dossier, asOf, tools), asOf, ...tools.judge })
}

/**
 * A dossier by what the authority keeps in the store: its catalogue, its record.
 * @throws InputError when it cannot be used: it is ours, so no bundle may be refused for it
 */
export async function asAuthorityKnows(
  dossier: Dossier,
  asOf: string,
  tools: Pick<ServiceTools, 'bundles' | 'catalogueKey' | 'limits' | 'stopwatch'> & {
    judge: Pick<ServiceTools['judge'], 'ruleSet'>
  },
): Promise<Dossier> {
  const { limits, stopwatch, judge: by } = tools
  try {
    const given = await authorityFiles(tools)
    return await underAuthority(dossier, given, { asOf, ruleSet: by.ruleSet, read: { limits, stopwatch } })
  } catch (error) {
    if (error instanceof Refusal) throw new InputError(error.text, { cause: error })
    throw error
  }
}

/** The catalogue under its key, or one list an agency under a key that ends with `/`; records under their own prefix. */
async function authorityFiles({
  bundles,
  catalogueKey: key,
}: Pick<ServiceTools, 'bundles' | 'catalogueKey'>): Promise<AuthorityFiles> {
  const records = below(RECORDS, bundles)
  if (key === undefined) return { records }
  if (key.endsWith('/')) return { catalogue: below(key, bundles), records }
  const bytes = await bundles.read(key)
  if (bytes === undefined) throw absent(key)
  return { catalogue: { name: key, bytes }, records }
}

/** The objects below a prefix that are an agency's by their names. */
function below(prefix: string, store: Pick<Store, 'list' | 'read'>): PerAgency {
  return {
    async of(code) {
      const files: NamedFile[] = []
      for await (const { key } of store.list(`${prefix}${code}`)) {
        const name = key.slice(prefix.length)
        const bytes = isFileOf(name, code) ? await store.read(key) : undefined
        if (bytes !== undefined) files.push({ name, bytes })
      }
      return files
    },
  }
}

function absent(key: string): InputError {
  return new InputError({
    vi: `Danh mục thủ tục hành chính của cơ quan có thẩm quyền: '${key}' không có trong kho chứa bộ hồ sơ. Đề nghị tải danh mục lên khóa đó, hoặc bỏ thiết lập này để dùng danh mục của từng cơ quan.`,
    en: `The authority's catalogue of procedures: there is no '${key}' in the store of the bundles. Upload the catalogue there, or unset the setting to use each agency's own.`,
  })
}
