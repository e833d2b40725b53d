import { type Localized, QmsVerdictError } from '../../core/errors.ts'

/** Bytes that the headers of one part, or a field that is no file, may have. */
const SMALL = 20_000
const CRLF = '\r\n'

/** One part of a form; `content` is read before the next part is asked for, or passed over. */
export interface FormPart {
  name: string
  content: AsyncGenerator<Buffer>
}

/**
 * The parts of a form as they come (`multipart/form-data`, RFC 7578): no part is held in memory.
 * @throws FormFault when it is no such form, or is cut short
 */
export async function* formParts(
  body: AsyncIterable<Uint8Array>,
  contentType: string | undefined,
): AsyncGenerator<FormPart> {
  const delimiter = Buffer.from(`${CRLF}--${boundaryOf(contentType)}`)
  const feed = new ByteFeed(body, Buffer.from(CRLF))
  await passOver(feed.until(delimiter))
  for (;;) {
    const next = (await feed.take(2)).toString('latin1')
    if (next === '--') return
    if (next !== CRLF) throw malformed()
    const name = nameIn(await smallText(feed.until(Buffer.from(CRLF + CRLF))))
    const content = feed.until(delimiter)
    yield { name, content }
    await passOver(content)
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
    if (length > SMALL) throw malformed()
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

function boundaryOf(contentType = ''): string {
  const [, quoted, plain] =
    /^multipart\/form-data\s*;.*?boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType) ?? []
  const boundary = quoted ?? plain
  if (boundary === undefined) throw malformed()
  return boundary
}

function nameIn(headers: string): string {
  const name = /^content-disposition:\s*form-data\s*;\s*name="([^"]*)"/im.exec(headers)?.[1]
  if (name === undefined) throw malformed()
  return name
}

async function passOver(content: AsyncIterable<Buffer>): Promise<void> {
  for await (const _ of content);
}

const malformed = () =>
  new FormFault('MalformedPOSTRequest', {
    vi: 'Nội dung gửi lên không phải biểu mẫu multipart/form-data đúng dạng. Đề nghị gửi bằng curl -F như hướng dẫn: các trường trước, tệp sau cùng trong trường file.',
    en: 'What was sent is no well-formed multipart/form-data. Send it with curl -F: the fields first, the file last, as file.',
  })

/** Bytes as they come, cut at marks; at most a mark and what came last are held. */
export class ByteFeed {
  readonly #source: AsyncIterator<Uint8Array>
  #held: Buffer

  /** @param before bytes that stand before those of `source` */
  constructor(source: AsyncIterable<Uint8Array>, before: Uint8Array) {
    this.#source = source[Symbol.asyncIterator]()
    this.#held = Buffer.from(before)
  }

  /**
   * The bytes up to a mark, which is passed over.
   * @throws FormFault when the bytes end before it
   */
  async *until(mark: Uint8Array): AsyncGenerator<Buffer> {
    for (;;) {
      const at = this.#held.indexOf(mark)
      // Of a mark that is not there in whole, the last bytes may be the beginning.
      const end = at >= 0 ? at : Math.max(0, this.#held.length - mark.length + 1)
      const part = this.#held.subarray(0, end)
      this.#held = this.#held.subarray(at >= 0 ? end + mark.length : end)
      if (part.length > 0) yield part
      if (at >= 0) return
      await this.#more()
    }
  }

  /**
   * The next `length` bytes.
   * @throws FormFault when there are fewer
   */
  async take(length: number): Promise<Buffer> {
    while (this.#held.length < length) await this.#more()
    const taken = this.#held.subarray(0, length)
    this.#held = this.#held.subarray(length)
    return taken
  }

  async #more(): Promise<void> {
    const { done, value } = await this.#source.next()
    if (done === true)
      throw new FormFault('MalformedPOSTRequest', {
        vi: 'Biểu mẫu bị ngắt giữa chừng. Đề nghị gửi lại toàn bộ biểu mẫu.',
        en: 'The form ends in the middle. Send the whole form again.',
      })
    this.#held = Buffer.concat([this.#held, value])
  }
}

/** HTTP status by the code that S3 gives to such a form. */
const STATUS = {
  AccessDenied: 403,
  SignatureDoesNotMatch: 403,
  BadDigest: 400,
  EntityTooLarge: 400,
  EntityTooSmall: 400,
  InvalidArgument: 400,
  MalformedPOSTRequest: 400,
  PreconditionFailed: 412,
} as const
export type FormCode = keyof typeof STATUS

/** A form that is not accepted: nothing of it was stored. */
export class FormFault extends QmsVerdictError {
  override name = 'FormFault'
  readonly code: FormCode
  readonly text: Localized

  /** @param text what was found, what is expected, what to do */
  constructor(code: FormCode, text: Localized) {
    super(`${code}: ${text.en}`)
    this.code = code
    this.text = text
  }

  get status(): (typeof STATUS)[FormCode] {
    return STATUS[this.code]
  }
}
