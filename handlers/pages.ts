import { fileURLToPath } from 'node:url'
import type { Hono } from 'hono'
import type * as z from 'zod'
import { InputError } from '../src/core/errors.ts'
import { type App, createPages, createSite } from '../src/http/app.ts'
import { readAssets } from '../src/http/assets.ts'
import { createSealer, SECRET_BYTES } from '../src/http/sign-in/sealer.ts'
import { SESSION_SECONDS } from '../src/http/sign-in/session.ts'
import { createSignIn } from '../src/http/sign-in/sign-in.ts'
import type { PageTools } from '../src/http/tools.ts'
import { type Authority, readAuthority } from '../src/province/authority.ts'
import { createEndedSessions } from '../src/service/ended-sessions.ts'
import type { Store } from '../src/service/store.ts'
import { vaultSecret } from './aws.ts'
import type { apiVariables } from './settings.ts'

/** What the pages need beside what is made here. */
type Shared = Omit<PageTools, 'signIn' | 'sealer' | 'sessions' | 'assets' | 'publicUrl' | 'warning' | 'development'>

/**
 * The API with the pages beside it, or alone where the service is no client of its issuer.
 * @param place URL of the module of the function; what browsers load lies beside it
 * @param bundles where it is kept which sessions were ended
 * @throws InputError when a secret cannot be used; what the SDK throws
 */
export async function withPages(
  api: App,
  shared: Shared,
  own: z.infer<typeof apiVariables>,
  place: string,
  bundles: Store,
): Promise<Hono> {
  const { OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET_ARN: clientArn, PUBLIC_URL: url, SESSION_SECRET_ARN: arn } = own
  if (clientId === undefined || url === undefined || arn === undefined) return createSite(api, undefined)
  const clientSecret = clientArn && (await vaultSecret('OIDC_CLIENT_SECRET_ARN')(clientArn))
  const claims = { agency: own.OIDC_AGENCY_CLAIM, authority: own.OIDC_AUTHORITY_CLAIM }
  const pages = createPages({
    ...shared,
    signIn: createSignIn(() => ({ issuer: own.OIDC_ISSUER, clientId, clientSecret, claims })),
    sealer: createSealer(sessionSecret(await vaultSecret('SESSION_SECRET_ARN')(arn))),
    sessions: createEndedSessions({
      store: bundles,
      now: shared.clock,
      stopwatch: () => performance.now(),
      longestMs: SESSION_SECONDS * 1000,
    }),
    assets: await readAssets(fileURLToPath(new URL('assets', place))),
    publicUrl: () => url,
  })
  return createSite(api, pages)
}

/** @throws InputError when the secret is too short; its text is not told */
function sessionSecret(text: string): Uint8Array {
  const bytes = Buffer.from(text, 'base64')
  if (bytes.length >= SECRET_BYTES) return bytes
  throw new InputError({
    vi: `Biến môi trường SESSION_SECRET_ARN: bí mật này có ${bytes.length} byte, cần ít nhất ${SECRET_BYTES} byte ghi dạng base64. Tạo bằng lệnh: openssl rand -base64 ${SECRET_BYTES}`,
    en: `Environment variable SESSION_SECRET_ARN: the secret has ${bytes.length} bytes; at least ${SECRET_BYTES} bytes in base64 are needed. Make one with: openssl rand -base64 ${SECRET_BYTES}`,
  })
}

/**
 * What the authority says of itself, by the object of a key; absent: nothing.
 * @throws InputError when there is no such object, or naming every place in it that is not as it must be; StoreFault
 */
export async function loadAuthority(
  key: string | undefined,
  store: Pick<Store, 'read'>,
): Promise<Authority | undefined> {
  if (key === undefined) return undefined
  const bytes = await store.read(key)
  if (bytes !== undefined) return readAuthority(key, bytes)
  throw new InputError({
    vi: `Biến môi trường AUTHORITY_FILE_KEY: '${key}' không có trong kho chứa bộ hồ sơ. Đề nghị tải tệp thông tin đơn vị chủ trì lên khóa đó, hoặc bỏ thiết lập này.`,
    en: `Environment variable AUTHORITY_FILE_KEY: there is no '${key}' in the store of the bundles. Upload what the authority says of itself there, or unset it.`,
  })
}
