import { createHash } from 'node:crypto'
import { inflateRawSync } from 'node:zlib'

const CENTRAL_HEADER = 0x02014b50
const END_RECORD = 0x06054b50

/** The deflated bytes of each entry, found by the directory: what the floor starts from, outside its time. */
export function rawEntries(archive: Uint8Array): { name: string; raw: Buffer }[] {
  const bytes = Buffer.from(archive)
  let end = bytes.length - 22
  while (bytes.readUInt32LE(end) !== END_RECORD) end--
  const entries: { name: string; raw: Buffer }[] = []
  let at = bytes.readUInt32LE(end + 16)
  while (bytes.readUInt32LE(at) === CENTRAL_HEADER) {
    const size = bytes.readUInt32LE(at + 20)
    const [name, extra, comment] = [
      bytes.readUInt16LE(at + 28),
      bytes.readUInt16LE(at + 30),
      bytes.readUInt16LE(at + 32),
    ]
    const local = bytes.readUInt32LE(at + 42)
    const data = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    entries.push({ name: bytes.toString('utf8', at + 46, at + 46 + name), raw: bytes.subarray(data, data + size) })
    at += 46 + name + extra + comment
  }
  return entries
}

/** The least that any reader of a bundle must do: inflate every entry, hash it and the archive, parse the manifest. */
export function floor(archive: Uint8Array, entries: readonly { name: string; raw: Buffer }[]): unknown {
  let manifest: unknown
  createHash('sha256').update(archive).digest('hex')
  for (const { name, raw } of entries) {
    const content = inflateRawSync(raw)
    createHash('sha256').update(content).digest('hex')
    if (name === 'manifest.json') manifest = JSON.parse(content.toString('utf8'))
  }
  return manifest
}
