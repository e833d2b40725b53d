import * as z from 'zod'
import { InputError, withValues } from '../core/errors.ts'
import { canonical, digest } from '../core/json.ts'
import { nearest } from '../core/names.ts'
import { ASSURANCES, SEVERITIES } from './answer.ts'
import { basis, identifier, isoDate, localized, paramValue, type RuleSource } from './rule-source.ts'
import { JUDGE_TEXTS } from './words.ts'

/** Everything of `rules/` as plain data, in rule-set order: what a release publishes as one immutable file. */
export interface RuleSet extends RuleSetHead {
  rules: RuleSource[]
  sources: Source[]
  standards: Edition[]
  grades: Grade[]
  holidays: Holidays
  blocks: BlockEntry[]
  profiles: Profile[]
}

/** SHA-256 over the RFC 8785 form of a rule set: two sets that judge alike in every word have the same one. */
export function ruleSetHash(ruleSet: RuleSet): string {
  return digest(ruleSet)
}

/**
 * A rule set as the immutable file a release publishes.
 *
 * @param date day of publication, `YYYY-MM-DD`; it stands in the name only
 */
export function publishRuleSet(
  { source, sha256 }: { source: RuleSet; sha256: string },
  date: string,
): { name: string; text: string } {
  return { name: `rule-set-${date}-${sha256}.json`, text: `${canonical(source)}\n` }
}

/** How sure an entry of a register is: read in the text itself, told alike by two public sources, or by one alone. */
const sure = z.enum(['read', 'confirmed', 'probable'])

/** A legal text or practice that rules rest on. `to` is the first day no longer in force. */
export const source = z.strictObject({
  id: identifier,
  number: z.string().optional(),
  aliases: z.array(z.string()).optional(),
  title: localized,
  issuer: localized.optional(),
  from: isoDate,
  to: isoDate.optional(),
  replacedBy: identifier.optional(),
  lastChecked: isoDate,
  /** How its days in force are known; absent: as the note says. */
  sure: sure.optional(),
  note: localized.optional(),
})

/** An edition of the standard and when a declaration may name it. `to` is the first day it may not. */
export const edition = z.strictObject({
  id: identifier,
  edition: z.string().regex(/^\d{4}:\d{4}$/),
  title: localized,
  status: z.enum(['accepted', 'awaitingGuidance']),
  from: isoDate,
  to: isoDate.optional(),
  /** First day on which a first declaration may no longer name it. */
  notForFirstFrom: isoDate.optional(),
  basis: z.array(basis).min(1),
})

/**
 * A grade and what earns it: points of the score, and the percentage of the score that papers back. `read`: the papers
 * that the profile demands must have been read, too.
 */
export const grade = z.strictObject({
  id: identifier,
  label: localized,
  atLeast: z.number().min(0).max(100),
  backed: z.number().min(0).max(100),
  read: z.literal(true).optional(),
})

/** A fixed public holiday, kept every year from a day on; `inLieu`: on a weekend it frees the next working day. */
const fixedHoliday = z.strictObject({
  monthDay: z.string().regex(/^\d{2}-\d{2}$/),
  from: isoDate,
  inLieu: z.literal(true).optional(),
  title: localized,
})

/** Days off set for one year, both ends inclusive, by a notice. */
const datedHoliday = z.strictObject({
  from: isoDate,
  through: isoDate.optional(),
  title: localized,
  notice: z.string().min(1),
  sure,
  lastChecked: isoDate,
})

/** Public holidays of the whole country; after `knownThrough` the days set year by year are not known. */
export const holidays = z.strictObject({
  knownThrough: isoDate,
  fixed: z.array(fixedHoliday),
  dated: z.array(datedHoliday),
})

/** A block of agencies and its duty; `endedFrom` is the first day such agencies no longer exist. */
export const block = z.strictObject({
  id: identifier,
  label: localized,
  duty: z.enum(['obliged', 'encouraged']),
  endedFrom: isoDate.optional(),
  basis: z.array(basis).min(1),
})

export const group = z.strictObject({ id: identifier, title: localized })

const window = { from: isoDate.optional(), to: isoDate.optional() }
/** Why a profile departs from the national rules, and by which decision. Without dates of its own it holds as long as its profile. */
const reasoned = { reason: localized, decision: z.string().min(1), ...window }

/** What a target of the province counts; a target is never an agency's failure. */
const MEASURES = [
  'declaredShare',
  'declaredCount',
  'metShare',
  /** Of agencies: those whose declaration in force names an edition and was signed by a day. */
  'editionDeclaredShare',
  'coveredShare',
  /** Of procedures in force: those that stand in the declaration in force. */
  'declaredProceduresShare',
  'newlyDeclaredCount',
  /** On site or by dossier. */
  'inspectedCount',
  'dossierCount',
  'onSiteCount',
] as const

