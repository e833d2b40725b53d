import { describe, expect, it } from 'vitest'
import { bundleFile, kindOfFile } from '../../../src/intake/file-kinds.ts'

const HEADS = {
  pdf: Buffer.from('%PDF-1.4\n%âãÏÓ'),
  zip: Buffer.from('504b030414000600', 'hex'),
  ole: Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  png: Buffer.from('89504e470d0a1a0a0000000d', 'hex'),
  jpeg: Buffer.from('ffd8ffe000104a464946', 'hex'),
  tiff: Buffer.from('49492a0008000000', 'hex'),
  xml: Buffer.from('\uFEFF<?xml version="1.0"?>'),
  text: Buffer.from('Quyết định\tsố 12\r\n'),
  unknown: Buffer.from('00010203', 'hex'),
}

describe('the kind of a file, by its first bytes', () => {
  it.each(Object.entries(HEADS))('%s', (kind, head) => {
    expect(kindOfFile(head)).toBe(kind)
  })

  it.each([
    ['tiff', '4d4d002a00000008'],
    ['text', 'fffe4e0067'],
    ['text', 'feff004e'],
    ['unknown', '4d5a9000'],
    ['unknown', '526172211a0700'],
    ['unknown', ''],
  ])('%s for %s', (kind, hex) => {
    expect(kindOfFile(Buffer.from(hex, 'hex'))).toBe(kind)
  })
})

/** Word files under the other Word format's name are read by what they hold, and told. */
const READ_BY_CONTENT: Readonly<Record<string, readonly string[]>> = { 'a.docx': ['ole'], 'a.doc': ['zip'] }

describe('the state of a file', () => {
  const state = (path: string, head: Uint8Array) =>
    bundleFile({ path, sha256: '', bytes: head.length, head }, path).state

  it.each([
    ['a.pdf', 'pdf'],
    ['A.PDF', 'pdf'],
    ['a.docx', 'zip'],
    ['a.xlsx', 'zip'],
    ['a.doc', 'ole'],
    ['a.xls', 'ole'],
    ['a.png', 'png'],
    ['a.jpg', 'jpeg'],
    ['a.jpeg', 'jpeg'],
    ['a.tif', 'tiff'],
    ['a.tiff', 'tiff'],
    ['a.xml', 'xml'],
    ['a.txt', 'text'],
    ['a.csv', 'text'],
  ] as const)('%s must be %s and nothing binary else', (path, kind) => {
    for (const [other, head] of Object.entries(HEADS)) {
      if (other === kind || READ_BY_CONTENT[path]?.includes(other)) expect(state(path, head)).toBe('ok')
      else if (other !== 'text' && other !== 'xml') expect(state(path, head)).toBe('wrongType')
    }
    expect(state(path, Buffer.alloc(0))).toBe('empty')
  })

  it.each(['khong-duoi', 'a.p7s', '.pdf/a', 'a.constructor'])('%s promises nothing', (path) => {
    for (const head of Object.values(HEADS)) expect(state(path, head)).toBe('ok')
  })
})
