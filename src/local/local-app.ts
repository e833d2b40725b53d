import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import type { Verifier } from '../auth/verifier.ts'
import type { Localized } from '../base/localized.ts'
import type { Judge } from '../evaluation/evaluate-bundle.ts'
import { createPages } from '../pages/app.ts'
import { readAssets } from '../pages/assets/read-assets.ts'
import { createSite } from '../pages/site.ts'
import type { PageTools } from '../pages/tools.ts'
import type { Service } from '../service/service.ts'
import { createApp } from '../web/app.ts'
import { DEFAULT_UPLOAD_SECONDS } from '../web/tools.ts'
import type { OpenedPlace } from './place/opened-place.ts'
import type { OpenedSignIn } from './sign-in.ts'

/** What the app of this process is made of. */
export interface LocalAppParts {
  place: OpenedPlace
  service: Service
  auth: Verifier
  /** Absent: no pages. */
  signIn: OpenedSignIn | undefined
  /** Said on every page. */
  warning: Localized | undefined
  /** Folder of what browsers load. */
  assets: string
  /** What the authority says of itself on its papers. */
  authority: PageTools['authority']
  url: () => string
  judge: Judge
  maxUploadBytes: number
  uploadsPerDay: number
  now: () => Date
  onFault: (fault: unknown, at: object) => void
}

/**
 * The HTTP API, the pages, and beside them the uploads where the store does not take them itself.
 * @throws InputError when what browsers load is not there
 */
export async function localApp(parts: LocalAppParts): Promise<Hono> {
  const { place, service, auth, signIn, warning, authority, url, judge, maxUploadBytes, uploadsPerDay, now, onFault } =
    parts
  const tools = {
    service,
    auth,
    presigner: place.presigner,
    documents: place.verdicts,
    desk: place.verdicts,
    judge,
    clock: now,
    random: () => randomBytes(4).toString('hex'),
    onFault,
    settings: { maxUploadBytes, uploadSeconds: DEFAULT_UPLOAD_SECONDS, uploadsPerDay },
  }
  const api = createApp(tools)
  const app = new Hono()
  if (place.uploads) app.route('/', place.uploads)
  if (signIn === undefined) return app.all('*', (context) => api.fetch(context.req.raw))
  const assets = await readAssets(parts.assets)
  const pages = createPages({ ...tools, ...signIn, assets, warning, authority, publicUrl: url })
  return app.route('/', createSite(api, pages))
}
