import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { refusalCodesPage } from '../../scripts/refusal-codes.ts'
import { ARCHIVE_REFUSALS } from '../../src/intake/refusals/archive.ts'
import { MANIFEST_REFUSALS } from '../../src/intake/refusals/manifest.ts'
import { UPLOAD_REFUSALS } from '../../src/service/read-upload.ts'

test('the published page says what the program says (else: npm run docs)', async () => {
  expect(await readFile('docs/refusal-codes.md', 'utf8')).toBe(refusalCodesPage())
})

test('every code is on the page once', () => {
  const listed = [...refusalCodesPage().matchAll(/^### (\S+)$/gm)].map(([, code]) => code)
  const codes = [ARCHIVE_REFUSALS, MANIFEST_REFUSALS, UPLOAD_REFUSALS].flatMap(Object.keys)
  expect(listed.sort()).toEqual(codes.sort())
})
