import type { Language } from '../core/errors.ts'
import type { ByteSource, Stopwatch } from '../core/files.ts'
import { digest } from '../core/json.ts'
import type { PlannedScan } from '../documents/reader.ts'
import type { TrustList } from '../documents/settings.ts'
import type { Register } from '../dossier/agency.ts'
import type { AuthorityRecord } from '../dossier/authority-record.ts'
import type { Dossier, Notice } from '../dossier/dossier.ts'
import type { Manifest } from '../dossier/manifest.ts'
import type { LinePicture } from '../dossier/reading.ts'
import { readAuthorityRecords } from '../intake/authority-record.ts'
import type { BundleSource } from '../intake/bundle.ts'
import { type NamedFile, readAuthorityCatalogue } from '../intake/catalogue/authority-catalogue.ts'
import type { ReadLimits } from '../intake/container.ts'
import { parseManifest } from '../intake/manifest/manifest.ts'
import { readWorkbook } from '../intake/manifest-xlsx/workbook.ts'
import type { RefusalDocument } from '../intake/refusals/refusal.ts'
import { readRegister } from '../intake/register.ts'
import { type ScreenedDossier, screenDossier } from '../province/bundle-screening.ts'
import { prescreenOf } from '../province/draw-up.ts'
import type { CohortInput } from '../province/submissions.ts'
import { verdictHtml } from '../render/html/page.ts'
import type { DeskContext } from '../render/province/context.ts'
import { planPage, planWorkbook } from '../render/province/plan.ts'
import { yearlyPage, yearlyWorkbook } from '../render/province/yearly-report.ts'
import { writeWorkbook } from '../render/workbook/workbook.ts'
import { vocabulary } from '../rules/facts/vocabulary.ts'
import type { LoadedRuleSet } from '../rules/load.ts'
import { readPublished } from '../rules/publish.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import type { Vocabulary } from '../rules/vocabulary.ts'
import type { RegisterWord } from '../verdict/authority.ts'
import { findProfile, type JudgeInput, type Judgement, judge } from '../verdict/judge.ts'
import { type Evaluation, type Judge, picturesToSee, readToJudge } from '../verdict/pipeline.ts'
import { previewDossier, type VerdictChange } from '../verdict/rules-diff.ts'
import type { Verdict } from '../verdict/verdict.ts'
import { asAuthorityKnows, filesOf, type SentAuthority, type SentPerAgency } from './authority-files.ts'
import { type Facts, packFacts, unpackFacts } from './facts.ts'
import { type CheckedPrescreen, checkedPrescreen, type PreparedPrescreen, preparedPrescreen } from './published.ts'
import { readUpload } from './read-upload.ts'
import { join, scan, scansOf } from './scan-tasks.ts'

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
async function read(
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
interface OnDay {
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
async function judging<T>(
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
async function judgeFacts(
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

/** A bundle from the command line, read and judged with what is given beside it. */
async function evaluate(
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

async function usable({ bytes, sha256 }: Facts, { judge }: TaskTools): Promise<Dossier | undefined> {
  const dossier = await unpackFacts(bytes, sha256)
  // Papers that were not looked through for the words of today's rules would be judged as if they held none of them.
  return dossier?.lookedFor === digest(judge.ruleSet.lookedFor) ? dossier : undefined
}

/** Pictures of what a verdict leaves to a person, out of its bundle. */
async function pictures(
  { verdict }: { verdict: Verdict },
  tools: TaskTools,
  { source }: Around,
): Promise<LinePicture[]> {
  if (source === undefined) throw new Error('a task that reads a bundle was given none')
  return picturesToSee(verdict, source, tools)
}

/** A dossier judged for the authority's desk, under a profile of the desk's choice. */
async function screen(
  {
    facts,
    asOf,
    profileId,
    known,
    authority,
    ...how
  }: OnDay & { profileId: string; known?: RegisterWord | undefined } & Partial<RuleByRule>,
  tools: TaskTools,
  around: Around,
): Promise<ScreenedDossier | Unusable> {
  const dossier = await usable(facts, tools)
  if (dossier === undefined) return { unusable: true }
  const told = await asAuthorityKnows(dossier, authority, asOf, tools)
  const by = { asOf, judge: { ...tools.judge, profileId } }
  return judging(around, how, (how) => screenDossier(told, { ...by, ...how }, () => known))
}

/** A rule set as its file was sent. */
interface SentRules {
  text: string
  name: string
}

/** How a dossier stands under other rules. @throws InputError when they cannot be used */
async function preview(
  { facts, asOf, authority, profileId, rules }: OnDay & { profileId: string; rules: SentRules },
  tools: TaskTools,
): Promise<VerdictChange | Unusable> {
  const dossier = await usable(facts, tools)
  if (dossier === undefined) return { unusable: true }
  const { ruleSet: old, engine } = tools.judge
  const told = await asAuthorityKnows(dossier, authority, asOf, tools)
  return previewDossier(told, { old, new: rulesOf(rules), profileId, asOf, engine })
}

let lastSent: (SentRules & { loaded: LoadedRuleSet }) | undefined

/** One preview goes over all agencies by the same rules: they are built once. */
function rulesOf({ text, name }: SentRules): LoadedRuleSet {
  if (lastSent?.text === text && lastSent.name === name) return lastSent.loaded
  const loaded = readPublished(text, name, vocabulary as Vocabulary<unknown>)
  lastSent = { text, name, loaded }
  return loaded
}

/** A rule set that was sent, as it is written. @throws InputError when it cannot be used */
async function rules(sent: SentRules): Promise<RuleSet> {
  return rulesOf(sent).source
}

/** The page of a verdict. Without notices those of the facts are told, where there are any. */
async function page(
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
  return verdictHtml(verdict, { ruleSet: judge.ruleSet.source, lang, notices, pictures })
}

async function noticesOf(facts: Facts | undefined): Promise<readonly Notice[]> {
  return (facts && (await unpackFacts(facts.bytes, facts.sha256)))?.notices ?? []
}

/** What a paper of the authority's desk is written from, but for the rules. */
type DeskPaper = { paper: 'plan' | 'report' } & Omit<DeskContext, 'ruleSet'>

/** The inspection plan or the yearly report as a page of its own. */
async function deskPage({ paper, ...desk }: DeskPaper, { judge }: TaskTools): Promise<string> {
  return (paper === 'plan' ? planPage : yearlyPage)({ ...desk, ruleSet: judge.ruleSet.source })
}

/** The same as a workbook. */
function deskWorkbook({ paper, ...desk }: DeskPaper, { judge }: TaskTools): Promise<Uint8Array> {
  return (paper === 'plan' ? planWorkbook : yearlyWorkbook)({ ...desk, ruleSet: judge.ruleSet.source })
}

/** The pre-screening of a province, from what was kept of its dossiers, to be published. @throws InputError for an unknown profile */
async function prescreen(
  { profileId, ...input }: Omit<CohortInput, 'ruleSet' | 'profile'> & { profileId: string },
  { judge: { ruleSet } }: TaskTools,
): Promise<PreparedPrescreen> {
  return preparedPrescreen(prescreenOf({ ...input, ruleSet, profile: findProfile(ruleSet, profileId) }))
}

/** What stands in the bytes of a published pre-screening. */
async function published(bytes: Uint8Array): Promise<CheckedPrescreen | { wrong: string }> {
  return checkedPrescreen(bytes)
}

/** A register that was sent. @throws Refusal, or InputError telling every row that is not understood */
function register({ bytes, name }: NamedFile, tools: TaskTools): Promise<Register> {
  return readRegister(bytes, name, tools)
}

/** The authority's records of agencies that were sent. @throws InputError naming every place that is not as it must be */
async function records(sent: NamedFile, tools: TaskTools): Promise<AuthorityRecord[]> {
  return [...(await readAuthorityRecords(sent, tools))]
}

/** How many procedures a list of the authority's that was sent holds. @throws Refusal when it cannot be read */
async function catalogue({ bytes, name }: NamedFile, tools: TaskTools): Promise<number> {
  return (await readAuthorityCatalogue(bytes, name, tools)).procedures?.length ?? 0
}

/** A manifest that was sent by itself, read as one in a bundle is. @throws Refusal with every problem */
async function manifest({ bytes, name }: NamedFile, tools: TaskTools): Promise<Manifest> {
  const isWorkbook = name.endsWith('.xlsx')
  const read = isWorkbook ? readWorkbook(bytes, name, tools) : parseManifest(bytes, name, tools.limits)
  return (await read).manifest
}

/** A manifest in JSON as a workbook, or the empty one. @throws Refusal with every problem */
async function workbook(sent: NamedFile | undefined, tools: TaskTools): Promise<Uint8Array> {
  return writeWorkbook(sent && (await manifest(sent, tools)))
}

/** All that a worker may be asked: each from plain data to plain data, so that it may be done in another process. */
const TASKS = {
  evaluate,
  read,
  scan,
  join,
  pictures,
  judge: judgeFacts,
  screen,
  preview,
  rules,
  page,
  prescreen,
  published,
  deskPage,
  deskWorkbook,
  register,
  records,
  catalogue,
  manifest,
  workbook,
}

export type TaskName = keyof typeof TASKS
export type TaskInput<N extends TaskName> = Parameters<(typeof TASKS)[N]>[0]
export type TaskOutput<N extends TaskName> = Awaited<ReturnType<(typeof TASKS)[N]>>

/** Who does tasks. */
export interface Workers {
  /** @throws what the task throws, and what its source throws */
  run<N extends TaskName>(name: N, input: TaskInput<N>, around?: Around): Promise<TaskOutput<N>>
}

/** Does tasks in this process, which answers nobody meanwhile and cannot end one that does not end by itself. */
export function inThisProcess(tools: TaskTools): Workers {
  return { run: (name, input, around = {}) => doTask(name, input, tools, around) }
}

/** Does one task by its name. */
export function doTask<N extends TaskName>(
  name: N,
  input: TaskInput<N>,
  tools: TaskTools,
  around: Around,
): Promise<TaskOutput<N>> {
  const task = TASKS[name] as (input: TaskInput<N>, tools: TaskTools, around: Around) => Promise<TaskOutput<N>>
  return task(input, tools, around)
}
