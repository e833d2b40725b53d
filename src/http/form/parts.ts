import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy'
import { type Localized, QmsVerdictError, withValues } from '../../core/errors.ts'
import { FORM_MALFORMED as MALFORMED, PARTS_TEXTS } from '../words.ts'

/**
 * What a form may cost before its file, which its policy bounds. A form of ours has ten fields, 3 KB in all.
 * The file must come last (as S3 wants it), so all of this is over before the first byte is kept on the disk.
 */
export const FORM_LIMITS = {
  /** Parts, the file among them. */
  parts: 24,
  /** Bytes of the preamble, of all headers, fields and boundaries together. */
  bytesBeforeFile: 64 * 1024,
  /** Bytes of one field. */
  fieldBytes: 20_000,
  /** Bytes of the headers of one part; what is more of them is not looked at. */
  headerBytes: 8 * 1024,
} as const

/** One part of a form; `content` is read before the next part is asked for, or passed over. */
export interface FormPart {
  name: string
  content: AsyncIterable<Buffer>
}

/** A part as it was met: its bytes wait in `stream` until somebody asks for them. */
interface MetPart {
  name: string
  stream: BusboyFileStream
}

/** The name of the part that the bounds before the file end at. */
const FILE = 'file'

/**
 * The parts of a form as they come (`multipart/form-data`, RFC 7578): no part is held in memory. A part without a name
 * is passed over.
 * @throws FormFault when it is no such form, is cut short, or is more before its file than {@link FORM_LIMITS}
 */
export async function* formParts(
  body: AsyncIterable<Uint8Array>,
  contentType: string | undefined,
): AsyncGenerator<FormPart> {
  const form = new Form(contentType)
  form.feed(body[Symbol.asyncIterator]())
  try {
    for (let part = await form.next(); part !== undefined; part = await form.next()) {
      yield { name: part.name, content: form.contentOf(part) }
      part.stream.resume()
    }
  } finally {
    form.leave()
  }
}

/**
 * A part as text.
 * @throws FormFault when it is too long for a field
 */
export async function smallText(content: AsyncIterable<Buffer>): Promise<string> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of content) {
    length += part.length
    if (length > FORM_LIMITS.fieldBytes) throw tooMuch(`> ${FORM_LIMITS.fieldBytes} byte`)
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

/** A form between the one who sends it and the one who reads its parts. */
class Form {
  readonly #parser: BusboyInstance
  readonly #met: MetPart[] = []
  #current: BusboyFileStream | undefined
  #fileBegun = false
  #ended = false
  #fault: unknown
  /** Called when there is news for the reader, or for the feed: nobody reads on. */
  #wake = () => {}
  #stopWaiting = () => {}

  constructor(contentType = '') {
    this.#parser = openParser(contentType)
    this.#parser.on('file', (name, content) => this.#meet(name, content))
    this.#parser.on('partsLimit', () => this.#fail(tooMuch(`> ${FORM_LIMITS.parts}`)))
    this.#parser.on('error', (cause) => this.#fail(malformed(cause)))
    this.#parser.on('finish', () => this.#end())
  }

  /** Gives the parser one piece after another; the next is asked for when this one was taken. */
  async feed(source: AsyncIterator<Uint8Array>): Promise<void> {
    let before = 0
    try {
      for (let next = await source.next(); next.done !== true; next = await source.next()) {
        const bytes = next.value
        await new Promise<void>((resolve) => {
          this.#stopWaiting = resolve
          this.#parser.write(bytes, () => resolve())
        })
        // The source is left as it is: to end it would end the connection before the answer is sent.
        if (this.#ended) return
        if (!this.#fileBegun) before += bytes.length
        if (before > FORM_LIMITS.bytesBeforeFile) throw tooMuch(`> ${FORM_LIMITS.bytesBeforeFile} byte`)
      }
      this.#parser.end()
    } catch (error) {
      this.#fail(error)
    }
  }

  /** The next part; undefined after the last. */
  async next(): Promise<MetPart | undefined> {
    for (;;) {
      const part = this.#met.shift()
      if (part !== undefined) return part
      if (this.#fault !== undefined) throw this.#fault
      if (this.#ended) return undefined
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
  }

  /** The bytes of a part; what goes wrong is told as the fault of the form. */
  async *contentOf({ stream }: MetPart): AsyncGenerator<Buffer> {
    try {
      for await (const bytes of stream.iterator({ destroyOnReturn: false })) yield bytes
    } catch (cause) {
      throw this.#fault ?? malformed(cause)
    }
  }

  /** Nobody asks for more parts. */
  leave(): void {
    this.#end()
    this.#stopWaiting()
  }

  #meet(name: string | undefined, stream: BusboyFileStream): void {
    this.#current = stream
    stream.on('error', (cause) => this.#fail(malformed(cause)))
    if (name === undefined) stream.resume()
    else this.#met.push({ name, stream })
    if (name === FILE) this.#fileBegun = true
    this.#wake()
  }

  #fail(fault: unknown): void {
    this.#fault ??= fault
    this.#current?.destroy(this.#fault instanceof Error ? this.#fault : new Error('the form failed', { cause: fault }))
    this.leave()
  }

  #end(): void {
    this.#ended = true
    this.#wake()
  }
}

function openParser(contentType: string): BusboyInstance {
  if (!/^multipart\/form-data\s*;/i.test(contentType)) throw malformed()
  const { parts, headerBytes } = FORM_LIMITS
  const limits = { parts, headerPairs: 16, headerSize: headerBytes }
  try {
    return new Busboy({ headers: { 'content-type': contentType }, isPartAFile: () => true, limits })
  } catch (cause) {
    throw malformed(cause)
  }
}

const malformed = (cause?: unknown) => new FormFault('MalformedPOSTRequest', MALFORMED, { cause })

const tooMuch = (found: string) =>
  new FormFault(
    'MaxPostPreDataLengthExceeded',
    withValues(PARTS_TEXTS.tooMuchBeforeFile, { found, path: PARTS_TEXTS.path }),
  )

/** HTTP status by the code that S3 gives to such a form. */
const STATUS = {
  AccessDenied: 403,
  SignatureDoesNotMatch: 403,
  BadDigest: 400,
  EntityTooLarge: 400,
  EntityTooSmall: 400,
  InvalidArgument: 400,
  MalformedPOSTRequest: 400,
  MaxPostPreDataLengthExceeded: 400,
  PreconditionFailed: 412,
  QuotaExceeded: 429,
} as const
export type FormCode = keyof typeof STATUS

/** A form that is not accepted: nothing of it was stored. */
export class FormFault extends QmsVerdictError {
  override name = 'FormFault'
  readonly code: FormCode
  readonly text: Localized

  /** @param text what was found, what is expected, what to do */
  constructor(code: FormCode, text: Localized, options?: ErrorOptions) {
    super(`${code}: ${text.en}`, options)
    this.code = code
    this.text = text
  }

  get status(): (typeof STATUS)[FormCode] {
    return STATUS[this.code]
  }
}
