import { performance } from 'node:perf_hooks'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { procedure } from '../../../src/dossier/procedures.ts'
import { readCatalogue } from '../../../src/intake/catalogue/catalogue.ts'
import { DEFAULT_LIMITS } from '../../../src/intake/container.ts'
import { catalogueCases } from '../../support/catalogue-cases.ts'

const expectation = z.strictObject({
  procedures: z.array(procedure),
  rows: z.array(z.number()),
  notices: z.array(z.tuple([z.string(), z.number().nullable()])),
})

const cases = await catalogueCases('readable')

describe('lists as offices keep them', () => {
  test('there are cases', () => expect(cases.length).toBeGreaterThan(10))

  test.each(cases)('$name', async ({ expected, list }) => {
    const { name, bytes } = await list()
    const read = await readCatalogue(bytes, name, { limits: DEFAULT_LIMITS, stopwatch: () => performance.now() })
    const { procedures, rows, notices } = expectation.parse(expected)
    expect(read.procedures).toEqual(procedures)
    expect(read.rows).toEqual(rows)
    expect(read.notices.map(({ code, row }) => [code, row ?? null])).toEqual(notices)
    for (const notice of read.notices) {
      expect(notice.file).toBe(name)
      expect(notice.text.vi).toContain(notice.row === undefined ? name : `${name} dòng ${notice.row}:`)
      expect(notice.text.en).toContain(notice.row === undefined ? name : `${name} row ${notice.row}:`)
      expect(`${notice.text.vi}${notice.text.en}`).not.toContain('undefined')
    }
  })
})
