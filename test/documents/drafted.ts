import { buildSample } from '../../scripts/samples/sample.ts'
import { fromPointer } from '../../src/core/json.ts'
import { draftFolder } from '../../src/documents/draft/draft.ts'
import type { Draft } from '../../src/documents/draft/pieces.ts'
import type { ScansToRead } from '../../src/documents/reader.ts'
import { DEFAULT_LIMITS } from '../../src/intake/container.ts'
import { readZip } from '../../src/intake/zip/zip.ts'

const options = { limits: DEFAULT_LIMITS, stopwatch: () => 0 }
const FILE_KEYS = ['file', 'report', 'plan', 'minutes']

export interface Drafted {
  manifest: Record<string, unknown>
  draft: Draft
}

/** How the papers of a sample come. */
export interface Coming {
  /** Which of them; all unless given. */
  only?: (path: string) => boolean
  /** A paper as it came in instead: scanned. */
  as?: (path: string, bytes: Uint8Array) => Uint8Array
  /** Scans are recognised. */
  scans?: ScansToRead
}

/** The papers of a sample without its manifest, drafted; and the manifest that is to be found again. */
export async function drafted(
  name: string,
  { only = () => true, as = (_, bytes) => bytes, scans }: Coming = {},
): Promise<Drafted> {
  const { zip } = await buildSample(name)
  const source = { size: zip.length, read: async (at: number, length: number) => zip.subarray(at, at + length) }
  const container = await readZip(source, options)
  const manifest = JSON.parse(Buffer.from(await container.open('manifest.json')).toString('utf8'))
  const entries = container.entries.filter(({ path }) => path !== 'manifest.json' && only(path))
  const open = async (path: string) => as(path, await container.open(path))
  return {
    manifest,
    draft: await draftFolder({ ...container, entries, open }, { ...options, ...(scans && { scans }) }),
  }
}
/** What the manifest says where a value of the draft stands: the same member of a list is the one that names the same file. */
export function statedAt({ manifest, draft }: Drafted, pointer: string): unknown {
  const [section = '', index = '', ...rest] = fromPointer(pointer)
  const [stated, own] = [manifest[section], draft.manifest[section]]
  if (!Array.isArray(stated) || !Array.isArray(own)) return at(manifest, fromPointer(pointer))
  const files = filesOf(own[Number(index)])
  return at(
    stated.find((one) => filesOf(one).some((file) => files.includes(file))),
    rest,
  )
}

function filesOf(member: Record<string, unknown> | undefined): unknown[] {
  return FILE_KEYS.flatMap((key) => member?.[key] ?? [])
}

function at(value: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>((here, key) => (here as Record<string, unknown> | undefined)?.[key], value)
}
