import { BoundedMemo } from '../core/async.ts'
import { millisecondAfter } from '../core/days.ts'
import type { Language } from '../core/errors.ts'
import { authorityOf } from './authority-files.ts'
import { readPictures, readRefusalDocument } from './documents.ts'
import { createDrafting, type Drafting } from './drafting.ts'
import { agenciesIn, agencyIndex, readUploadEntry, readUploads, requireNotErased, uploadKeys } from './entries.ts'
import { evaluateUpload } from './evaluate-upload.ts'
import { readFacts } from './facts.ts'
import { isUploadId, makeUploadId, pageKey, uploadAskedOn, uploadIdOfKey } from './keys.ts'
import { acceptedManifest, onLastAccepted } from './last-dossier.ts'
import { lapseNotices } from './notices.ts'
import { recheckAgency, rejudgeAgency, SCANS_READ } from './rejudge.ts'
import { readScan, scanProgress, waitingScans } from './scan-reading.ts'
import type { ReadVerdict, Service, ServiceParts, ServiceTools, UploadStatus } from './service.ts'
import type { Store } from './store.ts'
import { withProvisional } from './store-apart.ts'
import { inThisProcess, type TaskInput, type TaskOutput } from './tasks.ts'
import { isWithinQuota, uploadsToday } from './upload-quota.ts'
import { agencyHistory, latestVerdict, listVerdicts, readVerdict } from './verdicts.ts'
import { inTime } from './workers/service-workers.ts'

/** The service with what agencies have not handed in yet, and the papers of what they have. */
export type ServiceWithDrafts = Service & {
  drafting: Drafting
  /** A paper that a verdict rests on, as a person sees it, beside what the manifest says. */
  paperSeen(read: ReadVerdict, asked: PaperOfVerdict): Promise<TaskOutput<'paper'>>
}

/** Which paper, and what in it: `marks` are words and where they stand. */
type PaperOfVerdict = Pick<TaskInput<'paper'>, 'file' | 'page' | 'from' | 'pointers' | 'lang'> & {
  marks: TaskInput<'paper'>['words']
}

/** The service over its tools. */
export function createService(given: ServiceTools): ServiceWithDrafts {
  const verdictStore = withProvisional(given.verdicts, given.bundles)
  const tools: ServiceParts = { ...given, verdicts: verdictStore, workers: given.workers ?? inThisProcess(given) }
  const { bundles, verdicts, workers } = tools
  const rendered = new BoundedMemo<string, Promise<string>>(KEPT_PAGES)
  return {
    evaluateUpload: (upload) => evaluateUpload(upload, tools),
    newUploadId: (code, instant, random) => newUploadId(code, instant, random, verdicts),
    uploadStatus: (code, uploadId) => uploadStatus(code, uploadId, verdicts),
    isWithinQuota: (upload, now, most) => isWithinQuota(upload, now, most, bundles),
    uploadsToday: (code, now, most) => uploadsToday(code, now, most, bundles),
    listUploads: async (code) => readUploads(await agencyIndex(code, verdicts)),
    agencyHistory: (code) => agencyHistory(code, verdicts),
    listVerdicts: (code) => listVerdicts(code, verdicts),
    latestVerdict: (code) => latestVerdict(code, verdicts),
    readVerdict: (code, id) => readVerdict(code, id, verdicts),
    verdictPage: (read, lang) => verdictPage(read, lang, tools, rendered),
    recheckAgency: (code, run) => recheckAgency(code, run, tools),
    rejudgeAgency: (code, run) => rejudgeAgency(code, run, tools),
    screenAgency: (code, by) =>
      onLastAccepted(code, by.asOf, tools, async (facts) => {
        const authority = { ...(await authorityOf(code, tools)), ...by.authority }
        return (await inTime((how) => workers.run('screen', { facts, ...by, authority, ...how }))).result
      }),
    acceptedManifest: (code, asOf) => acceptedManifest(code, asOf, tools),
    previewAgency: (code, by) =>
      onLastAccepted(code, by.asOf, tools, async (facts) => {
        const authority = await authorityOf(code, tools)
        return workers.run('preview', { facts, ...by, authority })
      }),
    waitingScans: (only) => waitingScans(tools, only),
    readScan: (work, on) =>
      readScan(work, on, tools, (uploadId) => rejudgeAgency(work.code, { uploadId, reason: SCANS_READ, on }, tools)),
    scanProgress: async (code, { listed, verdict }) =>
      verdict.provisional ? scanProgress(code, listed.uploadId, verdict.bundle.sha256, tools) : undefined,
    async *listAgencies(province) {
      yield* agenciesIn(verdicts, province)
    },
    lapseNotices: (today, notifier) => lapseNotices(today, notifier, tools),
    drafting: createDrafting(tools),
    paperSeen: (read, asked) => paperSeen(read, asked, tools),
  }
}

