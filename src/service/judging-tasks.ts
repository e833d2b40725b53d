import type { Language } from '../core/errors.ts'
import type { ByteSource, Stopwatch } from '../core/files.ts'
import { digest } from '../core/json.ts'
import { type PaperAsked, type PaperSeen, paperSeen } from '../documents/places.ts'
import type { PlannedScan } from '../documents/reader.ts'
import type { TrustList } from '../documents/settings.ts'
import type { Dossier, Notice } from '../dossier/dossier.ts'
import { manifest as manifestSchema, namedPaths } from '../dossier/manifest.ts'
import type { LinePicture } from '../dossier/reading.ts'
import { type BundleSource, readBundle } from '../intake/bundle.ts'
import type { ReadLimits, ReadOptions } from '../intake/container.ts'
import { Refusal, type RefusalDocument } from '../intake/refusals/refusal.ts'
import type { ManifestEntry } from '../render/values.ts'
import { type JudgeInput, type Judgement, judge } from '../verdict/judge.ts'
import { type Evaluation, type Judge, picturesToSee, readToJudge } from '../verdict/pipeline.ts'
import type { Verdict } from '../verdict/verdict.ts'
import { asAuthorityKnows, filesOf, type SentAuthority, type SentPerAgency } from './authority-files.ts'
import { type Facts, packFacts, unpackFacts } from './facts.ts'
import { readUpload } from './read-upload.ts'
import { scansOf } from './scan-tasks.ts'

/** By what tasks are done; the same for all that a worker does. */
export interface TaskTools {
  judge: Judge
  /** Whom signatures in documents are judged by; absent: nobody is trusted. */
  trust?: TrustList | undefined
  limits: ReadLimits
  stopwatch: Stopwatch
}

/** What of a task is under way; each part has a bound of its own. */
export type Part = 'reading' | 'judging' | 'around'

/** What is around one task. */
export interface Around {
  /** The bundle, where the task reads one. */
  source?: ByteSource | undefined
  /** Hears which part begins, and of judging one by one, with which rule it goes on. */
  entering?: (part: Part, rule?: string) => void
  /** Hears how far the task has come. */
  progress?: ((of: 'reading' | 'scans', done: number, total: number) => void) | undefined
  /** Ends reading in this process; another one is ended from outside. */
  signal?: AbortSignal | undefined
}

/** What has to be read again from its bundle: facts that are damaged, or were read for other rules. */
export interface Unusable {
  unusable: true
}

/** A bundle, read to be judged. */
export async function read(
  { code, asOf }: { code: string; asOf: string },
  tools: TaskTools,
  { source }: Around,
): Promise<{ facts: Facts; scans: PlannedScan[] } | { refusal: RefusalDocument }> {
  if (source === undefined) throw new Error('a task that reads a bundle was given none')
  const read = await readUpload(source, { code, asOf }, tools)
  if ('refusal' in read) return read
  const { dossier } = read
  return { facts: { sha256: dossier.bundle.sha256, bytes: await packFacts(dossier) }, scans: scansOf(dossier) }
}

/** What is judged, and on which day. */
export interface OnDay {
  facts: Facts
  /** `YYYY-MM-DD`, a day in Asia/Ho_Chi_Minh. */
  asOf: string
  /** What the authority gave of the agency. */
  authority?: SentAuthority | undefined
}

/** How rules are judged after judging them all took too long. */
export interface RuleByRule {
  /** Rules that are not judged any more; each is our `error`. */
  leftOut: readonly string[]
  /** The others are judged one by one, and each is told of before. */
  oneByOne: boolean
}

/** Judges as asked, and tells when it begins and ends with it. */
export async function judging<T>(
  { entering = () => undefined }: Around,
  { leftOut, oneByOne }: Partial<RuleByRule>,
  act: (how: Pick<JudgeInput, 'leftOut' | 'entering'>) => Promise<T>,
): Promise<T> {
  entering('judging')
  const how: Pick<JudgeInput, 'leftOut' | 'entering'> = {
    ...(leftOut && { leftOut: new Set(leftOut) }),
    ...(oneByOne && { entering: (rule?: string) => entering('judging', rule) }),
  }
  try {
    return await act(how)
  } finally {
    entering('around')
  }
}

/** A verdict, with what the reader of its bundle mended or ignored. */
export interface Judged extends Judgement {
  notices: readonly Notice[]
}

/** @throws InputError when what the authority gave cannot be used: it is ours, so no bundle may be refused for it */
export async function judgeFacts(
  { facts, asOf, authority, ...how }: OnDay & Partial<RuleByRule>,
  tools: TaskTools,
  around: Around,
): Promise<Judged | Unusable> {
  const dossier = await usable(facts, tools)
  if (dossier === undefined) return { unusable: true }
  const input = { dossier: await asAuthorityKnows(dossier, authority, asOf, tools), asOf, ...tools.judge }
  const judgement = await judging(around, how, (how) => judge({ ...input, ...how }))
  return { ...judgement, notices: dossier.notices }
}

