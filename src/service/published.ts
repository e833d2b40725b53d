import { BoundedMemo } from '../core/async.ts'
import { sha256 } from '../core/json.ts'
import { parseOpenly } from '../core/schemas.ts'
import { type Prescreen, prescreen } from '../province/prescreen.ts'
import { isDocumentSigned, isSignedByKnown, type VerdictKeys, type VerdictSigner } from '../verdict/known-keys.ts'
import type { Verdict } from '../verdict/verdict.ts'
import { intactVerdict, replaceDocument, StoredDocumentFault } from './documents.ts'
import { PROVISIONAL, prescreenKey, prescreenVerdictKey } from './keys.ts'
import type { Store } from './store.ts'

/**
 * The verdict of each agency's bundle that counts, by the agency's code.
 * @param byName verdicts by the name of their bundle, as the document has it
 */
export function verdictsOf(
  { agencies }: Prescreen,
  byName: ReadonlyMap<string, Verdict>,
): ReadonlyMap<string, Verdict> {
  return new Map(
    agencies.flatMap(({ code, bundle }) => {
      const verdict = bundle === null ? undefined : byName.get(bundle.name)
      return verdict === undefined ? [] : [[code, verdict] as const]
    }),
  )
}

/**
 * Puts a pre-screening and the verdicts it rests on where the service finds them; a later one replaces it. The verdicts go
 * first, so that no document stands without them. Each is signed here, and the document too: whoever publishes has judged it, or knows the key it
 * was signed by.
 * @param verdicts by the code of their agency
 */
export async function publishPrescreen(
  province: string,
  document: Prescreen,
  verdicts: ReadonlyMap<string, Verdict>,
  store: Pick<Store, 'put'>,
  signer: Pick<VerdictSigner, 'sign' | 'signDocument'>,
): Promise<void> {
  const { year } = document
  for (const [code, verdict] of verdicts) {
    const key = prescreenVerdictKey(province, year, code)
    // Outside the lock, as the verdict itself.
    await replaceDocument(verdict.provisional ? PROVISIONAL + key : key, await signer.sign(verdict), store)
  }
  await replaceDocument(prescreenKey(province, year), await signer.signDocument(prescreen.parse(document)), store)
}

/** Whether there is a published pre-screening of a year. */
export async function isPublished(province: string, year: number, store: Pick<Store, 'list'>): Promise<boolean> {
  const key = prescreenKey(province, year)
  for await (const found of store.list(key, { limit: 1 })) return found.key === key
  return false
}

/** Documents of a megabyte, by the hash of their bytes and the keys that are known: every page of the desk rests on one of two. */
const parsed = new BoundedMemo<string, Promise<Prescreen | undefined>>(4)

/**
 * The published pre-screening of a year, which nobody changes; undefined where there is none that bears a signature of a known
 * key.
 * @throws StoredDocumentFault when what stands there is none
 */
export async function readPublished(
  province: string,
  year: number,
  store: Pick<Store, 'read'>,
  { keys }: Pick<VerdictSigner, 'keys'>,
): Promise<Prescreen | undefined> {
  return (await readStored(province, year, store, keys))?.document
}

/**
 * The same as it is stored, for whoever checks its signature: with fields, if any, that a newer release wrote.
 * @throws StoredDocumentFault when what stands there is none
 */
export async function readPublishedBytes(
  province: string,
  year: number,
  store: Pick<Store, 'read'>,
  { keys }: Pick<VerdictSigner, 'keys'>,
): Promise<Uint8Array | undefined> {
  return (await readStored(province, year, store, keys))?.bytes
}

async function readStored(province: string, year: number, store: Pick<Store, 'read'>, keys: VerdictKeys) {
  const key = prescreenKey(province, year)
  const bytes = await store.read(key)
  if (bytes === undefined) return undefined
  try {
    const name = [sha256(bytes), ...keys.keys.map(({ kid }) => kid)].join(' ')
    const document = await parsed.get(name, () => signedDocument(bytes, keys))
    return document && { document, bytes }
  } catch (cause) {
    throw StoredDocumentFault.entry(key, cause)
  }
}

async function signedDocument(bytes: Uint8Array, keys: VerdictKeys): Promise<Prescreen | undefined> {
  const value = JSON.parse(new TextDecoder().decode(bytes))
  const document = parseOpenly(prescreen, value)
  return (await isDocumentSigned(value, keys)) ? document : undefined
}

/**
 * The verdict of an agency that a published pre-screening rests on; undefined where it was not published, bears no
 * signature of a known key, or is not the one that the document speaks of.
 */
export async function publishedVerdict(
  province: string,
  prescreen: Prescreen,
  code: string,
  store: Pick<Store, 'read'>,
  by: Pick<VerdictSigner, 'keys'>,
): Promise<Verdict | undefined> {
  const key = prescreenVerdictKey(province, prescreen.year, code)
  const found = await verdictUnder(key, prescreen, code, store, by)
  return found ?? verdictUnder(PROVISIONAL + key, prescreen, code, store, by)
}

async function verdictUnder(
  key: string,
  { asOf, agencies }: Prescreen,
  code: string,
  store: Pick<Store, 'read'>,
  { keys }: Pick<VerdictSigner, 'keys'>,
): Promise<Verdict | undefined> {
  const bundle = agencies.find((one) => one.code === code)?.bundle
  const bytes = bundle ? await store.read(key) : undefined
  if (bytes === undefined) return undefined
  const verdict: Verdict & { signature?: string } = intactVerdict(bytes, key)
  if (!(await isSignedByKnown(verdict, keys))) return undefined
  // The signature says that a service of ours wrote the whole document.
  return verdict.bundle.sha256 === bundle?.sha256 && verdict.asOf === asOf ? verdict : undefined
}
