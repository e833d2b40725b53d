import type { Route } from '../route.ts'
import { schemaComponents } from './components.ts'
import { operation } from './operation.ts'

/** Of the API, not of the engine: it changes when a client has something to change. */
const API_VERSION = '1.0.0'

/** The OpenAPI 3.1 document of routes: plain data, the same each time. */
export function openApiDocument(routes: readonly Route[]): object {
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
