import type { Route } from '../route.ts'
import { KEPT } from '../routes/open.ts'
import { openApiDocument } from './document.ts'

/** The route that serves the description of the other routes. */
export function openApiRoute(routes: readonly Route[]): Route {
  const document = openApiDocument(routes)
  return {
    id: 'openApi',
    method: 'GET',
    path: '/openapi.json',
    access: 'open',
    summary: { vi: 'Tài liệu OpenAPI của dịch vụ', en: 'The OpenAPI document of the service' },
    success: {
      status: 200,
      description: { vi: 'Tài liệu này', en: 'This document' },
      content: { 'application/json': 'text' },
    },
    handle: async ({ context }) => context.json(document, 200, KEPT),
  }
}
