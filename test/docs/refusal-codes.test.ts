import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { refusalCodesPage } from '../../scripts/refusal-codes.ts'
import { ARCHIVE_REFUSALS } from '../../src/bundle/refusals-archive.ts'
import { MANIFEST_REFUSALS } from '../../src/bundle/refusals-manifest.ts'

test('the published page says what the program says (else: npm run docs)', async () => {
  expect(await readFile('docs/refusal-codes.md', 'utf8')).toBe(refusalCodesPage())
})

test('every code is on the page once', () => {
  const listed = [...refusalCodesPage().matchAll(/^### (\S+)$/gm)].map(([, code]) => code)
  expect(listed.sort()).toEqual([...Object.keys(ARCHIVE_REFUSALS), ...Object.keys(MANIFEST_REFUSALS)].sort())
})
