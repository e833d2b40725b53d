import * as z from 'zod'
import type { Localized } from '../../base/localized.ts'
import { PROBLEMS, type Slug } from '../problems/catalogue.ts'
import { PARAMETERS, type ParameterName } from '../request/parameters.ts'
import type { Route } from '../route.ts'
import { reference } from './components.ts'
import type { SchemaName } from './schemas.ts'

/** Both languages in one text. */
const both = ({ vi, en }: Localized) => `${vi} / ${en}`

const COMMON: readonly Slug[] = ['parameter-invalid', 'fault', 'unavailable']
const TOKEN: readonly Slug[] = ['token-missing', 'token-not-accepted', 'caller-unknown']

/** A route as an operation of OpenAPI 3.1. */
export function operation(route: Route): object {
  const { id, path, summary, body, success } = route
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as ParameterName)
  return {
    operationId: id,
    summary: summary.vi,
    description: summary.en,
    security: route.access === 'open' ? [] : [{ bearer: [] }],
    parameters: [...inPath.map((name) => parameter(name, 'path')), parameter('lang', 'query')],
    ...(body && {
      requestBody: { required: false, content: { 'application/json': { schema: reference(body.schema) } } },
    }),
    responses: {
      [success.status]: { description: both(success.description), content: contents(success.content) },
      ...problemResponses(slugsOf(route)),
    },
  }
}

function parameter(name: ParameterName, where: 'path' | 'query'): object {
  const { schema, expected, example } = PARAMETERS[name]
  const { $schema: _s, ...form } = z.toJSONSchema(schema, { io: 'input' })
  return { name, in: where, required: where === 'path', description: both(expected), schema: form, example }
}

function contents(content: Route['success']['content']): object {
  const schemaOf = (name: SchemaName | 'text') => (name === 'text' ? { type: 'string' } : reference(name))
  return Object.fromEntries(Object.entries(content).map(([type, name]) => [type, { schema: schemaOf(name) }]))
}

function slugsOf(route: Route): Slug[] {
  const rights: Record<Route['access'], readonly Slug[]> = {
    open: [],
    'read-agency': [...TOKEN, 'other-agency'],
    'write-agency': [...TOKEN, 'other-agency', 'authority-reads-only'],
    authority: [...TOKEN, 'authority-only'],
  }
  const body: readonly Slug[] = route.body ? ['body-invalid', 'body-not-json', 'body-too-large'] : []
  return [...COMMON, ...rights[route.access], ...body, ...(route.problems ?? [])]
}

/** One answer for each HTTP status, naming every kind of problem that is told with it. */
function problemResponses(slugs: readonly Slug[]): Record<string, object> {
  const statuses = [...new Set(slugs.map((slug) => PROBLEMS[slug].status))].sort()
  return Object.fromEntries(
    statuses.map((status) => {
      const kinds = slugs.filter((slug) => PROBLEMS[slug].status === status)
      const description = kinds.map((slug) => `/problems/${slug}: ${both(PROBLEMS[slug].title)}`).join('\n')
      return [status, { description, content: { 'application/problem+json': { schema: reference('Problem') } } }]
    }),
  )
}
