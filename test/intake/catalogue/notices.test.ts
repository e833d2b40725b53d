import { expect, test } from 'vitest'
import { CATALOGUE_NOTICES, noticeText } from '../../../src/intake/catalogue/notices.ts'
import { catalogueCases } from '../../support/catalogue-cases.ts'

test('every notice is met by a case', async () => {
  const cases = [...(await catalogueCases('readable')), ...(await catalogueCases('hostile'))]
  const expected = JSON.stringify(cases.map((one) => one.expected))
  expect(CATALOGUE_NOTICES.filter((code) => !expected.includes(`"${code}"`))).toEqual([])
})

test('words from a file are made fit to print', () => {
  const text = noticeText(
    'catalogue-limit-unclear',
    { file: 'a.csv', row: 3 },
    { found: `15\u202e${'x'.repeat(5_000)}` },
  )
  expect(text.vi).not.toContain('\u202e')
  expect(text.vi.length).toBeLessThan(500)
})
