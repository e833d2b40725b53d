import { FIRST_OF_TWO, type PicturePage, picturePdf, THREE_OF_FOUR } from './picture-pdf.ts'
import { tiffPages } from './tiff.ts'

const TIFF = ['II*\0', 'MM\0*']
const PNG_HEAD = 8
const PNG_CHUNK = 12
/** Of a JPEG: the markers of frames that begin with its size, and those without a length. */
const FRAMES = new Set([0xc0, 0xc1, 0xc2])
const EXIF = Buffer.from('Exif\0\0', 'latin1')
const ORIENTATION = 0x0112
/** How a camera held on its side, or on its head, says so (EXIF 2.3, 4.6.4). */
const TURNS: Readonly<Record<number, number>> = { 3: 180, 6: 90, 8: 270 }

/**
 * A PDF whose pages are pictures, so that pictures are drawn and recognised as scans are: one page of a JPEG or PNG, of a
 * TIFF one for each picture in it. Nothing is unpacked here: their bytes stay as they are.
 * @returns undefined for a picture of another kind, and for one that is damaged
 */
export function pdfOfPicture(bytes: Uint8Array): Uint8Array | undefined {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (raw.length < 33) return undefined
  const mark = raw.toString('latin1', 0, 4)
  if (TIFF.includes(mark)) {
    const pages = tiffPages(raw)
    return pages.length === 0 ? undefined : picturePdf(pages)
  }
  const page = raw.readUInt16BE(0) === 0xffd8 ? jpegPage(raw) : pngPage(raw)
  return page && picturePdf([page])
}

function jpegPage(raw: Buffer): PicturePage | undefined {
  let [rotate, at] = [0, 2]
  while (at + 9 < raw.length && raw[at] === 0xff) {
    const [marker = 0, length] = [raw[at + 1], raw.readUInt16BE(at + 2)]
    if (marker === 0xe1) rotate = TURNS[orientationIn(raw.subarray(at + 4, at + 2 + length))] ?? 0
    if (FRAMES.has(marker)) {
      const [height, width, parts] = [raw.readUInt16BE(at + 5), raw.readUInt16BE(at + 7), raw[at + 9]]
      const colours = { 1: '/DeviceGray', 3: '/DeviceRGB', 4: '/DeviceCMYK /Decode [1 0 1 0 1 0 1 0]' }[parts ?? 0]
      if (colours === undefined || width === 0 || height === 0) return undefined
      const entries = `/Filter /DCTDecode /ColorSpace ${colours} /BitsPerComponent 8`
      return { width, height, rotate, pieces: [{ x: 0, y: 0, width, height, entries, data: raw }] }
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
function pngPage(raw: Buffer): PicturePage | undefined {
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
  return { width, height, rotate: 0, pieces: [{ x: 0, y: 0, width, height, entries, data: Buffer.concat(parts) }] }
}

function coloursOf(kind: number, palette: Buffer): { parts: number; space: string } | undefined {
  if (kind === 0) return { parts: 1, space: '/DeviceGray' }
  if (kind === 2) return { parts: 3, space: '/DeviceRGB' }
  if (kind === 3 && palette.length >= 3) {
    const last = Math.floor(palette.length / 3) - 1
    return { parts: 1, space: `[/Indexed /DeviceRGB ${last} <${palette.toString('hex')}>]` }
  }
  if (kind === 4) return { parts: 2, space: `[/DeviceN [/G /A] /DeviceGray ${FIRST_OF_TWO}]` }
  if (kind === 6) return { parts: 4, space: `[/DeviceN [/R /G /B /A] /DeviceRGB ${THREE_OF_FOUR}]` }
  return undefined
}
