import * as z from 'zod'
import { BoundedMemo } from '../core/async.ts'
import { type Localized, QmsVerdictError, withValues } from '../core/errors.ts'
import { jsonBytes, sha256 } from '../core/json.ts'
import type { Notice } from '../dossier/dossier.ts'
import type { LinePicture } from '../dossier/reading.ts'
import type { RefusalDocument } from '../intake/refusals/refusal.ts'
import type { Verdict } from '../verdict/verdict.ts'
import { readVerdictFile } from '../verdict/verdict-file.ts'
import type { Tombstone } from './entry.ts'
import { arePicturesOf, PROVISIONAL, pageKey, picturesKey, verdictKey, verdictsPrefix } from './keys.ts'
import type { ServiceParts } from './service.ts'
import { KEYS_ONLY, type Store } from './store.ts'
import { DOCUMENTS_TEXTS } from './words.ts'

export const JSON_TYPE = 'application/json'
const HTML_TYPE = 'text/html; charset=utf-8'
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Writes a document unless its key is taken. */
export async function putDocument(
  key: string,
  document: unknown,
  store: Pick<Store, 'putIfAbsent'>,
): Promise<'written' | 'present'> {
  return store.putIfAbsent(key, jsonBytes(document), JSON_TYPE)
}

/** Writes a document over whatever is there. */
export async function replaceDocument(key: string, document: unknown, store: Pick<Store, 'put'>): Promise<void> {
  await store.put(key, jsonBytes(document), JSON_TYPE)
}

/**
 * Stores a verdict with its signature and, after it, the pictures of what it leaves to a person and its page in Vietnamese,
 * unless they are there.
 * @param notices what the reader mended or ignored, for the page
 * @param key elsewhere than where such a judgement stands by its nature
 * @param pictures what a person has to look at
 * @returns where it stands, and the verdict that stands there: the same judgement by the same engine
 */
export async function storeVerdict(
  made: Verdict,
  notices: readonly Notice[],
  { verdicts, workers, signer }: Pick<ServiceParts, 'verdicts' | 'workers' | 'signer'>,
  key = verdictKey(made),
  pictures: () => Promise<readonly LinePicture[]> = async () => [],
): Promise<{ key: string; verdict: Verdict }> {
  const signed = signer === undefined ? made : await signer.sign(made)
  const stored = await putDocument(key, signed, verdicts)
  const verdict = stored === 'written' ? signed : await readVerdictDocument(key, verdicts)
  const shown = await pictures()
  if (shown.length > 0) await putDocument(picturesKey(key), shown, verdicts)
  const page = await workers.run('page', { verdict, lang: 'vi', notices, pictures: shown })
  await verdicts.putIfAbsent(pageKey(key), utf8(page), HTML_TYPE)
  return { key, verdict }
}

/**
 * Pictures of what a stored verdict leaves to a person; none where none were made, or they were not kept as long.
 * @throws StoredDocumentFault when something else stands in their place
 */
export async function readPictures(key: string, store: Pick<Store, 'read'>): Promise<readonly LinePicture[]> {
  return picturesIn(picturesKey(key), store)
}

/** The same of all verdicts on a bundle, whichever day they are as of; each place once. */
export async function picturesOfBundle(
  { agency, bundle }: Pick<Verdict, 'agency' | 'bundle'>,
  store: Pick<Store, 'read' | 'list'>,
): Promise<readonly LinePicture[]> {
  const pictures = new Map<string, LinePicture>()
  for await (const { key } of store.list(verdictsPrefix(agency.code), KEYS_ONLY))
    if (arePicturesOf(key, bundle.sha256))
      for (const one of await picturesIn(key, store)) pictures.set(JSON.stringify([one.file, one.page, one.box]), one)
  return [...pictures.values()]
}

async function picturesIn(key: string, store: Pick<Store, 'read'>): Promise<readonly LinePicture[]> {
  const bytes = await store.read(key)
  if (bytes === undefined) return []
  try {
    return PICTURES.parse(JSON.parse(new TextDecoder().decode(bytes)))
  } catch (error) {
    throw new StoredDocumentFault(withValues(DOCUMENTS_TEXTS.storePicturesDamaged, { key }), { cause: error })
  }
}

