import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FORM_LIMITS, formParts } from '../../src/http/form/parts.ts'

const BOUNDARY = '----x'
const TYPE = `multipart/form-data; boundary=${BOUNDARY}`

const encoded = (parts: readonly { name: string; content: Uint8Array }[]): Buffer =>
  Buffer.concat([
    ...parts.flatMap(({ name, content }) => [
      Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"; filename="a"\r\n\r\n`),
      content,
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${BOUNDARY}--\r\n`),
  ])

/** One part of a form that has no end. */
const opened = (name: string, length: number): Buffer =>
  Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${'x'.repeat(length)}\r\n`)

/** Bytes cut where `cuts` say, by turns. */
async function* cut(bytes: Uint8Array, cuts: readonly number[]): AsyncGenerator<Uint8Array> {
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const length = cuts[turn % cuts.length] ?? 1
    yield bytes.subarray(at, at + length)
    at += length
  }
}

async function read(body: AsyncIterable<Uint8Array>) {
  const parts: { name: string; content: Buffer }[] = []
  for await (const { name, content } of formParts(body, TYPE)) {
    const read: Buffer[] = []
    for await (const bytes of content) read.push(Buffer.from(bytes))
    parts.push({ name, content: Buffer.concat(read) })
  }
  return parts
}

/** Among other bytes, much that looks like the beginning of a boundary. */
const content = fc
  .array(
    fc.oneof(
      fc.uint8Array({ maxLength: 20 }),
      fc
        .constantFrom('\r\n', '\r', '--', `\r\n--${BOUNDARY.slice(0, 4)}`)
        .map((text) => Uint8Array.from(Buffer.from(text))),
    ),
  )
  .map((parts) => Buffer.concat(parts))
  .filter((bytes) => !Buffer.concat([Buffer.from('\r\n'), bytes, Buffer.from('\r\n')]).includes(`\r\n--${BOUNDARY}`))
const form = fc.array(fc.record({ name: fc.constantFrom('key', 'file', 'Content-Type'), content }), { maxLength: 4 })
const cuts = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 })

describe('formParts', () => {
  test('gives every part as it was written, however the bytes come', async () => {
    await fc.assert(
      fc.asyncProperty(form, cuts, async (parts, sizes) => {
        expect(await read(cut(encoded(parts), sizes))).toEqual(parts)
      }),
    )
  })

  test('a form cut anywhere before its end is told, never a shorter form', async () => {
    const whole = encoded([
      { name: 'key', content: Buffer.from('a') },
      { name: 'file', content: Buffer.from('b\r\n') },
    ])
    for (let length = 0; length < whole.length - '\r\n'.length; length++)
      await expect(read(cut(whole.subarray(0, length), [7]))).rejects.toMatchObject({ code: 'MalformedPOSTRequest' })
    expect(await read(cut(whole, [7]))).toHaveLength(2)
  })

  test('a part that nobody reads is passed over', async () => {
    const names: string[] = []
    const body = cut(
      encoded([
        { name: 'a', content: Buffer.alloc(5000) },
        { name: 'b', content: Buffer.from('b') },
      ]),
      [11],
    )
    for await (const { name } of formParts(body, TYPE)) names.push(name)
    expect(names).toEqual(['a', 'b'])
  })

  test.each([
    ['a field', () => opened('key', 1000)],
    ['an empty field', () => opened('key', 0)],
    ['a part without a name', () => Buffer.from(`--${BOUNDARY}\r\nContent-Type: text/plain\r\n\r\nx\r\n`)],
    ['the preamble', () => Buffer.alloc(1000, 'x')],
    ['the headers of a part', () => Buffer.from(`--${BOUNDARY}\r\n${'X-Note: x\r\n'.repeat(100)}`)],
    ['a name', () => Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="${'k'.repeat(1000)}`)],
  ])('%s without end: refused, and no more is read of it than the bound on the whole', async (_, piece) => {
    let sent = 0
    const bytes = piece()
    async function* endless() {
      // As much as one request could send; nobody may ask for it.
      for (; sent < 50_000_000; sent += bytes.length) yield bytes
    }
    await expect(read(endless())).rejects.toMatchObject({ code: 'MaxPostPreDataLengthExceeded' })
    expect(sent).toBeLessThanOrEqual(2 * FORM_LIMITS.bytesBeforeFile)
  })

  test('after its beginning the file is not bounded here: its policy does', async () => {
    const file = Buffer.alloc(4 * FORM_LIMITS.bytesBeforeFile, 'x')
    const parts = [
      { name: 'key', content: Buffer.from('a') },
      { name: 'file', content: file },
    ]
    expect((await read(cut(encoded(parts), [16_384]))).map(({ content }) => content.length)).toEqual([1, file.length])
  })
})
