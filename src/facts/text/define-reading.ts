import type { Clock } from '../../base/clock.ts'
import type { ReadingDefinition, ReadingRule, TextReading } from '../../rules/readings.ts'
import type { Scope } from '../scope.ts'

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
