import { fileURLToPath } from 'node:url'
import type { Hono } from 'hono'
import type * as z from 'zod'
import { createSealer } from '../../src/auth/session/sealer.ts'
import { createSignIn } from '../../src/auth/sign-in/sign-in.ts'
import { createPages } from '../../src/pages/app.ts'
import { readAssets } from '../../src/pages/assets/read-assets.ts'
import { createSite } from '../../src/pages/site.ts'
import type { PageTools } from '../../src/pages/tools.ts'
import type { App } from '../../src/web/app.ts'
import type { apiVariables } from '../settings/variables.ts'

/** What the pages need beside what is made here. */
type Shared = Omit<PageTools, 'signIn' | 'sealer' | 'assets' | 'publicUrl' | 'warning' | 'development'>

/**
 * The API with the pages beside it, or alone where the service is no client of its issuer.
 * @param place URL of the module of the function; what browsers load lies beside it
 */
export async function withPages(
  api: App,
  shared: Shared,
  own: z.infer<typeof apiVariables>,
  place: string,
): Promise<Hono> {
  const { OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, PUBLIC_URL: url, SESSION_SECRET: secret } = own
  if (clientId === undefined || url === undefined || secret === undefined) return createSite(api, undefined)
  const claims = { agency: own.OIDC_AGENCY_CLAIM, authority: own.OIDC_AUTHORITY_CLAIM }
  const pages = createPages({
    ...shared,
    signIn: createSignIn(() => ({ issuer: own.OIDC_ISSUER, clientId, clientSecret, claims })),
    sealer: createSealer(secret),
    assets: await readAssets(fileURLToPath(new URL('assets', place))),
    publicUrl: () => url,
  })
  return createSite(api, pages)
}
