import { CLIENT_ID, ISSUER_PATH } from '../auth/development/authorization.ts'
import type { DevelopmentProvider } from '../auth/development/provider.ts'
import { createSealer, type Sealer } from '../auth/session/sealer.ts'
import { createSignIn, type SignIn } from '../auth/sign-in/sign-in.ts'
import { TOKEN_DEFAULTS } from '../auth/verifier.ts'
import { CALLBACK_PATH } from '../pages/sign-in/paths.ts'
import { keptSecret } from './kept-secret.ts'
import { keysFolder } from './place/folder-place.ts'
import type { Issuer } from './settings.ts'
import { developmentIssuer } from './verifier.ts'

/** What browsers sign in by. */
export interface OpenedSignIn {
  signIn: SignIn
  sealer: Sealer
  development?: DevelopmentProvider
}

/**
 * Opens the way in for browsers; undefined where the service is no client of its issuer, and has no pages.
 * @param url address of the service, known once it listens
 */
export async function openSignIn(issuer: Issuer, url: () => string): Promise<OpenedSignIn | undefined> {
  if ('developmentKeys' in issuer) {
    const folder = issuer.developmentKeys
    const development = (await developmentIssuer(folder)).provider(url, CALLBACK_PATH)
    const { claims } = TOKEN_DEFAULTS
    return {
      signIn: createSignIn(() => ({ issuer: `${url()}${ISSUER_PATH}`, clientId: CLIENT_ID, claims })),
      sealer: createSealer(await keptSecret(keysFolder(folder), 'session.key')),
      development,
    }
  }
  const { client, claims } = issuer
  if (client === undefined) return undefined
  const { id: clientId, secret: clientSecret, sessionSecret } = client
  const settings = { issuer: issuer.issuer, clientId, clientSecret, claims }
  return { signIn: createSignIn(() => settings), sealer: createSealer(sessionSecret) }
}
