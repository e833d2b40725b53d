import { digest } from '../core/json.ts'
import { agencyCode } from '../core/names.ts'

/** One name of a key: no code, whatever is in it, makes two names or `..` of itself. */
const keyName = (code: string): string =>
  encodeURIComponent(agencyCode(code)).replace(/^\.+$/, (dots) => '%2E'.repeat(dots.length))

/** Where an agency's bundle is uploaded to, in the store of bundles. */
export function bundleKey(code: string, uploadId: string): string {
  return `bundles/${keyName(code)}/${uploadId}.zip`
}

/** Whose upload a bundle is by its key; undefined when {@link bundleKey} does not make such a key. */
export function parseBundleKey(key: string): { code: string; uploadId: string } | undefined {
  const [, name = '', uploadId = ''] = /^bundles\/([^/]+)\/([^/]+)\.zip$/.exec(key) ?? []
  if (!isUploadId(uploadId)) return undefined
  const code = decoded(name)
  return code !== undefined && bundleKey(code, uploadId) === key ? { code, uploadId } : undefined
}

function decoded(name: string): string | undefined {
  try {
    return decodeURIComponent(name)
  } catch {
    return undefined
  }
}

/** The authority's records of agencies, `<code>.json` or `.xlsx`, beside the bundles. */
export const RECORDS = 'authority/records/'

/** Where the authority's record of an agency is put. */
export function recordKey(code: string): string {
  return `${RECORDS}${keyName(code)}.json`
}

/** The record of an agency as each change left it begins so, the last change last. */
export const recordVersionsPrefix = (code: string): string => `${RECORDS}versions/${keyName(code)}/`

/** Everything that is indexed by agency begins so. */
export const AGENCIES = 'agencies/'

/** Everything that is indexed of one agency begins so. */
export function agencyPrefix(code: string): string {
  return `${AGENCIES}${keyName(code)}/`
}

/** The code of the agency whose index a key belongs to. */
export function agencyOfKey(key: string): string | undefined {
  return decoded(key.slice(AGENCIES.length).split('/')[0] ?? '')
}

/** The index entries of one upload begin so: a bundle that is sent twice under one policy has one for each. */
export function uploadPrefix(code: string, uploadId: string): string {
  return `${agencyPrefix(code)}uploads/${uploadId}/`
}

/** All verdicts of an agency, with their pages, stand below. */
export function verdictsPrefix(code: string): string {
  return `verdicts/${keyName(code)}/`
}

/** What is provisional begins so; the rest of such a key is as it would be otherwise. */
export const PROVISIONAL = 'provisional/'

/** The id of the upload that an entry's key is of; undefined when it is none's. */
export function uploadIdOfKey(key: string): string | undefined {
  return /\/uploads\/([^/]+)\//.exec(key)?.[1]
}

/** What tells one version of a bundle's key from another. */
export interface UploadVersion {
  /** As `utcInstant` writes it. */
  on: string
  versionId?: string | undefined
}

/**
 * Where the index entry of an upload stands. By key they are in upload order, whatever order the events come in; of one
 * upload id, in the order in which the store got them.
 */
export function uploadEntryKey(code: string, uploadId: string, { on, versionId }: UploadVersion): string {
  const version = digest([on, versionId ?? null]).slice(0, 8)
  return `${uploadPrefix(code, uploadId)}${on.replace(/[-:.]/g, '')}-${version}.json`
}

/** Where the index entry of a re-check stands. */
export function recheckEntryKey(code: string, year: number): string {
  return `${recheckPrefix(code, year)}json`
}

/** The entries of the re-check of a year begin so: the first one, and what replaced it. */
export function recheckPrefix(code: string, year: number): string {
  return `${agencyPrefix(code)}rechecks/${year}.`
}

/** The year of the re-check that an entry's key is of. */
export const recheckYearOf = (key: string): number => Number(/\/rechecks\/(\d{4})\./.exec(key)?.[1] ?? Number.NaN)

/** Which entry of its upload or re-check a key is of: 1 where it was not judged again. */
export function entryNumber(key: string): number {
  return Number(/\.v(\d{4})\.json$/.exec(key)?.[1] ?? 1)
}

