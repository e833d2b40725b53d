import { withValues } from '../core/errors.ts'
import type { Stopwatch } from '../core/files.ts'
import { digest } from '../core/json.ts'
import { agencyCode } from '../core/names.ts'
import { documentReader, type ScansToRead } from '../documents/reader.ts'
import type { TrustList } from '../documents/settings.ts'
import { signatureNotices } from '../documents/signature/notices.ts'
import type { Dossier, Notice } from '../dossier/dossier.ts'
import type { DocumentReading, LinePicture, LinePlace } from '../dossier/reading.ts'
import { type BundleSource, readBundle } from '../intake/bundle.ts'
import type { ReadLimits, ReadOptions } from '../intake/container.ts'
import { Refusal, type RefusalDocument, refusalDocument } from '../intake/refusals/refusal.ts'
import type { Exceptions } from '../rules/exceptions.ts'
import type { LoadedRuleSet } from '../rules/load.ts'
import { PIPELINE_TEXTS } from '../rules/words.ts'
import { type AuthorityFiles, type RegisterWord, underAuthority, underRegister } from './authority.ts'
import { type Judgement, judge } from './judge.ts'
import type { Verdict } from './verdict.ts'

/** What judges: a rule set, a profile in it, and the engine's own name and version. */
export interface Judge {
  ruleSet: LoadedRuleSet
  profileId: string
  engine: { name: string; version: string }
  exceptions?: Exceptions | undefined
}

/** One bundle to judge, on a day, under limits. */
export interface EvaluationInput extends AuthorityFiles {
  source: BundleSource
  /** `YYYY-MM-DD`, a day in Asia/Ho_Chi_Minh. */
  asOf: string
  judge: Judge
  limits: ReadLimits
  stopwatch: Stopwatch
  signal?: AbortSignal
  progress?: ReadOptions['progress']
  /** Whom signatures in documents are judged by; nobody unless given. */
  trust?: TrustList | undefined
  /** What the authority's register tells, by agency code. */
  register?: ((code: string) => RegisterWord | undefined) | undefined
  /** Scans are recognised first; absent: they are left as scans. */
  scans?: DossierOptions['scans']
}

/** A scored verdict with what the reader mended or ignored, or a refusal. Both are documents to store. */
export type Evaluation =
  | {
      kind: 'verdict'
      document: Verdict
      notices: readonly Notice[]
      faults: Judgement['faults']
      /** What a person has to look at, where pictures were asked for. */
      pictures?: readonly LinePicture[]
    }
  | { kind: 'refusal'; document: RefusalDocument }

/**
 * One bundle through the whole: read safely, judged, written up. The same for the command line and the Lambda.
 *
 * @throws InputError for an unknown profile; what the source of bytes throws (a fault of the store)
 */
export async function evaluateBundle(input: EvaluationInput): Promise<Evaluation> {
  const { judge: by, asOf } = input
  const read = await readToJudge(input)
  if ('refusal' in read) return { kind: 'refusal', document: read.refusal }
  const { dossier } = read
  const { verdict, faults } = await judge({ dossier, asOf, ...by })
  return { kind: 'verdict', document: verdict, notices: dossier.notices, faults }
}

/**
 * Reads a bundle with what is given beside it, to be judged.
 * @throws what the source of bytes throws (a fault of the store)
 */
export function readToJudge(input: EvaluationInput): Promise<ReadOrRefused> {
  const { asOf, judge: by } = input
  return readOrRefuse(() => dossierOf(input), { asOf, engine: by.engine })
}

/** What came of reading a bundle: its dossier, or why it cannot be taken in. */
export type ReadOrRefused = { dossier: Dossier } | { refusal: RefusalDocument }

/**
 * Reads a dossier; a refusal of it becomes a document that names the day and the engine. Everybody who reads a bundle to
 * judge it reads it through here.
 * @throws whatever `read` throws but a refusal: that is a fault of ours
 */
export async function readOrRefuse(
  read: () => Promise<Dossier>,
  by: Pick<RefusalDocument, 'asOf' | 'engine'>,
): Promise<ReadOrRefused> {
  try {
    return { dossier: await read() }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { refusal: refusalDocument(error, by) }
  }
}

async function dossierOf(input: EvaluationInput) {
  const { source, limits, stopwatch, signal, progress, trust, register, scans, judge, asOf } = input
  const options: DossierOptions = {
    limits,
    stopwatch,
    ...(signal && { signal }),
    ...(progress && { progress }),
    trust,
    scans,
    ruleSet: judge.ruleSet,
  }
  const by = { asOf, ruleSet: judge.ruleSet, read: options }
  const dossier = await underAuthority(await readDossier(source, options), input, by)
  return underRegister(dossier, register?.(agencyCode(dossier.manifest.agency.code)))
}

/** Where a person has to look for what a verdict leaves to them: the places of papers in findings that need a review. */
export function placesToSee({ findings }: Pick<Verdict, 'findings'>): LinePlace[] {
  const places = findings
    .filter(({ outcome }) => outcome === 'needsReview')
    .flatMap(({ evidence }) => evidence)
    .flatMap(({ file, page, box }) => (file && page && box && box.length > 0 ? [{ file, page, box }] : []))
  return [...new Map(places.map((place) => [JSON.stringify(place), place])).values()]
}

/**
 * Pictures of what a person has to look at; none where the bundle is not what was judged any more.
 * @throws what the source of bytes throws
 */
