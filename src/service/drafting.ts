import { bytesInMemory } from '../core/files.ts'
import { sha256 } from '../core/json.ts'
import type { Manifest } from '../dossier/manifest.ts'
import { createDraftReader, type DraftReader } from './draft-reading.ts'
import {
  type DraftForm,
  draftHistory,
  eraseDrafts,
  lastDraft,
  type PapersInHand,
  paperKey,
  saveDraft,
} from './drafts.ts'
import { agencyIndex } from './entries.ts'
import type { VerdictEntry } from './entry.ts'
import { bundleKey } from './keys.ts'
import { lastAccepted } from './last-dossier.ts'
import { ENTRY_BYTES, zipOf } from './paper-zip.ts'
import { noteOpen } from './pending-uploads.ts'
import type { ServiceParts } from './service.ts'

/** What became of sending a dossier. */
type Sent =
  | { kind: 'sent'; key: string; sha256: string }
  | { kind: 'lacking'; papers: string[] }
  | { kind: 'too-large'; bytes: number }

/** What an agency has not handed in yet: it may do with it what it likes, and nobody else sees it. */
export interface Drafting extends Omit<DraftReader, 'papersOf'> {
  last(code: string): ReturnType<typeof lastDraft>
  history(code: string, most: number): ReturnType<typeof draftHistory>
  save(code: string, save: { from: number; form: DraftForm; by: string; on: string }): ReturnType<typeof saveDraft>
  /** @returns how many objects went */
  erase(code: string): Promise<number>
  /** The papers of the dossier accepted last, laid beside those at hand; undefined where there is none. */
  fromLast(code: string, asOf: string): Promise<FromLast | undefined>
  /**
   * Writes the bundle of an upload from a manifest and papers: the same make the same bytes. It is judged like any other.
   * @throws StoreFault
   */
  send(code: string, sent: { uploadId: string; manifest: unknown; papers: PapersInHand }): Promise<Sent>
  /** The bundle that a verdict is of; undefined where it is not there any more, or is another. */
  bundleOf(entry: Pick<VerdictEntry, 'bundleKey' | 'bundleVersion' | 'bundleSha256'>): Promise<Uint8Array | undefined>
}

/** A dossier that was handed in, to begin from. */
interface FromLast {
  uploadId: string
  manifest: Manifest
  papers: PapersInHand
  /** Papers that do not fit beside the others. */
  leftOut: string[]
}

/** See {@link Drafting}. */
export function createDrafting(tools: ServiceParts): Drafting {
  const { bundles, workers, limits } = tools
  const { papersOf, ...reader } = createDraftReader(tools)

  async function fromLast(code: string, asOf: string): Promise<FromLast | undefined> {
    const upload = await lastAccepted(await agencyIndex(code, tools.verdicts), asOf, tools)
    const zip = upload && (await bundleOf(upload))
    if (upload === undefined || zip === undefined) return undefined
    const { manifest, papers, leftOut } = await workers.run('unbundle', undefined, { source: bytesInMemory(zip) })
    const inHand: PapersInHand = {}
    for (const { path, bytes } of papers) {
      const hash = sha256(bytes)
      await bundles.putIfAbsent(paperKey(code, hash), bytes, 'application/octet-stream')
      inHand[path] = { sha256: hash, bytes: bytes.length }
    }
    return { uploadId: upload.uploadId, manifest, papers: inHand, leftOut }
  }

  async function send(
    code: string,
    { uploadId, manifest, papers }: { uploadId: string; manifest: unknown; papers: PapersInHand },
  ): Promise<Sent> {
    const bytes = Object.values(papers).reduce((sum, paper) => sum + paper.bytes + ENTRY_BYTES, 0)
    if (bytes > limits.archiveBytes) return { kind: 'too-large', bytes }
    const inHand = await papersOf(code, papers)
    if (inHand.kind === 'too-large') return inHand
    if (inHand.lacking.length > 0) return { kind: 'lacking', papers: inHand.lacking }
    const zip = zipOf(inHand.found, manifest)
    if (zip.length > limits.archiveBytes) return { kind: 'too-large', bytes: zip.length }
    const key = bundleKey(code, uploadId)
    // Before the bundle is there: after a crash a note without a bundle does no harm, a bundle without a note is lost.
    await noteOpen(key, bundles)
    await bundles.putIfAbsent(key, zip, 'application/zip')
    tools.onSent?.(key)
    return { kind: 'sent', key, sha256: sha256(zip) }
  }

  async function bundleOf({
    bundleKey: key,
    bundleVersion: versionId,
    bundleSha256,
  }: Pick<VerdictEntry, 'bundleKey' | 'bundleVersion' | 'bundleSha256'>): Promise<Uint8Array | undefined> {
    const source = await bundles.source(key, versionId === undefined ? {} : { versionId })
    const bytes = source && (await source.read(0, source.size))
    return bytes !== undefined && sha256(bytes) === bundleSha256 ? bytes : undefined
  }

  return {
    last: (code) => lastDraft(code, bundles),
    history: (code, most) => draftHistory(code, most, bundles),
    save: (code, save) => saveDraft(code, save, bundles),
    erase: (code) => eraseDrafts(code, bundles),
    ...reader,
    fromLast,
    send,
    bundleOf,
  }
}
