import type { RefusalDocument } from '../bundle/refusal-document.ts'
import type { Notice } from '../dossier/dossier.ts'
import { readVerdictFile } from '../evaluation/verify/verdict-file.ts'
import { verdictHtml } from '../report/html/verdict-html.ts'
import type { Store } from '../store/store.ts'
import type { Verdict } from '../verdict/verdict.ts'
import { pageKey, verdictKey } from './keys.ts'
import type { ServiceTools } from './ports.ts'
import { StoredDocumentFault } from './stored-document-fault.ts'

const JSON_TYPE = 'application/json'
const HTML_TYPE = 'text/html; charset=utf-8'
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A document as it is stored: JSON that a person can read, with a line end. */
export function jsonBytes(document: unknown): Uint8Array {
  return utf8(`${JSON.stringify(document, null, 2)}\n`)
}

/** Writes a document unless its key is taken. */
export async function putDocument(key: string, document: unknown, store: Store): Promise<'written' | 'present'> {
  return store.putIfAbsent(key, jsonBytes(document), JSON_TYPE)
}

/** Writes a document over whatever is there. */
export async function replaceDocument(key: string, document: unknown, store: Store): Promise<void> {
  await store.put(key, jsonBytes(document), JSON_TYPE)
}

/**
 * Stores a verdict and, after it, its page in Vietnamese, unless they are there.
 * @param notices what the reader mended or ignored, for the page
 * @returns where it stands, and the verdict that stands there: the same judgement, perhaps by an earlier engine
 */
export async function storeVerdict(
  made: Verdict,
  notices: readonly Notice[],
  { verdicts, judge }: Pick<ServiceTools, 'verdicts' | 'judge'>,
): Promise<{ key: string; verdict: Verdict }> {
  const key = verdictKey(made)
  const stored = await putDocument(key, made, verdicts)
  const verdict = stored === 'written' ? made : await readVerdictDocument(key, verdicts)
  const page = verdictHtml(verdict, { ruleSet: judge.ruleSet.source, lang: 'vi', notices })
  await verdicts.putIfAbsent(pageKey(key), utf8(page), HTML_TYPE)
  return { key, verdict }
}

/**
 * A stored verdict.
 * @throws StoredDocumentFault when it is not there, or its digest says that it was edited
 */
export async function readVerdictDocument(key: string, store: Store): Promise<Verdict> {
  const read = readVerdictFile(await stored(key, store), key)
  if ('wrong' in read) throw new StoredDocumentFault(read.wrong.text)
  return read.document as unknown as Verdict
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
