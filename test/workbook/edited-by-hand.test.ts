import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { bookOf } from '../../fixtures/workbooks/book.ts'
import { manifest as manifestSchema } from '../../src/dossier/manifest.ts'
import { readWorkbook } from '../../src/intake/manifest-xlsx/workbook.ts'
import { problemLine } from '../../src/intake/refusals/refusal.ts'
import { writeWorkbook } from '../../src/render/workbook/workbook.ts'
import { OPTIONS, refusalOf } from '../intake/manifest/reading.ts'
import { workbookCases } from './cases.ts'

const stated = manifestSchema.parse(JSON.parse(readFileSync('fixtures/base/department.json', 'utf8')))
const filledIn = await writeWorkbook(stated)
const readable = await workbookCases('read')
const answered = await workbookCases('answered')
const read = async (bytes: Uint8Array) => readWorkbook(bytes, 'ho-so.xlsx', OPTIONS)

describe('a workbook edited by hand', () => {
  it.each(readable)('%s: says the same', async (_, { edit, notices = [] }) => {
    const book = await bookOf(filledIn, OPTIONS)
    const before = JSON.stringify(book)
    edit(book)
    expect(JSON.stringify(book)).not.toBe(before)
    const { manifest, notices: told } = await read(await book.file())
    expect(manifest).toEqual(stated)
    expect([...new Set(told.map(({ code }) => code))]).toEqual(notices)
  })

  it.each(answered)('%s: is answered by sheet and cell', async (_, { edit, expected = [], more }) => {
    const book = await bookOf(filledIn, OPTIONS)
    edit(book)
    const { problems = [], code, text } = await refusalOf(read(await book.file()))
    const lines = problems.map((problem) => problemLine(problem, 'ho-so.xlsx', 'vi'))
    expect(code).toBe('manifest-invalid')
    expect(text.vi).toContain(String(problems.length))
    const met = expected.map(
      (begins) => lines.find((line) => line.startsWith(`ho-so.xlsx, ${begins}`)) ?? `not told: ${begins}`,
    )
    expect(more ? met.filter((line) => line.startsWith('not told')) : lines).toEqual(more ? [] : met)
    for (const problem of problems) {
      const english = problemLine(problem, 'ho-so.xlsx', 'en')
      expect(english).toMatch(/^ho-so\.xlsx, sheet '[^']+'(, cell [A-Z]+\d+)?: \S.*[.?]$/)
      expect(`${english} ${problemLine(problem, 'ho-so.xlsx', 'vi')}`).not.toMatch(/undefined|null|NaN|\[object/)
    }
  })
})
