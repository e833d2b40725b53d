import { expect, test } from 'vitest'
import { registerWords } from '../../src/province/bundle-screening.ts'
import { processorTime } from '../support/processor-time.ts'
import { member } from './made.ts'

const words = (...members: ReturnType<typeof member>[]) => registerWords({ members, warnings: [] })

test('those that became a part of an agency are told of it, by its code or by its name', () => {
  const known = words(
    member('H61.1', 'commune', { name: 'Xã Tân An' }),
    member('H61.2', 'commune', { name: 'Xã Cũ', mergedInto: 'h61.1', changedOn: '2025-07-01' }),
    member('H61.3', 'commune', { name: 'Xã Kia', mergedInto: 'xã tân an', changedOn: '2025-07-01' }),
    member('H61.4', 'commune', { name: 'Xã Khác', mergedInto: 'Xã không có', changedOn: '2025-07-01' }),
  )
  expect(known['H61.1']).toEqual({
    block: 'commune',
    formerNames: [
      { name: 'Xã Cũ', code: 'H61.2', until: '2025-07-01' },
      { name: 'Xã Kia', code: 'H61.3', until: '2025-07-01' },
    ],
    scopeEvents: [{ on: '2025-07-01', kind: 'merged' }],
  })
  expect(known['H61.4']).toEqual({ block: 'commune' })
})

test('a name that two agencies bear says of neither what became a part of it', () => {
  const into = { name: 'Xã Cũ', mergedInto: 'Xã Tân An', changedOn: '2025-07-01' }
  const two = ['H61.1', 'H61.2'].map((code) => member(code, 'commune', { name: 'Xã Tân An' }))
  const known = words(...two, member('H61.3', 'commune', into))
  expect([known['H61.1'], known['H61.2']]).toEqual([{ block: 'commune' }, { block: 'commune' }])
})

test('a register of thousands that all became part of one another costs little', () => {
  const taken = processorTime()
  const all = Array.from({ length: 5000 }, (_, at) =>
    member(`H61.${at}`, 'commune', { name: 'Xã A', mergedInto: 'Xã A', changedOn: '2025-07-01' }),
  )
  words(...all, member('H61.9999', 'commune', { name: 'Xã B', mergedInto: 'H61.0', changedOn: '2025-07-01' }))
  // Each beside each other: half a minute, and twenty-five million names.
  expect(taken()).toBeLessThan(2000)
})
