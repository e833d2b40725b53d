import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { link, mkdir, open, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Context, Hono } from 'hono'
import { type Localized, withValues } from '../../core/errors.ts'
import type { Audit } from '../../service/audit.ts'
import { DRAFTS } from '../../service/drafts.ts'
import { parseBundleKey } from '../../service/keys.ts'
import { isDiskFull } from '../../service/store.ts'
import { objectPath, TEMPORARY_SUFFIX } from '../../service/store-folder.ts'
import { languageOf } from '../language.ts'
import { DISK_FULL } from '../problems.ts'
import { noteCaller, noteRoute, sourceAddress } from '../request-record.ts'
import { ENDPOINT_TEXTS, FORM_FAULT as FAULT } from '../words.ts'
import { FormFault, formParts, smallText } from './parts.ts'
import { checkFields, checkPolicy, type FileBounds, type FormSigner, hasPolicy } from './policy.ts'

/** What the endpoint of the embedded store works with. */
export interface FormEndpoint {
  /** Of the store of bundles. */
  folder: string
  signer: FormSigner
  /** Whether a bundle is more than its agency may send today, beside those that began to come before it. */
  isOverQuota: (key: string, arriving: ReadonlySet<string>) => Promise<boolean>
  now: () => Date
  /** Notes that a bundle is to come under a key; what fails here keeps the bundle out. */
  noteOpen: (key: string) => Promise<void>
  /** Hears of every bundle that was taken in. */
  onUploaded: (key: string) => void
  /** Where it is recorded who sent what. */
  audit: Audit
  /** Hears of what is no fault of the form. */
  onFault: (fault: unknown) => void
}

/** The path that forms are sent to. */
export const FORM_PATH = '/store/bundles'

/** Takes in bundles by signed forms, as a bucket of S3 does; answers 204, or an error in the form of S3's. */
export function formEndpoint(endpoint: FormEndpoint): Hono {
  /** Keys of what is coming, in the order in which it began. */
  const arriving = new Set<string>()
  const app = new Hono()
  app.onError((error, context) => {
    endpoint.onFault(error)
    context.header('Connection', 'close')
    if (isDiskFull(error)) return xml(context, 507, 'InsufficientStorage', DISK_FULL)
    return xml(context, 500, 'InternalError', FAULT)
  })
  app.post(FORM_PATH, async (context) => {
    noteRoute(FORM_PATH)
    try {
      const body = context.req.raw.body ?? new ReadableStream()
      const key = await takeIn(body, context.req.header('Content-Type'), endpoint, arriving)
      // Of papers that are not handed in nobody has to hear.
      if (!key.startsWith(DRAFTS)) endpoint.onUploaded(key)
      await recordUpload(key, endpoint.audit)
      return context.body(null, 204)
    } catch (error) {
      if (!(error instanceof FormFault)) throw error
      // The rest of what is being sent is not read.
      context.header('Connection', 'close')
      return xml(context, error.status, error.code, error.text)
    }
  })
  return app
}

async function recordUpload(key: string, audit: Audit): Promise<void> {
  const upload = parseBundleKey(key)
  if (upload === undefined) return
  const { code, uploadId } = upload
  const who = { kind: 'agency', code } as const
  const event = { who, agency: code, what: { upload: uploadId }, from: sourceAddress() }
  await audit.record({ action: 'upload-received', ...event })
}

async function takeIn(
  body: AsyncIterable<Uint8Array>,
  contentType: string | undefined,
  { folder, signer, isOverQuota, now, noteOpen }: FormEndpoint,
  arriving: Set<string>,
): Promise<string> {
  const fields = new Map<string, string>()
  for await (const { name, content } of formParts(body, contentType)) {
    if (name !== 'file') {
      if (fields.has(name.toLowerCase())) throw twice(name)
      fields.set(name.toLowerCase(), await smallText(content))
      // A stranger is turned away here, before the rest of the form is read.
      if (hasPolicy(fields)) checkPolicy(fields, signer, now())
      continue
    }
    const bounds = checkFields(fields, signer, now())
    const upload = parseBundleKey(bounds.key)
    if (upload) noteCaller({ kind: 'agency', code: upload.code })
    // Each is counted from its beginning on: many that are sent at once would all see that nothing is there yet.
    const before = new Set(arriving)
    arriving.add(bounds.key)
    try {
      if (await isOverQuota(bounds.key, before)) throw overQuota()
      await receiveFile(folder, bounds, content, { now, noteOpen })
    } finally {
      if (!before.has(bounds.key)) arriving.delete(bounds.key)
    }
    return bounds.key
  }
  throw noFile()
}