/** Where the entry stands that replaces another one of the same upload or re-check; by key it follows what it replaces. */
export function replacingKey(key: string, number: number): string {
  return `${firstName(key)}.v${String(number).padStart(4, '0')}.json`
}

const firstName = (key: string): string => key.replace(/(\.v\d{4})?\.json$/, '')

/** Whether two keys are of one entry and of what replaced it. */
export const isSameEntry = (one: string, other: string): boolean => firstName(one) === firstName(other)

/** Of entries' keys in their order, those that no later one replaces. */
export function standingKeys(keys: readonly string[]): string[] {
  return keys.filter((key, at) => firstName(keys[at + 1] ?? '') !== firstName(key))
}

/** The id of a verdict that was replaced, taken apart; the number is undefined in the id of what stands. */
export function partsOfVerdictId(id: string): { name: string; number: number | undefined } {
  const [, name = '', number] = /^(.+)-v(\d{1,4})$/.exec(id) ?? []
  return number === undefined ? { name: id, number: undefined } : { name, number: Number(number) }
}

/** Where the copy of an agency's latest entry stands, for people who look into the store. */
export function latestKey(code: string): string {
  return `${agencyPrefix(code)}latest.json`
}

/** Where a copy of all entries of an agency stands that were not replaced, so that they are read at once. */
export function copiesKey(code: string): string {
  return `${agencyPrefix(code)}entries.json`
}

/** Where the record of a notice stands. */
export function noticeKey(code: string, validUntil: string, days: number): string {
  return `${agencyPrefix(code)}notices/${validUntil}-${days}.json`
}

/** Of an engine's version in a key; what is longer is no release of ours. */
const LONGEST_VERSION = 40

/** What of a verdict makes it another verdict. */
export interface VerdictIdentity {
  agency: { code: string }
  bundle: { sha256: string }
  ruleSet: { sha256: string }
  profile: { id: string; sha256: string }
  catalogue: { source: string; sha256: string | null }
  exceptions: { sha256: string | null }
  /** What the authority's record told. */
  records?: { sha256: string | null }
  trust?: { sha256: string }
  engine: { version: string }
  asOf: string
  /** What was read in its documents, where there are scans among them. */
  readings?: { sha256: string | null; scans: { total: number } }
  provisional?: boolean
}

const short = (hash: string | null): string => hash?.slice(0, 16) ?? 'none'

/**
 * Where a verdict is stored: the same judgement has the same key, and another agency, bundle, rule set, profile,
 * catalogue, record of the authority, set of exceptions, trust list, reading of its scans, engine or day has another. Sorted by key, an agency's verdicts are in order of
 * their days. Who reads a verdict has its key from the index, so that keys of earlier forms stay good.
 */
export function verdictKey(verdict: VerdictIdentity): string {
  const { agency, bundle, ruleSet, profile, catalogue, exceptions, records, trust, engine, asOf, readings } = verdict
  const judgement = [
    short(bundle.sha256),
    short(ruleSet.sha256),
    `${profile.id}-${short(profile.sha256)}`,
    `${catalogue.source}-${short(catalogue.sha256)}`,
    short(exceptions.sha256),
    // What a person decided since makes another verdict of the same dossier, on the same day too.
    ...(records?.sha256 ? [short(records.sha256)] : []),
    ...(trust ? [short(trust.sha256)] : []),
    // The text of a file is read alike by every release that says so of its version; scans are read again or not.
    ...(readings && readings.scans.total > 0 ? [short(readings.sha256)] : []),
    encodeURIComponent(engine.version).slice(0, LONGEST_VERSION),
  ]
  const key = `${verdictsPrefix(agency.code)}${asOf}/${judgement.join('-')}.json`
  return verdict.provisional === true ? PROVISIONAL + key : key
}

/** Where a verdict stands when another one of the same judgement is there already. */
export function besideKey(key: string, digest: string): string {
  return key.replace(/\.json$/, `-${short(digest)}.json`)
}

/**
 * Where a refusal is stored: by the hash of the bundle, or, where its bytes could not be read to the end, by the upload.
 * Either way a repeated event finds it there.
 */
