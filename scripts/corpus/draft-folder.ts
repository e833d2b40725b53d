import { isDeepStrictEqual } from 'node:util'
import { PdfEngine } from '../../src/documents/pdf/engine.ts'
import { engineFile } from '../../src/documents/process/confinement.ts'
import { type Coming, type Drafted, drafted, statedAt } from '../../test/documents/drafted.ts'
import { folded } from './count.ts'
import { drawFrom } from './draw.ts'
import { likenessOf } from './pictures.ts'

/** What a manifest drafted from papers came to, those that came as text and those that came as scans apart. */
interface DraftCount {
  papers: number
  /** Values that were filled in, of these with the words and the page or cell they were read from. */
  filled: number
  sourced: number
  /** Values that the manifest says otherwise, and those of them that differ by marks alone. */
  wrong: string[]
  marks: string[]
}

/** A folder of papers, drafted. */
export interface DraftedFolder extends Drafted {
  counts: Readonly<Record<'text' | 'scan', DraftCount>>
  /** Values of the manifest that no paper filled in. */
  stated: number
}

/**
 * Drafts the manifest of a sample whose papers come half as they are and half as good scans, each second of its PDF files.
 * @param only which papers; all unless given
 */
export async function draftOfScans(name: string, { only, scans = {} }: Coming = {}): Promise<DraftedFolder> {
  const engine = await PdfEngine.load(await WebAssembly.compile(engineFile('pdf')))
  const scanned = new Set<string>()
  const papers = new Set<string>()
  let pdfs = 0
  const both = await drafted(name, {
    scans,
    only: (path) => {
      const isOne = only?.(path) ?? true
      if (isOne) papers.add(path)
      if (isOne && path.endsWith('.pdf') && pdfs++ % 2 === 0) scanned.add(path)
      return isOne
    },
    as: (path, bytes) => (scanned.has(path) ? likenessOf(engine, bytes, 'clean', drawFrom(path)) : bytes),
  })
  const counts = { text: none(), scan: none() }
  for (const path of papers) counts[scanned.has(path) ? 'scan' : 'text'].papers++
  for (const { pointer, value, file, quote, page, cell, certainty } of both.draft.sources) {
    const count = counts[scanned.has(file) ? 'scan' : 'text']
    // Of the sections of a process one may be unread: those below it then stand one place higher.
    const all = statedAt(both, pointer.replace(/\/\d+$/, ''))
    const stated =
      pointer.includes('/sections/') && Array.isArray(all) && all.includes(value) ? value : statedAt(both, pointer)
    count.filled++
    if (quote !== '' && (page !== undefined || cell !== undefined || !file.endsWith('.pdf'))) count.sourced++
    if (certainty === 'likely' ? saysSame(value, stated) : isDeepStrictEqual(value, stated)) continue
    const told = `${pointer} ${JSON.stringify(value)}, stated ${JSON.stringify(stated)} (${file})`
    if (scanned.has(file) && startsAs(folded(stated), folded(value))) count.marks.push(told)
    else count.wrong.push(told)
  }
  const { catalogue: _, records: __, ...said } = both.manifest
  return { ...both, counts, stated: leaves(said) }
}

const none = (): DraftCount => ({ papers: 0, filled: 0, sourced: 0, wrong: [], marks: [] })

/** Words above a signature may say less of a title than the manifest, and letters of a title have lost their capitals. */
function saysSame(value: unknown, stated: unknown): boolean {
  if (typeof value !== 'string' || typeof stated !== 'string') return isDeepStrictEqual(value, stated)
  return startsAs(stated.toLowerCase(), value.toLowerCase())
}

/** Of values as JSON, the closing quotation mark aside. */
function startsAs(stated: string, value: string): boolean {
  return stated.startsWith(value.replace(/"$/, ''))
}

function leaves(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1
  return Object.values(value).reduce((sum: number, one) => sum + leaves(one), 0)
}

/** A line for papers as text and one for scans: papers / filled / with source / wrong / other marks. */
export function draftTable({ counts, stated, draft }: DraftedFolder): string {
  const row = (cells: readonly (string | number)[]) => `| ${cells.map((one) => String(one).padEnd(12)).join(' | ')} |`
  const rows = (['text', 'scan'] as const).map((form) => {
    const { papers, filled, sourced, wrong, marks } = counts[form]
    return row([form, papers, filled, sourced, wrong.length, marks.length])
  })
  const head = row(['papers as', 'papers', 'filled', 'with source', 'wrong', 'other marks'])
  const told = [...counts.text.wrong, ...counts.scan.wrong].map((one) => `wrong  ${one}`)
  const marks = [...counts.scan.marks].map((one) => `marks  ${one}`)
  const unread = draft.unread.map(({ file, text }) => `unread ${file}: ${text}`)
  const left = draft.unclassified.map(({ file }) => `for a person to name: ${file}`)
  return [
    head,
    row(['---', '---', '---', '---', '---', '---']),
    ...rows,
    `${stated} values stand in its manifest, lists of procedures and records apart`,
    ...told,
    ...marks,
    ...unread,
    ...left,
  ].join('\n')
}
