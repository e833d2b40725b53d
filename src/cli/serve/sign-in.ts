import { join } from 'node:path'
import type { Localized } from '../../core/errors.ts'
import { CALLBACK_PATH } from '../../core/paths.ts'
import { CLIENT_ID, hostOf, ISSUER_PATH, refuseBeyondLoopback } from '../../http/sign-in/authorization.ts'
import { TOKEN_DEFAULTS } from '../../http/sign-in/caller.ts'
import {
  DEVELOPMENT_WARNING,
  type DevelopmentIssuer,
  type DevelopmentProvider,
  openDevelopmentIssuer,
} from '../../http/sign-in/development-issuer.ts'
import { createSealer, type Sealer } from '../../http/sign-in/sealer.ts'
import { createSignIn, type SignIn } from '../../http/sign-in/sign-in.ts'
import { createVerifier, type Verifier } from '../../http/sign-in/verifier.ts'
import { keptSecret, keysFolder } from './place.ts'
import type { Issuer } from './settings.ts'

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

/** The development issuer of a folder: the server and `qms-verdict token` meet there. */
export function developmentIssuer(folder: string): Promise<DevelopmentIssuer> {
  return openDevelopmentIssuer(join(keysFolder(folder), 'development-issuer.json'))
}

/**
 * What checks tokens, and what is to be said of it.
 * @param host the address that the server listens on
 * @param publicUrl under which others reach it, if any do
 * @throws InputError when the development issuer could be reached from other machines
 */
export async function openVerifier(
  issuer: Issuer,
  host: string,
  publicUrl: string | undefined,
): Promise<{ verifier: Verifier; warning?: Localized }> {
  if ('developmentKeys' in issuer) {
    if (publicUrl !== undefined) refuseBeyondLoopback(hostOf(publicUrl))
    const settings = (await developmentIssuer(issuer.developmentKeys)).settings(host)
    return { verifier: createVerifier(settings), warning: DEVELOPMENT_WARNING }
  }
  const { issuer: name, audience, keysUrl, claims, tokenType } = issuer
  const accepted = { issuer: name, audience, claims, tokenType, keys: { url: keysUrl } }
  return { verifier: createVerifier({ ...TOKEN_DEFAULTS, ...accepted }) }
}
