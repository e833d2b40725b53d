import { InputError, withValues } from '../core/errors.ts'
import { digest, sha256 } from '../core/json.ts'
import { agencyCode, foldName, nearest } from '../core/names.ts'
import type { AuthorityRecord, AuthorityWord } from '../dossier/authority-record.ts'
import type { Dossier, Notice } from '../dossier/dossier.ts'
import type { Manifest } from '../dossier/manifest.ts'
import { recordOf } from '../intake/authority-record.ts'
import { type AuthorityCatalogue, catalogueOf, type PerAgency } from '../intake/catalogue/authority-catalogue.ts'
import type { ReadOptions } from '../intake/container.ts'
import type { LoadedRuleSet } from '../rules/load.ts'
import { AUTHORITY_TEXTS } from '../rules/words.ts'

/** What the authority gives beside the bundles: its lists of procedures, and its records of agencies. */
export interface AuthorityFiles {
  catalogue?: PerAgency | undefined
  records?: PerAgency | undefined
}

/** By what an authority's files are read, and the rules that its records may name. */
export interface AuthorityOptions {
  /** Day of judgement, `YYYY-MM-DD`: of several lists the newest by then counts. */
  asOf: string
  ruleSet: LoadedRuleSet
  read: ReadOptions
}

/**
 * A dossier as the authority knows it: its list of procedures instead of the agency's, and what its record tells, key by
 * key; a key that is absent erases nothing.
 * @throws Refusal when its list cannot be read; InputError when its record cannot be used
 */
export async function underAuthority(
  dossier: Dossier,
  { catalogue, records }: AuthorityFiles,
  { asOf, ruleSet, read }: AuthorityOptions,
): Promise<Dossier> {
  const { agency } = dossier.manifest
  const list = catalogue && (await catalogueOf(catalogue, agency, asOf, read))
  const known = catalogue && list === undefined ? withNotice(dossier, unlisted) : underCatalogue(dossier, list)
  const record = records && (await recordOf(records, agency.code, read))
  if (record === undefined) return records ? withNotice(known, unrecorded(agency.code)) : known
  checkRecordRules(record.record, record.name, ruleSet)
  return underRecord(known, record.record, record.sha256)
}

function withNotice(dossier: Dossier, notice: Notice): Dossier {
  return { ...dossier, notices: [...dossier.notices, notice] }
}

/** A dossier with the authority's catalogue, where one is given, instead of the agency's. */
function underCatalogue(dossier: Dossier, given: AuthorityCatalogue | undefined): Dossier {
  if (given === undefined) return dossier
  const { notices, ...inUse } = given
  return { ...dossier, catalogue: inUse, notices: [...dossier.notices, ...notices] }
}

const unlisted: Notice = {
  code: 'catalogue-agency-unlisted',
  text: AUTHORITY_TEXTS.authoritySCatalogueNo,
}

const unrecorded = (code: string): Notice => ({
  code: 'records-agency-unlisted',
  text: withValues(AUTHORITY_TEXTS.authoritySRecordDoes, { code }),
})

/** @throws InputError naming a rule of the record that the rule set does not have, and the nearest */
export function checkRecordRules(
  { papersSeen = [], decisions = [] }: AuthorityRecord,
  name: string,
  ruleSet: Pick<LoadedRuleSet, 'rules'>,
): void {
  const known = ruleSet.rules.flatMap(({ source: { id, aliases } }) => [id, ...(aliases ?? [])])
  const wrong = [...papersSeen, ...decisions].find(({ rule }) => !known.includes(rule))
  if (wrong === undefined) return
  const near = nearest(wrong.rule, known)
  throw new InputError(
    withValues(AUTHORITY_TEXTS.noRuleCommandRules, {
      name,
      rule: wrong.rule,
      near: near ? withValues(AUTHORITY_TEXTS.nearest, { near }) : '',
    }),
  )
}

/** A dossier with what the authority's record tells. */
export function underRecord(dossier: Dossier, record: AuthorityRecord, hash = sha256(JSON.stringify(record))): Dossier {
  const told: string[] = []
  const unknown: string[] = []
  const manifest = { ...dossier.manifest }
  mergeInspection(manifest, record, told, unknown)
  mergeFindings(manifest, record, told, unknown)
  mergeReport(manifest, record, told, unknown)
  const { noticeReceivedOn, papersSeen = [], decisions = [] } = record
  const stands = ({ sections = {} }: { sections?: Record<string, string> | undefined }) =>
    Object.entries(sections).every(([name, hash]) => sectionHash(dossier.manifest, name) === hash)
  const isNamed = ({ number }: { number?: string | undefined }) =>
    number === undefined || numbersIn(dossier.manifest).has(plainNumber(number))
  const word: AuthorityWord = {
    sha256: hash,
    told: [...(dossier.authority?.told ?? []), ...told],
    unknown,
    ...(noticeReceivedOn !== undefined && { noticeReceivedOn }),
    papersSeen: papersSeen.filter((one) => stands(one) && isNamed(one)),
    decisions: decisions.filter(stands),
  }
  return { ...dossier, manifest, authority: word }
}

