import { importJWK, SignJWT } from 'jose'
import type { Localized } from '../../base/localized.ts'
import type { Caller } from '../caller.ts'
import { TOKEN_DEFAULTS, type TokenSettings } from '../verifier.ts'
import { CLIENT_ID } from './authorization.ts'
import { ALGORITHM, keyOf } from './key-file.ts'
import { refuseBeyondLoopback } from './loopback.ts'
import { createProvider, type DevelopmentProvider } from './provider.ts'

const ISSUER = 'urn:qms-verdict:development-issuer'
const AUDIENCE = 'qms-verdict'

/** To be said wherever the development issuer is used. */
export const DEVELOPMENT_WARNING: Localized = {
  vi: 'CẢNH BÁO: đang dùng đơn vị cấp mã truy cập THỬ NGHIỆM. Ai dùng được máy này đều có thể thay mặt mọi cơ quan. Chỉ dùng để chạy thử; khi vận hành thật phải cấu hình đơn vị cấp mã OIDC.',
  en: 'WARNING: the DEVELOPMENT issuer is in use. Whoever can use this machine can act for any agency. For trying out only; configure an OIDC issuer for real use.',
}

/** Makes tokens on a laptop, for a server on the same laptop; the key lies in a file and the two need not talk. */
export interface DevelopmentIssuer {
  /**
   * A token for a caller.
   * @param now instant of issue
   * @param seconds how long it is valid
   */
  token(caller: Caller, now: Date, seconds: number): Promise<string>
  /**
   * By which a server accepts these tokens.
   * @param host the address that it listens on
   * @throws InputError when other machines can reach it
   */
  settings(host: string): TokenSettings
  /**
   * What browsers sign in by, on a server that only this machine can reach.
   * @param url address of the server, known once it listens
   * @param redirectPath where they are sent back to
   */
  provider(url: () => string, redirectPath: string): DevelopmentProvider
}

const ID_TOKEN_SECONDS = 60

/**
 * The development issuer whose private key is kept in a file, made when it is not there.
 * @throws InputError when the file holds something else
 */
export async function openDevelopmentIssuer(file: string): Promise<DevelopmentIssuer> {
  const { d, ...publicKey } = await keyOf(file)
  const key = await importJWK({ ...publicKey, d }, ALGORITHM)
  const keys = { keys: [publicKey] }
  const tokenOf = (content: Readonly<Record<string, string>>, now: Date, seconds: number) => {
    const issuedAt = Math.floor(now.getTime() / 1000)
    return new SignJWT(content)
      .setProtectedHeader({ alg: ALGORITHM, kid: publicKey.kid, typ: 'JWT' })
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + seconds)
  }
  return {
    token: (caller, now, seconds) =>
      tokenOf(claimOf(caller), now, seconds).setIssuer(ISSUER).setAudience(AUDIENCE).sign(key),
    settings(host) {
      refuseBeyondLoopback(host)
      return { ...TOKEN_DEFAULTS, issuer: ISSUER, audience: AUDIENCE, keys: { set: keys } }
    },
    provider(url, redirectPath) {
      // By the machine's clock, since the client checks it by that, whatever clock the service runs on.
      const idToken = (issuer: string, caller: Caller, nonce: string) =>
        tokenOf({ ...claimOf(caller), nonce }, new Date(), ID_TOKEN_SECONDS)
          .setIssuer(issuer)
          .setAudience(CLIENT_ID)
          .setSubject(caller.kind === 'agency' ? caller.code : caller.province)
          .sign(key)
      return createProvider({ url, redirectPath, keys, idToken })
    },
  }
}

function claimOf(caller: Caller): Readonly<Record<string, string>> {
  const { claims } = TOKEN_DEFAULTS
  return caller.kind === 'agency' ? { [claims.agency]: caller.code } : { [claims.authority]: caller.province }
}
