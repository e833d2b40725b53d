import { readFile } from 'node:fs/promises'
import { crc32, deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { makeJpeg } from '../../scripts/samples/jpeg.ts'
import { sha256 } from '../../src/core/json.ts'
import { pdfOfPicture } from '../../src/documents/picture.ts'
import { documentReader } from '../../src/documents/reader.ts'
import { DEFAULT_LIMITS } from '../../src/intake/container.ts'

/** Places at which a picture is cut off; most make an end of the process that reads it, and a new one is begun. */
const CUTS = 12
const reader = documentReader({ limits: DEFAULT_LIMITS, stopwatch: () => performance.now() })
const readingsOf = (pictures: readonly (readonly [string, Uint8Array])[]) =>
  reader(
    pictures.map(([path, bytes]) => {
      const kind = path.endsWith('.png') ? 'png' : 'jpeg'
      const file = { path, sha256: sha256(bytes), bytes: bytes.length, kind, state: 'ok' } as const
      return { path, file, open: async () => bytes }
    }),
    '',
  )
const readingOf = async (path: string, bytes: Uint8Array) => (await readingsOf([[path, bytes]])).get(path)

const chunk = (name: string, data: Uint8Array) => {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(typeof crc32 === 'function' ? crc32(body) : 0)
  return Buffer.concat([length, body, sum])
}

/** A PNG of colours of so many parts, with lines of writing where `written`. */
function png(kind: number, parts: number, written: boolean): Uint8Array {
  const [width, height] = [300, 400]
  const rows = Buffer.alloc((width * parts + 1) * height, 255)
  for (let y = 0; y < height; y++) {
    rows[y * (width * parts + 1)] = 0
    if (written && y % 20 < 4)
      rows.fill(0, y * (width * parts + 1) + 1 + 40 * parts, y * (width * parts + 1) + 200 * parts)
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, kind, 0, 0, 0], 8)
  const signature = Buffer.from('89504e470d0a1a0a', 'hex')
  const data = chunk('IDAT', deflateSync(rows))
  return Buffer.concat([signature, chunk('IHDR', head), data, chunk('IEND', Buffer.alloc(0))])
}

describe('a picture', () => {
  test('is a scan of one page, drawn: grey, colours, with what is see-through', async () => {
    for (const [kind, parts] of [
      [0, 1],
      [2, 3],
      [4, 2],
      [6, 4],
    ] as const) {
      const reading = await readingOf(`${kind}.png`, png(kind, parts, true))
      expect(reading, String(kind)).toMatchObject({
        format: 'picture',
        text: 'scan',
        content: { pages: 1, words: 0, inkedPages: 1, drawnHash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      })
    }
  })

  test('that is blank shows no ink', async () => {
    expect(await readingOf('leer.png', png(0, 1, false))).toMatchObject({ content: { pages: 1, inkedPages: 0 } })
  })

  test('of a camera is turned as the camera was', async () => {
    const exif = Buffer.from(
      '457869660000' + '4d4d002a00000008' + '0001' + '011200030000000100060000' + '00000000',
      'hex',
    )
    const segment = Buffer.concat([Buffer.from([0xff, 0xe1, 0, exif.length + 2]), exif])
    const jpeg = Buffer.from(makeJpeg('cong-bo/niem-yet.jpg'))
    const turned = Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)])
    const rotate = (bytes: Uint8Array) =>
      /\/Rotate (\d+)/.exec(Buffer.from(pdfOfPicture(bytes) ?? []).toString('latin1'))?.[1]
    expect([rotate(jpeg), rotate(turned)]).toEqual(['0', '90'])
    expect(await readingOf('anh.jpg', turned)).toMatchObject({ format: 'picture', content: { pages: 1 } })
  })

  test('that is damaged, cut off or of another kind is no fault', async () => {
    const whole = png(0, 1, true)
    // In one bundle: each bundle has a process of its own.
    const cut = Array.from(
      { length: CUTS },
      (_, at) => [`${at}.png`, whole.subarray(0, Math.floor((at * whole.length) / CUTS))] as const,
    )
    const readings = [...(await readingsOf(cut)).values()]
    expect(readings).toHaveLength(cut.length)
    for (const { text } of readings) expect(['scan', 'none', 'read', 'unreadable']).toContain(text)
    expect(pdfOfPicture(await readFile('package.json'))).toBeUndefined()
  })
})
