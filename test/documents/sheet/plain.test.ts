import { describe, expect, it } from 'vitest'
import { readPlain } from '../../../src/documents/plain.ts'
import { DOCUMENT_BOUNDS } from '../../../src/documents/settings.ts'

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

  it('in windows-1258 stays what it is', () => {
    // "Sở Tư pháp" with the hook and the acute as characters of their own: 0xd2, 0xec.
    const bytes = Buffer.from('S\u00f5\u00d2 T\u00fd pha\u00ecp', 'latin1')
    const { flags, content } = readPlain(bytes, DOCUMENT_BOUNDS)
    expect(flags).toEqual([])
    expect(content[0]?.lines[0]?.text).toBe('Sở Tư pháp')
  })
})
