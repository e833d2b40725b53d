import { isArchive, magicOf } from '../../base/archive-magic.ts'
import { fault } from './fault.ts'
import { checkCount, checkSize, type UploadLimits } from './limits.ts'
import { commonFolder, type FoundManifests, manifestsAmong, manifestsInZip } from './manifest-in.ts'
import { type Picked, withoutLitter } from './picked.ts'

/** What can be sent: a ZIP as it was chosen, or files to be packed into one. */
export interface Sendable {
  form: { zip: File } | { files: Picked[] }
  /** Files left out, since no person made them. */
  litter: number
  /** Name and content of the manifest; absent where only the service can read the archive. */
  manifest?: { name: string; content: Blob }
}

/**
 * Looks through what was chosen before anything leaves the device: kind, size, number, manifest.
 * @param draft a manifest to go with the files, which are without one then
 * @throws UploadFault saying what to do
 */
export async function checkPicked(all: readonly Picked[], limits: UploadLimits, draft?: File): Promise<Sendable> {
  const picked = withoutLitter(all)
  const litter = all.length - picked.length
  const [first] = picked
  if (first === undefined) throw fault('nothing')
  if (picked.length === 1 && (await isPacked(first))) {
    if (draft !== undefined) throw fault('draftWithZip', { name: first.path })
    return { ...(await checkZip(first, limits)), litter }
  }
  const files = draft === undefined ? picked : withDraft(picked, draft)
  checkCount(files, limits)
  return { form: { files }, litter, ...single(manifestsAmong(files)) }
}

function withDraft(picked: readonly Picked[], draft: File): Picked[] {
  const { paths } = manifestsAmong(picked)
  if (paths.length > 0) throw fault('draftAndManifest', { names: paths.join(', ') })
  return [...picked, { path: `${commonFolder(picked.map(({ path }) => path))}manifest.json`, file: draft }]
}

async function isPacked({ path, file }: Picked): Promise<boolean> {
  return /\.(?:zip|rar|7z)$/i.test(path) || isArchive(path, await head(file))
}

async function checkZip(picked: Picked, limits: UploadLimits): Promise<Omit<Sendable, 'litter'>> {
  const { path: name, file } = picked
  const magic = magicOf(await head(file))
  if (magic === 'rar' || magic === '7z') throw fault('rar', { name, kind: magic.toUpperCase() })
  if (magic === 'empty-zip') throw fault('emptyZip', { name })
  if (magic !== 'zip') throw fault('notZip', { name })
  checkSize(file.size, [picked], limits)
  const found = await manifestsInZip(file)
  return { form: { zip: file }, ...(found && single(found)) }
}

/** The one manifest. */
function single({ paths, content }: FoundManifests): Pick<Sendable, 'manifest'> {
  const [name, another] = paths
  if (name === undefined) throw fault('noManifest')
  if (another !== undefined) throw fault('twoManifests', { names: paths.join(', ') })
  return content === undefined ? {} : { manifest: { name, content } }
}

async function head(file: File): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.slice(0, 8).arrayBuffer())
  } catch {
    throw fault('unreadable', { name: file.name })
  }
}
