import { expect, test } from 'vitest'
import { contentOf } from '../../src/documents/content.ts'
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
