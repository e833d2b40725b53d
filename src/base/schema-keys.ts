import type * as z from 'zod'

type Schema = z.core.$ZodType
type Def = z.core.$ZodTypeDef & {
  shape?: Record<string, Schema>
  element?: Schema
  innerType?: Schema
  valueType?: Schema
  options?: Schema[]
  getter?: () => Schema
}

/** Steps through wrappers (optional, nullable, lazy) and unions to the schemas that a value may have here. */
function unwrap(schema: Schema): Def[] {
  const def = schema._zod.def as Def
  if (def.type === 'lazy' && def.getter) return unwrap(def.getter())
  if (def.options) return def.options.flatMap(unwrap)
  if (def.innerType) return unwrap(def.innerType)
  return [def]
}

/** The keys a closed zod schema knows at a place of a value, over all branches of unions; empty when none. */
export function keysAt(schema: Schema, path: readonly PropertyKey[]): string[] {
  let here = unwrap(schema)
  for (const step of path) {
    here = here.flatMap((def) => {
      const inner = typeof step === 'number' ? def.element : (def.shape?.[String(step)] ?? def.valueType)
      return inner ? unwrap(inner) : []
    })
  }
  return [...new Set(here.flatMap((def) => Object.keys(def.shape ?? {})))]
}