/** The hash by which it is known again whether a section of the manifest has changed since somebody decided on it. */
export function sectionHash(manifest: Manifest, name: string): string {
  return digest(manifest[name as keyof Manifest] ?? null)
}

type Places = string[]

function mergeInspection(manifest: Manifest, { onSiteInspection }: AuthorityRecord, told: Places, unknown: Places) {
  if (onSiteInspection === undefined) return
  told.push('/onSiteInspection')
  if (onSiteInspection === null) {
    delete manifest.onSiteInspection
    return
  }
  const own = manifest.onSiteInspection
  manifest.onSiteInspection = { ...own, ...onSiteInspection }
  told.push(...Object.keys(onSiteInspection).map((key) => `/onSiteInspection/${key}`))
  if (own?.correctiveReportOn !== undefined && onSiteInspection.correctiveReportOn === undefined)
    unknown.push('/onSiteInspection/correctiveReportOn')
}

/** The record decides which findings there are and from when; of each it says what it knows of the correction. */
function mergeFindings(manifest: Manifest, { earlierFindings }: AuthorityRecord, told: Places, unknown: Places) {
  if (earlierFindings === undefined) return
  const own = new Map((manifest.earlierFindings ?? []).map((one) => [foldName(one.id), one]))
  told.push('/earlierFindings')
  manifest.earlierFindings = (earlierFindings ?? []).map((known, at) => {
    const said = own.get(foldName(known.id))
    if (known.correctedOn !== undefined) told.push(`/earlierFindings/${at}/correctedOn`)
    else if (said?.correctedOn !== undefined) unknown.push(`/earlierFindings/${at}/correctedOn`)
    return { ...said, ...known }
  })
}

function mergeReport(manifest: Manifest, { statusReport }: AuthorityRecord, told: Places, unknown: Places) {
  if (statusReport === undefined || manifest.statusReport === undefined) return
  if (statusReport === null) {
    unknown.push('/statusReport')
    return
  }
  manifest.statusReport = { ...manifest.statusReport, ...statusReport }
  told.push('/statusReport/receivedOn')
}

const plainNumber = (text: string) => foldName(text).replaceAll(' ', '')

/** Every number and code under which the manifest names a paper. */
function numbersIn(value: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (typeof value !== 'object' || value === null) return found
  for (const [key, inner] of Object.entries(value))
    if ((key === 'number' || key === 'code') && typeof inner === 'string') found.add(plainNumber(inner))
    else numbersIn(inner, found)
  return found
}

/** What the authority's register tells of an agency. Plain data. */
export interface RegisterWord {
  block: Manifest['agency']['block']
  establishedOn?: string
  formerNames?: NonNullable<Manifest['agency']['formerNames']>
  scopeEvents?: NonNullable<Manifest['scopeEvents']>
}

/**
 * A dossier with what the authority's register tells: the block, since when it is, names it had, what became of its scope.
 * It names the hash of that word where it changes anything, so that judging again can tell whether the same was given.
 */
export function underRegister(dossier: Dossier, known: RegisterWord | undefined): Dossier {
  if (known === undefined) return dossier
  const { block, establishedOn, formerNames = [], scopeEvents = [] } = known
  const { agency, scopeEvents: said = [] } = dossier.manifest
  const told: string[] = []
  const names = new Set(formerNames.flatMap(({ name, code }) => [foldName(name), ...(code ? [agencyCode(code)] : [])]))
  const others = (agency.formerNames ?? []).filter(
    ({ name, code }) => !names.has(foldName(name)) && !(code !== undefined && names.has(agencyCode(code))),
  )
  const events = scopeEvents.filter(({ on, kind }) => !said.some((one) => one.on === on && one.kind === kind))
  if (establishedOn !== undefined) told.push('/agency/establishedOn')
  if (formerNames.length > 0) told.push(...formerNames.map((_, at) => `/agency/formerNames/${others.length + at}`))
  // An agency that says nothing of its scope has not said that nothing else has changed: the section stays absent.
  const stated = dossier.manifest.scopeEvents !== undefined
  if (stated) told.push(...events.map((_, at) => `/scopeEvents/${said.length + at}`))
  if (told.length === 0 && block === agency.block) return dossier
  const manifest = {
    ...dossier.manifest,
    agency: {
      ...agency,
      block,
      ...(establishedOn !== undefined && { establishedOn }),
      ...(formerNames.length > 0 && { formerNames: [...others, ...formerNames] }),
    },
    ...(stated && events.length > 0 && { scopeEvents: [...said, ...events] }),
  }
  const register = { sha256: registerHash(known) }
  if (told.length === 0) return { ...dossier, manifest, register }
  const { authority } = dossier
  const word = authority ?? { sha256: null, told: [], unknown: [], papersSeen: [], decisions: [] }
  return { ...dossier, manifest, register, authority: { ...word, told: [...told, ...word.told] } }
}

/** By which it is known again what a register told of an agency: other rows of it may change. */
export function registerHash(known: RegisterWord): string {
  return digest(known)
}
