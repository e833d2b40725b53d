import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Manifest, manifest as manifestSchema } from '../../src/dossier/manifest.ts'
import { readWorkbook } from '../../src/intake/manifest-xlsx/workbook.ts'
import { writeWorkbook } from '../../src/render/workbook/workbook.ts'
import { OPTIONS } from '../intake/manifest/reading.ts'

const BASES = 'fixtures/base'
const bases = readdirSync(BASES).map((name): [string, Manifest] => [
  name,
  manifestSchema.parse(JSON.parse(readFileSync(`${BASES}/${name}`, 'utf8'))),
])

describe.each(bases)('the workbook of %s', (_, stated) => {
  it('reads back as the same manifest', async () => {
    const read = await readWorkbook(await writeWorkbook(stated), 'ho-so.xlsx', OPTIONS)
    expect(read).toEqual({ manifest: stated, notices: [] })
  })
})
