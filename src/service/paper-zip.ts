import { type Zippable, zipSync } from 'fflate'
import type { ByteSource } from '../core/files.ts'
import type { Draft } from '../documents/draft/pieces.ts'
import { SCAN_BOUNDS } from '../documents/settings.ts'
import type { Manifest } from '../dossier/manifest.ts'
import type { ReadOptions } from '../intake/container.ts'

/** A paper with its bytes. */
export interface PaperBytes {
  /** In the bundle, with `/`, in NFC. */
  path: string
  bytes: Uint8Array
}

/** The first day that a ZIP can tell, as a clock on the wall, so that the bytes are the same in every time zone. */
const NO_TIME = new Date(1980, 0, 1)

/** The name of the manifest in a bundle that the service writes. */
const MANIFEST = 'manifest.json'

/**
 * A ZIP of papers, with the manifest first where there is one. The same papers and manifest make the same bytes: entries
 * by their paths, stored as they are, without times.
 */
export function zipOf(papers: readonly PaperBytes[], manifest?: unknown): Uint8Array<ArrayBuffer> {
  const files: Zippable = {}
  if (manifest !== undefined) files[MANIFEST] = new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`)
  const sorted = papers.toSorted((a, b) => Buffer.compare(Buffer.from(a.path), Buffer.from(b.path)))
  for (const { path, bytes } of sorted) files[path] = bytes
  return new Uint8Array(zipSync(files, { level: 0, mtime: NO_TIME }))
}

/** Bytes that a ZIP takes for an entry beside its content. */
export const ENTRY_BYTES = 200

/** Pages of scans that are recognised for a draft: what is read must be read within one call of a function in AWS. */
const DRAFT_PAGES = 120

/**
 * Drafts the manifest of papers that were packed by {@link zipOf}.
 * @throws Refusal when the papers cannot be read for what they are; what the source throws
 */
export async function draft(
  { recognise }: { recognise: boolean },
  { limits, stopwatch }: Pick<ReadOptions, 'limits' | 'stopwatch'>,
  {
    source,
    progress = () => undefined,
  }: {
    source?: ByteSource | undefined
    progress?: ((of: 'reading' | 'scans', done: number, total: number) => void) | undefined
  },
): Promise<Draft> {
  if (source === undefined) throw new Error('a task that reads papers was given none')
  const { draftFolder } = await import('../documents/draft/draft.ts')
  const { readZip } = await import('../intake/zip/zip.ts')
  const papers = await readZip(source, { limits, stopwatch })
  return draftFolder(papers, {
    limits,
    stopwatch,
    onRead: (done, total) => progress('reading', done, total),
    ...(recognise && {
      scans: {
        bounds: { ...SCAN_BOUNDS, pages: DRAFT_PAGES },
        progress: (done, total) => progress('scans', done, total),
      },
    }),
  })
}

/** What a bundle that was handed in holds: what it states, and its papers as far as they fit into one that is not packed. */
export async function unbundle(
  _: undefined,
  { limits, stopwatch }: Pick<ReadOptions, 'limits' | 'stopwatch'>,
  { source }: { source?: ByteSource | undefined },
): Promise<{ manifest: Manifest; papers: PaperBytes[]; leftOut: string[] }> {
  if (source === undefined) throw new Error('a task that reads a bundle was given none')
  const papers: PaperBytes[] = []
  const leftOut: string[] = []
  let left = limits.archiveBytes
  const { readBundle } = await import('../intake/bundle.ts')
  const { manifest } = await readBundle(source, {
    limits,
    stopwatch,
    documents: async (files) => {
      for (const { path, file, open } of files) {
        if (file.bytes > left || file.bytes === 0) leftOut.push(path)
        else papers.push({ path, bytes: await open() })
        left -= Math.min(left, file.bytes)
      }
      return new Map()
    },
  })
  return { manifest, papers, leftOut }
}
