/** A picture, or a strip or tile of one, as a PDF draws it. */
interface PicturePiece {
  /** Where it stands in its picture, in pixels from the top left. */
  x: number
  y: number
  width: number
  height: number
  /** Of the image's dictionary: how its bytes are packed and what its colours are. */
  entries: string
  data: Uint8Array
}

/** One picture on a page of its own. */
export interface PicturePage {
  width: number
  height: number
  /** By how many degrees clockwise it is to be shown. */
  rotate: number
  pieces: readonly PicturePiece[]
}

/** The longer side of a picture on its page, in points: that of a sheet of A4. */
const LONG_SIDE = 842
/** Objects before those of the pages: catalog, tree of pages, the two functions. */
const FIXED = 4

/** References to functions that leave out the last of two, and of four, parts of a colour: what is see-through. */
export const FIRST_OF_TWO = '3 0 R'
export const THREE_OF_FOUR = '4 0 R'

/** A PDF with one page a picture, as large as a sheet of A4 whatever its pixels are. */
export function picturePdf(pages: readonly PicturePage[]): Uint8Array {
  const starts: number[] = []
  let next = FIXED + 1
  for (const { pieces } of pages) {
    starts.push(next)
    next += 2 + pieces.length
  }
  const kids = starts.map((start) => `${start} 0 R`).join(' ')
  const objects: Uint8Array[][] = [
    [Buffer.from('<< /Type /Catalog /Pages 2 0 R >>')],
    [Buffer.from(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`)],
    withoutLast(2),
    withoutLast(4),
    ...pages.flatMap((page, at) => pageObjects(page, starts[at] ?? 0)),
  ]
  return written(objects)
}

function pageObjects({ width, height, rotate, pieces }: PicturePage, start: number): Uint8Array[][] {
  const scale = LONG_SIDE / Math.max(width, height)
  const points = (pixels: number) => (pixels * scale).toFixed(2)
  const names = pieces.map((_, at) => `/I${at} ${start + 2 + at} 0 R`).join(' ')
  const drawn = pieces.map((piece, at) => {
    const bottom = height - piece.y - piece.height
    return `q ${points(piece.width)} 0 0 ${points(piece.height)} ${points(piece.x)} ${points(bottom)} cm /I${at} Do Q`
  })
  const box = `/MediaBox [0 0 ${points(width)} ${points(height)}] /Rotate ${rotate}`
  return [
    [
      Buffer.from(
        `<< /Type /Page /Parent 2 0 R ${box} /Resources << /XObject << ${names} >> >> /Contents ${start + 1} 0 R >>`,
      ),
    ],
    stream('', Buffer.from(drawn.join('\n'))),
    ...pieces.map(({ width, height, entries, data }) =>
      stream(`/Type /XObject /Subtype /Image /Width ${width} /Height ${height} ${entries}`, data),
    ),
  ]
}

function stream(dictionary: string, bytes: Uint8Array): Uint8Array[] {
  const head = Buffer.from(`<< ${dictionary} /Length ${bytes.length} >>\nstream\n`)
  return [head, bytes, Buffer.from('\nendstream')]
}

function withoutLast(parts: number): Uint8Array[] {
  const ranges = (count: number) => `[${'0 1 '.repeat(count)}]`
  return stream(`/FunctionType 4 /Domain ${ranges(parts)} /Range ${ranges(parts - 1)}`, Buffer.from('{ pop }'))
}

function written(objects: readonly (readonly Uint8Array[])[]): Uint8Array {
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
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${rows.join('')}`
  parts.push(Buffer.from(`${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`))
  return Buffer.concat(parts)
}
