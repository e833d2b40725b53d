import type { Clock } from '../../core/days.ts'
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
import { type Scope, usableFile } from './scope.ts'

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
