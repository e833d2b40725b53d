import { parseArgs } from 'node:util'
import { draftOfScans, draftTable } from './corpus/draft-folder.ts'
import type { Layout } from './corpus/layout.ts'
import { LAYOUTS as A } from './corpus/layouts-a.ts'
import { LAYOUTS as B } from './corpus/layouts-b.ts'
import { FORMS, type Form, ship, typeset } from './corpus/make.ts'
import { readAll } from './corpus/read-all.ts'

/** Sets of layouts by their names: the reader was tuned on `a`; `b` was written without having seen it. */
const SETS: Readonly<Record<string, readonly Layout[]>> = { a: A, b: B }

/**
 * `npm run corpus -- [--set a] [--each 8] [--forms …] [--layouts ID,ID] [--folder data/corpus] [--fonts FOLDER] [--missed]`:
 * makes papers as offices send them, reads them, and prints what stood on them, what was found, and what was wrong, fact by
 * fact; `--ship` keeps twelve with the project; `--draft department-complete` drafts the manifest of that sample's papers, half
 * of them as scans. Needs LibreOffice, and the font Tinos (`npm pack @expo-google-fonts/tinos`) for papers as Word sets them.
 * Recognising a page takes seconds; what was recognised is kept in the folder, so that a run may be stopped and gone on with.
 */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      set: { type: 'string', default: Object.keys(SETS).join(',') },
      each: { type: 'string', default: '8' },
      forms: { type: 'string', default: FORMS.join(',') },
      layouts: { type: 'string' },
      folder: { type: 'string', default: 'data/corpus' },
      fonts: { type: 'string' },
      missed: { type: 'boolean', default: false },
      ship: { type: 'boolean', default: false },
      draft: { type: 'string' },
    },
  })
  const forms = FORMS.filter((form) => values.forms.split(',').includes(form))
  if (values.ship) {
    await ship(await typeset('a', A.slice(0, 12), 1, ['docx', 'plain', 'signed'], values.folder, values.fonts))
    return 0
  }
  if (values.draft !== undefined) {
    const progress = (done: number, total: number) => console.error(`${done} of ${total} pages of scans read`)
    const drafted = await draftOfScans(values.draft, { scans: { progress } })
    console.log(draftTable(drafted))
    return drafted.counts.text.wrong.length + drafted.counts.scan.wrong.length === 0 ? 0 : 1
  }
  let wrong = 0
  for (const set of values.set.split(',')) {
    const known = SETS[set]
    if (known === undefined) throw new Error(`no set of layouts is called ${set}: ${Object.keys(SETS).join(', ')}`)
    const asked = values.layouts?.split(',')
    const layouts = asked === undefined ? known : known.filter(({ id }) => asked.includes(id))
    wrong += await count(set, layouts, {
      each: Number(values.each),
      forms,
      folder: values.folder,
      fonts: values.fonts,
      missed: values.missed,
    })
  }
  return wrong === 0 ? 0 : 1
}

interface Asked {
  each: number
  forms: readonly Form[]
  folder: string
  fonts: string | undefined
  missed: boolean
}

async function count(
  set: string,
  layouts: readonly Layout[],
  { each, forms, folder, fonts, missed }: Asked,
): Promise<number> {
  const papers = await typeset(set, layouts, each, forms, folder, fonts)
  console.error(`Set ${set}: ${papers.length} papers of ${layouts.length} layouts are typeset`)
  const counts = await readAll(papers, forms, folder, ({ form, papers, of, pages, milliseconds }) => {
    const pace = pages === 0 ? '' : `; ${pages} pages recognised now, ${Math.round(milliseconds / pages)} ms each`
    console.error(`${form}: ${papers} of ${of} papers read${pace}`)
  })
  console.log(`\nSet ${set}: ${papers.length} papers of ${layouts.length} layouts\n\n${counts.table()}`)
  for (const { paper, form, fact, read, stands } of counts.wrong)
    console.log(`wrong  ${paper} ${form} ${fact}: read ${JSON.stringify(read)}, stands ${JSON.stringify(stands)}`)
  if (missed)
    for (const { paper, form, fact, stands } of counts.missed)
      console.log(`missed ${paper} ${form} ${fact}: ${JSON.stringify(stands)}`)
  return counts.wrong.length
}