/** A bundle that somebody has before them. */
interface BundleAtHand {
  /** Where it is, if it is no single file. */
  folder?: string | undefined
  catalogue?: SentPerAgency | undefined
  records?: SentPerAgency | undefined
  /** `YYYY-MM-DD`, a day in Asia/Ho_Chi_Minh. */
  asOf: string
  /** Whether scans are recognised. */
  scans: boolean
  /** Whether pictures are made of what a person has to look at. */
  pictures?: boolean | undefined
}

/** A bundle from the command line, read and judged with what is given beside it. */
export async function evaluate(
  { folder, catalogue, records, asOf, scans, pictures, ...how }: BundleAtHand & Partial<RuleByRule>,
  tools: TaskTools,
  around: Around,
): Promise<Evaluation> {
  const { source, progress, signal } = around
  const from: BundleSource | undefined = folder === undefined ? source : { folder }
  if (from === undefined) throw new Error('a task that reads a bundle was given none')
  const read = await readToJudge({
    ...tools,
    source: from,
    ...filesOf({ catalogue, records }),
    asOf,
    ...(signal && { signal }),
    progress: (done, total) => progress?.('reading', done, total),
    scans: scans ? { progress: (done, total) => progress?.('scans', done, total) } : undefined,
  })
  if ('refusal' in read) return { kind: 'refusal', document: read.refusal }
  const { dossier } = read
  const input = { dossier, asOf, ...tools.judge }
  const { verdict, faults } = await judging(around, how, (how) => judge({ ...input, ...how }))
  const shown = pictures ? { pictures: await picturesToSee(verdict, from, tools) } : {}
  return { kind: 'verdict', document: verdict, notices: dossier.notices, faults, ...shown }
}

export async function usable({ bytes, sha256 }: Facts, { judge }: TaskTools): Promise<Dossier | undefined> {
  const dossier = await unpackFacts(bytes, sha256)
  // Papers that were not looked through for the words of today's rules would be judged as if they held none of them.
  return dossier?.lookedFor === digest(judge.ruleSet.lookedFor) ? dossier : undefined
}

/** Pictures of what a verdict leaves to a person, out of its bundle. */
export async function pictures(
  { verdict }: { verdict: Verdict },
  tools: TaskTools,
  { source }: Around,
): Promise<LinePicture[]> {
  if (source === undefined) throw new Error('a task that reads a bundle was given none')
  return picturesToSee(verdict, source, tools)
}

/**
 * A paper of a bundle as a person sees it, and what the manifest says at places and wherever it names the paper.
 * @returns `gone` where the bundle is another, or does not hold the paper
 */
export async function paper(
  { file, bundle, pointers, lang, ...asked }: PaperInBundle,
  { limits, stopwatch }: Pick<TaskTools, 'limits' | 'stopwatch'>,
  { source }: Around,
): Promise<{ paper: PaperSeen; said: ManifestEntry[] } | { gone: true }> {
  if (source === undefined) throw new Error('a task that reads a bundle was given none')
  let seen: PaperSeen | undefined
  const documents: ReadOptions['documents'] = async (files) => {
    const found = files.find(({ path }) => path === file)
    seen = found && (await paperSeen(found, asked, { limits, stopwatch }))
    return new Map()
  }
  try {
    const read = await readBundle(source, { limits, stopwatch, documents })
    if (seen === undefined || read.bundle.sha256 !== bundle) return { gone: true }
    const naming = namedPaths(manifestSchema, read.manifest).filter(({ path }) => path === file)
    const places = [...pointers, ...naming.map(({ pointer }) => pointer)]
    const { manifestEntries } = await import('../render/values.ts')
    return { paper: seen, said: manifestEntries(read.manifest, places, lang) }
  } catch (error) {
    if (error instanceof Refusal) return { gone: true }
    throw error
  }
}

/** Which paper of a bundle is looked at, beside what in it. */
export interface PaperInBundle extends PaperAsked {
  /** Relative to the manifest. */
  file: string
  /** SHA-256 of the bundle. */
  bundle: string
  /** Places of the manifest that are told beside it. */
  pointers: readonly string[]
  lang: Language
}

/** The page of a verdict. Without notices those of the facts are told, where there are any. */
export async function page(
  {
    verdict,
    lang,
    pictures,
    ...told
  }: { verdict: Verdict; lang: Language; pictures?: readonly LinePicture[] | undefined } & (
    | { notices: readonly Notice[] }
    | { facts: Facts | undefined }
  ),
  { judge }: TaskTools,
): Promise<string> {
  const notices = 'notices' in told ? told.notices : await noticesOf(told.facts)
  const { verdictHtml } = await import('../render/html/page.ts')
  return verdictHtml(verdict, { ruleSet: judge.ruleSet.source, lang, notices, pictures })
}

async function noticesOf(facts: Facts | undefined): Promise<readonly Notice[]> {
  return (facts && (await unpackFacts(facts.bytes, facts.sha256)))?.notices ?? []
}