export function refusalKey(
  refusal: { code: string; bundle: { sha256: string | null }; asOf: string },
  { code, key, on, versionId }: { code: string; key: string } & UploadVersion,
): string {
  const bundle = refusal.bundle.sha256 ?? digest([key, on, versionId ?? null])
  return `refusals/${keyName(code)}/${refusal.asOf}/${bundle}-${refusal.code}.json`
}

/** Where the page of a verdict stands, beside its document. */
export const pageKey = (documentKey: string): string => documentKey.replace(/\.json$/, '.html')

const PICTURES = '.pictures.json'

/** Where the pictures stand of what a verdict leaves to a person, beside its document. */
export const picturesKey = (documentKey: string): string => documentKey.replace(/\.json$/, PICTURES)

/** Whether a key is of the pictures of a verdict on a bundle. */
export function arePicturesOf(key: string, bundleSha256: string): boolean {
  return key.endsWith(PICTURES) && key.slice(key.lastIndexOf('/') + 1).startsWith(short(bundleSha256))
}

/** Whether what stands below the verdicts is a page or pictures: they can be made anew, and no lock holds them. */
export function isBesideVerdict(key: string): boolean {
  return key.endsWith('.html') || key.endsWith(PICTURES)
}

const UPLOAD_ID = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(\d{3})Z-[0-9a-f]{8}$/

/**
 * The id of an upload: ids sort as text in the order in which uploads were asked for.
 * @param instant UTC with milliseconds, as `Date.toISOString` writes it: `2026-03-05T02:00:00.000Z`
 * @param random eight lower-case hex digits
 * @throws RangeError when either is not so
 */
export function makeUploadId(instant: string, random: string): string {
  const id = `${instant.replace(/[-:.]/g, '')}-${random}`
  if (!isUploadId(id)) throw new RangeError(`no upload id can be made of ${JSON.stringify([instant, random])}`)
  return id
}

/** Whether a text has the form of an upload id. */
export function isUploadId(text: string): boolean {
  return UPLOAD_ID.test(text)
}

/** The instant at which an upload was asked for, ISO 8601 in UTC. */
export function uploadAskedOn(uploadId: string): string {
  return uploadId.replace(UPLOAD_ID, '$1-$2-$3T$4:$5:$6.$7Z')
}

/** Everything of a province's pre-screenings of a year begins so. */
const yearPrefix = (province: string, year: number): string => `prescreens/${province}/${year}/`

/** The views that a province's inspectors keep begin so, the last word last. */
export const viewsPrefix = (province: string): string => `prescreens/${province}/views/`

/** What a province's inspectors decided of an agency's points at the desk begins so, in the order of deciding. */
export const decisionsPrefix = (province: string, code: string): string =>
  `prescreens/${province}/decisions/${keyName(code)}/`

/** Everything of a province's pre-screenings of all years begins so. */
export const provincePrefix = (province: string): string => `prescreens/${province}/`

/** Where it stands how many points of which kind the letter to each agency has, by a version and a rule set. */
export const letterSummaryKey = (
  of: { province: string; year: number; id: string | undefined },
  ruleSet: string,
): string => `${madePrefix(of)}letters-${short(ruleSet)}.json`

/** Where releases that kept no versions put the one pre-screening of a year. */
export const oldPrescreenKey = (province: string, year: number): string => `prescreens/${province}/${year}.json`

/** What the desk has made beside pre-screenings: rules that are tried, dossiers judged again, letters, and papers of a day. */
export const DESK_WORKS = ['preview', 'rejudge', 'letters', 'plan', 'report'] as const
export type DeskWork = (typeof DESK_WORKS)[number]

/** What of a year: its pre-screening, or another work of the desk. */
interface OfWork {
  province: string
  year: number
  /** Absent: the pre-screening. */
  work?: DeskWork | undefined
}

const workPrefix = ({ province, year, work }: OfWork): string =>
  `${yearPrefix(province, year)}${work === undefined ? '' : `${work}/`}`

/** What is known of each version of a year's pre-screening begins so; by key they are in the order they were asked for. */
export const versionsPrefix = (of: OfWork): string => `${workPrefix(of)}versions/`

/** Where it stands who asked for a version, when and from what. */
export const versionKey = (of: OfWork, id: string): string => `${versionsPrefix(of)}${id}.json`

