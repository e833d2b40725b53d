import { mapConcurrent } from '../../src/core/async.ts'
import type { DocumentFacts } from '../../src/dossier/reading.ts'
import { Counts } from './count.ts'
import { type Form, FormMaker, PICTURED, type TypesetPaper } from './make.ts'
import { type Recognised, readPapers } from './read.ts'

/** Papers that one process reads, one after the other. */
const TOGETHER = 10
/** Processes that recognise at the same time: one page of each takes a core. */
const BESIDE = 2

/** How far reading has come, form by form. */
export interface Progress extends Recognised {
  form: Form
  papers: number
  of: number
}

/**
 * Makes papers in the forms asked for, reads them, and counts what was found.
 * @param folder keeps pictures and words: whoever is interrupted goes on from there
 * @param told after each few papers
 */
export async function readAll(
  papers: readonly TypesetPaper[],
  forms: readonly Form[],
  folder: string,
  told: (progress: Progress) => void = () => undefined,
): Promise<Counts> {
  const maker = await FormMaker.load(folder)
  const read = new Map<string, DocumentFacts | undefined>()
  const progress = new Map(
    forms.map((form): [Form, Progress] => [form, { form, papers: 0, of: papers.length, pages: 0, milliseconds: 0 }]),
  )
  const parts = forms.flatMap((form) =>
    Array.from({ length: Math.ceil(papers.length / TOGETHER) }, (_, at) => ({
      form,
      part: papers.slice(at * TOGETHER, (at + 1) * TOGETHER),
    })),
  )
  await mapConcurrent(parts, BESIDE, async ({ form, part }) => {
    const made: { id: string; bytes: Uint8Array }[] = []
    for (const paper of part) made.push({ id: paper.id, bytes: await maker.inForm(paper, form) })
    const { facts, recognised } = await readPapers(form, made, folder)
    for (const [id, own] of facts) read.set(`${form} ${id}`, own)
    const now = progress.get(form)
    if (now === undefined) return
    now.papers += part.length
    now.pages += recognised.pages
    now.milliseconds += recognised.milliseconds
    told(now)
  })
  const counts = new Counts()
  for (const form of forms)
    for (const { id, facts } of papers) counts.add(id, form, facts, read.get(`${form} ${id}`), PICTURED.includes(form))
  return counts
}
