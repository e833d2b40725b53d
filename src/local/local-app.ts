import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import type { Verifier } from '../auth/verifier.ts'
import type { Judge } from '../evaluation/evaluate-bundle.ts'
import type { Service } from '../service/service.ts'
import { createApp } from '../web/app.ts'
import { DEFAULT_UPLOAD_SECONDS } from '../web/tools.ts'
import type { OpenedPlace } from './place/opened-place.ts'

/** What the app of this process is made of. */
export interface LocalAppParts {
  place: OpenedPlace
  service: Service
  auth: Verifier
  judge: Judge
  maxUploadBytes: number
  now: () => Date
  onFault: (fault: unknown, at: object) => void
}

/** The HTTP API, and beside it the uploads where the store does not take them itself. */
export function localApp({ place, service, auth, judge, maxUploadBytes, now, onFault }: LocalAppParts): Hono {
  const api = createApp({
    service,
    auth,
    presigner: place.presigner,
    documents: place.verdicts,
    judge,
    clock: now,
    random: () => randomBytes(4).toString('hex'),
    onFault,
    settings: { maxUploadBytes, uploadSeconds: DEFAULT_UPLOAD_SECONDS },
  })
  const app = new Hono()
  if (place.uploads) app.route('/', place.uploads)
  app.all('*', (context) => api.fetch(context.req.raw))
  return app
}
