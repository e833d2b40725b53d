import { expect, test } from 'vitest'
import { columnsOf } from '../../src/intake/manifest-xlsx/layout/columns.ts'
import { sectionOf } from '../../src/intake/manifest-xlsx/layout/sections.ts'
import { readValue } from '../../src/intake/manifest-xlsx/values.ts'

const column = columnsOf(sectionOf('Cơ quan')).find((one) => one.kind === 'field' && one.field.key === 'agency.block')

test.each([
  ['UBND cấp xã', 'commune'],
  ['Xã, phường', 'commune'],
  ['Ủy ban nhân dân cấp xã', 'commune'],
  ['Sở, ngành', 'department'],
  ['commune', 'commune'],
])('the block %s is understood in a workbook as in a register', (text, value) => {
  if (column?.kind !== 'field') throw new Error('the sheet has no block')
  expect(readValue(column, { kind: 'text', text }, false)).toEqual({ value })
})

test('a word that names no block is told of, with the list', () => {
  if (column?.kind !== 'field') throw new Error('the sheet has no block')
  expect(readValue(column, { kind: 'text', text: 'Hợp tác xã' }, false)).toHaveProperty('wrong')
})
