import { inflateSync } from 'node:zlib'

/** Bytes of object streams that are looked through, unpacked. */
const MOST_BYTES = 32 * 1024 * 1024
const BASE_FONT = /\/BaseFont\s*\/([^\s/<>[\]()%]+)/g
const OBJECT_STREAM = /\/Type\s*\/ObjStm\b/g
/** Characters after the type of an object stream within which its data begin. */
const NEAR = 400

/** Names of the fonts of a PDF without their subset tags, wherever they stand: in plain sight or in object streams. */
export function fontNames(bytes: Uint8Array): string[] {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const text = raw.toString('latin1')
  const names = new Set<string>()
  let left = MOST_BYTES
  add(text, names)
  for (const { index } of text.matchAll(OBJECT_STREAM)) {
    const unpacked = streamAfter(raw, text, index, left)
    if (unpacked === undefined) continue
    left -= unpacked.length
    add(unpacked.toString('latin1'), names)
  }
  return [...names]
}

function add(text: string, names: Set<string>): void {
  for (const [, name = ''] of text.matchAll(BASE_FONT)) names.add(name.replace(/^[A-Z]{6}\+/, ''))
}

/** Undefined for a stream that is packed in another way, damaged, or too long: names in it stay unknown. */
function streamAfter(raw: Buffer, text: string, from: number, most: number): Buffer | undefined {
  const start = /stream\r?\n/.exec(text.slice(from, from + NEAR))
  if (start === null || most <= 0) return undefined
  const at = from + start.index + start[0].length
  const end = raw.indexOf('endstream', at)
  try {
    return inflateSync(raw.subarray(at, end === -1 ? undefined : end), { maxOutputLength: most })
  } catch {
    return undefined
  }
}