const VERSION_KEY = /^prescreens\/([A-Z]\d{2})\/(\d{4})\/(?:([a-z]+)\/)?versions\/([^/]+)\.json$/

/** Which version is asked for by an object; undefined when none is. */
export function parseVersionKey(key: string): (OfWork & { id: string }) | undefined {
  return versionIn(VERSION_KEY.exec(key))
}

function versionIn(parts: RegExpExecArray | null): (OfWork & { id: string }) | undefined {
  const [, province = '', year = '', name, id = ''] = parts ?? []
  const work = DESK_WORKS.find((one) => one === name)
  if (!isUploadId(id) || work !== name) return undefined
  return { province, year: Number(year), ...(work !== undefined && { work }), id }
}

/** All that is made for a version begins so; undefined: the one that a release without versions put. */
export const madePrefix = (of: OfWork & { id: string | undefined }): string =>
  `${workPrefix(of)}${of.id === undefined ? '' : `made/${of.id}/`}`

/** Where the document of a version stands. */
export const prescreenKey = (province: string, year: number, id: string | undefined): string =>
  id === undefined ? oldPrescreenKey(province, year) : `${madePrefix({ province, year, id })}document.json`

/** Where the verdict stands that a version rests on. */
export const prescreenVerdictKey = (province: string, year: number, id: string | undefined, code: string): string =>
  `${madePrefix({ province, year, id })}verdicts/${encodeURIComponent(agencyCode(code))}.json`

/** Where it stands what an agency came to while a version is made. */
export const screenedKey = (of: OfWork & { id: string }, code: string): string =>
  `${madePrefix(of)}screened/${encodeURIComponent(agencyCode(code))}.json`

/** Whether something of an agency stands under a key below which pre-screenings are made: its verdict, or what it came to. */
export function isPrescreenedKey(key: string, code: string): boolean {
  const name = encodeURIComponent(agencyCode(code))
  return key.endsWith(`/verdicts/${name}.json`) || key.endsWith(`/screened/${name}.json`)
}

/** The records of which version is shown begin so, the last one last. */
export const shownPrefix = (province: string, year: number): string => `${yearPrefix(province, year)}shown/`

/** Where it is noted which versions are being made, so that nobody has to look through all. */
export const OPEN_VERSIONS = 'open-prescreens/'

/** The note of one. */
export const openVersionKey = ({ province, year, work, id }: OfWork & { id: string }): string =>
  `${OPEN_VERSIONS}${province}/${year}/${work === undefined ? '' : `${work}/`}${id}.json`

const OPEN_VERSION = /^open-prescreens\/([A-Z]\d{2})\/(\d{4})\/(?:([a-z]+)\/)?([^/]+)\.json$/

/** Which version a note is of; undefined when it is none. */
export function parseOpenVersion(key: string): (OfWork & { id: string }) | undefined {
  return versionIn(OPEN_VERSION.exec(key))
}

/** The written changes of a year's inspection plan begin so. */
export const planChangesPrefix = (province: string, year: number): string => `${yearPrefix(province, year)}changes/`

/** What inspectors write of visits to agencies, and the photos and papers they keep with it, beside the bundles. */
export const VISITS = 'visits/'

/** Everything of the visit to an agency in a year begins so. */
export const visitPrefix = (code: string, year: number): string => `${VISITS}${keyName(code)}/${year}/`

/** Where a version of the sheet of a visit stands; by key they are in order. */
export const visitSheetKey = (code: string, year: number, version: number): string =>
  `${visitPrefix(code, year)}sheet/${String(version).padStart(8, '0')}.json`

/** Marks of visits whose minutes are signed begin so: one listing tells which of a province are done. */
export const signedVisitsPrefix = (year: number, province: string): string => `${VISITS}signed/${year}/${province}`

/** Where it is marked that the minutes of a visit are signed. */
export const signedVisitKey = (code: string, year: number): string => signedVisitsPrefix(year, keyName(code))

/** The agency whose signed minutes a key marks. */
export const agencyOfSignedVisit = (key: string): string | undefined => decoded(key.slice(key.lastIndexOf('/') + 1))

/** Where a photo or a paper of a visit lies, by the hash of its bytes. */
export const visitPaperKey = (code: string, year: number, hash: string): string =>
  `${visitPrefix(code, year)}papers/${hash}`
