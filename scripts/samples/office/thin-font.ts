/** Tables that only a screen's grid fitting and advanced layout need (OpenType 1.9, font tables). */
const DROPPED = new Set([
  'fpgm',
  'prep',
  'cvt ',
  'gasp',
  'hdmx',
  'VDMX',
  'LTSH',
  'DSIG',
  'GDEF',
  'GPOS',
  'GSUB',
  'kern',
])
const COMPOSITE = {
  words: 0x0001,
  scale: 0x0008,
  more: 0x0020,
  twoScales: 0x0040,
  matrix: 0x0080,
  instructions: 0x0100,
}

/** A TrueType font without its hinting and layout: the subsets in the papers are a third of the size. */
export function thinFont(font: Buffer): Buffer {
  const tables = tablesOf(font)
  const { glyf, loca } = withoutInstructions(tables)
  tables.set('glyf', glyf).set('loca', loca)
  const head = Buffer.from(table(tables, 'head'))
  head.writeInt16BE(1, 50)
  tables.set('head', head)
  return assembled([...tables].filter(([tag]) => !DROPPED.has(tag)).sort(([a], [b]) => (a < b ? -1 : 1)))
}

function tablesOf(font: Buffer): Map<string, Buffer> {
  const rows = Array.from({ length: font.readUInt16BE(4) }, (_, at) => 12 + at * 16)
  return new Map(
    rows.map((at) => {
      const start = font.readUInt32BE(at + 8)
      return [font.toString('latin1', at, at + 4), font.subarray(start, start + font.readUInt32BE(at + 12))]
    }),
  )
}

function table(tables: ReadonlyMap<string, Buffer>, tag: string): Buffer {
  const found = tables.get(tag)
  if (found === undefined) throw new Error(`the font has no table ${tag}`)
  return found
}

function withoutInstructions(tables: ReadonlyMap<string, Buffer>): { glyf: Buffer; loca: Buffer } {
  const [glyf, loca] = [table(tables, 'glyf'), table(tables, 'loca')]
  const long = table(tables, 'head').readInt16BE(50) === 1
  const offset = (at: number) => (long ? loca.readUInt32BE(at * 4) : loca.readUInt16BE(at * 2) * 2)
  const count = table(tables, 'maxp').readUInt16BE(4)
  const placed = Buffer.alloc((count + 1) * 4)
  const glyphs: Buffer[] = []
  let end = 0
  for (let at = 0; at < count; at += 1) {
    const glyph = thinGlyph(glyf.subarray(offset(at), offset(at + 1)))
    const padded = Buffer.concat([glyph, Buffer.alloc(-glyph.length & 3)])
    glyphs.push(padded)
    end += padded.length
    placed.writeUInt32BE(end, (at + 1) * 4)
  }
  return { glyf: Buffer.concat(glyphs), loca: placed }
}

function thinGlyph(glyph: Buffer): Buffer {
  if (glyph.length === 0) return glyph
  const contours = glyph.readInt16BE(0)
  if (contours < 0) return thinComposite(glyph)
  const at = 10 + contours * 2
  return Buffer.concat([glyph.subarray(0, at), Buffer.alloc(2), glyph.subarray(at + 2 + glyph.readUInt16BE(at))])
}

function thinComposite(glyph: Buffer): Buffer {
  const thin = Buffer.from(glyph)
  let at = 10
  for (let flags: number = COMPOSITE.more; flags & COMPOSITE.more; ) {
    flags = thin.readUInt16BE(at)
    thin.writeUInt16BE(flags & ~COMPOSITE.instructions, at)
    at += 4 + (flags & COMPOSITE.words ? 4 : 2)
    if (flags & COMPOSITE.scale) at += 2
    else if (flags & COMPOSITE.twoScales) at += 4
    else if (flags & COMPOSITE.matrix) at += 8
  }
  return thin.subarray(0, at)
}

function assembled(tables: readonly (readonly [string, Buffer])[]): Buffer {
  const power = 2 ** Math.floor(Math.log2(tables.length))
  const head = Buffer.alloc(12 + tables.length * 16)
  head.writeUInt32BE(0x00010000, 0)
  for (const [at, value] of [tables.length, power * 16, Math.log2(power), (tables.length - power) * 16].entries())
    head.writeUInt16BE(value, 4 + at * 2)
  const bodies: Buffer[] = []
  let end = head.length
  for (const [at, [tag, body]] of tables.entries()) {
    const padded = Buffer.concat([body, Buffer.alloc(-body.length & 3)])
    head.write(tag, 12 + at * 16, 'latin1')
    for (const [part, value] of [checksum(padded), end, body.length].entries())
      head.writeUInt32BE(value, 16 + at * 16 + part * 4)
    bodies.push(padded)
    end += padded.length
  }
  return Buffer.concat([head, ...bodies])
}

function checksum(body: Buffer): number {
  let sum = 0
  for (let at = 0; at < body.length; at += 4) sum = (sum + body.readUInt32BE(at)) >>> 0
  return sum
}
