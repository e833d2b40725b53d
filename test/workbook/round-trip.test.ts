import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readWorkbook } from '../../src/bundle/manifest/xlsx/read-workbook.ts'
import { type Manifest, manifest as manifestSchema } from '../../src/dossier/manifest.ts'
import { writeWorkbook } from '../../src/workbook/write-workbook.ts'
import { OPTIONS } from '../bundle/manifest/reading.ts'

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
