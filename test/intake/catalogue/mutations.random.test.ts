import { performance } from 'node:perf_hooks'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { xlsxParts } from '../../../fixtures/catalogues/xlsx-file.ts'
import { readCatalogue } from '../../../src/intake/catalogue/catalogue.ts'
import { CatalogueUnreadable } from '../../../src/intake/catalogue/notices.ts'
import { DEFAULT_LIMITS } from '../../../src/intake/container.ts'
import { rounds } from '../../support/rounds.ts'
import { makeZip } from '../../support/zip.ts'

const options = { limits: DEFAULT_LIMITS, stopwatch: () => performance.now() }
const parts = xlsxParts([
  {
    name: 'Danh mục',
    rows: [
      ['STT', 'Mã TTHC', 'Tên TTHC', 'Thời hạn giải quyết', 'Ngày hiệu lực'],
      ['I', 'Lĩnh vực Hộ tịch'],
      [{ n: '1' }, { n: '1.00161' }, 'Đăng ký khai sinh', '05 ngày', { date: 45474 }],
      [{ n: '2' }, '1.001612', 'Đăng ký kết hôn', '03 ngày làm việc', '01/7/2024'],
    ],
    merges: ['B2:E2'],
  },
])
const csv = Buffer.from('sep=;\nMã TTHC;"Tên ""TTHC""";Ngày hiệu lực\n1.00161;"Cấp; đổi";01/7/2024\n')

/** Bytes changed, dropped or doubled at some places. */
const edits = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    byte: fc.integer({ min: 0, max: 255 }),
    kind: fc.constantFrom('set', 'cut', 'double'),
  }),
  { minLength: 1, maxLength: 4 },
)

function mutate(bytes: Uint8Array, changes: readonly { at: number; byte: number; kind: string }[]): Uint8Array {
  return changes.reduce<Uint8Array>((now, { at, byte, kind }) => {
    if (now.length === 0) return now
    const index = Math.min(Math.floor(at * now.length), now.length - 1)
    if (kind === 'set') return now.with(index, byte)
    if (kind === 'cut') return now.subarray(0, index)
    return Buffer.concat([now.subarray(0, index), now.subarray(Math.floor(index / 2))])
  }, bytes)
}

async function readOrTold(bytes: Uint8Array, name: string): Promise<void> {
  const outcome = await readCatalogue(bytes, name, options).catch((error: unknown) => error)
  if (outcome instanceof CatalogueUnreadable) {
    expect(outcome.text.vi).toContain(`${name}: `)
    expect(outcome.text.en).toContain(`${name}: `)
  } else expect(outcome).toHaveProperty('procedures')
}

test('a workbook with any part changed is read or told to be unreadable, never anything else', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...Object.keys(parts)), edits, async (part, changes) => {
      const changed = mutate(Buffer.from(parts[part] ?? ''), changes)
      await readOrTold(await makeZip({ ...parts, [part]: changed }), 'danh-muc.xlsx')
    }),
    { numRuns: rounds(300), seed: 19 },
  )
})

test('a CSV with any byte changed is read or told to be unreadable, never anything else', async () => {
  await fc.assert(
    fc.asyncProperty(edits, async (changes) => readOrTold(mutate(csv, changes), 'danh-muc.csv')),
    { numRuns: rounds(500), seed: 19 },
  )
})
