import { describe, expect, it } from 'vitest'
import { makeJpeg } from '../../scripts/samples/jpeg.ts'
import { makePdf } from '../../scripts/samples/pdf.ts'
import { kindOfFile } from '../../src/intake/file-kinds.ts'

describe('a sample PDF', () => {
  const bytes = makePdf(['ỦY BAN NHÂN DÂN PHƯỜNG (MẪU)', 'Đánh giá nội bộ \\ 2026', 'chữ '.repeat(40)])
  const text = Buffer.from(bytes).toString('latin1')

  it('is one by its bytes, with text that its font can show', () => {
    expect(kindOfFile(bytes)).toBe('pdf')
    expect(text).toContain('(UY BAN NHAN DAN PHUONG \\(MAU\\)) Tj')
    expect(text).toContain('(Danh gia noi bo \\\\ 2026) Tj')
  })

  it('says where each of its objects begins', () => {
    const rows = [...text.matchAll(/^(\d{10}) 00000 n $/gm)].map(([, offset]) => Number(offset))
    expect(rows).toHaveLength(5)
    expect(rows.map((offset) => text.slice(offset, offset + 7))).toEqual([1, 2, 3, 4, 5].map((n) => `${n} 0 obj`))
    const start = Number(/startxref\n(\d+)\n/.exec(text)?.[1])
    expect(text.slice(start, start + 4)).toBe('xref')
  })

  it('says how long its content is', () => {
    const [, length, content] = /\/Length (\d+) >>\nstream\n(.*)\nendstream/s.exec(text) ?? []
    expect(content).toHaveLength(Number(length))
  })
})

describe('a sample JPEG', () => {
  const bytes = Buffer.from(makeJpeg('cong-bo/niem-yet.jpg'))

  it('is one by its bytes, unlike that of another name', () => {
    expect(kindOfFile(bytes)).toBe('jpeg')
    expect(Buffer.compare(bytes, Buffer.from(makeJpeg('cong-bo/khac.jpg')))).not.toBe(0)
  })

  it('has segments that lead from its begin to its scan, and an end', () => {
    const markers = []
    let at = 2
    while (bytes[at] === 0xff && markers.at(-1) !== 0xda) {
      markers.push(bytes[at + 1])
      at += 2 + bytes.readUInt16BE(at + 2)
    }
    expect(markers).toEqual([0xe0, 0xfe, 0xdb, 0xc0, 0xc4, 0xc4, 0xda])
    expect(bytes.subarray(at + 12)).toEqual(Buffer.from([0xff, 0xd9]))
  })
})
