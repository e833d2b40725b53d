import { readdirSync, readFileSync } from 'node:fs'
import type { DocumentText, TextLine, TextPage } from '../../../src/documents/document-text.ts'
import type { DocumentFacts } from '../../../src/dossier/reading.ts'

/** What a fixture says of its text: the facts as a person reads them (absent: none), and which are known to be not read. */
export interface Expected {
  facts: Record<string, readonly unknown[]>
  stamped: boolean
  notRead: readonly string[]
}

const FOLDER = new URL('../../../fixtures/documents/texts/', import.meta.url)
const PAGE = /^=== trang (\d+)$/
const SHEET = /^=== bảng (.+)$/
const CELL = /^\[([A-Z]+\d+)\] /

/** Every text of fixtures/documents/texts: its name, its text, what it holds. */
export function textFixtures(): [string, DocumentText, Expected][] {
  const names = readdirSync(FOLDER).sort()
  if (names.length === 0) throw new Error('no texts')
  return names.map((name) => {
    const read = (file: string) => readFileSync(new URL(`${name}/${file}`, FOLDER), 'utf8')
    return [name, textOf(read('text.txt')), expectedOf(JSON.parse(read('expected.json')))]
  })
}

/** A text as written in a fixture: a line each, tabulators between cells, `=== trang 2`, `=== bảng <sheet>` with `[B7] `. */
export function textOf(written: string): DocumentText {
  const content: (TextPage & { lines: TextLine[]; sheet?: string })[] = [{ page: 1, lines: [] }]
  for (const line of written.split('\n')) {
    const [page, sheet] = [PAGE.exec(line)?.[1], SHEET.exec(line)?.[1]]
    if (page) content.push({ page: Number(page), lines: [] })
    else if (sheet) content.push({ sheet, lines: [] })
    else addLine(content.at(-1)?.lines ?? [], line, content.at(-1)?.sheet)
  }
  return { format: 'pdf', text: 'read', flags: [], content: content.filter(({ lines }) => lines.length > 0) }
}

function addLine(lines: TextLine[], line: string, sheet: string | undefined): void {
  const cell = sheet === undefined ? undefined : CELL.exec(line)?.[1]
  const cells = (cell ? line.replace(CELL, '') : line)
    .split('\t')
    .map((words) => words.normalize('NFC').replace(/\s+/gu, ' ').trim())
    .filter((words) => words !== '')
  if (cells.length > 0) lines.push({ text: cells.join(' '), cells, ...(cell && { cell: `${sheet}!${cell}` }) })
}

/** The readings of each fact by its name, `audit.from` and `review.chair` among them. */
export function factsByName({ audit, review, ...own }: DocumentFacts): Record<string, DocumentFacts['number']> {
  const named = (prefix: string, facts: object) =>
    Object.fromEntries(Object.entries(facts).map(([name, readings]) => [`${prefix}${name}`, readings]))
  return { ...named('', own), ...named('audit.', audit), ...named('review.', review) }
}

function expectedOf({ stamped = false, notRead = [], audit = {}, review = {}, ...own }): Expected {
  const named = (prefix: string, facts: object) =>
    Object.fromEntries(Object.entries(facts).map(([name, values]) => [`${prefix}${name}`, values]))
  return { stamped, notRead, facts: { ...named('', own), ...named('audit.', audit), ...named('review.', review) } }
}
