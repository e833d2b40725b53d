import type * as z from 'zod'
import { toPointer } from '../base/pointer.ts'
import { kindOf, memberSchema } from '../base/schema-walk.ts'

/** A path the manifest names, and where. */
export interface NamedPath {
  path: string
  /** RFC 6901. */
  pointer: string
}

/** Every path a checked value names, in the order of the value: all texts whose schema has the kind `path`. */
export function namedPaths(schema: z.core.$ZodType, value: unknown): NamedPath[] {
  const found: NamedPath[] = []
  collect(schema, value, [])
  return found

  function collect(here: z.core.$ZodType, part: unknown, at: readonly string[]): void {
    if (typeof part === 'string') {
      if (kindOf(here) === 'path') found.push({ path: part, pointer: toPointer(at) })
      return
    }
    if (typeof part !== 'object' || part === null) return
    for (const [key, member] of Object.entries(part)) {
      const schemaOfMember = memberSchema(here, key)
      if (schemaOfMember !== undefined) collect(schemaOfMember, member, [...at, key])
    }
  }
}
