import { agencyCode, foldName } from '../core/names.ts'
import type { Block, Member, Register } from '../dossier/agency.ts'
import type { Dossier } from '../dossier/dossier.ts'
import type { RefusalDocument } from '../intake/refusals/refusal.ts'
import { findProfile, judgingProfile } from '../rules/rule-set.ts'
import {
  type AuthorityFiles,
  type AuthorityOptions,
  type RegisterWord,
  underAuthority,
  underRegister,
} from '../verdict/authority.ts'
import { type JudgeInput, type Judgement, judge } from '../verdict/judge.ts'
import { type EvaluationInput, readDossier, readOrRefuse } from '../verdict/pipeline.ts'
import type { Verdict } from '../verdict/verdict.ts'
import { type Screening, screeningOf } from './screening.ts'

/** What the authority's register tells of each agency, by every code it has or had. Plain data. */
export type RegisterWords = Readonly<Record<string, RegisterWord>>

/**
 * What a register tells of its agencies: the block; a former name or code, and the day the name changed; those that became
 * a part of an agency, and when; and, of an agency that was made by a merger, since when it is.
 */
export function registerWords({ members }: Register): RegisterWords {
  const known = membersOf(members)
  const words = new Map(members.map((member) => [member.code, wordOf(member, known)]))
  for (const { code, renamedFrom } of members) {
    const old = renamedFrom === undefined ? '' : agencyCode(renamedFrom)
    const word = words.get(code)
    if (word && isCode(old) && !words.has(old)) words.set(old, word)
  }
  return Object.fromEntries(words)
}

const isCode = (text: string) => /^[A-Z]\d{2}(?:\.|$)/.test(text)

/** The members of a register, looked through once: a register has thousands. */
interface Members {
  byCode: ReadonlyMap<string, Member>
  /** Those that became a part of one, by its code; where only a name is written, by that of the one member so named. */
  joined: ReadonlyMap<string, readonly Member[]>
}

function membersOf(members: readonly Member[]): Members {
  const byCode = new Map(members.map((member) => [member.code, member]))
  const byName = new Map<string, string | undefined>()
  for (const { code, name } of members) {
    const folded = foldName(name)
    byName.set(folded, byName.has(folded) ? undefined : code)
  }
  const joined = new Map<string, Member[]>()
  for (const member of members) {
    if (member.mergedInto === undefined) continue
    const said = agencyCode(member.mergedInto)
    const into = byCode.has(said) ? said : byName.get(foldName(member.mergedInto))
    if (into === undefined) continue
    const those = joined.get(into)
    if (those) those.push(member)
    else joined.set(into, [member])
  }
  return { byCode, joined }
}

function wordOf(member: Member, { byCode, joined }: Members): RegisterWord {
  const { block, changedOn, renamedFrom } = member
  const formerNames: NonNullable<RegisterWord['formerNames']> = []
  const scopeEvents: NonNullable<RegisterWord['scopeEvents']> = []
  if (renamedFrom !== undefined && changedOn !== undefined) {
    formerNames.push({ ...former(renamedFrom, byCode), until: changedOn })
    scopeEvents.push({ on: changedOn, kind: 'renamed' })
  }
  const mergedOn = new Set<string>()
  for (const { code, name, changedOn: on } of joined.get(member.code) ?? []) {
    if (on === undefined) continue
    formerNames.push({ name, code, until: on })
    if (!mergedOn.has(on)) scopeEvents.push({ on, kind: 'merged' })
    mergedOn.add(on)
  }
  // A day of change that is neither a renaming nor a joining of another is the day the agency itself was made.
  const made = changedOn !== undefined && renamedFrom === undefined && member.mergedInto === undefined
  return {
    block,
    ...(made && { establishedOn: changedOn }),
    ...(formerNames.length > 0 && { formerNames }),
    ...(scopeEvents.length > 0 && { scopeEvents }),
  }
}

/** A former name as written, or the name of the member whose code was written. */
function former(renamedFrom: string, byCode: Members['byCode']): { name: string; code?: string } {
  const code = agencyCode(renamedFrom)
  if (!isCode(code)) return { name: renamedFrom }
  return { name: byCode.get(code)?.name ?? renamedFrom, code }
}

/** What came of one bundle: a verdict and what is kept of it, or a refusal. */
export type Screened = ScreenedDossier | { kind: 'refusal'; refusal: RefusalDocument }

/**
 * One bundle through the whole for the authority's desk, which knows some things better than the agency.
 * @param known what the authority's register tells, by agency code; undefined where the register lacks the agency
 * @throws InputError for an unknown profile, or when what the authority gave cannot be used; what the source of bytes throws
 */
export async function screenBundle(
  { source, asOf, judge: by, catalogue, records, ...options }: EvaluationInput,
  known: (code: string) => RegisterWord | undefined,
): Promise<Screened> {
  const read = await readOrRefuse(() => readDossier(source, { ...options, ruleSet: by.ruleSet }), {
    asOf,
    engine: by.engine,
  })
  if ('refusal' in read) return { kind: 'refusal', refusal: read.refusal }
  return screenDossier(read.dossier, { asOf, judge: by, files: { catalogue, records, read: options } }, known)
}

/** By what a dossier is judged at the authority's desk, and what the authority gives beside it. */
export interface DeskBy extends Pick<EvaluationInput, 'asOf' | 'judge'> {
  files?: (AuthorityFiles & Pick<AuthorityOptions, 'read'>) | undefined
}

/** What came of a dossier at the authority's desk. */
export interface ScreenedDossier {
  kind: 'verdict'
  screening: Screening
  verdict: Verdict
  faults: Judgement['faults']
  /** The block its manifest says. */
  saidBlock: Block
}

/**
 * A dossier that was read, judged for the authority's desk, which knows some things better than the agency.
 * @param known what the authority's register tells, by agency code; undefined where the register lacks the agency
 * @throws InputError for an unknown profile, or when what the authority gave cannot be used
 */
export async function screenDossier(
  dossier: Dossier,
  { asOf, judge: by, files, leftOut, entering }: DeskBy & Pick<JudgeInput, 'leftOut' | 'entering'>,
  known: (code: string) => RegisterWord | undefined,
): Promise<ScreenedDossier> {
  const saidBlock = dossier.manifest.agency.block
  const given = files ? await underAuthority(dossier, files, { asOf, ruleSet: by.ruleSet, read: files.read }) : dossier
  const told = underRegister(given, known(agencyCode(dossier.manifest.agency.code)))
  const { verdict, faults } = await judge({ dossier: told, asOf, ...by, leftOut, entering })
  const profile = judgingProfile(findProfile(by.ruleSet, by.profileId), by.ruleSet.source)
  const screening = screeningOf(told, verdict, { ruleSet: by.ruleSet.source, profile })
  return { kind: 'verdict', screening, verdict, faults, saidBlock }
}
