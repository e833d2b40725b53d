import { createPublicKey } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { InputError, LANGUAGES } from '../../core/errors.ts'
import { thumbprint } from '../../verdict/signature.ts'
import { EXIT, oneOf, readArguments } from '../options.ts'
import { KEYGEN } from '../tables/dossier.ts'

const PRIVATE = 'verdict-private.pem'
const PUBLIC = 'verdict-public.pem'

/**
 * `qms-verdict keygen --output DIR`: writes an Ed25519 key pair, the private key readable by its owner alone, and prints
 * the key's thumbprint, by which signatures name it. Keys that are there already are never overwritten.
 */
export async function keygen(args: string[]): Promise<number> {
  const { values } = readArguments(args, KEYGEN.options)
  const lang = oneOf('--lang', values.lang, LANGUAGES)
  const { output } = values
  if (output === undefined)
    throw new InputError({
      vi: 'Cần --output <thư-mục> để ghi cặp khóa.',
      en: '--output <folder> is needed to write the keys to.',
    })
  const { exportPKCS8, exportSPKI, generateKeyPair } = await import('jose')
  const pair = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
  const publicPem = await exportSPKI(pair.publicKey)
  await mkdir(output, { recursive: true, mode: 0o700 })
  const files = [join(output, PRIVATE), join(output, PUBLIC)] as const
  await writeKey(files[0], await exportPKCS8(pair.privateKey), 0o600)
  await writeKey(files[1], publicPem, 0o644)
  const kid = await thumbprint(createPublicKey(publicPem))
  const keep =
    lang === 'vi'
      ? 'Giữ kín khóa riêng; gửi khóa công khai cho người cần kiểm tra chữ ký.'
      : 'Keep the private key secret; give the public key to whoever checks signatures.'
  process.stdout.write(`${files.join('\n')}\nkid ${kid}\n`)
  process.stderr.write(`${keep}\n`)
  return EXIT.ok
}

async function writeKey(file: string, pem: string, mode: number): Promise<void> {
  try {
    await writeFile(file, pem, { mode, flag: 'wx' })
  } catch (cause) {
    throw new InputError(
      {
        vi: `Không ghi được '${file}': đã có tệp này, hoặc không có quyền ghi. Khóa cũ không bị ghi đè; hãy chọn thư mục khác.`,
        en: `'${file}' cannot be written: it is there already, or may not be written. Old keys are never overwritten; choose another folder.`,
      },
      { cause },
    )
  }
}
