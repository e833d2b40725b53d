import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { onePicture, pdfOf } from '../../../fixtures/documents/hostile-pdf/build/pdf.ts'
import { sha256 } from '../../../src/core/json.ts'
import { documentReader } from '../../../src/documents/reader.ts'
import { SCAN_BOUNDS } from '../../../src/documents/settings.ts'
import { DEFAULT_LIMITS } from '../../../src/intake/container.ts'

/** Reads papers as `check` does, few pages of scans of them. */
async function read(papers: Record<string, Uint8Array>, bounds = { ...SCAN_BOUNDS, pages: 3 }) {
  const stopwatch = () => performance.now()
  const reader = documentReader({ limits: DEFAULT_LIMITS, stopwatch, scans: { bounds } })
  const files = Object.entries(papers).map(([path, bytes]) => ({
    path,
    file: { path, sha256: sha256(bytes), bytes: bytes.length, kind: 'pdf', state: 'ok' } as const,
    open: async () => bytes,
  }))
  return reader(files, '')
}

/** A PDF of pages that show one picture in shades of grey. */
function pictured(pages: number, side: number, pixels: Uint8Array): Uint8Array {
  const kids = Array.from({ length: pages }, (_, at) => `${at + 5} 0 R`).join(' ')
  const page =
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /X 3 0 R >> >> /Contents 4 0 R >>'
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages} >>`,
    {
      dictionary: `/Type /XObject /Subtype /Image /Width ${side} /Height ${side} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode`,
      data: deflateSync(pixels),
    },
    { dictionary: '', data: Buffer.from('q 500 0 0 700 50 70 cm /X Do Q') },
    ...Array.from({ length: pages }, () => page),
  ])
}

test('2,000 pages of scans: as many are read as a bundle may have, the rest is told', {
  timeout: 600_000,
}, async () => {
  const many = pictured(2_000, 8, new Uint8Array(64).fill(90))
  const readings = await read({ 'a.pdf': many, 'b.pdf': pictured(2, 8, new Uint8Array(64).fill(80)) })
  expect(readings.get('a.pdf')).toMatchObject({ text: 'scan', pages: 2_000, scan: { read: 3, unread: 1_997 } })
  expect(readings.get('b.pdf')).toMatchObject({ text: 'scan', scan: { read: 0, unread: 2 } })
})

test('a picture of noise says nothing, and ends', { timeout: 600_000 }, async () => {
  let state = 7
  const noise = Uint8Array.from({ length: 1_200 * 1_200 }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return state >>> 24
  })
  const reading = (await read({ 'noise.pdf': pictured(1, 1_200, noise) })).get('noise.pdf')
  expect(reading).toMatchObject({ stamped: false })
  const { number = [], date = [], signer = [] } = reading?.facts ?? {}
  expect([number, date, signer]).toEqual([[], [], []])
})

test('a JPEG 2000 picture that claims 30,000 × 30,000 pixels is bounded, and the next file is read', {
  timeout: 600_000,
}, async () => {
  // SOC, and SIZ of three parts of eight bits: nothing follows.
  const size = Buffer.alloc(49)
  size.writeUInt16BE(0xff51, 0)
  size.writeUInt16BE(47, 2)
  for (const [at, value] of [
    [6, 30_000],
    [10, 30_000],
    [22, 30_000],
    [26, 30_000],
  ] as const)
    size.writeUInt32BE(value, at)
  size.writeUInt16BE(3, 38)
  for (let part = 0; part < 3; part++) size.set([7, 1, 1], 40 + 3 * part)
  const bomb = onePicture(
    '/Filter /JPXDecode',
    Buffer.concat([Buffer.from('ff4f', 'hex'), size, Buffer.from('ffd9', 'hex')]),
  )
  const readings = await read({ 'bomb.pdf': bomb, 'next.pdf': pictured(1, 8, new Uint8Array(64).fill(90)) })
  expect(['scan', 'read', 'unreadable', 'overBounds']).toContain(readings.get('bomb.pdf')?.text)
  expect(readings.get('bomb.pdf')?.facts?.number ?? []).toEqual([])
  expect(readings.get('next.pdf')).toMatchObject({ text: 'scan', scan: { read: 1 } })
})

/** A chunk of a PNG; its sum is not looked at. */
function chunk(name: string, data: Uint8Array): Uint8Array {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  return Buffer.concat([length, Buffer.from(name, 'latin1'), data, Buffer.alloc(4)])
}

/** A PNG of so many pixels on each side, one bit each, that packs well. */
function png(side: number): Uint8Array {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.set([1, 0, 0, 0, 0], 8)
  const rows = deflateSync(Buffer.alloc((side / 8 + 1) * side, 0x55))
  const signature = Buffer.from('89504e470d0a1a0a', 'hex')
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))])
}

/** A TIFF of so many pictures of 30,000 × 30,000 pixels, each a fax of the same few bytes. */
function animatedTiff(pictures: number): Uint8Array {
  const entries = [
    [256, 30_000],
    [257, 30_000],
    [258, 1],
    [259, 4],
    [262, 0],
    [273, 8],
    [277, 1],
    [278, 30_000],
    [279, 64],
  ] as const
  const size = 2 + 12 * entries.length + 4
  const file = Buffer.alloc(8 + 64 + size * pictures, 0)
  file.write('II*\0', 'latin1')
  file.writeUInt32LE(72, 4)
  for (let picture = 0; picture < pictures; picture++) {
    const from = 72 + size * picture
    file.writeUInt16LE(entries.length, from)
    for (const [at, [tag, value]] of entries.entries()) {
      file.writeUInt16LE(tag, from + 2 + 12 * at)
      file.writeUInt16LE(4, from + 4 + 12 * at)
      file.writeUInt32LE(1, from + 6 + 12 * at)
      file.writeUInt32LE(value, from + 10 + 12 * at)
    }
    file.writeUInt32LE(picture + 1 < pictures ? from + size : 0, from + size - 4)
  }
  return file
}

const MOST_KIBIBYTES = 300 * 1024

test('whoever asks for hostile pictures to be recognised stays small, and reads the next', {
  timeout: 600_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hostile-pictures-'))
  try {
    for (const name of ['picture-fax', 'picture-jbig2', 'picture-of-many-pixels'])
      await writeFile(
        join(folder, `${name}.pdf`),
        (await import(resolve(`fixtures/documents/hostile-pdf/cases/${name}.ts`))).make(),
      )
    await writeFile(join(folder, 'wide.png'), png(30_000))
    await writeFile(join(folder, 'animated.tif'), animatedTiff(2_000))
    await writeFile(join(folder, 'zz-next.pdf'), pictured(1, 8, new Uint8Array(64).fill(90)))
    const args = ['scripts/run.mjs', 'test/documents/process/read-in-process.ts', folder, '3000', '6']
    const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 2 ** 24 })
    const { readings, kibibytes } = JSON.parse(stdout)
    expect(readings).toHaveLength(6)
    expect(readings.at(-1)).toMatchObject({ path: 'zz-next.pdf', text: 'scan' })
    expect(kibibytes, stdout).toBeLessThan(MOST_KIBIBYTES)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
