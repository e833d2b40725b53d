import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Counts } from '../../../scripts/corpus/count.ts'
import { FORMS, type Form, inForms, PICTURED, shipped } from '../../../scripts/corpus/make.ts'
import { CorpusReader } from '../../../scripts/corpus/read.ts'

/** Per cent of what stands on the papers that is found at least; of a photograph nothing is promised. */
const LEAST: Readonly<Record<Form, number>> = {
  docx: 90,
  pdf: 90,
  plain: 90,
  signed: 90,
  clean: 75,
  poor: 40,
  photo: 0,
}
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'corpus-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test.each(FORMS)(
  'twelve papers as %s say nothing wrong, and most of what stands on them',
  { timeout: 900_000 },
  async (form) => {
    const papers = await inForms(await shipped(), [form])
    const [counts, reader] = [new Counts(), new CorpusReader(folder)]
    try {
      for (const { id, facts, forms } of papers) {
        const bytes = forms[form]
        if (bytes === undefined) throw new Error(`${id} does not come as ${form}`)
        counts.add(id, form, facts, (await reader.read(form, bytes)).facts, PICTURED.includes(form))
      }
    } finally {
      reader.end()
    }
    const { present, found } = counts.total(form)
    expect(papers).toHaveLength(12)
    expect(counts.wrong).toEqual([])
    expect((100 * found) / present, counts.table()).toBeGreaterThanOrEqual(LEAST[form])
  },
)