/** A target of the province: reached when the figure is at least `required`, or more than it when `strict`. Shares are 0 to 1. */
const target = z.strictObject({
  id: identifier,
  label: localized,
  measure: z.enum(MEASURES),
  blocks: z.array(identifier).min(1).optional(),
  /** Of `editionDeclaredShare`: the edition, and the last day by which its declaration was signed. */
  edition: z
    .string()
    .regex(/^\d{4}:\d{4}$/)
    .optional(),
  by: isoDate.optional(),
  /** Of `newlyDeclaredCount`: the first day from which a first declaration is a new one. */
  since: isoDate.optional(),
  required: z.number().min(0),
  strict: z.boolean(),
  /** The plan sets no number: the figure is told, and nothing is missed. */
  information: z.literal(true).optional(),
  ...reasoned,
})

/** What a plan asks of the authority itself in a year and no dossier shows: classes, communication, funds, letters. */
const task = z.strictObject({
  id: identifier,
  label: localized,
  required: z.number().min(0).optional(),
  ...reasoned,
})

const override = z.strictObject({
  rule: identifier,
  params: z.record(z.string(), paramValue).optional(),
  severity: z.enum(SEVERITIES).optional(),
  weight: z.number().int().min(1).max(100).optional(),
  off: z.literal(true).optional(),
  /** The least assurance with which the rule passes; a pass that is backed less misses evidence. */
  leastAssurance: z.enum(ASSURANCES).optional(),
  ...reasoned,
})

/** A local programme: data over the national rules, nothing executable. Outside `from`/`to` the national values hold. */
export const profile = z.strictObject({
  id: identifier,
  title: localized,
  province: z.string().optional(),
  decision: z.string().optional(),
  ...window,
  overrides: z.array(override).optional(),
  oblige: z.array(z.strictObject({ block: identifier, ...reasoned })).optional(),
  editions: z.array(z.strictObject({ edition: z.string(), accepted: z.literal(true), ...reasoned })).optional(),
  grades: z.array(grade).min(1).optional(),
  targets: z.array(target).optional(),
  tasks: z.array(task).optional(),
  holidays: z.array(isoDate).optional(),
})

/** The way of scoring: 2 counts what a person must look at as missing evidence, and weighs what papers back. */
export const SCORING = 2

/** What stands at the top of `rules/rule-set.yaml`. */
export const ruleSetHead = z.strictObject({
  id: identifier,
  version: z.string().min(1),
  title: localized,
  /** By which way of scoring its rules are judged, so that what changes the score of all rules is dated like a rule. */
  scoring: z.literal(SCORING),
  groups: z.array(group).min(1),
})

export type Source = z.infer<typeof source>
export type Edition = z.infer<typeof edition>
export type Grade = z.infer<typeof grade>
export type Holidays = z.infer<typeof holidays>
type BlockEntry = z.infer<typeof block>
export type Profile = z.infer<typeof profile>
export type Target = NonNullable<Profile['targets']>[number]
export type Override = NonNullable<Profile['overrides']>[number]
export type RuleSetHead = z.infer<typeof ruleSetHead>

/**
 * The profile (bộ thông số của địa phương) of a rule set by its id.
 * @throws InputError naming the nearest one and all there are
 */
export function findProfile({ source: { profiles } }: { source: Pick<RuleSet, 'profiles'> }, id: string): Profile {
  const found = profiles.find((profile) => profile.id === id)
  if (found) return found
  const known = profiles.map((profile) => profile.id)
  const near = nearest(id, known)
  const list = known.join(', ')
  throw new InputError(
    withValues(JUDGE_TEXTS.noProfileProfiles, {
      id,
      list,
      near: near ? withValues(JUDGE_TEXTS.nearest, { near }) : '',
    }),
  )
}

/** The profile of the whole country. What it demands of papers holds in every province that says nothing else. */
const NATIONAL = 'national'

/**
 * A profile as it judges: dated, and with the papers that the national profile demands before its own entries, of which
 * the later one counts.
 */
export function judgingProfile(profile: Profile, { profiles }: Pick<RuleSet, 'profiles'>): Profile {
  const national = profiles.find(({ id }) => id === NATIONAL)
  const own = datedProfile(profile)
  if (national === undefined || profile.id === NATIONAL) return own
  const demanded = (datedProfile(national).overrides ?? []).flatMap(
    ({ leastAssurance, rule, reason, decision, from, to }) =>
      leastAssurance === undefined ? [] : [{ rule, leastAssurance, reason, decision, from, to }],
  )
  return { ...own, overrides: [...demanded, ...(own.overrides ?? [])] }
}

/**
 * A profile in which every entry carries its own days: one without dates holds as long as its profile does. What the
 * province has not dated ends with the programme; the national rules go on.
 */
export function datedProfile(profile: Profile): Profile {
  const { from, to } = profile
  const dated = <T extends { from?: string | undefined; to?: string | undefined }>(entries: readonly T[] | undefined) =>
    entries?.map((entry) => ({ ...entry, from: entry.from ?? from, to: entry.to ?? to }))
  const { overrides, oblige, editions, targets, tasks } = profile
  return {
    ...profile,
    overrides: dated(overrides),
    oblige: dated(oblige),
    editions: dated(editions),
    targets: dated(targets),
    tasks: dated(tasks),
  }
}
