import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sampleFiles } from '../../scripts/samples/sample-files.ts'
import { manifest as manifestSchema } from '../../src/dossier/manifest.ts'
import { writeWorkbook } from '../../src/render/workbook/workbook.ts'
import { evaluate } from '../samples/evaluate.ts'
import { makeZip } from '../support/zip.ts'

const BASES = 'fixtures/base'
const AS_OF = '2026-11-01'

describe.each(readdirSync(BASES))('a bundle of %s', (name) => {
  it('comes to the same verdict with a workbook as with JSON', async () => {
    const stated = manifestSchema.parse(JSON.parse(readFileSync(`${BASES}/${name}`, 'utf8')))
    const { 'manifest.json': json, ...documents } = await sampleFiles(stated, {}, [])
    if (json === undefined) throw new Error('the sample has no manifest')
    const written = await evaluate(await makeZip({ 'manifest.json': json, ...documents }), AS_OF)
    const workbook = { 'ho-so.xlsx': await writeWorkbook(stated), ...documents }
    const filledIn = await evaluate(await makeZip(workbook), AS_OF)
    expect(written.kind).toBe('verdict')
    expect(withoutBundle(filledIn.document)).toEqual(withoutBundle(written.document))
  })
})

/** All but what differs with the bytes of the bundle: its own hash and size, and the hash over the whole. */
function withoutBundle(document: object): Record<string, unknown> {
  const { bundle, digest, ...rest } = document as Record<string, unknown>
  expect([bundle, digest].every((part) => part !== undefined)).toBe(true)
  return rest
}
