import { expect, test } from 'vitest'
import { makeXlsx } from '../../../fixtures/catalogues/xlsx-file.ts'
import { readCatalogue } from '../../../src/intake/catalogue/catalogue.ts'
import { DEFAULT_LIMITS } from '../../../src/intake/container.ts'
import { Refusal } from '../../../src/intake/refusals/refusal.ts'

test('a list that takes too long ends the whole reading: a slow machine must not change what is judged', async () => {
  const bytes = await makeXlsx([
    {
      name: 'S',
      rows: [
        ['Mã TTHC', 'Tên TTHC'],
        ['1.001612', 'Đăng ký khai sinh'],
      ],
    },
  ])
  const outcomes = new Set<unknown>()
  // Every look at the stopwatch is one millisecond later; the limit falls at each of them in turn.
  for (let milliseconds = 0; milliseconds < 60; milliseconds++) {
    let now = 0
    const read = readCatalogue(bytes, 'danh-muc.xlsx', {
      limits: { ...DEFAULT_LIMITS, milliseconds },
      stopwatch: () => now++,
    })
    const outcome = await read.then(
      ({ procedures }) => procedures.length,
      (error: unknown) => (error instanceof Refusal ? error.code : error),
    )
    outcomes.add(outcome)
  }
  expect([...outcomes]).toEqual(['read-timeout', 1])
})
