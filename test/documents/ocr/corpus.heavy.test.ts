import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { FORMS, type Form, shipped } from '../../../scripts/corpus/make.ts'
import { readAll } from '../../../scripts/corpus/read-all.ts'

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
    const papers = await shipped()
    const counts = await readAll(papers, [form], folder)
    const { present, found } = counts.total(form)
    expect(papers).toHaveLength(12)
    expect(counts.wrong).toEqual([])
    expect((100 * found) / present, counts.table()).toBeGreaterThanOrEqual(LEAST[form])
  },
)
