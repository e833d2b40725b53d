import { performance } from 'node:perf_hooks'
import { describe, expect, it } from 'vitest'
import { type CellValue, makeXlsx } from '../../../fixtures/catalogues/xlsx-file.ts'
import { readCsvText, readSheet } from '../../../src/documents/sheet.ts'
import { DEFAULT_LIMITS } from '../../../src/intake/container.ts'

const OPTIONS = { limits: DEFAULT_LIMITS, stopwatch: () => performance.now() }

describe('a workbook', () => {
  it('gives a row as a line, its cells as they are shown, and where it starts', async () => {
    const rows: CellValue[][] = [
      [],
      [undefined, 'Mã TTHC', 'Ngày ban hành', 'Số ngày'],
      [undefined, '1.001612', { date: 46_082 }, { n: '15' }],
      [{ formula: 'A1', text: 'Tổng' }, undefined, undefined, 'a\nb'],
    ]
    const text = await readSheet(
      await makeXlsx([
        { name: 'Danh mục', rows },
        { name: 'Trống', rows: [] },
      ]),
      OPTIONS,
    )
    expect(text).toEqual({
      format: 'xlsx',
      text: 'read',
      flags: [],
      content: [
        {
          lines: [
            {
              text: 'Mã TTHC Ngày ban hành Số ngày',
              cells: ['Mã TTHC', 'Ngày ban hành', 'Số ngày'],
              cell: 'Danh mục!B2',
            },
            { text: '1.001612 01/03/2026 15', cells: ['1.001612', '01/03/2026', '15'], cell: 'Danh mục!B3' },
            { text: 'Tổng a b', cells: ['Tổng', 'a b'], cell: 'Danh mục!A4' },
          ],
        },
      ],
    })
  })

  it('turns TCVN3 into Unicode where the words say what it is', async () => {
    const rows = Array.from({ length: 20 }, (_, i) => [`Thñ tôc sè ${i}: cÊp l¹i phiÕu lý lÞch t\u00ad ph¸p`])
    const { text, flags, content } = await readSheet(await makeXlsx([{ name: 'S', rows }]), OPTIONS)
    expect({ text, flags }).toEqual({ text: 'read', flags: ['converted'] })
    expect(content[0]?.lines[7]).toMatchObject({ text: 'Thủ tục số 7: cấp lại phiếu lý lịch tư pháp', cell: 'S!A8' })
  })
})

describe('a CSV file', () => {
  it.each([
    ['commas', '1.001612,"Cấp, đổi",05/3/2026'],
    ['semicolons', '1.001612;Cấp, đổi;05/3/2026'],
    ['tabulators', '1.001612\tCấp, đổi\t05/3/2026'],
  ])('parts cells at %s', async (_, record) => {
    const { text, content } = await readCsvText(Buffer.from(`\ufeff${record}\n${record}\n`))
    expect(text).toBe('read')
    expect(content[0]?.lines).toHaveLength(2)
    expect(content[0]?.lines[1]).toMatchObject({ cells: ['1.001612', 'Cấp, đổi', '05/3/2026'], cell: 'A2' })
  })

  it('reads what an old workbook in TCVN3 was saved as, and windows-1258 as what it is', async () => {
    const record = 'Thñ tôc;cÊp l¹i phiÕu lý lÞch t\u00ad ph¸p;®¬n vÞ nép hå s¬\n'
    const old = await readCsvText(Buffer.from(record.repeat(5), 'latin1'))
    expect(old).toMatchObject({ text: 'read', flags: ['converted'] })
    expect(old.content[0]?.lines[4]?.cells).toEqual(['Thủ tục', 'cấp lại phiếu lý lịch tư pháp', 'đơn vị nộp hồ sơ'])
    // `Cấp sổ` and `đơn vị` in windows-1258: a letter, then its tone.
    const line = Buffer.from('43e2ec702073f4d2203b20f0f56e2076' + '69f20a', 'hex')
    const { flags, content } = await readCsvText(Buffer.concat(Array<Buffer>(8).fill(line)))
    expect(flags).toEqual([])
    expect(content[0]?.lines[0]?.cells).toEqual(['Cấp sổ', 'đơn vị'])
  })
})
