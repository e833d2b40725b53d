import { importJWK, SignJWT } from 'jose'
import type { Localized } from '../../base/localized.ts'
import type { Caller } from '../caller.ts'
import { TOKEN_DEFAULTS, type TokenSettings } from '../verifier.ts'
import { ALGORITHM, keyOf } from './key-file.ts'
import { refuseBeyondLoopback } from './loopback.ts'

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
}

/**
 * The development issuer whose private key is kept in a file, made when it is not there.
 * @throws InputError when the file holds something else
 */
export async function openDevelopmentIssuer(file: string): Promise<DevelopmentIssuer> {
  const { d, ...publicKey } = await keyOf(file)
  const key = await importJWK({ ...publicKey, d }, ALGORITHM)
  return {
    async token(caller, now, seconds) {
      const { claims } = TOKEN_DEFAULTS
      const claim =
        caller.kind === 'agency' ? { [claims.agency]: caller.code } : { [claims.authority]: caller.province }
      const issuedAt = Math.floor(now.getTime() / 1000)
      return new SignJWT(claim)
        .setProtectedHeader({ alg: ALGORITHM, kid: publicKey.kid, typ: 'JWT' })
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + seconds)
        .sign(key)
    },
    settings(host) {
      refuseBeyondLoopback(host)
      return { ...TOKEN_DEFAULTS, issuer: ISSUER, audience: AUDIENCE, keys: { set: { keys: [publicKey] } } }
    },
  }
}
