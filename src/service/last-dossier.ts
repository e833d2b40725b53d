import { InputError } from '../core/errors.ts'
import { digest } from '../core/json.ts'
import type { Dossier } from '../dossier/dossier.ts'
import { type AgencyIndex, acceptedUploads, agencyIndex } from './entries.ts'
import type { VerdictEntry } from './entry.ts'
import { asAuthorityKnows } from './evaluate-upload.ts'
import { readFacts } from './facts.ts'
import { readUpload } from './read-upload.ts'
import type { AcceptedDossier, ServiceTools } from './service.ts'

/** See {@link Service.acceptedDossier}. */
export async function lastDossier(
  code: string,
  asOf: string,
  tools: ServiceTools,
): Promise<AcceptedDossier | undefined> {
  const upload = await lastAccepted(await agencyIndex(code, tools.verdicts), asOf, tools)
  if (upload === undefined) return undefined
  const { dossier } = await acceptedDossier(code, upload, tools)
  return { upload, dossier: await asAuthorityKnows(dossier, asOf, tools) }
}

/**
 * The last bundle of an agency accepted by a day; where there was none by then, the last of all.
 * @param asOf `YYYY-MM-DD`
 */
export async function lastAccepted(
  index: AgencyIndex,
  asOf: string,
  { verdicts }: Pick<ServiceTools, 'verdicts'>,
): Promise<VerdictEntry | undefined> {
  let last: VerdictEntry | undefined
  for await (const upload of acceptedUploads(index, verdicts)) {
    if (upload.asOf <= asOf) return upload
    last ??= upload
  }
  return last
}

/**
 * The dossier of an accepted bundle, by its stored facts, else read from the bundle again (`anew`): also where the rules
 * look for other words in papers than when the facts were stored.
 * @throws InputError when neither is there any more
 */
export async function acceptedDossier(
  code: string,
  upload: VerdictEntry,
  tools: ServiceTools,
): Promise<{ dossier: Dossier; anew: boolean }> {
  const facts = await readFacts(upload.bundleSha256, tools)
  // Papers that were not looked through for the words of today's rules would be judged as if they held none of them.
  const usable = facts?.lookedFor === digest(tools.judge.ruleSet.lookedFor)
  return facts && usable
    ? { dossier: facts, anew: false }
    : { dossier: await readAgain(code, upload, tools), anew: true }
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
