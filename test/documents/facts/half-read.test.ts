import { describe, expect, test } from 'vitest'
import { factsOf } from '../../../src/documents/facts/facts.ts'
import { textOf } from './text-fixture.ts'

const HEAD = 'UBND TỈNH VĨNH LONG\nSỞ TƯ PHÁP\nSố: 12/BC-STP\nBÁO CÁO\nKết quả đánh giá nội bộ\n'
const FOOT = '4. Kết quả đánh giá theo kế hoạch.\n'
const read = (body: string) => factsOf(textOf(HEAD + body))

// In place of a word of a scan that nobody could read stands \ufffd.
describe('of a scan that is half read', () => {
  test('a team is none where a member may be lost', () => {
    const team = (line: string) =>
      read(`2. Đoàn đánh giá:\n- Bà Mai Thanh Sơn;\n${line} Ông Vũ Hoàng Cường;\n- Bà Trịnh Minh Thủy.\n${FOOT}`)
    expect(team('-').audit.team.map(({ value }) => value)).toHaveLength(3)
    expect(team('\ufffd').audit.team).toEqual([])
  })

  test('a period is none where one of its days may be lost', () => {
    const to = (end: string) => read(`1. Thời gian đánh giá: từ ngày 17/3/2026 đến ngày ${end}\n${FOOT}`).audit.to
    expect(to('18/3/2026')).toMatchObject([{ value: '2026-03-18' }])
    expect(to('\ufffd')).toEqual([])
  })

  test('a signer is none without the family name, or who signs for the head as the head', () => {
    const signer = (...lines: string[]) => read(`${FOOT}${lines.join('\n')}`).signer
    expect(signer('KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC', '\ufffd\tBùi Thanh Ánh')).toMatchObject([
      { value: { name: 'Bùi Thanh Ánh' } },
    ])
    expect(signer('KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC', '\ufffd\tThanh Ánh')).toEqual([])
    expect(signer('KT. GIÁM ĐỐC', '\ufffd', 'Bùi Thanh Ánh')).toEqual([])
  })
})
