import type { PicturePage } from './picture-pdf.ts'

/** Pictures of one file that are looked at; a stack of scanned papers has fewer. */
const MOST_PICTURES = 300
/** Strips and tiles of one picture: a scanned page has some hundreds at most. */
const MOST_PIECES = 5_000
/** Entries of one directory. */
const MOST_ENTRIES = 200

/** Tags of TIFF 6.0 and its supplements that are needed to draw a picture. */
const TAG = {
  width: 256,
  height: 257,
  bits: 258,
  compression: 259,
  photometric: 262,
  fillOrder: 266,
  offsets: 273,
  orientation: 274,
  samples: 277,
  rowsPerStrip: 278,
  byteCounts: 279,
  planar: 284,
  groupThree: 292,
  predictor: 317,
  colourMap: 320,
  tileWidth: 322,
  tileHeight: 323,
  tileOffsets: 324,
  tileByteCounts: 325,
  jpegTables: 347,
} as const

const COMPRESSION = { none: 1, huffman: 2, groupThree: 3, groupFour: 4, lzw: 5, jpeg: 7, deflate: 8, packBits: 32773 }
const OLD_DEFLATE = 32946
const WHITE_IS_ZERO = 0
const BLACK_IS_ZERO = 1
const PALETTE = 3
/** How a scanner fed askew says so (TIFF 6.0, Orientation). */
const TURNS: Readonly<Record<number, number>> = { 3: 180, 6: 90, 8: 270 }
/** Bytes of a value of each type; other types hold nothing that is needed. */
const SIZES: Readonly<Record<number, number>> = { 1: 1, 3: 2, 4: 4, 7: 1 }

/** One directory: the numbers of each tag, or where its bytes stand. */
type Directory = (tag: number) => readonly number[]

/**
 * The pictures of a TIFF as pages of a PDF, their strips and tiles as they are packed: fax (groups 3 and 4), LZW, deflate,
 * PackBits, JPEG, or not at all. Pictures of other kinds, and those that lead out of the file, are left out.
 */
export function tiffPages(raw: Buffer): PicturePage[] {
  const tiff = new Tiff(raw)
  const pages: PicturePage[] = []
  const met = new Set<number>()
  for (let at = tiff.number(4, 4); at !== 0 && !met.has(at) && met.size < MOST_PICTURES; ) {
    met.add(at)
    const { directory, next } = tiff.directory(at)
    const page = pageOf(tiff, directory)
    if (page !== undefined) pages.push(page)
    at = next
  }
  return pages
}

/** Numbers of a TIFF in its byte order; beyond the end of the file they are 0. */
class Tiff {
  readonly #raw: Buffer
  readonly #little: boolean

  constructor(raw: Buffer) {
    this.#raw = raw
    this.#little = raw[0] === 0x49
  }

