import { InputError } from '../src/core/errors.ts'
import type { Store } from '../src/service/store.ts'
import {
  readVerdictKeys,
  signingKeyOf,
  type VerdictKeys,
  type VerdictSigner,
  verdictSigner,
} from '../src/verdict/known-keys.ts'
import { type ReadSecret, vaultSecret } from './aws.ts'

/**
 * Who signs verdicts: by a secret of the vault; the public keys that signed before lie beside what else the authority gives.
 * @throws InputError when the secret or the keys cannot be used; StoreFault
 */
export async function vaultSigner(
  {
    VERDICT_KEY_SECRET_ARN: id,
    VERDICT_KEYS_KEY: key,
  }: { VERDICT_KEY_SECRET_ARN: string; VERDICT_KEYS_KEY?: string | undefined },
  bundles: Pick<Store, 'read'>,
  readSecret: ReadSecret = vaultSecret('VERDICT_KEY_SECRET_ARN'),
): Promise<VerdictSigner> {
  const secret = await readSecret(id)
  return verdictSigner(signingKeyOf(secret, 'VERDICT_KEY_SECRET_ARN'), await earlierKeys(key, bundles))
}

async function earlierKeys(key: string | undefined, bundles: Pick<Store, 'read'>): Promise<VerdictKeys> {
  if (key === undefined) return { keys: [] }
  const bytes = await bundles.read(key)
  if (bytes !== undefined) return readVerdictKeys(new TextDecoder().decode(bytes), key)
  throw new InputError({
    vi: `Biến môi trường VERDICT_KEYS_KEY: '${key}' không có trong kho chứa bộ hồ sơ. Đề nghị tải tệp các khóa công khai lên khóa đó, hoặc bỏ thiết lập này.`,
    en: `Environment variable VERDICT_KEYS_KEY: there is no '${key}' in the store of the bundles. Upload the public keys there, or unset it.`,
  })
}
