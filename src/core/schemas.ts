import * as z from 'zod'
import { own } from './json.ts'

/**
 * A stored value as a schema of closed objects reads it, without the keys that it does not know: a later release wrote
 * them, and an earlier one passes over them. What is written is checked by the schema as it stands.
 * @throws ZodError when the value is otherwise not as it must be
 */
export function parseOpenly<T>(schema: z.ZodType<T>, value: unknown): T {
  const found = schema.safeParse(value)
  if (found.success) return found.data
  const known: unknown = structuredClone(value)
  let isOpened = false
  for (const issue of found.error.issues) {
    if (issue.code !== 'unrecognized_keys') continue
    const holder = issue.path.reduce<unknown>((inner, key) => Reflect.get(Object(inner), key), known)
    for (const key of issue.keys) isOpened = Reflect.deleteProperty(Object(holder), key) || isOpened
  }
  if (!isOpened) throw found.error
  return schema.parse(known)
}

/** A schema without the wrappers that say it may be absent or null. */
export function bare(schema: z.core.$ZodType): z.core.$ZodType {
  let inner = schema
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodNullable) inner = inner.unwrap()
  return inner
}

/** The `kind` a primitive of the manifest was given (`date`, `path`, `text` …); undefined for a structure. */
export function kindOf(schema: z.core.$ZodType): string | undefined {
  const kind = z.globalRegistry.get(bare(schema))?.kind
  return typeof kind === 'string' ? kind : undefined
}

/** The most characters of a text that a schema takes; undefined where it is no bounded text. */
export function longestOf(schema: z.core.$ZodType): number | undefined {
  const longest = z.globalRegistry.get(bare(schema))?.longest
  return typeof longest === 'number' ? longest : undefined
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

/** What a value may be here: through what wraps a schema (optional, nullable, lazy) and over the branches of unions. */
function branchesOf(schema: Schema): Def[] {
  const def = schema._zod.def as Def
  if (def.type === 'lazy' && def.getter) return branchesOf(def.getter())
  if (def.options) return def.options.flatMap(branchesOf)
  return def.innerType ? branchesOf(def.innerType) : [def]
}

/** The schemas that a value may have at a path of keys and indexes; none past an unknown key. */
function schemasAt(schema: Schema, path: readonly PropertyKey[]): Schema[] {
  let here = [schema]
  for (const key of path)
    here = here.flatMap(branchesOf).flatMap(({ element, shape, valueType }) => {
      const inner = element ?? own(shape, String(key)) ?? valueType
      return inner ? [inner] : []
    })
  return here
}

/** The schema at a path, the first where a union has several; undefined past an unknown key. */
export function schemaAt(schema: Schema, path: readonly PropertyKey[]): Schema | undefined {
  return schemasAt(schema, path)[0]
}

/** The keys a closed schema knows at a path, over all branches of unions; empty when none. */
export function keysAt(schema: Schema, path: readonly PropertyKey[]): string[] {
  const branches = schemasAt(schema, path).flatMap(branchesOf)
  return [...new Set(branches.flatMap(({ shape }) => Object.keys(shape ?? {})))]
}
