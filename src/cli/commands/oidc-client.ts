import { SECRET_BYTES } from '../../auth/session/sealer.ts'
import { InputError } from '../../base/errors.ts'
import type { OidcClient } from '../../local/settings.ts'
import { flagOrVariable, type Given, required } from '../flag-or-variable.ts'

const SECRET_VARIABLE = 'SESSION_SECRET'

/**
 * What the service is to its issuer; undefined when it has no pages. Secrets come from the environment alone, since
 * others can read the arguments of a process.
 * @throws InputError saying what is missing or wrong
 */
export function oidcClient(given: Given): OidcClient | undefined {
  const id = flagOrVariable('oidc-client-id', 'OIDC_CLIENT_ID', given)
  if (id === undefined) return undefined
  required('public-url', 'PUBLIC_URL', given, '--oidc-client-id (OIDC_CLIENT_ID)')
  const { OIDC_CLIENT_SECRET: secret, [SECRET_VARIABLE]: sessionSecret } = given.environment
  return { id, secret: secret === '' ? undefined : secret, sessionSecret: secretBytes(sessionSecret) }
}

function secretBytes(text: string | undefined): Uint8Array {
  const bytes = Buffer.from(text ?? '', 'base64')
  if (bytes.length >= SECRET_BYTES) return bytes
  const found = text === undefined || text === '' ? 0 : bytes.length
  throw new InputError({
    vi: `Biến môi trường ${SECRET_VARIABLE} (khóa bảo vệ phiên đăng nhập) có ${found} byte, cần ít nhất ${SECRET_BYTES} byte ghi dạng base64, giống nhau ở mọi tiến trình. Tạo bằng lệnh: openssl rand -base64 ${SECRET_BYTES}`,
    en: `Environment variable ${SECRET_VARIABLE} (seals the sessions) has ${found} bytes; at least ${SECRET_BYTES} bytes in base64 are needed, the same in every process. Make one with: openssl rand -base64 ${SECRET_BYTES}`,
  })
}
