import { createPublicKey } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { InputError, LANGUAGES, withValues } from '../../core/errors.ts'
import { type Caller, toAgencyCode, toProvinceCode } from '../../http/sign-in/caller.ts'
import { DEVELOPMENT_WARNING } from '../../http/sign-in/development-issuer.ts'
import { thumbprint } from '../../verdict/signature.ts'
import { EXIT, oneOf, processClock, readArguments, wholeNumber } from '../options.ts'
import { developmentIssuer } from '../serve/sign-in.ts'
import { KEYGEN } from '../tables/dossier.ts'
import { TOKEN } from '../tables/service.ts'
import { KEYS_TEXTS } from '../words.ts'

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
  if (output === undefined) throw new InputError(KEYS_TEXTS.outputFolderNeededWrite)
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
    throw new InputError(withValues(KEYS_TEXTS.cannotWrittenAlreadyOr, { file }), { cause })
  }
}

const SECONDS_PER_HOUR = 3600

/**
 * `qms-verdict token --agency CODE | --authority PROVINCE`: prints a token of the development issuer of a folder, and
 * nothing else, on standard output.
 * @returns the exit code
 */
export async function token(args: string[]): Promise<number> {
  const { values } = readArguments(args, TOKEN.options)
  const lang = oneOf('--lang', values.lang, LANGUAGES)
  const caller = callerOf(values)
  const hours = wholeNumber('--hours', values.hours, 1, 24)
  const { now } = processClock(process.env)
  const issuer = await developmentIssuer(values.data)
  process.stderr.write(`${DEVELOPMENT_WARNING[lang]}\n`)
  process.stdout.write(`${await issuer.token(caller, now(), hours * SECONDS_PER_HOUR)}\n`)
  return EXIT.ok
}

function callerOf({ agency, authority }: { agency?: string | undefined; authority?: string | undefined }): Caller {
  if ((agency === undefined) === (authority === undefined)) throw new InputError(KEYS_TEXTS.exactlyOneNeededAgency)
  const code = agency === undefined ? undefined : toAgencyCode(agency)
  if (code !== undefined) return { kind: 'agency', code }
  const province = authority === undefined ? undefined : toProvinceCode(authority)
  if (province !== undefined) return { kind: 'authority', province }
  throw new InputError(withValues(KEYS_TEXTS.notSuchCodeWrite, { given: agency ?? authority ?? '' }))
}
