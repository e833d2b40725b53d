import * as z from 'zod'
import { SCHEMAS, type SchemaName } from './schemas.ts'

const place = (name: string) => `#/components/schemas/${name}`

/** A reference to a schema by its name. */
export const reference = (name: SchemaName) => ({ $ref: place(name) })

/** Every named schema as JSON Schema 2020-12, each naming the others by reference. */
export function schemaComponents(): Record<string, object> {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(SCHEMAS)) registry.add(schema, { id })
  const { schemas } = z.toJSONSchema(registry, { uri: place, override: ({ jsonSchema }) => withoutBounds(jsonSchema) })
  return Object.fromEntries(Object.entries(schemas).map(([id, { $schema: _s, $id: _i, ...schema }]) => [id, schema]))
}

/** zod tells of whole numbers how large a JavaScript number can be; that says nothing of the field. */
function withoutBounds(schema: { minimum?: number; maximum?: number }): void {
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum
}
