import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { mergePatch } from '../../src/core/json.ts'
import { DEFAULT_LIMITS } from '../../src/intake/container.ts'
import { createService, type ServiceWithDrafts } from '../../src/service/create-service.ts'
import { bundleKey, makeUploadId, parseBundleKey } from '../../src/service/keys.ts'
import type { ServiceTools, Upload } from '../../src/service/service.ts'
import type { Store } from '../../src/service/store.ts'
import { FolderStore } from '../../src/service/store-folder.ts'
import { collected } from '../support/collected.ts'
import { ENGINE, fewRules } from '../support/loaded.ts'
import { makeZip } from '../support/zip.ts'

const base = JSON.parse(await readFile('fixtures/base/department.json', 'utf8'))
export const CODE: string = base.agency.code
const made: string[] = []

/** A service over two folders of its own. */
export interface World {
  /** Holds `bundles` and `verdicts`. */
  folder: string
  bundles: FolderStore
  verdicts: FolderStore
  tools: ServiceTools
  service: ServiceWithDrafts
}

export async function makeWorld(change: Partial<ServiceTools> = {}): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'qms-verdict-service-'))
  made.push(folder)
  const bundles = new FolderStore(join(folder, 'bundles'))
  const verdicts = new FolderStore(join(folder, 'verdicts'))
  const tools: ServiceTools = {
    bundles,
    verdicts,
    judge: { ruleSet: fewRules, profileId: 'national', engine: ENGINE },
    limits: DEFAULT_LIMITS,
    stopwatch: () => performance.now(),
    ...change,
  }
  return { folder, bundles, verdicts, tools, service: createService(tools) }
}

/** Removes the folders of all worlds. */
export async function endWorlds(): Promise<void> {
  await Promise.all(made.splice(0).map((folder) => rm(folder, { recursive: true, force: true })))
}

/** A bundle: the base dossier of a department, changed by a merge patch, with no papers but those given. */
export async function bundleOf(
  patch: object = {},
  papers: Record<string, string | Uint8Array> = {},
): Promise<Uint8Array> {
  return makeZip({ 'manifest.json': JSON.stringify(mergePatch(base, patch)), ...papers })
}

/** Takes most out of the base dossier: for tests that ask where verdicts come to lie, and judge hundreds of times. */
export const LITTLE = {
  ...{ scope: null, catalogue: null, processes: null, documents: null, legalChanges: null, objectives: null },
  ...{ internalAudits: null, managementReviews: null, effectiveness: null, records: null, statusReport: null },
}

/** Puts bytes where the upload asked for at an instant goes, and tells the event of it, by default of the same instant. */
export async function upload(
  { bundles }: { bundles: Store },
  askedOn: string,
  bytes: Uint8Array,
  { code = CODE, on = askedOn, random = '00000000' }: { code?: string; on?: string; random?: string } = {},
): Promise<Upload> {
  const key = bundleKey(code, makeUploadId(askedOn, random))
  await bundles.put(key, bytes, 'application/zip')
  return { key, on }
}

/** The id of the upload that an event tells of. */
export function uploadIdOf({ key }: Upload): string {
  return parseBundleKey(key)?.uploadId ?? key
}

/** Every object of a store, by its key. */
export async function contents(store: Store): Promise<Record<string, string>> {
  const objects = await collected(store.list(''))
  const texts = objects.map(async ({ key }) => [key, Buffer.from((await store.read(key)) ?? []).toString('latin1')])
  return Object.fromEntries(await Promise.all(texts))
}