export async function picturesToSee(
  verdict: Pick<Verdict, 'findings' | 'bundle'>,
  source: BundleSource,
  options: Omit<ReadOptions, 'documents'>,
): Promise<LinePicture[]> {
  const places = placesToSee(verdict)
  let pictures: LinePicture[] = []
  if (places.length === 0) return pictures
  const documents: ReadOptions['documents'] = async (files) => {
    const { picturesOfLines } = await import('../documents/places.ts')
    pictures = await picturesOfLines(places, files)
    return new Map()
  }
  try {
    const { bundle } = await readBundle(source, { ...options, documents })
    return bundle.sha256 === verdict.bundle.sha256 ? pictures : []
  } catch (error) {
    if (error instanceof Refusal) return []
    throw error
  }
}

/** How a bundle and its documents are read to be judged. */
export interface DossierOptions extends Omit<ReadOptions, 'documents'> {
  /** Whom signatures in documents are judged by; absent: nobody is trusted, and signatures are not told of. */
  trust?: TrustList | undefined
  /** Scans are recognised before the bundle is judged; absent: they are left as scans, and told of. */
  scans?: ScansToRead | undefined
  /** The rules that will judge: papers are looked through for the words they name. */
  ruleSet: Pick<LoadedRuleSet, 'lookedFor'>
}

/**
 * Reads a bundle with what its documents say, under the usual bounds for documents, and tells of those beyond them. With
 * a trust list the dossier names it, and tells of each signature.
 * @throws as {@link readBundle} does
 */
export async function readDossier(
  source: BundleSource,
  { trust, scans, ruleSet, ...options }: DossierOptions,
): Promise<Dossier> {
  const { lookedFor } = ruleSet
  const documents = documentReader({ ...options, ...(trust && { trust }), scans, lookedFor })
  const dossier = {
    ...(await readBundle(source, { ...options, documents })),
    lookedFor: digest(lookedFor),
    ...(scans?.waiting && { scansWaiting: scans.waiting }),
  }
  const notices = [
    ...dossier.notices,
    ...unreadNotices(dossier.readings),
    ...scanNotices(dossier.readings),
    ...formatNotices(dossier.readings),
  ]
  if (trust === undefined) return { ...dossier, notices }
  notices.push(...signatureNotices(dossier.readings))
  return { ...dossier, notices, trust: { sha256: trust.sha256 } }
}

/**
 * A dossier with what was recognised in its scans since it was read.
 * @param read the readings of scans, by path
 * @param waiting the hashes of the scans that are still to be read
 */
export function withScansRead(
  dossier: Dossier,
  read: ReadonlyMap<string, DocumentReading>,
  waiting: readonly string[],
): Dossier {
  const { scansWaiting: _, ...rest } = dossier
  const readings = new Map([...(dossier.readings ?? [])].map(([path, reading]) => [path, read.get(path) ?? reading]))
  const others = dossier.notices.filter(({ code }) => code !== SCANS_NOT_READ && code !== SCANS_WAITING)
  const notices = [...others, ...(waiting.length > 0 ? [waitingNotice(waiting.length)] : scanNotices(readings))]
  return { ...rest, readings, notices, ...(waiting.length > 0 && { scansWaiting: waiting }) }
}

const SCANS_NOT_READ = 'scans-not-read'
const SCANS_WAITING = 'scans-waiting'

/** That the verdict did not wait for the scans. */
function waitingNotice(waiting: number): Notice {
  const text = withValues(PIPELINE_TEXTS.scansStillBeingRead, { waiting })
  return { code: SCANS_WAITING, text }
}

const SHOWN = 3

/** That documents were not read because reading them took more time or memory than it may: one notice for all of them. */
export function unreadNotices(readings: ReadonlyMap<string, DocumentReading> = new Map()): Notice[] {
  const unread = [...readings.values()].filter(({ text }) => text === 'overBounds').map(({ path }) => path)
  if (unread.length === 0) return []
  const [shown, more] = [unread.slice(0, SHOWN).join(', '), unread.length - SHOWN]
  const count = `${unread.length}/${readings.size}`
  const text = withValues(PIPELINE_TEXTS.textFilesNotRead, {
    count,
    shown,
    more: more > 0 ? withValues(PIPELINE_TEXTS.more, { more }) : '',
  })
  return [{ code: 'documents-not-read', text }]
}

/** That files are of another format than their names say, and were read as what they are: one notice for all of them. */
function formatNotices(readings: ReadonlyMap<string, DocumentReading> = new Map()): Notice[] {
  const other = [...readings.values()].filter(({ flags }) => flags.includes('otherFormat')).map(({ path }) => path)
  if (other.length === 0) return []
  const [shown, more] = [other.slice(0, SHOWN).join(', '), other.length - SHOWN]
  const text = withValues(PIPELINE_TEXTS.filesAnotherFormatThan, {
    other: other.length,
    shown,
    more: more > 0 ? withValues(PIPELINE_TEXTS.more2, { more }) : '',
  })
  return [{ code: 'format-not-as-named', text }]
}

/** That scans, or pages of them, were not recognised: one notice for all of them. */
function scanNotices(readings: ReadonlyMap<string, DocumentReading> = new Map()): Notice[] {
  const scans = [...readings.values()].filter(
    ({ text, format }) => text === 'scan' && (format === 'pdf' || format === 'picture'),
  )
  const unread = scans.filter(({ scan }) => scan === undefined || scan.unread > 0).map(({ path }) => path)
  if (unread.length === 0) return []
  const [shown, more] = [unread.slice(0, SHOWN).join(', '), unread.length - SHOWN]
  const text = withValues(PIPELINE_TEXTS.scansNotRecognisedOr, {
    unread: unread.length,
    scans: scans.length,
    shown,
    more: more > 0 ? withValues(PIPELINE_TEXTS.more3, { more }) : '',
  })
  return [{ code: SCANS_NOT_READ, text }]
}
