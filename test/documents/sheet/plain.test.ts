import { describe, expect, it } from 'vitest'
import { withoutText } from '../../../src/documents/office-package.ts'
import { readPlain } from '../../../src/documents/plain.ts'
import { DOCUMENT_BOUNDS } from '../../../src/documents/settings.ts'
import { readCsvText } from '../../../src/documents/sheet.ts'
import { archiveRefusal } from '../../../src/intake/refusals/archive.ts'

const LINES = Array.from({ length: 12 }, (_, at) => at + 1)

describe('a plain text file', () => {
  it.each([
    ['TCVN3', 'Thñ tôc sè #: cÊp l¹i phiÕu lý lÞch t\u00ad ph¸p'],
    ['VNI', 'Thuû tuïc soá #: caáp laïi phieáu lyù lòch tö phaùp'],
  ])('typed in %s is read in Unicode', (_, line) => {
    const bytes = Buffer.from(LINES.map((at) => line.replace('#', String(at))).join('\r\n'), 'latin1')
    const { text, flags, content } = readPlain(bytes, DOCUMENT_BOUNDS)
    expect({ text, flags }).toEqual({ text: 'read', flags: ['converted'] })
    expect(content[0]?.lines[6]?.text).toBe('Thủ tục số 7: cấp lại phiếu lý lịch tư pháp')
  })

  it('saved twice in the Windows way has each line once', () => {
    const lines = ['Số: 88/QĐ-STP', 'QUYẾT ĐỊNH', 'Về việc công bố']
    const { content } = readPlain(Buffer.from(`${lines.join('\r\r\n')}\r\r\n`), DOCUMENT_BOUNDS)
    expect(content[0]?.lines.map(({ text }) => text).filter((text) => text !== '')).toEqual(lines)
    expect(content[0]?.lines.length).toBeLessThanOrEqual(4)
  })

  it('with cells that was saved so has each row once', async () => {
    const { content } = await readCsvText(Buffer.from('Mã,Tên\r\r\nQT-01,Một\r\r\nQT-02,Hai\r\r\n'))
    expect(content.flatMap(({ lines }) => lines.map(({ cells }) => cells))).toEqual([
      ['Mã', 'Tên'],
      ['QT-01', 'Một'],
      ['QT-02', 'Hai'],
    ])
  })

  it('in windows-1258 stays what it is', () => {
    // "Sở Tư pháp" with the hook and the acute as characters of their own: 0xd2, 0xec.
    const bytes = Buffer.from('S\u00f5\u00d2 T\u00fd pha\u00ecp', 'latin1')
    const { flags, content } = readPlain(bytes, DOCUMENT_BOUNDS)
    expect(flags).toEqual([])
    expect(content[0]?.lines[0]?.text).toBe('Sở Tư pháp')
  })
})

describe('an office file that its reader refused', () => {
  it.each([
    ['encrypted', { text: 'locked' }],
    ['read-timeout', { text: 'overBounds', reason: 'time' }],
    ['entry-too-large', { text: 'overBounds', reason: 'size' }],
    ['truncated', { text: 'unreadable', reason: 'damaged' }],
  ] as const)('as %s says why it has no text', (code, told) => {
    expect(withoutText('docx', archiveRefusal(code))).toMatchObject(told)
  })

  it('for a fault of ours is no file without text', () => {
    expect(() => withoutText('docx', new Error('boom'))).toThrow('boom')
  })
})
