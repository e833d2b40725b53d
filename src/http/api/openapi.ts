import * as z from 'zod'
import type { Localized } from '../../core/errors.ts'
import { PROBLEMS, type Slug } from '../problems.ts'
import type { ApiRoute } from '../route.ts'
import { KEPT } from './open.ts'
import { PARAMETERS, type ParameterName } from './parameters.ts'
import { SCHEMAS, type SchemaName } from './schemas.ts'
import { OPENAPI_TEXTS } from './words.ts'

/** The route that serves the description of the other routes. */
export function openApiRoute(routes: readonly ApiRoute[]): ApiRoute {
  const document = openApiDocument(routes)
  return {
    id: 'openApi',
    method: 'GET',
    path: '/openapi.json',
    access: 'open',
    summary: OPENAPI_TEXTS.openapiDocumentService,
    success: {
      status: 200,
      description: OPENAPI_TEXTS.document,
      content: { 'application/json': 'text' },
    },
    handle: async ({ context }) => context.json(document, 200, KEPT),
  }
}

/** Of the API, not of the engine: it changes when a client has something to change. */
const API_VERSION = '1.0.0'

/** The OpenAPI 3.1 document of routes: plain data, the same each time. */
export function openApiDocument(routes: readonly ApiRoute[]): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const route of routes)
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation(route) }
  return {
    openapi: '3.1.1',
    info: {
      title: 'qms-verdict',
      version: API_VERSION,
      summary: 'Đánh giá sơ bộ hồ sơ Hệ thống quản lý chất lượng theo Quyết định số 19/2014/QĐ-TTg',
      description: "Pre-screens dossiers of agencies' quality management systems under Decision 19/2014/QĐ-TTg",
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths,
    components: {
      schemas: schemaComponents(),
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description:
            'Mã truy cập OIDC của cơ quan hoặc của đơn vị chủ trì / An OIDC token of an agency or of the authority of a province',
        },
      },
    },
  }
}

/** Both languages in one text. */
const both = ({ vi, en }: Localized) => `${vi} / ${en}`

const COMMON: readonly Slug[] = ['parameter-invalid', 'too-many-requests', 'fault', 'unavailable']
const TOKEN: readonly Slug[] = ['token-missing', 'token-not-accepted', 'caller-unknown']

/** A route as an operation of OpenAPI 3.1. */
function operation(route: ApiRoute): object {
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

function contents(content: ApiRoute['success']['content']): object {
  const schemaOf = (name: SchemaName | 'text') => (name === 'text' ? { type: 'string' } : reference(name))
  return Object.fromEntries(Object.entries(content).map(([type, name]) => [type, { schema: schemaOf(name) }]))
}

function slugsOf(route: ApiRoute): Slug[] {
  const rights: Record<ApiRoute['access'], readonly Slug[]> = {
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

const place = (name: string) => `#/components/schemas/${name}`

/** A reference to a schema by its name. */
const reference = (name: SchemaName) => ({ $ref: place(name) })

/** Every named schema as JSON Schema 2020-12, each naming the others by reference. */
function schemaComponents(): Record<string, object> {
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
