import type { Clock } from '../../core/days.ts'
import { sha256 } from '../../core/json.ts'
import { agencyCode } from '../../core/names.ts'
import type { DocumentFacts, Found } from '../../dossier/reading.ts'
import type {
  FactDefinition,
  FieldDefinition,
  ItemReadingDefinition,
  ListDefinition,
  ReadingDefinition,
  ReadingRule,
  TextReading,
} from '../vocabulary.ts'
import { day, type Scope, usableFile } from './scope.ts'

/** A fact of this product's vocabulary. */
export type Fact = FactDefinition<Scope>
/** Facts of one subject, by name. */
export type Facts = Readonly<Record<string, Fact>>

/** A list of this product's vocabulary; checks that the fields fit the items. */
export function list<Item>(definition: ListDefinition<Scope, Item>): ListDefinition<Scope, Item> {
  return definition
}

/** A field read straight off the item. */
export function field<Item>(
  type: FieldDefinition<Item>['type'],
  vi: string,
  en: string,
  read: FieldDefinition<Item>['read'],
): FieldDefinition<Item> {
  return { type, label: { vi, en }, read }
}

/** A fact of a given kind; `pointer` says where in the manifest it stands. */
export function fact(type: Fact['type'], vi: string, en: string, read: Fact['read'], pointer?: Fact['pointer']): Fact {
  return { type, label: { vi, en }, read, ...(pointer && { pointer }) }
}

/** One thing to look for in the document of an item. */
export function itemReading<Item>(
  kind: Omit<ReadingRule, 'label'>,
  vi: string,
  en: string,
  read: ItemReadingDefinition<Item>['read'],
): ItemReadingDefinition<Item> {
  return { ...kind, label: { vi, en }, read }
}

/** Things to look for in the documents of one subject, by name. */
export type Readings = Readonly<Record<string, ReadingDefinition<Scope>>>

/** What is common to things of one kind, whatever document they stand in. */
export type Kind = Omit<ReadingRule, 'label'>

/** One thing to look for in a document. */
export function reading(
  kind: Kind,
  vi: string,
  en: string,
  read: (scope: Scope, clock: Clock) => TextReading | undefined,
): ReadingDefinition<Scope> {
  return { ...kind, label: { vi, en }, read }
}

type FoundValues = readonly Found<string | number>[]

/**
 * What the text of a named file says of one thing. Absent when documents were not read, when no file is named, and when
 * the file cannot be used: what is missing is told by the rule that requires it.
 */
export function readingOf(
  scope: Scope,
  path: string | undefined,
  pick: (facts: DocumentFacts, scope: Scope) => FoundValues,
): TextReading | undefined {
  const { readings } = scope.dossier
  const file = readings && usableFile(scope, path)
  if (file === undefined) return undefined
  const reading = readings?.get(file)
  const found = reading?.facts ? pick(reading.facts, scope) : []
  const text = reading?.text ?? 'none'
  return { file, found, flags: reading?.flags ?? [], ...(text !== 'read' && { why: text }) }
}

/** The names of those who signed, each where it stands. */
export function signers({ signer }: DocumentFacts): readonly Found<string>[] {
  return signer.map((one) => ({ ...one, value: one.value.name }))
}

/** Whether a file bears digital signatures and every one is intact, trusted and complete. */
export function isSigned({ dossier }: Scope, path: string): boolean {
  const signatures = dossier.readings?.get(path)?.signatures ?? []
  return signatures.length > 0 && signatures.every(({ intact, trusted, complete }) => intact && trusted && complete)
}

/** Of more items than this, papers are asked of a sample. */
const MANY = 30
/** How many items a sample has. */
const SAMPLE = 20

/** The processes whose papers are asked for, by code: of many, a sample drawn the same way by everybody. */
export interface Sample {
  codes: ReadonlySet<string>
  total: number
  /** False: there are so few that all are asked for. */
  drawn: boolean
}

/**
 * The processes not withdrawn whose files are asked for. Of more than 30 the 20 whose code, with the agency's code and
 * the assessment year, has the least hash: nobody chooses them, and everybody can draw them again.
 */
export function sampledProcesses({ manifest }: Pick<Scope, 'manifest'>, clock: Clock): Sample {
  const codes = new Set<string>()
  for (const { code, withdrawnOn } of manifest.processes ?? [])
    if (clock.inForce(undefined, day(withdrawnOn))) codes.add(code)
  if (codes.size <= MANY) return { codes, total: codes.size, drawn: false }
  const { agency, assessmentYear } = manifest
  const lot = (code: string) => sha256(JSON.stringify([agencyCode(agency.code), assessmentYear, code]))
  const drawn = [...codes].map((code) => ({ code, lot: lot(code) })).sort((a, b) => (a.lot < b.lot ? -1 : 1))
  return { codes: new Set(drawn.slice(0, SAMPLE).map(({ code }) => code)), total: codes.size, drawn: true }
}
