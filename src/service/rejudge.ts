import type { Notice } from '../dossier/dossier.ts'
import type { RefusalDocument } from '../intake/refusals/refusal.ts'
import type { Verdict } from '../verdict/verdict.ts'
import { ErasedDossier, readVerdictDocument, StoredDocumentFault, storeVerdict } from './documents.ts'
import {
  type AgencyIndex,
  agencyIndex,
  isOfUpload,
  keptUploads,
  putEntry,
  readRecheckEntry,
  readUploadEntry,
  rechecksOf,
} from './entries.ts'
import { type Change, changesBetween, type RecheckEntry, type UploadEntry, type VerdictEntry } from './entry.ts'
import { judgeStored, mayKeepFacts, refuse, verdictEntryOf } from './evaluate-upload.ts'
import { type Facts, readFacts, restoreFacts } from './facts.ts'
import type { Unusable } from './judging-tasks.ts'
import { besideKey, entryNumber, recheckEntryKey, replacingKey, uploadIdOfKey, verdictKey } from './keys.ts'
import { lastAccepted, onAccepted } from './last-dossier.ts'
import { picturesOf, readWithScans } from './scan-reading.ts'
import type { Rechecked, RecheckRun, Rejudged, RejudgeRun, RuleFault, ServiceParts } from './service.ts'
import { idOf, listed, readVerdict, refreshLatest } from './verdicts.ts'

/** The reason of what was judged again since its scans were read. */
export const SCANS_READ = 'scans-read'

type Entry = UploadEntry | RecheckEntry
type Read = { facts: Facts } | { refusal: RefusalDocument }

/** An entry that stands, by its key. */
interface Standing {
  key: string
  entry: Entry
}

/** See {@link Service.rejudgeAgency}. */
export async function rejudgeAgency(code: string, run: RejudgeRun, tools: ServiceParts): Promise<Rejudged[]> {
  const index = await agencyIndex(code, tools.verdicts)
  const uploads = await lastOfEach(index, run.uploadId)
  const results: Rejudged[] = []
  for (const upload of uploads) {
    const read = await readAnew(code, upload.entry, tools)
    // Re-checks of what is no longer taken in are nobody's latest result.
    const rechecks = read === undefined || 'refusal' in read ? [] : await recheckedOf(upload.entry, index)
    for (const one of [upload, ...rechecks]) results.push(await rejudgeOne(code, one, read, run, tools))
  }
  if (uploads.length > 0) await refreshLatest(code, tools.verdicts)
  return results
}

/** What stands of each upload: of a bundle that was sent twice under one form, its last version. */
async function lastOfEach(index: AgencyIndex, uploadId: string | undefined): Promise<Standing[]> {
  const last = new Map<string, string>()
  for (const key of keptUploads(index)) {
    const id = uploadIdOfKey(key) ?? key
    if (uploadId === undefined || id === uploadId) last.set(id, key)
  }
  const found = [...last.values()].map(async (key) => ({ key, entry: await index.entries.upload(key) }))
  return (await Promise.all(found)).flatMap(({ key, entry }) => (entry ? [{ key, entry }] : []))
}

/** The re-checks of an upload as they stand, the first year first. */
async function recheckedOf(upload: Entry, index: AgencyIndex): Promise<Standing[]> {
  const found: Standing[] = []
  for (const key of index.rechecks) {
    const entry = await index.entries.recheck(key)
    if (entry && isOfUpload(entry, upload)) found.push({ key, entry })
  }
  return found
}

/**
 * The bundle as it is read today; where it is gone, as it was read then. Undefined where neither is there any more: of a
 * bundle that was refused, or set aside, nothing else is kept.
 */
async function readAnew(code: string, entry: Entry, tools: ServiceParts): Promise<Read | undefined> {
  const { bundleSha256 } = entry
  const read = await readWithScans({ ...entry, code }, tools)
  // Null: it was not read to its end, then or today.
  const sha256 = read && ('refusal' in read ? read.refusal.bundle.sha256 : read.facts.sha256)
  if (bundleSha256 === null || sha256 === null || sha256 === bundleSha256) return read
  const facts = await readFacts({ ...entry, bundleSha256 }, tools)
  return facts && { facts }
}

async function rejudgeOne(
  code: string,
  standing: Standing,
  read: Read | undefined,
  run: RejudgeRun,
  tools: ServiceParts,
): Promise<Rejudged> {
  const { key, entry } = standing
  const named = { code, id: idOf(entry) }
  if (read === undefined) return { kind: 'impossible', ...named }
  const made = await madeAnew(code, entry, read, tools)
  if (made === undefined) return { kind: 'same', ...named, entry }
  if ('unusable' in made) return { kind: 'impossible', ...named }
  const number = entryNumber(key)
  const { reason, on } = run
  const rejudged = { on, reason, replaces: `${named.id}-v${number}`, changes: made.changes }
  const next = { key: replacingKey(key, number + 1), entry: { ...made.entry, rejudged } }
  if ((await putEntry(next.key, next.entry, tools.verdicts)) === 'written')
    return { kind: 'replaced', ...named, entry: next.entry, faults: made.faults }
  // Somebody else judged it again meanwhile; what they wrote is what stands now.
  const theirs = await readEntryLike(entry, next.key, tools)
  return rejudgeOne(code, { key: next.key, entry: theirs ?? entry }, read, run, tools)
}

