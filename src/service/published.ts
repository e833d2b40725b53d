import { BoundedMemo } from '../core/async.ts'
import { sha256 } from '../core/json.ts'
import { isOfProvince } from '../core/names.ts'
import type { Prescreen } from '../province/prescreen.ts'
import { isSignedByKnown, type VerdictKeys, type VerdictSigner } from '../verdict/known-keys.ts'
import type { Verdict } from '../verdict/verdict.ts'
import { intactVerdict, JSON_TYPE, replaceDocument, StoredDocumentFault } from './documents.ts'
import { PROVISIONAL, prescreenKey, prescreenVerdictKey, uploadAskedOn } from './keys.ts'
import { checkedPrescreen, type PreparedPrescreen, preparedPrescreen, signedBytes } from './prepared-prescreen.ts'
import {
  endVersion,
  type OfVersion,
  type OfYear,
  requestVersion,
  shownVersion,
  showVersion,
} from './prescreen-versions.ts'
import type { Store } from './store.ts'
import type { Workers } from './tasks.ts'

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

/** Puts the signed document of a version where the service finds it, last. */
export async function storeDocument(
  { province, year, id }: OfVersion,
  prepared: PreparedPrescreen,
  store: Pick<Store, 'put'>,
  signer: Pick<VerdictSigner, 'signDigest'>,
): Promise<void> {
  const signed = signedBytes(prepared, await signer.signDigest(prepared.digest))
  await store.put(prescreenKey(province, year, id), signed, JSON_TYPE)
}

/** Puts one signed verdict that a version rests on where the service finds it. */
export async function storeVersionVerdict(
  { province, year, id }: OfVersion,
  code: string,
  signed: Verdict,
  store: Pick<Store, 'put'>,
): Promise<void> {
  const key = prescreenVerdictKey(province, year, id, code)
  // Outside the lock, as the verdict itself.
  await replaceDocument(signed.provisional ? PROVISIONAL + key : key, signed, store)
}

/**
 * Publishes a pre-screening that the command line made: a version that is shown from now on. What was shown before can be
 * gone back to.
 * @param of who publishes, and the version's id, whose instant is now
 * @param verdicts by the code of their agency; each is signed here: whoever publishes has judged it, or knows the key it was signed by
 */
export async function publishPrescreen(
  of: OfVersion & { by: string; registered: number },
  document: Prescreen,
  verdicts: ReadonlyMap<string, Verdict>,
  store: Pick<Store, 'put' | 'putIfAbsent'>,
  signer: Pick<VerdictSigner, 'sign' | 'signDigest'>,
): Promise<void> {
  const { id, by, registered } = of
  const { asOf, profile, ruleSet } = document
  const on = uploadAskedOn(id)
  const request = { id, on, by, from: 'command', asOf, profileId: profile.id, ruleSet, registered } as const
  // The desk of a province shows its own agencies alone, and what is erased of another is not looked for here.
  for (const [code, verdict] of verdicts)
    if (isOfProvince(code, of.province)) await storeVersionVerdict(of, code, await signer.sign(verdict), store)
  const prepared = preparedPrescreen(document)
  await storeDocument(of, prepared, store, signer)
  // Before it is asked for: nobody sets about making what is made.
  await endVersion(of, { kind: 'finished', on, results: { ...prepared.results } }, store)
  await requestVersion(of, { schemaVersion: 1, ...request }, store)
  await showVersion(of, { on, by, id }, id.slice(-8), store)
}

/** Documents of a megabyte, by the hash of their bytes and the keys that are known: every page of the desk rests on one of two. */
const parsed = new BoundedMemo<string, Promise<Prescreen | undefined>>(4)

/** A pre-screening that is shown, or may be. */
export interface ReadPrescreen {
  /** Undefined: of the one that a release without versions put. */
  id: string | undefined
  document: Prescreen
}

/**
 * The pre-screening of a year that is shown; undefined where there is none that bears a signature of a known key.
 * @param workers who looks through it, which takes long for thousands of agencies; absent: this process
 * @throws StoredDocumentFault when what stands there is none
 */
export async function readShown(
  of: OfYear,
  store: Pick<Store, 'read' | 'list'>,
  by: Pick<VerdictSigner, 'keys'>,
  workers?: Pick<Workers, 'run'>,
): Promise<ReadPrescreen | undefined> {
  const shown = await shownVersion(of, store)
  if (shown === undefined) return undefined
  const id = shown.id ?? undefined
  const document = await readDocument({ ...of, id }, store, by, workers)
  return document && { id, document }
}

/** The document of a version, which nobody changes. @throws as {@link readShown} */
export async function readDocument(
  { province, year, id }: OfYear & { id: string | undefined },
  store: Pick<Store, 'read'>,
  { keys }: Pick<VerdictSigner, 'keys'>,
  workers?: Pick<Workers, 'run'>,
): Promise<Prescreen | undefined> {
  return (await readStored({ province, year, id }, store, keys, workers))?.document
}

/**
 * The one that is shown as it is stored, for whoever checks its signature: with fields, if any, that a newer release wrote.
 * @throws StoredDocumentFault when what stands there is none
 */
export async function readShownBytes(
  of: OfYear,
  store: Pick<Store, 'read' | 'list'>,
  { keys }: Pick<VerdictSigner, 'keys'>,
  workers?: Pick<Workers, 'run'>,
): Promise<Uint8Array | undefined> {
  const shown = await shownVersion(of, store)
  return shown && (await readStored({ ...of, id: shown.id ?? undefined }, store, keys, workers))?.bytes
}

async function readStored(
  { province, year, id }: OfYear & { id: string | undefined },
  store: Pick<Store, 'read'>,
  keys: VerdictKeys,
  workers: Pick<Workers, 'run'> | undefined,
) {
  const key = prescreenKey(province, year, id)
  const bytes = await store.read(key)
  if (bytes === undefined) return undefined
  const name = [sha256(bytes), ...keys.keys.map(({ kid }) => kid)].join(' ')
  const reading = parsed.get(name, () => signedDocument(key, bytes, keys, workers))
  const document = await reading.catch((error: unknown) => {
    parsed.forget(name)
    throw error
  })
  return document && { document, bytes }
}

async function signedDocument(
  key: string,
  bytes: Uint8Array,
  keys: VerdictKeys,
  workers: Pick<Workers, 'run'> | undefined,
): Promise<Prescreen | undefined> {
  const checked = workers === undefined ? checkedPrescreen(bytes) : await workers.run('published', bytes)
  if ('wrong' in checked) throw StoredDocumentFault.entry(key, new Error(checked.wrong))
  const { digest, signature, known } = checked
  const document = JSON.parse(new TextDecoder().decode(known ?? bytes))
  return (await isSignedByKnown({ digest, signature }, keys)) ? document : undefined
}

/**
 * The verdict of an agency that a pre-screening rests on; undefined where it was not published, bears no signature of a
 * known key, or is not the one that the document speaks of.
 */
export async function publishedVerdict(
  province: string,
  { id, document }: ReadPrescreen,
  code: string,
  store: Pick<Store, 'read'>,
  by: Pick<VerdictSigner, 'keys'>,
): Promise<Verdict | undefined> {
  const key = prescreenVerdictKey(province, document.year, id, code)
  const found = await verdictUnder(key, document, code, store, by)
  return found ?? verdictUnder(PROVISIONAL + key, document, code, store, by)
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