/** See {@link ServiceWithDrafts.paperSeen}. */
async function paperSeen(
  { listed: { bundleKey: key, bundleVersion: versionId }, verdict }: ReadVerdict,
  { file, page, from, pointers, lang, marks }: PaperOfVerdict,
  { bundles, workers }: Pick<ServiceParts, 'bundles' | 'workers'>,
): Promise<TaskOutput<'paper'>> {
  const source = await bundles.source(key, versionId === undefined ? {} : { versionId })
  if (source === undefined) return { gone: true }
  const words = marks.map(({ quote, cell }) => ({ quote, cell }))
  return workers.run('paper', { file, page, from, pointers, lang, words, bundle: verdict.bundle.sha256 }, { source })
}

/** See {@link Service.newUploadId}. */
async function newUploadId(code: string, instant: string, random: string, store: Store): Promise<string> {
  const id = makeUploadId(instant, random)
  const { uploads } = await agencyIndex(code, store)
  const last = uploadIdOfKey(uploads.at(-1) ?? '')
  return last === undefined || id > last ? id : makeUploadId(millisecondAfter(uploadAskedOn(last)), random)
}

/**
 * See {@link Service.uploadStatus}.
 * @throws RangeError when `uploadId` is none; ErasedDossier
 */
async function uploadStatus(code: string, uploadId: string, store: Store): Promise<UploadStatus> {
  if (!isUploadId(uploadId)) throw new RangeError(`not an upload id: ${JSON.stringify(uploadId)}`)
  await requireNotErased(code, uploadId, store)
  const last = (await uploadKeys(code, uploadId, store)).at(-1)
  const entry = last && (await readUploadEntry(last, store))
  if (!entry) return { state: 'waiting' }
  if (entry.kind === 'verdict') return { state: 'judged', entry }
  return { state: 'refused', entry, refusal: await readRefusalDocument(entry.key, store) }
}

/** Pages of some 100 kB that were rendered and are kept: whoever looks at one often looks again. */
const KEPT_PAGES = 50

/** See {@link Service.verdictPage}. A page that is not there any more is rendered anew. */
async function verdictPage(
  { listed, verdict }: ReadVerdict,
  lang: Language,
  { verdicts, workers, trust }: Pick<ServiceParts, 'verdicts' | 'workers' | 'trust'>,
  kept: BoundedMemo<string, Promise<string>>,
): Promise<string> {
  const stored = lang === 'vi' ? await verdicts.read(pageKey(listed.key)) : undefined
  if (stored !== undefined) return new TextDecoder().decode(stored)
  const id = `${verdict.digest} ${lang}`
  const rendering = kept.get(id, async () => {
    const facts = await readFacts(listed, { verdicts, trust })
    const pictures = await readPictures(listed.key, verdicts)
    return workers.run('page', { verdict, lang, facts, pictures })
  })
  return rendering.catch((error: unknown) => {
    kept.forget(id)
    throw error
  })
}
