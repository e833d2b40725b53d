/** A picture as a PDF draws it. */
interface PdfImage {
  width: number
  height: number
  /** Of the image's dictionary: how its bytes are packed and what its colours are. */
  entries: string
  data: Uint8Array
  /** By how many degrees clockwise it is to be shown. */
  rotate: number
}

/** The longer side of a picture on its page, in points: that of a sheet of A4. */
const LONG_SIDE = 842
const PNG_HEAD = 8
const PNG_CHUNK = 12
/** Of a JPEG: the markers of frames that begin with its size, and those without a length. */
const FRAMES = new Set([0xc0, 0xc1, 0xc2])
const EXIF = Buffer.from('Exif\0\0', 'latin1')
const ORIENTATION = 0x0112
/** How a camera held on its side, or on its head, says so (EXIF 2.3, 4.6.4). */
const TURNS: Readonly<Record<number, number>> = { 3: 180, 6: 90, 8: 270 }

/**
 * A PDF whose only page is a picture, so that pictures are drawn and recognised as scans are. Nothing is unpacked here:
 * its bytes stay as they are.
 * @returns undefined for a picture of another kind than JPEG and PNG, and for one that is damaged
 */
export function pdfOfPicture(bytes: Uint8Array): Uint8Array | undefined {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (raw.length < 33) return undefined
  const image = raw.readUInt16BE(0) === 0xffd8 ? jpegImage(raw) : pngImage(raw)
  return image && pdfOf(image)
}

function jpegImage(raw: Buffer): PdfImage | undefined {
  let [rotate, at] = [0, 2]
  while (at + 9 < raw.length && raw[at] === 0xff) {
    const [marker = 0, length] = [raw[at + 1], raw.readUInt16BE(at + 2)]
    if (marker === 0xe1) rotate = TURNS[orientationIn(raw.subarray(at + 4, at + 2 + length))] ?? 0
    if (FRAMES.has(marker)) {
      const [height, width, parts] = [raw.readUInt16BE(at + 5), raw.readUInt16BE(at + 7), raw[at + 9]]
      const colours = { 1: '/DeviceGray', 3: '/DeviceRGB', 4: '/DeviceCMYK /Decode [1 0 1 0 1 0 1 0]' }[parts ?? 0]
      if (colours === undefined || width === 0 || height === 0) return undefined
      return {
        width,
        height,
        entries: `/Filter /DCTDecode /ColorSpace ${colours} /BitsPerComponent 8`,
        data: raw,
        rotate,
      }
    }
    if (marker === 0xda || length < 2) return undefined
    at += 2 + length
  }
  return undefined
}

/** The tag in the first directory of the TIFF that EXIF data are. */
function orientationIn(segment: Buffer): number {
  if (!segment.subarray(0, 6).equals(EXIF) || segment.length < 18) return 0
  const tiff = segment.subarray(6)
  const small = tiff.toString('latin1', 0, 2) === 'II'
  const two = (at: number) => (at + 2 > tiff.length ? 0 : small ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const first = small ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  for (let entry = 0; entry < Math.min(two(first), 200); entry++) {
    const at = first + 2 + 12 * entry
    if (two(at) === ORIENTATION) return two(at + 8)
  }
  return 0
}

/** Rows of a PNG are packed and predicted as those of a PDF may be; what is see-through is left out by a function. */
function pngImage(raw: Buffer): PdfImage | undefined {
  if (raw.length < 33 || raw.toString('latin1', 12, 16) !== 'IHDR') return undefined
  const [width, height] = [raw.readUInt32BE(16), raw.readUInt32BE(20)]
  const [bits = 8, kind = 0, interlaced] = [raw[24], raw[25], raw[28]]
  const parts: Buffer[] = []
  let palette: Buffer = Buffer.alloc(0)
  for (let at = PNG_HEAD; at + PNG_CHUNK <= raw.length; ) {
    const [length, name] = [raw.readUInt32BE(at), raw.toString('latin1', at + 4, at + 8)]
    const data = raw.subarray(at + 8, at + 8 + length)
    if (name === 'IDAT') parts.push(data)
    else if (name === 'PLTE') palette = data
    at += PNG_CHUNK + length
  }
  const colours = coloursOf(kind, palette)
  if (colours === undefined || interlaced !== 0 || width === 0 || height === 0 || parts.length === 0) return undefined
  const packing = `/Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors ${colours.parts} /BitsPerComponent ${bits} /Columns ${width} >>`
  const entries = `${packing} /ColorSpace ${colours.space} /BitsPerComponent ${bits}`
  return { width, height, entries, data: Buffer.concat(parts), rotate: 0 }
}

function coloursOf(kind: number, palette: Buffer): { parts: number; space: string } | undefined {
  if (kind === 0) return { parts: 1, space: '/DeviceGray' }
  if (kind === 2) return { parts: 3, space: '/DeviceRGB' }
  if (kind === 3 && palette.length >= 3) {
    const last = Math.floor(palette.length / 3) - 1
    return { parts: 1, space: `[/Indexed /DeviceRGB ${last} <${palette.toString('hex')}>]` }
  }
  if (kind === 4) return { parts: 2, space: '[/DeviceN [/G /A] /DeviceGray 6 0 R]' }
  if (kind === 6) return { parts: 4, space: '[/DeviceN [/R /G /B /A] /DeviceRGB 7 0 R]' }
  return undefined
}

function pdfOf({ width, height, entries, data, rotate }: PdfImage): Uint8Array {
  const scale = LONG_SIDE / Math.max(width, height)
  const [wide, high] = [(width * scale).toFixed(2), (height * scale).toFixed(2)]
  const stream = (dictionary: string, bytes: Uint8Array) => [
    Buffer.from(`<< ${dictionary} /Length ${bytes.length} >>\nstream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ]
  const withoutLast = (parts: number) =>
    stream(
      `/FunctionType 4 /Domain [${'0 1 '.repeat(parts)}] /Range [${'0 1 '.repeat(parts - 1)}]`,
      Buffer.from('{ pop }'),
    )
  const objects = [
    [Buffer.from('<< /Type /Catalog /Pages 2 0 R >>')],
    [Buffer.from('<< /Type /Pages /Kids [3 0 R] /Count 1 >>')],
    [
      Buffer.from(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${wide} ${high}] /Rotate ${rotate} /Resources << /XObject << /I 5 0 R >> >> /Contents 4 0 R >>`,
      ),
    ],
    stream('', Buffer.from(`q ${wide} 0 0 ${high} 0 0 cm /I Do Q`)),
    stream(`/Type /XObject /Subtype /Image /Width ${width} /Height ${height} ${entries}`, data),
    withoutLast(2),
    withoutLast(4),
  ]
  const parts: Uint8Array[] = [Buffer.from('%PDF-1.7\n')]
  let at = 9
  const rows: string[] = []
  for (const [index, object] of objects.entries()) {
    rows.push(`${String(at).padStart(10, '0')} 00000 n \n`)
    for (const part of [Buffer.from(`${index + 1} 0 obj\n`), ...object, Buffer.from('\nendobj\n')]) {
      parts.push(part)
      at += part.length
    }
  }
  const size = objects.length + 1
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${rows.join('')}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}
