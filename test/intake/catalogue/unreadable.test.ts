import { performance } from 'node:perf_hooks'
import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { readCatalogue } from '../../../src/intake/catalogue/catalogue.ts'
import { CatalogueUnreadable } from '../../../src/intake/catalogue/notices.ts'
import { DEFAULT_LIMITS } from '../../../src/intake/container.ts'
import { catalogueCases } from '../../support/catalogue-cases.ts'

const expectation = z.strictObject({ vi: z.array(z.string()), en: z.array(z.string()) })

const cases = await catalogueCases('unreadable')

describe('files that are no list', () => {
  test('there are cases', () => expect(cases.length).toBeGreaterThan(10))

  test.each(cases)('$name', async ({ expected, list }) => {
    const { name, bytes } = await list()
    const words = expectation.parse(expected)
    const error = await readCatalogue(bytes, name, { limits: DEFAULT_LIMITS, stopwatch: () => performance.now() }).then(
      () => undefined,
      (thrown: unknown) => thrown,
    )
    if (!(error instanceof CatalogueUnreadable)) throw new Error('the list was read', { cause: error })
    for (const word of [`${name}: `, ...words.vi]) expect(error.text.vi).toContain(word)
    for (const word of [`${name}: `, ...words.en]) expect(error.text.en).toContain(word)
  })
})
