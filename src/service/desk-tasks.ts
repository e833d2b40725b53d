import { BoundedMemo } from '../core/async.ts'
import { digest, sha256 } from '../core/json.ts'
import type { AuthorityRecord } from '../dossier/authority-record.ts'
import type { Manifest } from '../dossier/manifest.ts'
import { type NamedFile, readAuthorityCatalogue } from '../intake/catalogue/authority-catalogue.ts'
import { type ScreenedDossier, screenDossier } from '../province/bundle-screening.ts'
import type { CohortInput } from '../province/submissions.ts'
import type { DeskContext } from '../render/province/context.ts'
import { vocabulary } from '../rules/facts/vocabulary.ts'
import type { LoadedRuleSet } from '../rules/load.ts'
import { readPublished } from '../rules/publish.ts'
import { findProfile, type RuleSet } from '../rules/rule-set.ts'
import type { Vocabulary } from '../rules/vocabulary.ts'
import type { RegisterWord } from '../verdict/authority.ts'
import { type DayStanding, judgeDay } from '../verdict/judge.ts'
import { previewDossier, type VerdictChange } from '../verdict/rules-diff.ts'
import { asAuthorityKnows, type SentAuthority } from './authority-files.ts'
import {
  type Around,
  judging,
  type OnDay,
  type RuleByRule,
  type TaskTools,
  type Unusable,
  usable,
} from './judging-tasks.ts'
import {
  type CheckedPrescreen,
  checkedPrescreen,
  type KeptRegister,
  keptRegister,
  type PreparedPrescreen,
  preparedPrescreen,
  registerIn,
} from './prepared-prescreen.ts'

/** A dossier judged for the authority's desk, under a profile of the desk's choice. */
export async function screen(
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
export async function preview(
  { facts, asOf, authority, profileId, rules }: OnDay & { profileId: string; rules: SentRules },
  tools: TaskTools,
): Promise<VerdictChange | Unusable> {
  const dossier = await usable(facts, tools)
  if (dossier === undefined) return { unusable: true }
  const { ruleSet: old, engine } = tools.judge
  const told = await asAuthorityKnows(dossier, authority, asOf, tools)
  const by = { dossier: told, asOf, profileId, engine, ruleSet: old }
  const key = digest([facts.sha256, facts.readings ?? null, asOf, profileId, authorityHash(authority)])
  const before = await standings.get(key, () => judgeDay(by))
  return previewDossier(told, { old, new: rulesOf(rules), profileId, asOf, engine }, before)
}

/** Whoever tries one change of a rule after the other asks of the same dossiers: how they stand now is known then. Of a province. */
const standings = new BoundedMemo<string, Promise<DayStanding>>(1000)

function authorityHash({ catalogue, records }: SentAuthority = {}): string {
  const files = [catalogue, records].flat().map((one) => {
    if (one === undefined) return null
    return 'folder' in one ? one.folder : [one.name, sha256(one.bytes)]
  })
  return digest(files)
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
export async function rules(sent: SentRules): Promise<RuleSet> {
  return rulesOf(sent).source
}

/** What a paper of the authority's desk is written from, but for the rules. */
type DeskPaper = { paper: 'plan' | 'report' } & Omit<DeskContext, 'ruleSet'>

const plan = () => import('../render/province/plan.ts')
const report = () => import('../render/province/yearly-report.ts')

/** The inspection plan or the yearly report as a page of its own. */
export async function deskPage({ paper, ...desk }: DeskPaper, { judge }: TaskTools): Promise<string> {
  const ofDesk = { ...desk, ruleSet: judge.ruleSet.source }
  return paper === 'plan' ? (await plan()).planPage(ofDesk) : (await report()).yearlyPage(ofDesk)
}

/** The same as a workbook. */
export async function deskWorkbook({ paper, ...desk }: DeskPaper, { judge }: TaskTools): Promise<Uint8Array> {
  const ofDesk = { ...desk, ruleSet: judge.ruleSet.source }
  return paper === 'plan' ? (await plan()).planWorkbook(ofDesk) : (await report()).yearlyWorkbook(ofDesk)
}

/** The pre-screening of a province, from what was kept of its dossiers, to be published. @throws InputError for an unknown profile */
export async function prescreen(
  {
    profileId,
    register,
    ...input
  }: Omit<CohortInput, 'ruleSet' | 'profile' | 'register'> & { profileId: string; register: KeptRegister['bytes'] },
  { judge: { ruleSet } }: TaskTools,
): Promise<PreparedPrescreen> {
  const profile = findProfile(ruleSet, profileId)
  const { prescreenOf } = await import('../province/draw-up.ts')
  return preparedPrescreen(prescreenOf({ ...input, register: registerIn(register).register, ruleSet, profile }))
}

/** What stands in the bytes of a published pre-screening. */
export async function published(bytes: Uint8Array): Promise<CheckedPrescreen | { wrong: string }> {
  return checkedPrescreen(bytes)
}

/** A register that was sent, as it is kept. @throws Refusal, or InputError telling every row that is not understood */
export async function register({ bytes, name }: NamedFile, tools: TaskTools): Promise<KeptRegister> {
  const { readRegister } = await import('../intake/register.ts')
  return keptRegister(await readRegister(bytes, name, tools))
}

/** The authority's records of agencies that were sent. @throws InputError naming every place that is not as it must be */
export async function records(sent: NamedFile, tools: TaskTools): Promise<AuthorityRecord[]> {
  const { readAuthorityRecords } = await import('../intake/authority-record.ts')
  return [...(await readAuthorityRecords(sent, tools))]
}

/** How many procedures a list of the authority's that was sent holds. @throws Refusal when it cannot be read */
export async function catalogue({ bytes, name }: NamedFile, tools: TaskTools): Promise<number> {
  return (await readAuthorityCatalogue(bytes, name, tools)).procedures?.length ?? 0
}

/** A manifest that was sent by itself, read as one in a bundle is. @throws Refusal with every problem */
export async function manifest({ bytes, name }: NamedFile, tools: TaskTools): Promise<Manifest> {
  if (name.endsWith('.xlsx')) {
    const { readWorkbook } = await import('../intake/manifest-xlsx/workbook.ts')
    return (await readWorkbook(bytes, name, tools)).manifest
  }
  const { parseManifest } = await import('../intake/manifest/manifest.ts')
  return (await parseManifest(bytes, name, tools.limits)).manifest
}

/** What a workbook says that is still being filled in. @throws Refusal when it is no such workbook */
export async function opened({ bytes, name }: NamedFile, tools: TaskTools) {
  const { readUnfinished } = await import('../intake/manifest-xlsx/workbook.ts')
  return readUnfinished(bytes, name, tools)
}

/** A manifest in JSON as a workbook, finished or not; or the empty one. @throws Refusal when it is no manifest at all */
export async function workbook(sent: NamedFile | undefined, tools: TaskTools): Promise<Uint8Array> {
  const { writeWorkbook } = await import('../render/workbook/workbook.ts')
  if (sent === undefined) return writeWorkbook()
  const stated = objectIn(sent.bytes)
  return writeWorkbook(stated ?? (await manifest(sent, tools)))
}

function objectIn(bytes: Uint8Array): object | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined
  } catch {
    // What is wrong with it is told by the reader of manifests.
    return undefined
  }
}
