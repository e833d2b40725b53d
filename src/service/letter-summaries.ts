import { setImmediate } from 'node:timers/promises'
import * as z from 'zod'
import { mapConcurrent } from '../core/async.ts'
import { parseOpenly } from '../core/schemas.ts'
import { isLetter, letterKind, letterPoints } from '../render/province/letter-points.ts'
import { LETTER_KINDS, NO_LETTER } from '../render/province/letter-words.ts'
import type { LoadedRuleSet } from '../rules/load.ts'
import type { VerdictSigner } from '../verdict/known-keys.ts'
import { putDocument, StoredDocumentFault } from './documents.ts'
import { letterSummaryKey } from './keys.ts'
import { publishedVerdict, type ReadPrescreen } from './published.ts'
import type { Store } from './store.ts'

/** What an agency is written, or why nothing; `unpublished`: the verdict it would be written from is not there. */
const KINDS = [...LETTER_KINDS, ...NO_LETTER, 'unpublished'] as const
export type LetterStatus = (typeof KINDS)[number]

const count = z.int().min(0)
const summary = z.strictObject({
  kind: z.enum(KINDS),
  /** Points of the three parts of the letter: I to correct, II papers to be added, III recommended. */
  points: z.tuple([count, count, count]),
})
/** The letter to one agency, in figures. */
export type LetterSummary = z.infer<typeof summary>

const kept = z.strictObject({ letters: z.record(z.string(), summary) })

/** Whether there is a letter. */
export const isWritten = ({ kind }: Pick<LetterSummary, 'kind'>): boolean => kind !== 'unpublished' && isLetter(kind)

/** Verdicts read at once. */
const AT_ONCE = 8

/**
 * The letters of a version in figures, by the code of the agency. A version does not change, so they are counted once and
 * kept beside it: later one read tells all. Where a verdict waits for its scans they are counted each time.
 * @throws StoredDocumentFault when what was kept is none
 */
export async function letterSummaries(
  province: string,
  prescreen: ReadPrescreen,
  { source, sha256 }: Pick<LoadedRuleSet, 'source' | 'sha256'>,
  store: Pick<Store, 'read' | 'putIfAbsent'>,
  signer: Pick<VerdictSigner, 'keys'>,
): Promise<ReadonlyMap<string, LetterSummary>> {
  const { document, id } = prescreen
  const key = letterSummaryKey({ province, year: document.year, id }, sha256)
  const before = await store.read(key)
  if (before !== undefined) return new Map(Object.entries(lettersIn(before, key)))
  const letters = new Map<string, LetterSummary>()
  await mapConcurrent(document.agencies, AT_ONCE, async (agency) => {
    // Of an agency without a dossier nothing is read, and nobody else would have a turn.
    if (letters.size % 20 === 0) await setImmediate()
    const verdict = await publishedVerdict(province, prescreen, agency.code, store, signer)
    const isLost = agency.bundle !== null && verdict === undefined
    const { toCorrect, papers, recommended } =
      verdict === undefined ? { toCorrect: [], papers: [], recommended: [] } : letterPoints(verdict, source)
    letters.set(agency.code, {
      kind: isLost ? 'unpublished' : letterKind(agency, verdict, document.problems, source),
      points: [toCorrect.length, papers.length, recommended.length],
    })
  })
  const waits = [...letters.values()].some(({ kind }) => kind === 'provisional' || kind === 'unpublished')
  if (!waits) await putDocument(key, kept.parse({ letters: Object.fromEntries(letters) }), store)
  return letters
}

function lettersIn(bytes: Uint8Array, key: string): Record<string, LetterSummary> {
  try {
    return parseOpenly(kept, JSON.parse(new TextDecoder().decode(bytes))).letters
  } catch (cause) {
    throw StoredDocumentFault.entry(key, cause)
  }
}
