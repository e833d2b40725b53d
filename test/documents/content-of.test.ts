import { expect, test } from 'vitest'
import { contentOf, wordsFound } from '../../src/documents/content.ts'
import type { DocumentText } from '../../src/documents/document-text.ts'

const lines = (...texts: string[]) => texts.map((text) => ({ text, cells: [text] }))
const text = (more: Partial<DocumentText>): DocumentText => ({
  format: 'pdf',
  text: 'read',
  flags: [],
  content: [],
  ...more,
})

test('the same words have the same hash, whatever their lines, pages and format', () => {
  const one = contentOf(text({ pages: 2, content: [{ page: 1, lines: lines('Số: 88/QĐ-STP', 'ngày 02') }] }))
  const other = contentOf(text({ format: 'docx', content: [{ lines: lines('Số: 88/QĐ-STP ngày - 02') }] }))
  expect(one).toMatchObject({ pages: 2, words: 4 })
  expect(other).toMatchObject({ pages: null, words: 4, textHash: one.textHash })
  expect(contentOf(text({ content: [{ lines: lines('Số: 88/QĐ-STPngày 02') }] })).textHash).not.toBe(one.textHash)
})

test('pages that say what an earlier one says are one page, whatever their numbers; headings and forms are not looked at', () => {
  const page = (number: number, words: string) => ({ page: number, lines: lines(words, `Trang ${number}`) })
  const pages = (...said: string[]) =>
    contentOf(text({ pages: said.length, content: said.map((words, at) => page(at + 1, words)) })).pages
  const [long, other] = ['các đơn vị thực hiện đúng quy trình '.repeat(3), 'hồ sơ được lưu đủ tại đơn vị '.repeat(3)]
  expect(pages(long, long, long)).toBe(1)
  expect(pages(long, other, long)).toBe(2)
  expect(pages(long, `${long} thêm`)).toBe(2)
  expect(pages('PHỤ LỤC', 'PHỤ LỤC')).toBe(2)
})

test('without words there is no hash of them', () => {
  expect(contentOf(text({ pages: 3, content: [{ lines: lines('---') }] }))).toEqual({
    pages: 3,
    words: 0,
    inkedPages: null,
    textHash: null,
    drawnHash: null,
  })
})

test('how its pages look is told where they were drawn', () => {
  expect(contentOf(text({ drawn: { inked: 2, hash: 'ab' } }))).toMatchObject({ inkedPages: 2, drawnHash: 'ab' })
})

test('a paper with other days and figures has the same hash of words; one that says something else, or little, has not', () => {
  const of = (day: string, more = '') =>
    contentOf(
      text({
        content: [{ lines: lines(`Báo cáo ngày ${day} ${'các đơn vị thực hiện đúng quy trình '.repeat(8)}${more}`) }],
      }),
    )
  expect(of('02/4/2025').wordsHash).toBe(of('15/5/2026').wordsHash)
  expect(of('02/4/2025').textHash).not.toBe(of('15/5/2026').textHash)
  expect(of('02/4/2025', 'và thêm').wordsHash).not.toBe(of('02/4/2025').wordsHash)
  expect(contentOf(text({ content: [{ lines: lines('Báo cáo ngày 02/4/2025') }] })).wordsHash).toBeUndefined()
})

test('a text names the agency by its own marks where it has marks, and without them where it has none', () => {
  const names = (agency: string, written: string) =>
    wordsFound(text({ content: [{ lines: lines(written) }] }), [], agency).agency
  const paper = 'ỦY BAN NHÂN DÂN XÃ TÂN PHÚ. Báo cáo kết quả đánh giá nội bộ hệ thống quản lý chất lượng'
  expect(names('UBND xã Tân Phú', paper)).toBe(true)
  expect(names('Ủy ban nhân dân xã Tân Phú tỉnh Vĩnh Long', paper)).toBe(true)
  expect(names('UBND xã Tân Phủ', paper)).toBe(false)
  expect(names('UBND xã Tân Phu', paper)).toBe(false)
  expect(names('UBND xã Tân Phủ', paper.normalize('NFD').replace(/\p{M}/gu, ''))).toBe(true)
  expect(names('UBND xã Hoà An', 'Uỷ ban nhân dân xã Hòa An báo cáo kết quả đánh giá nội bộ')).toBe(true)
})
