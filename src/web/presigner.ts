/** What an uploaded bundle must be; a form made by it is refused for anything else. */
export interface UploadPolicy {
  /** Exactly this key, in the store of bundles. */
  key: string
  /** Exactly this `Content-Type`. */
  contentType: string
  /** From 1 to this many bytes. */
  maxBytes: number
  /** Base64 of the SHA-256 that the bytes must have; absent: any. */
  sha256?: string
  /** From the instant of asking. */
  validSeconds: number
}

/** A form to be sent as `multipart/form-data`: the fields in this order, the file last, as `file`. */
export interface UploadForm {
  /** Where to send it. */
  url: string
  fields: Record<string, string>
}

/** Makes forms by which a client uploads a bundle into the store itself. */
export type Presigner = (policy: UploadPolicy) => Promise<UploadForm>