/** Read openly: whoever cuts a picture may tell more of it than is shown. */
const PICTURES: z.ZodType<LinePicture[]> = z.array(
  z.object({
    file: z.string(),
    page: z.int(),
    box: z.array(z.tuple([z.number(), z.number(), z.number(), z.number()])),
    png: z.base64(),
    width: z.number(),
  }),
)

/**
 * A stored verdict.
 * @throws StoredDocumentFault when it is not there, or its digest says that it was edited; ErasedDossier
 */
export async function readVerdictDocument(key: string, store: Store): Promise<Verdict> {
  const bytes = await stored(key, store)
  const erased = key.startsWith(PROVISIONAL) ? erasedIn(bytes) : undefined
  if (erased) throw new ErasedDossier(erased)
  return intactVerdict(bytes, key)
}

/** Hashes of bytes that were found to be an intact verdict: looking takes ten times as long as parsing. */
const intact = new BoundedMemo<string, true>()

/**
 * The verdict in the bytes of a stored document. Bytes that were looked through before are not looked through again.
 * @throws StoredDocumentFault when they are none, or their digest says that they were edited
 */
export function intactVerdict(bytes: Uint8Array, key: string): Verdict {
  intact.get(sha256(bytes), () => {
    const read = readVerdictFile(bytes, key)
    if ('wrong' in read) throw new StoredDocumentFault(read.wrong.text)
    return true
  })
  return JSON.parse(new TextDecoder().decode(bytes))
}

/** What stands in the place of a provisional verdict that was erased; undefined where something else does. */
function erasedIn(bytes: Uint8Array): Pick<Tombstone, 'on' | 'reason'> | undefined {
  try {
    const { kind, erased } = JSON.parse(new TextDecoder().decode(bytes))
    return kind === 'erased' ? erased : undefined
  } catch {
    return undefined
  }
}

/**
 * A stored refusal, as it was written.
 * @throws StoredDocumentFault when it is not there
 */
export async function readRefusalDocument(key: string, store: Store): Promise<RefusalDocument> {
  return JSON.parse(new TextDecoder().decode(await stored(key, store)))
}

async function stored(key: string, store: Store): Promise<Uint8Array> {
  const bytes = await store.read(key)
  if (bytes === undefined) throw StoredDocumentFault.absent(key)
  return bytes
}

/** A document in the store is not what was written there; an operator must look. */
export class StoredDocumentFault extends QmsVerdictError {
  override name = 'StoredDocumentFault'
  readonly text: Localized

  constructor(text: Localized, options?: ErrorOptions) {
    super(text.en, options)
    this.text = text
  }

  /** The index names a document that is not in the store. */
  static absent(key: string): StoredDocumentFault {
    return new StoredDocumentFault(withValues(DOCUMENTS_TEXTS.storeVerdictsIndexNames, { key }))
  }

  /** An index entry cannot be read. */
  static entry(key: string, cause: unknown): StoredDocumentFault {
    return new StoredDocumentFault(withValues(DOCUMENTS_TEXTS.storeVerdictsNotIndex, { key }), { cause })
  }
}

/** The dossier that is asked for was erased. */
export class ErasedDossier extends QmsVerdictError {
  override name = 'ErasedDossier'
  readonly text: Localized

  constructor({ on, reason }: Pick<Tombstone, 'on' | 'reason'>) {
    const text = erasedText({ on, reason })
    super(text.en)
    this.text = text
  }
}

/** Says that a dossier was erased, since when and why. */
export function erasedText({ on, reason }: Pick<Tombstone, 'on' | 'reason'>): Localized {
  const day = on.slice(0, 10)
  return withValues(DOCUMENTS_TEXTS.dossierErasedBy, {
    reason,
    day: { vi: day.split('-').reverse().join('/'), en: day },
  })
}
