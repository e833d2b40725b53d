import * as z from 'zod'

/** A schema without the wrappers that say it may be absent or null. */
export function bare(schema: z.core.$ZodType): z.core.$ZodType {
  let inner = schema
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodNullable) inner = inner.unwrap()
  return inner
}

/** The schema of a member or an element; undefined where the schema knows none. */
function memberSchema(schema: z.core.$ZodType, key: PropertyKey): z.core.$ZodType | undefined {
  const inner = bare(schema)
  if (inner instanceof z.ZodObject) return Object.hasOwn(inner.shape, key) ? inner.shape[String(key)] : undefined
  if (inner instanceof z.ZodArray) return inner.element
  if (inner instanceof z.ZodUnion) {
    return inner.options.map((option) => memberSchema(option, key)).find((found) => found !== undefined)
  }
  return undefined
}

/** The schema at a path of keys and indexes; undefined past an unknown key. */
export function schemaAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): z.core.$ZodType | undefined {
  let here: z.core.$ZodType | undefined = schema
  for (const key of path) here = here && memberSchema(here, key)
  return here
}

/** The `kind` a primitive of the manifest was given (`date`, `path`, `text` …); undefined for a structure. */
export function kindOf(schema: z.core.$ZodType): string | undefined {
  const kind = z.globalRegistry.get(bare(schema))?.kind
  return typeof kind === 'string' ? kind : undefined
}

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