  number(at: number, bytes: number): number {
    if (at < 0 || at + bytes > this.#raw.length) return 0
    return this.#little ? this.#raw.readUIntLE(at, bytes) : this.#raw.readUIntBE(at, bytes)
  }

  /** The bytes at a place, or none where they are not all there. */
  bytes(at: number, length: number): Buffer | undefined {
    return at > 0 && length > 0 && at + length <= this.#raw.length ? this.#raw.subarray(at, at + length) : undefined
  }

  directory(at: number): { directory: Directory; next: number } {
    const count = Math.min(this.number(at, 2), MOST_ENTRIES)
    const values = new Map<number, readonly number[]>()
    for (let entry = 0; entry < count; entry++) {
      const start = at + 2 + 12 * entry
      const size = SIZES[this.number(start + 2, 2)]
      if (size !== undefined) values.set(this.number(start, 2), this.#values(start, size))
    }
    return { directory: (tag) => values.get(tag) ?? [], next: this.number(at + 2 + 12 * count, 4) }
  }

  #values(start: number, size: number): readonly number[] {
    const count = Math.min(this.number(start + 4, 4), Math.floor(this.#raw.length / size))
    const at = count * size <= 4 ? start + 8 : this.number(start + 8, 4)
    if (at + count * size > this.#raw.length) return []
    return Array.from({ length: count }, (_, index) => this.number(at + index * size, size))
  }
}

interface Layout {
  offsets: readonly number[]
  counts: readonly number[]
  /** Size of each piece, in pixels. */
  wide: number
  high: number
  across: number
}

function layoutOf(get: Directory, width: number, height: number): Layout {
  const [tileWide = 0] = get(TAG.tileWidth)
  const [tileHigh = 0] = get(TAG.tileHeight)
  if (tileWide > 0 && tileHigh > 0) {
    const [offsets, counts] = [get(TAG.tileOffsets), get(TAG.tileByteCounts)]
    return { offsets, counts, wide: tileWide, high: tileHigh, across: Math.ceil(width / tileWide) }
  }
  const [rows = height] = get(TAG.rowsPerStrip)
  const high = Math.min(rows === 0 ? height : rows, height)
  return { offsets: get(TAG.offsets), counts: get(TAG.byteCounts), wide: width, high, across: 1 }
}

function pageOf(tiff: Tiff, get: Directory): PicturePage | undefined {
  const [width = 0] = get(TAG.width)
  const [height = 0] = get(TAG.height)
  const [planar = 1] = get(TAG.planar)
  if (width === 0 || height === 0 || planar !== 1) return undefined
  const layout = layoutOf(get, width, height)
  const { offsets, counts, wide, high, across } = layout
  if (offsets.length === 0 || offsets.length > MOST_PIECES) return undefined
  const isTiled = across > 1 || get(TAG.tileWidth).length > 0
  const pieces: PicturePage['pieces'][number][] = []
  for (const [index, offset] of offsets.entries()) {
    const [x, y] = [(index % across) * wide, Math.floor(index / across) * high]
    const packed = tiff.bytes(offset, counts[index] ?? 0)
    if (packed === undefined || y >= height) return undefined
    const tall = isTiled ? high : Math.min(high, height - y)
    const entries = entriesOf(get, wide, tall)
    if (entries === undefined) return undefined
    pieces.push({ x, y, width: wide, height: tall, entries, data: asStored(get, packed) })
  }
  return { width, height, rotate: TURNS[get(TAG.orientation)[0] ?? 1] ?? 0, pieces }
}

function entriesOf(get: Directory, width: number, height: number): string | undefined {
  const [samples = 1] = get(TAG.samples)
  const [bits = 1] = get(TAG.bits)
  const [photometric = WHITE_IS_ZERO] = get(TAG.photometric)
  // Of 16 bits and more each writer has its own order of bytes; no scanner of an office writes them.
  if (bits > 8) return undefined
  const colours = coloursOf(get, photometric, samples, bits)
  const filter = filterOf(get, { width, height, samples, bits, photometric })
  return colours === undefined || filter === undefined ? undefined : `${filter} ${colours} /BitsPerComponent ${bits}`
}

function coloursOf(get: Directory, photometric: number, samples: number, bits: number): string | undefined {
  if (photometric === PALETTE && samples === 1) return paletteOf(get(TAG.colourMap), bits)
  if (samples === 1) {
    const [compression = COMPRESSION.none] = get(TAG.compression)
    const isFax = [COMPRESSION.huffman, COMPRESSION.groupThree, COMPRESSION.groupFour].includes(compression)
    const inverted = photometric === WHITE_IS_ZERO && !isFax
    return `/ColorSpace /DeviceGray${inverted ? ' /Decode [1 0]' : ''}`
  }
  if (samples === 3) return '/ColorSpace /DeviceRGB'
  return samples === 4 && photometric === 5 ? '/ColorSpace /DeviceCMYK' : undefined
}

/** A palette has all its reds, then its greens and blues, of 16 bits each. */
function paletteOf(map: readonly number[], bits: number): string | undefined {
  const size = 2 ** bits
  if (map.length < 3 * size) return undefined
  const byte = (value = 0) => (value >> 8).toString(16).padStart(2, '0')
  const rows = Array.from({ length: size }, (_, at) => byte(map[at]) + byte(map[at + size]) + byte(map[at + 2 * size]))
  return `/ColorSpace [/Indexed /DeviceRGB ${size - 1} <${rows.join('')}>]`
}

interface Shape {
  width: number
  height: number
  samples: number
  bits: number
  photometric: number
}

function filterOf(get: Directory, shape: Shape): string | undefined {
  const { width, height, samples, bits, photometric } = shape
  const [compression = COMPRESSION.none] = get(TAG.compression)
  const [predictor = 1] = get(TAG.predictor)
  const predicted =
    predictor === 2
      ? ` /DecodeParms << /Predictor 2 /Colors ${samples} /BitsPerComponent ${bits} /Columns ${width} >>`
      : ''
  const fax = (k: number, more = '') =>
    `/Filter /CCITTFaxDecode /DecodeParms << /K ${k} /Columns ${width} /Rows ${height} /BlackIs1 ${photometric === BLACK_IS_ZERO}${more} >>`
  const [groupThree = 0] = get(TAG.groupThree)
  switch (compression) {
    case COMPRESSION.none:
      return ''
    case COMPRESSION.huffman:
      return fax(0, ' /EncodedByteAlign true /EndOfBlock false')
    case COMPRESSION.groupThree:
      return fax(groupThree & 1, ' /EndOfLine true /EndOfBlock false')
    case COMPRESSION.groupFour:
      return fax(-1)
    case COMPRESSION.lzw:
      return `/Filter /LZWDecode${predicted}`
    case COMPRESSION.deflate:
    case OLD_DEFLATE:
      return `/Filter /FlateDecode${predicted}`
    case COMPRESSION.packBits:
      return '/Filter /RunLengthDecode'
    case COMPRESSION.jpeg:
      return '/Filter /DCTDecode'
    default:
      return undefined
  }
}

/** A piece as a PDF holds it: bits in their order, a JPEG with the tables that all pieces share. */
function asStored(get: Directory, packed: Buffer): Uint8Array {
  const [compression] = get(TAG.compression)
  if (compression === COMPRESSION.jpeg) {
    const tables = Buffer.from(get(TAG.jpegTables))
    // The tables without their end, then the piece without its beginning.
    return tables.length > 4 ? Buffer.concat([tables.subarray(0, -2), packed.subarray(2)]) : packed
  }
  const [fillOrder = 1] = get(TAG.fillOrder)
  return fillOrder === 2 ? packed.map((byte) => REVERSED[byte] ?? 0) : packed
}

const REVERSED = Uint8Array.from({ length: 256 }, (_, byte) => {
  let reversed = 0
  for (let bit = 0; bit < 8; bit++) if ((byte >> bit) & 1) reversed |= 0x80 >> bit
  return reversed
})
