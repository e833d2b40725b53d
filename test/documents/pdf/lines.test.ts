import { describe, expect, test } from 'vitest'
import type { Run } from '../../../src/documents/pdf/letters.ts'
import { linesOf, mended } from '../../../src/documents/pdf-lines.ts'

const run = (text: string, left: number, base: number, width = text.length * 6): Run => ({
  text,
  left,
  right: left + width,
  base,
  size: 12,
})
const cells = (runs: Run[]) => linesOf(runs).lines.map((line) => line.cells)

describe('lines of a page', () => {
  test('stand from top to bottom, and the two sides of a heading apart', () => {
    const heading = [
      run('Độc lập - Tự do - Hạnh phúc', 340, 94),
      run('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 300, 80),
      run('SỞ TƯ PHÁP', 100, 93),
      run('UBND TỈNH VĨNH LONG', 80, 79),
    ]
    expect(cells(heading)).toEqual([
      ['UBND TỈNH VĨNH LONG', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
      ['SỞ TƯ PHÁP', 'Độc lập - Tự do - Hạnh phúc'],
    ])
  })

  test('are put together from runs: a small gap is none, a wider one is a space', () => {
    expect(cells([run('Vi', 10, 50), run('ệ', 22, 50), run('t', 28.5, 50), run('Nam', 38, 50)])).toEqual([['Việt Nam']])
  })

  test('hold bold letters that were printed twice once', () => {
    expect(cells([run('GIÁM ĐỐC', 10, 50), run('GIÁM ĐỐC', 10.4, 50)])).toEqual([['GIÁM ĐỐC']])
  })

  test('tell letters that stand inside other runs', () => {
    expect(linesOf([run('Quy t đ nh', 10, 50), run('ế', 28, 50, 6)]).overprinted).toBe(true)
    expect(cells([run('Lê Th Bé Năm', 10, 50), run('ị', 40, 50, 6)])).toEqual([['Lê\ufffdTh\ufffdBé\ufffdNămị']])
    expect(linesOf([run('Quyết', 10, 50), run('định', 46, 50)]).overprinted).toBe(false)
  })

  test('are parted where another font stands in a gap behind a space', () => {
    // `TM. ỦY BAN`: a font without Ủ leaves room for it, and it is drawn afterwards.
    const edges = [10, 16, 16, 22, 22, 28, 28, 44, 44, 50, 50, 56, 56, 62, 62, 68, 68, 74]
    const written = { ...run('TM. Y BAN', 10, 50, 64), edges }
    expect(cells([written, run('Ủ', 36, 50, 8)])).toEqual([['TM. ỦY BAN']])
    // Where no gap is as wide, the letter stands over another.
    expect(linesOf([written, run('Ủ', 60, 50, 8)]).overprinted).toBe(true)
  })
})

describe('a letter that another font lent', () => {
  test('reaches into the space behind it, and words stand apart all the same', () => {
    // `SỞ TƯ PHÁP` as LibreOffice sets it in Liberation Serif, which has no Ư.
    const [lent, behind] = [run('Ư', 30, 50, 12.6), run('PHÁP', 43.5, 50)]
    expect(cells([run('T', 22, 50, 8), lent, behind])).toEqual([['TƯ PHÁP']])
    expect(cells([run('T', 22, 50, 8), run('Ư', 30, 50, 12.6), run('C', 42.8, 50)])).toEqual([['TƯC']])
    expect(cells([run('TU', 22, 50, 20.6), behind])).toEqual([['TUPHÁP']])
  })
})

describe('text of decomposed characters', () => {
  test.each([
    ['việc á p dụng', 'việc áp dụng'],
    ['Nguyễn Văn Á nh', 'Nguyễn Văn Ánh'],
    ['a ́p dụng', 'áp dụng'],
    ['ở phường', 'ở phường'],
    ['ý nghĩa', 'ý nghĩa'],
    ['Điểu K’Ré', 'Điểu K’Ré'],
  ])('%s', (torn, whole) => expect(mended(torn)).toBe(whole))
})
