import { expect, test } from 'vitest'
import { toDay } from '../../src/core/days.ts'
import { isApproverOn, isHeadOn } from '../../src/rules/facts/agency.ts'
import type { Scope } from '../../src/rules/facts/scope.ts'

const heads = [
  { name: 'Võ Văn Tám', title: 'Chủ tịch UBND phường Mỹ Thuận', from: '2021-07-01', to: '2025-06-30' },
  { name: 'Lê Thị Bảy', title: 'Phó Chủ tịch Ủy ban nhân dân phường', from: '2021-07-01' },
]
const scope = { manifest: { agency: { heads } } } as unknown as Scope

test.each([
  ['Võ Văn Tám', '2024-01-01', true],
  ['Chủ tịch', '2024-01-01', true],
  ['CHỦ TỊCH', '2025-06-30', true],
  ['Chủ tịch Uỷ ban nhân dân', '2024-01-01', true],
  // Nobody bears the title any more.
  ['Chủ tịch', '2025-07-01', false],
  ['Phó Chủ tịch', '2026-01-01', true],
  ['Chủ tịch Hội đồng', '2024-01-01', false],
  ['Phó', '2024-01-01', false],
  ['Giám đốc', '2024-01-01', false],
])('%s approved on %s: %s', (told, on, expected) => {
  expect(isApproverOn(scope, told, toDay(on))).toBe(expected)
})

test('whoever signs an act is known by name alone', () => {
  expect(isHeadOn(scope, 'Chủ tịch', toDay('2024-01-01'))).toBe(false)
})
