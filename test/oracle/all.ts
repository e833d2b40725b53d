import * as accountability from './accountability.ts'
import * as coverage from './coverage.ts'
import * as declaration from './declaration.ts'
import * as documents from './documents.ts'
import type { OracleAnswer, OracleInput } from './oracle.ts'
import * as upkeep from './upkeep.ts'

/** A rule written by hand. */
export type Oracle = (input: OracleInput) => OracleAnswer

const all: Record<string, unknown> = { ...accountability, ...coverage, ...declaration, ...documents, ...upkeep }

/** The hand-written rules among these ids; a function is named like its rule, in camel case. */
export function oraclesFor(ids: readonly string[]): Map<string, Oracle> {
  const named = ids.map((id) => [id, all[id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())]] as const)
  return new Map(named.filter((entry): entry is readonly [string, Oracle] => typeof entry[1] === 'function'))
}