const readEntryLike = (entry: Entry, key: string, { verdicts }: ServiceParts): Promise<Entry | undefined> =>
  'year' in entry ? readRecheckEntry(key, verdicts) : readUploadEntry(key, verdicts)

interface Made {
  entry: Entry
  /** Against what stood before; none where one of both is a refusal. */
  changes: Change[]
  faults: RuleFault[]
}

/** What comes out today; undefined where it is what stands already. */
async function madeAnew(
  code: string,
  entry: Entry,
  read: Read,
  tools: ServiceParts,
): Promise<Made | Unusable | undefined> {
  if ('facts' in read) return verdictAnew(code, entry, read.facts, tools)
  if (entry.kind === 'refusal' && entry.code === read.refusal.code) return undefined
  const { uploadId, bundleKey: key, bundleVersion: versionId, uploadedOn: on, asOf } = entry
  const refused = await refuse({ code, uploadId, key, versionId, on, asOf }, read.refusal, tools)
  return { entry: refused, changes: [], faults: [] }
}

async function verdictAnew(
  code: string,
  entry: Entry,
  facts: Facts,
  tools: ServiceParts,
): Promise<Made | Unusable | undefined> {
  // What took too long replaces nothing.
  const judged = await judgeStored(facts, { code, asOf: entry.asOf, lastTry: false }, tools)
  if ('unusable' in judged) return judged
  const { verdict: made, faults, notices } = judged
  const before = entry.kind === 'verdict' ? await intactVerdict(entry, tools) : undefined
  if (before?.digest === made.digest) return undefined
  if (mayKeepFacts(made)) await restoreFacts(facts, tools)
  const { key, verdict } = await storeAnew(made, notices, entry, tools)
  const { uploadId, uploadedOn, bundleKey, bundleVersion, asOf } = entry
  const head = { schemaVersion: 1 as const, uploadId, uploadedOn, bundleKey, key, asOf }
  const own = verdictEntryOf({ ...head, ...(bundleVersion !== undefined && { bundleVersion }) }, verdict, facts)
  const changes = before === undefined ? [] : changesBetween(before, verdict)
  return { entry: 'year' in entry ? await asRecheck(code, entry, own, verdict, tools) : own, changes, faults }
}

/** Stores a verdict where it belongs, or beside what stands there and is not it: an engine may be mended without a new version. */
async function storeAnew(made: Verdict, notices: readonly Notice[], entry: Entry, tools: ServiceParts) {
  const key = verdictKey(made)
  const isTaken = (await tools.verdicts.head(key)) !== undefined
  const isSame = isTaken && (await intactVerdict({ key, digest: made.digest }, tools)) !== undefined
  const pictures = () => picturesOf(made, entry, tools)
  return storeVerdict(made, notices, tools, isTaken && !isSame ? besideKey(key, made.digest) : key, pictures)
}

/** A re-check judged again: its changes are counted from what stands today of the verdict before it. */
async function asRecheck(
  code: string,
  { year, since, changes }: RecheckEntry,
  own: VerdictEntry,
  verdict: Verdict,
  { verdicts }: ServiceParts,
): Promise<RecheckEntry> {
  const before = await readVerdict(code, since, verdicts)
  return { ...own, year, since, changes: before ? changesBetween(before.verdict, verdict) : changes }
}

/** The verdict that an entry tells of; undefined where it is no longer what was written, which is a reason to judge again. */
async function intactVerdict(
  { key, digest }: Pick<VerdictEntry, 'key' | 'digest'>,
  { verdicts }: ServiceParts,
): Promise<Verdict | undefined> {
  try {
    const verdict = await readVerdictDocument(key, verdicts)
    return verdict.digest === digest ? verdict : undefined
  } catch (fault) {
    if (fault instanceof StoredDocumentFault || fault instanceof ErasedDossier) return undefined
    throw fault
  }
}

/** See {@link Service.recheckAgency}. */
export async function recheckAgency(code: string, run: RecheckRun, tools: ServiceParts): Promise<Rechecked> {
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
  tools: ServiceParts,
): Promise<{ entry: RecheckEntry; faults: RuleFault[] } | undefined> {
  const { verdicts } = tools
  const index = await agencyIndex(code, verdicts)
  const upload = await lastAccepted(index, run.asOf)
  if (upload === undefined) return undefined
  const judged = await onAccepted(code, upload, tools, (facts) => judgeStored(facts, { ...run, code }, tools))
  const { verdict: made, faults, notices } = judged.result
  if (judged.anew && mayKeepFacts(made)) await restoreFacts(judged.anew, tools)
  const { key, verdict } = await storeVerdict(made, notices, tools)
  const since = await lastBefore(upload, index, run)
  const changes = changesBetween(await readVerdictDocument(since.key, verdicts), verdict)
  const entry = verdictEntryOf({ ...upload, key, asOf: run.asOf }, verdict, upload)
  return { entry: { ...entry, year: run.year, since: listed(since).id, changes }, faults }
}

/** The verdict before this one: the upload's last re-check of an earlier year, else its own. */
async function lastBefore(
  upload: VerdictEntry,
  index: AgencyIndex,
  { year }: RecheckRun,
): Promise<VerdictEntry | RecheckEntry> {
  for await (const recheck of rechecksOf(upload, index, Number(upload.asOf.slice(0, 4))))
    if (recheck.year < year && recheck.asOf >= upload.asOf) return recheck
  return upload
}
