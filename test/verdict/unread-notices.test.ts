import { expect, test } from 'vitest'
import type { DocumentReading } from '../../src/dossier/reading.ts'
import { unreadNotices } from '../../src/verdict/pipeline.ts'

const content = { pages: 1, words: 0, inkedPages: null, textHash: null, drawnHash: null }
const reading = (path: string, text: DocumentReading['text']): [string, DocumentReading] => [
  path,
  { path, format: 'pdf', text, stamped: false, flags: [], signatures: [], content },
]
const many = (count: number) => Array.from({ length: count }, (_, at) => reading(`${at}.pdf`, 'overBounds'))

test('documents beyond the bounds are told of once, the first three by name', () => {
  const [notice, ...more] = unreadNotices(new Map([reading('a.pdf', 'read'), reading('b.pdf', 'scan'), ...many(5)]))
  expect(more).toEqual([])
  expect(notice?.text.vi).toContain('5/7 tệp')
  expect(notice?.text.en).toContain('0.pdf, 1.pdf, 2.pdf and 2 more.')
})

test('few are all named', () => {
  expect(unreadNotices(new Map(many(2)))[0]?.text.vi).toContain(': 0.pdf, 1.pdf. ')
})

test('there is nothing to tell where all were read, or are scans', () => {
  expect(unreadNotices(new Map([reading('a.pdf', 'read'), reading('b.pdf', 'scan')]))).toEqual([])
  expect(unreadNotices()).toEqual([])
})
