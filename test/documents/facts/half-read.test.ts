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

describe('a list behind its label that is broken between two members', () => {
  test('of units goes on below', () => {
    const units = (rest: string) =>
      read(`3. Đơn vị được đánh giá: Phòng Nghiệp vụ 1; Văn phòng; Phòng Pháp chế;\n${rest}`).audit.units
    expect(units('Phòng Kế hoạch.\n4. Kết quả\n').map(({ value }) => value)).toEqual([
      ...['Phòng Nghiệp vụ 1', 'Văn phòng', 'Phòng Pháp chế', 'Phòng Kế hoạch'],
    ])
    // What begins with a number is the next label, and no member.
    expect(units('4. Kết quả\n')).toHaveLength(3)
    expect(units('Phòng \ufffd.\n4. Kết quả\n')).toEqual([])
  })

  test('of members goes on below', () => {
    const team = (rest: string) =>
      read(`Trưởng đoàn: Bà Mai Thanh Sơn\nThành viên: Ông Vũ Hoàng Cường;\n${rest}`).audit.team
    expect(team('Bà Trịnh Minh Thủy.\n4. Kết quả\n').map(({ value }) => value)).toEqual([
      ...['Mai Thanh Sơn', 'Vũ Hoàng Cường', 'Trịnh Minh Thủy'],
    ])
    expect(team('4. Kết quả\n')).toHaveLength(2)
  })
})

test('a period stands in the sentence that tells when the audit was held, and not in what was planned', () => {
  const period = (did: string) =>
    read(`Cuộc đánh giá ${did} từ ngày 06/10/2025 đến ngày 08/10/2025 tại 03 đơn vị.\n${FOOT}`).audit
  expect(period('được tiến hành')).toMatchObject({ from: [{ value: '2025-10-06' }], to: [{ value: '2025-10-08' }] })
  expect(period('dự kiến được tiến hành')).toMatchObject({ from: [], to: [] })
})
