import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { BundleFile, Dossier } from '../dossier/dossier.ts'

/**
 * Version of what is stored of a bundle. It goes up whenever a dossier gets another part, or the same bundle is read
 * into another dossier; facts of an earlier version are then read from their bundles again.
 */
export const FACTS_VERSION = 1

/** A dossier as JSON holds it. */
type PlainDossier = Omit<Dossier, 'files'> & { files: readonly BundleFile[] }

/** Everything that judging needs of a bundle, packed: JSON under gzip. */
export async function packFacts(dossier: Dossier): Promise<Uint8Array> {
  const plain: PlainDossier = { ...dossier, files: [...dossier.files.values()] }
  return promisify(gzip)(JSON.stringify(plain))
}

/**
 * The dossier that was packed; undefined when the bytes are damaged, or of another bundle.
 * @param sha256 of the bundle
 */
export async function unpackFacts(bytes: Uint8Array, sha256: string): Promise<Dossier | undefined> {
  const text = await promisify(gunzip)(bytes).catch(() => undefined)
  if (text === undefined) return undefined
  const plain: PlainDossier = JSON.parse(text.toString())
  if (plain.bundle.sha256 !== sha256) return undefined
  return { ...plain, files: new Map(plain.files.map((file) => [file.path, file])) }
}
