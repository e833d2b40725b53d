import Uppy from '@uppy/core'
import XHRUpload from '@uppy/xhr-upload'
import { UPLOADS_PATH } from '../../core/paths.ts'
import { type Asking, Lost, post } from '../shared/ask.ts'

/** What the service answers when a form for an upload is asked for. */
interface Invitation extends StoreForm {
  /** Page that waits for the verdict. */
  next: string
}

/** What is heard while a ZIP is sent. */
export interface Listener {
  progress(bytes: number): void
  /** The connection is gone; the next try comes by itself. */
  lost(): void
}

/** Tries after which a person is asked to look at the network. */
const MOST_TRIES = 12
const LONGEST_PAUSE_MS = 30_000

/** The connection did not come back. */
export class GaveUp extends Error {
  override name = 'GaveUp'
}

/**
 * Sends a ZIP to the store, through any number of lost connections: waits for the network, asks for a new form where the
 * old one ran out, and begins again.
 * @returns the page that waits for the verdict
 * @throws SignedOut; NotTaken when the store refuses the file; GaveUp; what the signal was aborted with
 */
export async function send(zip: Blob, asking: Asking, listener: Listener, signal: AbortSignal): Promise<string> {
  return (await sendBy(zip, () => ask(asking), listener, signal)).next
}

/**
 * Sends a file to the store as {@link send} does, by a form that is asked for.
 * @returns the form by which it was taken
 */
export async function sendBy<Form extends StoreForm>(
  file: Blob,
  askForm: () => Promise<Form>,
  listener: Listener,
  signal: AbortSignal,
): Promise<Form> {
  let invitation: Form | undefined
  let renewed = false
  for (let attempt = 1; attempt <= MOST_TRIES; attempt += 1) {
    signal.throwIfAborted()
    try {
      invitation ??= await askForm()
      await transport(file, invitation, listener.progress, signal)
      return invitation
    } catch (error) {
      if (error instanceof NotTaken && error.status === 403 && !renewed) {
        // The form ran out on the way, or while the device slept.
        invitation = undefined
        renewed = true
        continue
      }
      if (!(error instanceof Lost || error instanceof BrokenOff)) throw error
      listener.lost()
      renewed = false
      await network(attempt, signal)
    }
  }
  throw new GaveUp('the connection did not come back')
}

async function ask(asking: Asking): Promise<Invitation> {
  const answer = await post(UPLOADS_PATH, '{}', asking)
  if (!answer.ok) throw new Error(`no form for an upload: ${answer.status}`)
  return answer.json()
}

/** Until the device is on line again, or a pause is over that doubles from try to try. */
function network(attempt: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(done, Math.min(500 * 2 ** attempt, LONGEST_PAUSE_MS))
    function done() {
      clearTimeout(timer)
      removeEventListener('online', done)
      signal.removeEventListener('abort', stop)
      resolve()
    }
    function stop() {
      clearTimeout(timer)
      removeEventListener('online', done)
      reject(signal.reason)
    }
    addEventListener('online', done)
    signal.addEventListener('abort', stop)
  })
}

/** A form by which the store takes a file: fields in this order, the file last. */
export interface StoreForm {
  url: string
  fields: Record<string, string>
  fileField: string
}

/** The store answered and took nothing; trying the same again changes nothing. */
export class NotTaken extends Error {
  override name = 'NotTaken'
  readonly status: number
  /** The store's code, such as `AccessDenied`, and its message. */
  readonly code: string

  constructor(status: number, answer: string) {
    super(/<Message>([^<]*)<\/Message>/.exec(answer)?.[1] ?? String(status))
    this.status = status
    this.code = /<Code>([^<]*)<\/Code>/.exec(answer)?.[1] ?? ''
  }
}

/** The connection broke off. */
class BrokenOff extends Error {
  override name = 'BrokenOff'
}

/**
 * Sends a ZIP by a form, once.
 * @param onProgress hears how many bytes have left
 * @throws NotTaken, BrokenOff, or what the signal was aborted with
 */
async function transport(
  zip: Blob,
  { url, fields, fileField }: StoreForm,
  onProgress: (bytes: number) => void,
  signal: AbortSignal,
): Promise<void> {
  signal.throwIfAborted()
  const uppy = new Uppy({ autoProceed: false, allowMultipleUploadBatches: false }).use(XHRUpload, {
    endpoint: url,
    fieldName: fileField,
    allowedMetaFields: Object.keys(fields),
    getResponseData: () => ({}),
    // Its own tries end within two seconds; ours wait for the network.
    shouldRetry: () => false,
  })
  const cancel = () => uppy.cancelAll()
  signal.addEventListener('abort', cancel)
  let answer: XMLHttpRequest | undefined
  uppy.on('upload-error', (_file, error) => {
    answer = 'request' in error && error.request instanceof XMLHttpRequest ? error.request : undefined
  })
  uppy.on('upload-progress', (_file, { bytesUploaded }) => onProgress(Number(bytesUploaded)))
  try {
    uppy.addFile({ name: 'ho-so', type: zip.type, data: zip, meta: fields })
    const result = await uppy.upload()
    signal.throwIfAborted()
    if (result?.successful?.length === 1) return
  } finally {
    signal.removeEventListener('abort', cancel)
    uppy.destroy()
  }
  // 507: the disk of the server is full, which sending again does not mend.
  if (answer && ((answer.status >= 400 && answer.status < 500) || answer.status === 507))
    throw new NotTaken(answer.status, answer.responseText)
  throw new BrokenOff('the upload broke off')
}
