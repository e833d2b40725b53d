import { join } from 'node:path'
import { DEVELOPMENT_WARNING, type DevelopmentIssuer, openDevelopmentIssuer } from '../auth/development/issuer.ts'
import { hostOf, refuseBeyondLoopback } from '../auth/development/loopback.ts'
import { createVerifier, TOKEN_DEFAULTS, type Verifier } from '../auth/verifier.ts'
import type { Localized } from '../base/localized.ts'
import { keysFolder } from './place/folder-place.ts'
import type { Issuer } from './settings.ts'

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
  const { issuer: name, audience, keysUrl, claims } = issuer
  const accepted = { issuer: name, audience, claims, keys: { url: keysUrl } }
  return { verifier: createVerifier({ ...TOKEN_DEFAULTS, ...accepted }) }
}
