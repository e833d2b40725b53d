import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { TrustList } from '../documents/settings.ts'
import type { BundleFile, Dossier } from '../dossier/dossier.ts'
import type { DocumentReading } from '../dossier/reading.ts'
import { PROVISIONAL } from './keys.ts'
import type { Store } from './store.ts'

const GZIP_TYPE = 'application/gzip'

interface FactsTools {
  verdicts: Store
  trust?: TrustList | undefined
}

/**
 * Where the facts of a bundle stand: what of it does not depend on the day. Signatures in its documents were judged by a
 * trust list, so that another list has facts of its own.
 */
export function factsKey(
  sha256: string,
  trust?: TrustList,
  { readings, provisional }: Pick<Facts, 'readings' | 'provisional'> = {},
): string {
  const by = trust === undefined ? '' : `-${trust.sha256}`
  const scans = readings === undefined ? '' : `-scans-${readings.slice(0, 16)}`
  return `${provisional === true ? PROVISIONAL : ''}facts/${sha256}-${FACTS_VERSION}${by}${scans}.json.gz`
}

/**
 * The facts of a bundle, packed. So they go between processes and lie in the store; whoever only hands them on does not
 * unpack them, which takes long for a large bundle.
 */
export interface Facts {
  /** Of the bundle. */
  sha256: string
  bytes: Uint8Array
  /** Hash of what was recognised in its scans; absent where nothing was. */
  readings?: string | undefined
  /** Scans of it wait to be read. */
  provisional?: true | undefined
}

/** Whose facts are asked for: those of a bundle, as an entry tells of it. */
type FactsOf = Pick<Facts, 'readings' | 'provisional'> & { bundleSha256: string }

/** Stores what judging needs of a bundle, unless it is there. */
export async function storeFacts(facts: Facts, { verdicts, trust }: FactsTools): Promise<void> {
  await verdicts.putIfAbsent(factsKey(facts.sha256, trust, facts), facts.bytes, GZIP_TYPE)
}

/** Stores it over what is there and cannot be used. */
export async function restoreFacts(facts: Facts, { verdicts, trust }: FactsTools): Promise<void> {
  await verdicts.put(factsKey(facts.sha256, trust, facts), facts.bytes, GZIP_TYPE)
}

/** The stored facts of a bundle, whether or not they can be used; undefined when there are none. */
export async function readFacts(of: FactsOf, { verdicts, trust }: FactsTools): Promise<Facts | undefined> {
  const { bundleSha256: sha256, readings, provisional } = of
  const bytes = await verdicts.read(factsKey(sha256, trust, of))
  return bytes && { sha256, bytes, readings, provisional }
}

/**
 * Version of what is stored of a bundle. It goes up whenever a dossier gets another part, or the same bundle is read
 * into another dossier; facts of an earlier version are then read from their bundles again.
 */
const FACTS_VERSION = 5

/** A dossier as JSON holds it. */
type PlainDossier = Omit<Dossier, 'files' | 'readings'> & {
  files: readonly BundleFile[]
  readings?: readonly DocumentReading[]
}

/** Everything that judging needs of a bundle, packed: JSON under gzip. */
export async function packFacts(dossier: Dossier): Promise<Uint8Array> {
  const { files, readings, ...rest } = dossier
  const plain: PlainDossier = {
    ...rest,
    files: [...files.values()],
    ...(readings && { readings: [...readings.values()] }),
  }
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
  const { files, readings, ...rest } = plain
  return { ...rest, files: byPath(files), ...(readings && { readings: byPath(readings) }) }
}

function byPath<T extends { path: string }>(all: readonly T[]): Map<string, T> {
  return new Map(all.map((one) => [one.path, one]))
}
