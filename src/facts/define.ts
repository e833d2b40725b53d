import type { ItemReadingDefinition, ReadingRule } from '../rules/readings.ts'
import type { FactDefinition, FieldDefinition, ListDefinition } from '../rules/vocabulary.ts'
import type { Scope } from './scope.ts'

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
