import { generateKeyPairSync } from 'node:crypto'
import { access, chmod, constants, mkdir, readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { InputError, type Localized, withValues } from '../core/errors.ts'
import { readInput } from '../intake/input-file.ts'
import { FolderStore } from '../service/store-folder.ts'
import {
  joinedKeys,
  readVerdictKeys,
  type VerdictKeys,
  type VerdictSigner,
  verdictSigner,
} from '../verdict/known-keys.ts'
import { readSigningKey } from '../verdict/signature.ts'
import { VERDICT_KEYS_TEXTS } from './words.ts'

/** The private key that signs now, and the public keys of all that ever did here. */
const OWN = 'verdict-key.pem'
const KNOWN = 'verdict-keys.json'

/** Where a person's own key lies, who judges without a service. */
export function ownKeysFolder(): string {
  return join(process.env.XDG_CONFIG_HOME || join(homedir(), '.config'), 'qms-verdict', 'keys')
}

/**
 * Who signs by the key in a folder that only its owner can look into; the key is made when it is not there. Its public
 * part joins those of the keys before it, so that whoever takes the private key away makes a new one without making old
 * verdicts unknown. Of several processes that make it at once, all get the same one.
 * @throws InputError when what stands there is no key, or the folder cannot be written
 */
export async function folderSigner(folder: string): Promise<VerdictSigner> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await chmod(folder, 0o700)
    await access(folder, constants.W_OK)
  } catch (cause) {
    throw new InputError(noFolder(folder), { cause })
  }
  const store = new FolderStore(folder)
  if ((await store.read(OWN)) === undefined) {
    const { privateKey } = generateKeyPairSync('ed25519')
    await store.putIfAbsent(
      OWN,
      new TextEncoder().encode(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()),
    )
  }
  await chmod(join(folder, OWN), 0o600)
  const name = join(folder, OWN)
  const earlier = await keysInFolder(folder)
  const signer = await verdictSigner(readSigningKey(await readFile(name, 'utf8'), name), earlier)
  if (signer.keys.keys.length > earlier.keys.length) {
    await store.put(KNOWN, new TextEncoder().encode(`${JSON.stringify(signer.keys, null, 2)}\n`))
    await chmod(join(folder, KNOWN), 0o600)
  }
  return signer
}

const noFolder = (folder: string): Localized => withValues(VERDICT_KEYS_TEXTS.folderKeysCannotWritten, { folder })

/**
 * The public keys of all that signed in a folder; none where nothing ever did.
 * @throws InputError when what stands there are no keys
 */
export async function keysInFolder(folder: string): Promise<VerdictKeys> {
  const bytes = await new FolderStore(folder).read(KNOWN)
  return bytes === undefined ? { keys: [] } : readVerdictKeys(new TextDecoder().decode(bytes), join(folder, KNOWN))
}

/**
 * Who signs by a key that is named, where several processes share a store.
 * @param known file of the public keys that signed before
 * @throws InputError when either cannot be read
 */
export async function fileSigner(key: string, known: string | undefined): Promise<VerdictSigner> {
  const text = new TextDecoder().decode(await readInput(key))
  return verdictSigner(readSigningKey(text, key), await keysInFile(known))
}

/** By which signatures a verdict file is taken, and whether one is taken without. */
export interface VerdictTrust {
  keys: VerdictKeys
  unsigned: boolean
}

/**
 * What was said of verdict files: the keys of `--verdict-keys`, those of the service's folder, and the person's own.
 * @throws InputError when a file holds no keys
 */
export async function verdictTrust(given: {
  'verdict-keys'?: string | undefined
  data?: string | undefined
  unsigned: boolean
}): Promise<VerdictTrust> {
  const folders = [...(given.data === undefined ? [] : [join(given.data, 'keys')]), ownKeysFolder()]
  const sets = [await keysInFile(given['verdict-keys']), ...(await Promise.all(folders.map(keysInFolder)))]
  return { keys: joinedKeys(...sets), unsigned: given.unsigned }
}

async function keysInFile(file: string | undefined): Promise<VerdictKeys> {
  return file === undefined ? { keys: [] } : readVerdictKeys(new TextDecoder().decode(await readInput(file)), file)
}

/** @throws InputError: what a service shows must bear signatures */
export function refuseUnsigned(unsigned: boolean, published: boolean): void {
  if (!unsigned || !published) return
  throw new InputError(VERDICT_KEYS_TEXTS.verdictsWithoutSignatureNot)
}
