import { readFile, stat } from 'node:fs/promises'
import { Uint8ArrayReader, ZipReader } from '@zip.js/zip.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lockRule, type PackagedService, packageService, templateOf } from './support/package-service.ts'

let service: PackagedService
let files: string[]
beforeAll(async () => {
  service = await packageService('dev', 'built')
  const zip = new ZipReader(new Uint8ArrayReader(await readFile(service.zip)))
  files = (await zip.getEntries()).map(({ filename }) => filename)
})
afterAll(() => service.remove())

test('carries the functions and the built rule set', () => {
  for (const name of [
    'api.mjs',
    'evaluate-bundle.mjs',
    'list-agencies.mjs',
    'notify-lapses.mjs',
    'document-child.mjs',
    'pdfium.wasm',
    'tesseract-core-simd-lstm.wasm',
    'vie.traineddata.gz',
    'rule-set.json',
  ])
    expect(files).toContain(`dist/handlers/${name}`)
})

test('carries nothing else: no YAML, no sources, no packages', () => {
  expect(
    files.filter(
      (name) =>
        !/^dist\/handlers\/([\w.-]+\.mjs|[\w.-]+\.wasm|vie\.traineddata\.gz|rule-set\.json|assets\/[\w.-]+)$/.test(
          name,
        ),
    ),
  ).toEqual([])
})

test('is small', async () => {
  expect((await stat(service.zip)).size).toBeLessThan(8_000_000)
})

test('in production verdicts can be deleted by nobody, for five years', async () => {
  const { VerdictBucket } = await templateOf('prod')
  expect(VerdictBucket?.Properties.ObjectLockConfiguration).toEqual(lockRule('COMPLIANCE', 1827))
})
