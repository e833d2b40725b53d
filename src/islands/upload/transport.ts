import Uppy from '@uppy/core'
import XHRUpload from '@uppy/xhr-upload'

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
export class BrokenOff extends Error {
  override name = 'BrokenOff'
}

/**
 * Sends a ZIP by a form, once.
 * @param onProgress hears how many bytes have left
 * @throws NotTaken, BrokenOff, or what the signal was aborted with
 */
export async function transport(
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
    uppy.addFile({ name: 'ho-so.zip', type: 'application/zip', data: zip, meta: fields })
    const result = await uppy.upload()
    signal.throwIfAborted()
    if (result?.successful?.length === 1) return
  } finally {
    signal.removeEventListener('abort', cancel)
    uppy.destroy()
  }
  if (answer && answer.status >= 400 && answer.status < 500) throw new NotTaken(answer.status, answer.responseText)
  throw new BrokenOff('the upload broke off')
}
