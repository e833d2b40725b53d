import { InputError } from '../src/core/errors.ts'
import type { Store } from '../src/service/store.ts'
import {
  readVerdictKeys,
  signingKeyOf,
  type VerdictKeys,
  type VerdictSigner,
  verdictSigner,
} from '../src/verdict/known-keys.ts'

/** Reads a secret from the vault; its text. */
export type ReadSecret = (id: string) => Promise<string | undefined>

/** Secrets Manager, asked at run time, so that the secret stands in no template and no variable. */
const secretsManager: ReadSecret = async (id) => {
  const { GetSecretValueCommand, SecretsManagerClient } = await import('@aws-sdk/client-secrets-manager')
  const { SecretString } = await new SecretsManagerClient({}).send(new GetSecretValueCommand({ SecretId: id }))
  return SecretString
}

/**
 * Who signs verdicts: by a secret of the vault; the public keys that signed before lie beside what else the authority gives.
 * @throws InputError when the secret or the keys cannot be used; StoreFault
 */
export async function vaultSigner(
  {
    VERDICT_KEY_SECRET: id,
    VERDICT_KEYS_KEY: key,
  }: { VERDICT_KEY_SECRET: string; VERDICT_KEYS_KEY?: string | undefined },
  bundles: Pick<Store, 'read'>,
  readSecret: ReadSecret = secretsManager,
): Promise<VerdictSigner> {
  const secret = await readSecret(id)
  if (secret === undefined) throw new InputError(NO_TEXT)
  return verdictSigner(signingKeyOf(secret, 'VERDICT_KEY_SECRET'), await earlierKeys(key, bundles))
}

const NO_TEXT = {
  vi: 'Biến môi trường VERDICT_KEY_SECRET: bí mật này không có nội dung dạng chữ. Đề nghị đặt lại bằng aws secretsmanager put-secret-value --secret-string.',
  en: 'Environment variable VERDICT_KEY_SECRET: the secret holds no text. Set it by aws secretsmanager put-secret-value --secret-string.',
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
