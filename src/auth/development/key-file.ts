import { randomUUID } from 'node:crypto'
import { chmod, link, mkdir, open, readFile, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose'
import * as z from 'zod'
import { InputError } from '../../base/errors.ts'

/** The algorithm of the development issuer. */
export const ALGORITHM = 'ES256'

const text = z.string().min(1)
const privateKey = z.strictObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: text,
  y: text,
  d: text,
  kid: text,
  alg: z.literal(ALGORITHM),
})
export type PrivateKey = z.infer<typeof privateKey>

/**
 * The private key in a file, made at first: of several processes that make it at once, all get the same one.
 * @throws InputError when the file holds something else
 */
export async function keyOf(file: string): Promise<PrivateKey> {
  return (await readKey(file)) ?? (await makeKey(file))
}

async function readKey(file: string): Promise<PrivateKey | undefined> {
  try {
    const key = privateKey.parse(JSON.parse(await readFile(file, 'utf8')))
    // Also of a file that was copied here with other rights.
    if (((await stat(file)).mode & 0o077) !== 0) await chmod(file, 0o600)
    return key
  } catch (cause) {
    if (hasCode(cause, 'ENOENT')) return undefined
    if (hasCode(cause)) throw cause
    throw new InputError(
      {
        vi: `Tệp '${file}' không chứa khóa của đơn vị cấp mã truy cập thử nghiệm. Xóa tệp này để phần mềm tạo khóa mới; các mã đã cấp sẽ không dùng được nữa.`,
        en: `The file '${file}' does not hold the key of the development issuer. Delete it to have a new one made; tokens issued so far will no longer be accepted.`,
      },
      { cause },
    )
  }
}

async function makeKey(file: string): Promise<PrivateKey> {
  const pair = await generateKeyPair(ALGORITHM, { extractable: true })
  const jwk: JWK = await exportJWK(pair.privateKey)
  const key = privateKey.parse({ ...jwk, kid: await calculateJwkThumbprint(jwk), alg: ALGORITHM })
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const part = `${file}.${randomUUID()}`
  try {
    await writeSecret(part, `${JSON.stringify(key)}\n`)
    // A hard link fails when the name is taken, so that one of many makers wins, with its whole content.
    await link(part, file)
    return key
  } catch (error) {
    const taken = hasCode(error, 'EEXIST') ? await readKey(file) : undefined
    if (taken === undefined) throw error
    return taken
  } finally {
    await rm(part, { force: true })
  }
}

async function writeSecret(path: string, content: string): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
}

const hasCode = (error: unknown, code?: string): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && (!code || error.code === code)
