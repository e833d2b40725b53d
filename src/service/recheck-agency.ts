import { InputError } from '../base/errors.ts'
import type { Dossier } from '../dossier/dossier.ts'
import { type AgencyIndex, agencyIndex } from './agency-index.ts'
import { changesBetween } from './changes-between.ts'
import { readVerdictDocument, storeVerdict } from './documents.ts'
import { acceptedUploads, putEntry, readRecheckEntry, rechecksOf } from './entries.ts'
import type { RecheckEntry, VerdictEntry } from './entry.ts'
import { mayKeepFacts, verdictEntryOf } from './evaluate-upload.ts'
import { readFacts, restoreFacts } from './facts.ts'
import { judgeDossier } from './judge-dossier.ts'
import { recheckEntryKey } from './keys.ts'
import type { ServiceTools } from './ports.ts'
import { readUpload } from './read-upload.ts'
import type { Rechecked, RecheckRun, RuleFault } from './service.ts'
import { listed, refreshLatest } from './verdicts.ts'

/** See {@link Service.recheckAgency}. */
export async function recheckAgency(code: string, run: RecheckRun, tools: ServiceTools): Promise<Rechecked> {
  const { verdicts } = tools
  const key = recheckEntryKey(code, run.year)
  const known = await readRecheckEntry(key, verdicts)
  const made = known ? { entry: known, faults: [] } : await judgeAgain(code, run, tools)
  if (made === undefined) return { kind: 'none', code }
  const stored = known ? 'present' : await putEntry(key, made.entry, verdicts)
  await refreshLatest(code, verdicts)
  return { kind: 'verdict', code, stored, ...made }
}

async function judgeAgain(
  code: string,
  run: RecheckRun,
  tools: ServiceTools,
): Promise<{ entry: RecheckEntry; faults: RuleFault[] } | undefined> {
  const { verdicts } = tools
  const index = await agencyIndex(code, verdicts)
  const upload = await lastAccepted(index, run, tools)
  if (upload === undefined) return undefined
  const facts = await readFacts(upload.bundleSha256, verdicts)
  const dossier = facts ?? (await readAgain(code, upload, tools))
  const { verdict: made, faults } = await judgeDossier(dossier, run.asOf, tools)
  if (facts === undefined && mayKeepFacts(made)) await restoreFacts(dossier, verdicts)
  const { key, verdict } = await storeVerdict(made, dossier.notices, tools)
  const since = await lastBefore(upload, index, run, tools)
  const changes = changesBetween(await readVerdictDocument(since.key, verdicts), verdict)
  const entry = verdictEntryOf({ ...upload, key, asOf: run.asOf }, verdict)
  return { entry: { ...entry, year: run.year, since: listed(since).id, changes }, faults }
}

/** The last bundle uploaded by the planned day; a run by hand for a day before all uploads takes the last of all. */
async function lastAccepted(
  index: AgencyIndex,
  { asOf }: RecheckRun,
  { verdicts }: ServiceTools,
): Promise<VerdictEntry | undefined> {
  let last: VerdictEntry | undefined
  for await (const upload of acceptedUploads(index, verdicts)) {
    if (upload.asOf <= asOf) return upload
    last ??= upload
  }
  return last
}

/** The verdict before this one: the upload's last re-check of an earlier year, else its own. */
async function lastBefore(
  upload: VerdictEntry,
  index: AgencyIndex,
  { year }: RecheckRun,
  { verdicts }: ServiceTools,
): Promise<VerdictEntry | RecheckEntry> {
  for await (const recheck of rechecksOf(upload, index, verdicts))
    if (recheck.year < year && recheck.asOf >= upload.asOf) return recheck
  return upload
}

async function readAgain(code: string, upload: VerdictEntry, tools: ServiceTools): Promise<Dossier> {
  const { bundleKey: key, bundleVersion: versionId } = upload
  const source = await tools.bundles.source(key, versionId === undefined ? {} : { versionId })
  const read = source && (await readUpload(source, { code, asOf: upload.asOf }, tools))
  if (read && 'dossier' in read && read.dossier.bundle.sha256 === upload.bundleSha256) return read.dossier
  throw new InputError({
    vi: `Cơ quan ${code}: không đánh giá lại được vì không còn dữ liệu đã lưu của bộ hồ sơ ${upload.uploadId}, và tệp '${key}' trong kho bộ hồ sơ không còn, đã bị thay hoặc không đọc được nữa. Đề nghị khôi phục tệp từ bản sao lưu rồi chạy lại.`,
    en: `Agency ${code}: it cannot be judged again: the facts stored of the bundle ${upload.uploadId} are gone, and '${key}' in the store of bundles is gone, replaced or no longer readable. Restore the file from a backup, then run again.`,
  })
}
