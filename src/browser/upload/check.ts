import { unzipSync } from 'fflate'
import { isArchive, isLitter, magicOf } from '../../core/files.ts'
import { type Asking, checkManifest, Lost } from '../shared/ask.ts'
import { say, sizeText } from '../shared/elements.ts'
import { type Picked, withoutLitter } from './files.ts'
import { FAULT_WORDS } from './words.ts'

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

/** What the service takes. */
export interface UploadLimits {
  /** Of the ZIP. */
  bytes: number
  /** In the ZIP. */
  files: number
}

const NAMED = 3

/** @throws UploadFault when there are more files than are taken */
function checkCount(picked: readonly Picked[], limits: UploadLimits): void {
  if (picked.length > limits.files) throw fault('tooMany', { n: picked.length, most: limits.files })
}

/**
 * @param bytes of the ZIP
 * @throws UploadFault naming the largest files, when the ZIP is larger than is taken
 */
export function checkSize(bytes: number, picked: readonly Picked[], limits: UploadLimits): void {
  if (bytes <= limits.bytes) return
  const largest = [...picked]
    .sort((a, b) => b.file.size - a.file.size)
    .slice(0, NAMED)
    .map(({ path, file }) => `${path} (${sizeText(file.size)})`)
    .join(', ')
  throw fault('tooLarge', { size: sizeText(bytes), most: sizeText(limits.bytes), largest })
}

/** Names under which a bundle's manifest is found, at its top or in the one folder that holds everything. */
const MANIFEST_NAMES = ['manifest.json', 'manifest.yaml', 'manifest.yml', 'ho-so.xlsx'] as const

/** The manifests that lie where one is looked for: exactly one is right. */
interface FoundManifests {
  paths: string[]
  /** The content of the first. */
  content?: Blob
}

/** The manifests among files. */
export function manifestsAmong(picked: readonly Picked[]): FoundManifests {
  const paths = manifestPaths(picked.map(({ path }) => path))
  const content = picked.find(({ path }) => path === paths[0])?.file
  return content === undefined ? { paths } : { paths, content }
}

/**
 * The manifests inside a ZIP; undefined where this reader cannot tell, and the service must.
 */
async function manifestsInZip(zip: Blob): Promise<FoundManifests | undefined> {
  const bytes = new Uint8Array(await zip.arrayBuffer())
  const names: string[] = []
  try {
    unzipSync(bytes, { filter: ({ name }) => names.push(name) === 0 })
    const paths = manifestPaths(names.filter((name) => !name.endsWith('/') && !isLitter(name)))
    const [first] = paths
    if (first === undefined) return { paths }
    const content = unzipSync(bytes, { filter: ({ name, originalSize }) => name === first && originalSize <= LARGEST })
    return { paths, content: new Blob([new Uint8Array(content[first] ?? [])]) }
  } catch {
    // Not every ZIP that the service takes is one that this reader knows.
    return undefined
  }
}

/** In bytes; the service takes no larger manifest. */
const LARGEST = 8 * 1024 * 1024

/** The one folder that holds everything, with its slash; empty where there is none. */
export function commonFolder(paths: readonly string[]): string {
  const folder = paths[0]?.slice(0, paths[0].indexOf('/') + 1) ?? ''
  return paths.every((path) => path.startsWith(folder)) ? folder : ''
}

function manifestPaths(paths: readonly string[]): string[] {
  const at = (base: string) => MANIFEST_NAMES.map((name) => base + name).filter((path) => paths.includes(path))
  const top = at('')
  if (top.length > 0) return top
  const folder = commonFolder(paths)
  return folder === '' ? [] : at(folder)
}

/**
 * Makes sure that a manifest can be read: here as far as a script can tell, then by the service.
 * @returns whether it was read; not, where only the judgement can tell
 * @throws UploadFault with all places; SignedOut
 */
export async function confirmManifest({ name, content }: { name: string; content: Blob }, asking: Asking) {
  try {
    const check = await checkManifest(name, content, asking)
    if (check?.ok === false)
      throw new UploadFault(
        check.message.includes(name) ? check.message : `${name}: ${check.message}`,
        check.problems.map(({ text }) => text),
      )
    return check !== undefined
  } catch (error) {
    if (!(error instanceof Lost)) throw error
    if (name.endsWith('.json')) await checkAlone(name, content)
    return false
  }
}

/** What can be said of a JSON manifest without the service. */
async function checkAlone(name: string, content: Blob): Promise<void> {
  const value = parsed(await content.text())
  if (value === undefined) throw fault('notJson', { name })
  const format = typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined
  if (format !== 'qms-bundle/1') throw fault('wrongFormat', { name })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Why what was chosen cannot be sent, in the words of the page. */
export class UploadFault extends Error {
  override name = 'UploadFault'
  /** Each with its place, where there is more than one to tell. */
  readonly places: readonly string[]

  constructor(message: string, places: readonly string[] = []) {
    super(message)
    this.places = places
  }
}

/** A fault by its words. */
function fault(kind: keyof typeof FAULT_WORDS, values: Readonly<Record<string, string | number>> = {}): UploadFault {
  return new UploadFault(say(FAULT_WORDS[kind], values))
}
