import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { makeDocx, paragraph } from '../../fixtures/documents/docx-file.ts'
import { isArchive, isLitter } from '../../src/core/files.ts'
import { sha256 } from '../../src/core/json.ts'
import { readDoc } from '../../src/documents/doc.ts'
import { documentReader } from '../../src/documents/reader.ts'
import type { DocumentReading } from '../../src/dossier/reading.ts'
import { DEFAULT_LIMITS } from '../../src/intake/container.ts'
import { kindOfFile } from '../../src/intake/file-kinds.ts'

const reader = documentReader({ limits: DEFAULT_LIMITS, stopwatch: () => performance.now() })

async function readingOf(path: string, bytes: Uint8Array): Promise<DocumentReading | undefined> {
  const file = {
    path,
    sha256: sha256(bytes),
    bytes: bytes.length,
    kind: kindOfFile(bytes.subarray(0, 512)),
    state: 'ok',
  } as const
  return (await reader([{ path, file, open: async () => bytes }], '')).get(path)
}

const LINES = ['SỞ TƯ PHÁP', 'Số: 88/QĐ-STP', 'QUYẾT ĐỊNH', 'Về việc công bố', 'Căn cứ Luật;']
const FACTS = { number: [{ value: '88/QĐ-STP' }], kind: [{ value: 'QUYẾT ĐỊNH' }], issuer: [{ value: 'SỞ TƯ PHÁP' }] }

/** Rich Text as Word writes it: letters beyond ASCII by their numbers, with a stand-in. */
const rtf = (lines: readonly string[]) =>
  Buffer.from(
    `{\\rtf1\\ansi\\ansicpg1252\\uc1{\\fonttbl{\\f0\\froman Times New Roman;}{\\f1 Arial;}}{\\*\\generator Riched20;}{\\info{\\title ${escaped('Số: 99/QĐ-XX')}}}\\pard\\f0 ${lines.map(escaped).join('\\par\r\n')}\\par}`,
    'latin1',
  )
const escaped = (text: string) =>
  [...text].map((letter) => (letter < '\u0080' ? letter : `\\u${letter.charCodeAt(0)}?`)).join('')

describe('a Word file is read as what it is', () => {
  test('Rich Text, under its own name and under that of Word', async () => {
    expect(await readingOf('a.rtf', rtf(LINES))).toMatchObject({
      text: 'read',
      format: 'text',
      flags: [],
      facts: FACTS,
    })
    expect(await readingOf('a.doc', rtf(LINES))).toMatchObject({ text: 'read', flags: ['otherFormat'], facts: FACTS })
  })

  test('Rich Text: what is hidden is left out and told, a stamp is seen, the title of its properties is not', async () => {
    const hidden = Buffer.from('{\\rtf1 {\\v secret}seen\\par}')
    expect(await readingOf('b.rtf', hidden)).toMatchObject({ flags: ['hiddenText'], content: { words: 1 } })
    expect(await readingOf('c.rtf', rtf(['MẬT', ...LINES]))).toMatchObject({
      stamped: true,
      content: { textHash: null },
    })
    const { facts } = (await readingOf('d.rtf', rtf(['Không có số']))) ?? {}
    expect(facts?.number).toEqual([])
  })

  test('Rich Text in letters of windows-1258 and in cells', async () => {
    const cells = Buffer.from("{\\rtf1\\ansi\\ansicpg1258 S\\'d4\\'cc\\cell h\\'e0nh\\cell\\row}", 'latin1')
    expect(await readingOf('e.rtf', cells)).toMatchObject({ text: 'read', content: { words: 2 } })
  })

  test('a page of HTML, whose scripts and styles say nothing', async () => {
    const page = `<html><head><title>Số: 99/QĐ-XX</title><style>p{}</style></head><body><script>var x='<p>MẬT</p>'</script>${LINES.map((line) => `<p>${line.replace('Đ', '&#272;')}</p>`).join('\n')}</body></html>`
    expect(await readingOf('f.doc', Buffer.from(page))).toMatchObject({
      text: 'read',
      stamped: false,
      flags: ['otherFormat'],
      facts: FACTS,
    })
  })

  test('a new Word file under the old name', async () => {
    const bytes = await makeDocx(LINES.map((line) => paragraph(line)).join(''))
    expect(await readingOf('g.doc', bytes)).toMatchObject({ format: 'docx', flags: ['otherFormat'], facts: FACTS })
    expect(await readingOf('g.docx', bytes)).toMatchObject({ format: 'docx', flags: [], facts: FACTS })
  })

  test('a PDF under the name of Word', async () => {
    const pdf = await readFile('fixtures/samples/department-complete/papers/cong-bo/88-QD-STP.pdf')
    for (const name of ['p.doc', 'p.docx', 'p.rtf'])
      expect(await readingOf(name, pdf), name).toMatchObject({
        ...{ text: 'read', format: 'pdf', flags: ['otherFormat'] },
        facts: { number: [{ value: '88/QĐ-STP' }] },
      })
  })

  test('an old one behind a password is locked, under either name', async () => {
    const bytes = Buffer.alloc(4_096)
    Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes)
    bytes.writeUInt16LE(0xa5ec, 512)
    bytes.writeUInt16LE(0x0100, 522)
    for (const name of ['h.doc', 'h.docx'])
      expect(await readingOf(name, bytes), name).toMatchObject({ text: 'locked', reason: 'password' })
    bytes.writeUInt16LE(0, 522)
    expect(await readingOf('i.doc', bytes)).toMatchObject({ text: 'unreadable', reason: 'damaged' })
  })
})

test('what Word keeps beside an open document is litter', () => {
  expect(['bb/~$giay-moi.docx', '~WRL0001.tmp', '~WRD0412.tmp'].map(isLitter)).toEqual([true, true, true])
  expect(['giay-moi~$.docx', 'WRL0001.tmp', '~ghi-chu.docx'].map(isLitter)).toEqual([false, false, false])
})

test('a document of the new kind under an old name is no archive: nothing has to be unpacked', () => {
  const zip = Buffer.from('504b030414000600', 'hex')
  expect(['quy-trinh.doc', 'a.rtf', 'danh-muc.XLS', 'a.docx'].map((path) => isArchive(path, zip))).not.toContain(true)
  expect(['ho-so.zip', 'ho-so', 'doc'].map((path) => isArchive(path, zip))).not.toContain(false)
})

test('an old Word file that cannot be opened is damaged, whatever its bytes', async () => {
  const begins = Buffer.from('d0cf11e0a1b11ae1', 'hex')
  for (const bytes of [begins, Buffer.concat([begins, Buffer.alloc(2048, 0xff)]), Buffer.from('không phải Word')])
    expect(await readDoc(bytes, { characters: 1000 })).toMatchObject({ text: 'unreadable', reason: 'damaged' })
})