const XML_CHARACTERS: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' }

/** An error as S3 tells it, in the caller's language. */
function xml(context: Context, status: FormFault['status'] | 500 | 507, code: string, text: Localized): Response {
  const message = text[languageOf(context)].replace(/[<>&]/g, (character) => XML_CHARACTERS[character] ?? '')
  context.header('Content-Type', 'application/xml')
  const error = `<Error><Code>${code}</Code><Message>${message}</Message></Error>`
  return context.body(`<?xml version="1.0" encoding="UTF-8"?>\n${error}\n`, status)
}

const twice = (name: string) => new FormFault('InvalidArgument', withValues(ENDPOINT_TEXTS.fieldInFormTwice, { name }))

const overQuota = () => new FormFault('QuotaExceeded', ENDPOINT_TEXTS.agencySentAsMany)

const noFile = () => new FormFault('InvalidArgument', ENDPOINT_TEXTS.noFileInForm)

/**
 * Takes a file into the folder of a store, whole and checked or not at all: it is written beside its place, down to the
 * disk, and then linked there. The time of the file is that of the service's clock. The same file again is no fault.
 * @throws FormFault when the size or the SHA-256 is not as signed, or another file is there
 */
async function receiveFile(
  folder: string,
  bounds: FileBounds,
  content: AsyncIterable<Uint8Array>,
  { now, noteOpen }: Pick<FormEndpoint, 'now' | 'noteOpen'>,
): Promise<void> {
  const path = objectPath(folder, bounds.key)
  const part = `${dirname(path)}/${randomUUID()}${TEMPORARY_SUFFIX}`
  await mkdir(dirname(path), { recursive: true })
  try {
    const sha256 = await writeChecked(part, bounds, content, now)
    // Before the bundle is there: after a crash a note without a bundle does no harm, a bundle without a note is lost.
    await noteOpen(bounds.key)
    await publish(part, path, sha256)
  } finally {
    await rm(part, { force: true })
  }
}

/** @returns SHA-256 in base64 */
async function writeChecked(
  part: string,
  { minBytes, maxBytes, sha256 }: FileBounds,
  content: AsyncIterable<Uint8Array>,
  now: () => Date,
): Promise<string> {
  const hash = createHash('sha256')
  const file = await open(part, 'wx')
  try {
    let size = 0
    for await (const bytes of content) {
      size += bytes.length
      if (size > maxBytes) throw tooLarge(maxBytes)
      hash.update(bytes)
      await file.writeFile(bytes)
    }
    if (size < minBytes) throw tooSmall(size, minBytes)
    const found = hash.digest('base64')
    if (sha256 !== undefined && found !== sha256) throw otherBytes(found, sha256)
    await file.utimes(now(), now())
    await file.sync()
    return found
  } finally {
    await file.close()
  }
}

async function publish(part: string, path: string, sha256: string): Promise<void> {
  try {
    // A hard link fails when the name is taken: a bundle that was judged is never replaced.
    await link(part, path)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    if ((await sha256Of(path)) !== sha256) throw usedUp()
  }
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const bytes of createReadStream(path)) hash.update(bytes)
  return hash.digest('base64')
}

const tooLarge = (max: number) =>
  new FormFault('EntityTooLarge', withValues(ENDPOINT_TEXTS.fileLargerThanBytes, { max }))

const tooSmall = (found: number, min: number) =>
  new FormFault('EntityTooSmall', withValues(ENDPOINT_TEXTS.fileBytesAtLeast, { found, min }))

const otherBytes = (found: string, signed: string) =>
  new FormFault('BadDigest', withValues(ENDPOINT_TEXTS.sha256FileReceived, { found, signed }))

const usedUp = () => new FormFault('PreconditionFailed', ENDPOINT_TEXTS.formUsedUploadAnother)
