import { ByteFeed } from './byte-feed.ts'
import { FormFault } from './form-fault.ts'

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
