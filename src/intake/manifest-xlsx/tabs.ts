import { withValues } from '../../core/errors.ts'
import { foldWords, nearest } from '../../core/names.ts'
import { shownValue } from '../display.ts'
import { columnName, MergedCells, type Sheet, type SheetRow } from '../sheet.ts'
import { TABS_TEXTS } from '../words.ts'
import type { WorkbookSheet } from '../xlsx/workbook.ts'
import { type Column, columnsOf } from './layout/columns.ts'
import { FORM_HEADINGS, OWN_HEADINGS, OWN_SHEETS, type Section, STATE_LABEL } from './layout/section.ts'
import { SECTIONS } from './layout/sections.ts'
import { type CellAt, columnOf, type Entry, filled, readState, type SheetProblems, type Tab } from './tab.ts'

/** The sheets of a workbook by their sections; a sheet that is none of them and not empty is told, unless it is hidden. */
export async function openTabs(
  sheets: readonly WorkbookSheet[],
  problems: SheetProblems,
): Promise<ReadonlyMap<string, Tab>> {
  const tabs = new Map<string, Tab>()
  for (const one of sheets) {
    const section = SECTIONS.find(({ sheet }) => foldWords(sheet) === foldWords(one.name))
    if (section !== undefined && !tabs.has(section.sheet))
      tabs.set(section.sheet, tabOf(section, await one.read(), problems))
    else if (one.visible && !isOwnSheet(one.name) && (await one.read(0)).rows.length > 0)
      tellUnknown(one.name, problems)
  }
  return tabs
}

function tabOf(section: Section, sheet: Sheet, problems: SheetProblems): Tab {
  const columns = columnsOf(section)
  const parts = { sheet, name: section.sheet, columns, problems }
  const entries = section.shape === 'table' ? tableRows(parts) : [formCells(parts)]
  return { section, columns, date1904: sheet.date1904, state: readState(sheet, section, problems), entries }
}

function isOwnSheet(name: string): boolean {
  return OWN_SHEETS.some((own) => foldWords(name).startsWith(foldWords(own)))
}

function tellUnknown(name: string, problems: SheetProblems): void {
  const names = SECTIONS.map(({ sheet }) => sheet)
  const near = names.find((sheet) => foldWords(name).startsWith(foldWords(sheet))) ?? nearest(name, names)
  problems.add(
    { sheet: name },
    '',
    withValues(TABS_TEXTS.templateNoSuchSheet, {
      near: near === undefined ? '' : withValues(TABS_TEXTS.didYouMean, { near }),
    }),
  )
}

/** Rows above the heading that are looked through. */
const ROWS_BEFORE_TABLE = 50

interface Table {
  sheet: Sheet
  name: string
  columns: readonly Column[]
  problems: SheetProblems
}

/**
 * The rows of a table, wherever its heading and its columns stand; a cell merged downwards counts in each of its rows.
 * What stands in no known column is told, not dropped.
 */
function tableRows(table: Table): Entry[] {
  const { sheet, name, columns, problems } = table
  const heading = headingRow(sheet, columns)
  if (heading === undefined) {
    if (sheet.rows.some(({ cells }) => !isState(cells.find((cell) => cell !== undefined)?.text ?? '')))
      problems.add(
        { sheet: name },
        '',
        withValues(TABS_TEXTS.rowHeadingsNotFound, { columns: columns.map((column) => column.heading).join(', ') }),
      )
    return []
  }
  const where = placesOf(table, heading)
  const known = new Set(where.values())
  const merged = new MergedCells(sheet)
  const entries: Entry[] = []
  const stray = new Map<number, string>()
  for (const row of sheet.rows) {
    if (row.row <= heading.row || isRepeated(row, where)) continue
    for (const column of strayCells(row, known)) stray.set(column, row.cells[column]?.text ?? '')
    const cells = new Map(
      [...where].map(
        ([column, at]) =>
          [column, { at: `${columnName(at)}${row.row}`, cell: row.cells[at] ?? merged.value(row.row, at) }] as const,
      ),
    )
    const says = [...where].some(([column, at]) => column.kind !== 'number' && filled(column, row.cells[at]))
    if (says) entries.push({ at: `${columnName(Math.min(...known))}${row.row}`, cells })
  }
  for (const [column, found] of stray) strayHeading(table, heading, column, found)
  if (entries.length > 0) tellMissing(table, heading, where)
  return entries
}

function isState(text: string): boolean {
  return foldWords(text) === foldWords(STATE_LABEL)
}

/** The row that names most columns; it must name two, or all there are. */
function headingRow(sheet: Sheet, columns: readonly Column[]): SheetRow | undefined {
  const named = (row: SheetRow) =>
    new Set(row.cells.flatMap((cell) => (cell ? (columnOf(columns, cell.text) ?? []) : []))).size
  let best: SheetRow | undefined
  let most = 1
  for (const row of sheet.rows.slice(0, ROWS_BEFORE_TABLE)) {
    const count = named(row)
    if (count > most) [best, most] = [row, count]
  }
  return best
}

function placesOf({ name, columns, problems }: Table, heading: SheetRow): Map<Column, number> {
  const where = new Map<Column, number>()
  for (const [at, cell] of heading.cells.entries()) {
    const column = cell && columnOf(columns, cell.text)
    if (column === undefined) continue
    const first = where.get(column)
    if (first === undefined) where.set(column, at)
    else
      problems.add(
        { sheet: name, cell: `${columnName(at)}${heading.row}` },
        `'${column.heading}'`,
        withValues(TABS_TEXTS.columnHeadingAlreadyKeep, { first: columnName(first) }),
      )
  }
  return where
}

/** Headings once more, as at the top of a printed page. */
function isRepeated(row: SheetRow, where: ReadonlyMap<Column, number>): boolean {
  const met = [...where].filter(([, at]) => row.cells[at] !== undefined)
  return (
    met.length > 1 && met.every(([column, at]) => foldWords(row.cells[at]?.text ?? '') === foldWords(column.heading))
  )
}

function tellMissing({ name, columns, problems }: Table, heading: SheetRow, where: ReadonlyMap<Column, number>): void {
  for (const column of columns) {
    if (!column.required || where.has(column)) continue
    problems.missingColumn(
      { sheet: name, cell: `A${heading.row}`, heading: column.heading },
      TABS_TEXTS.tableLacksColumnRequired,
    )
  }
}

/** Rows above the first label that are looked through. */
const ROWS_BEFORE_FORM = 50
const VALUE = foldWords(FORM_HEADINGS.value)

/** A form: the values beside its labels, in whatever rows they stand. An unknown label with a value is told. */
function formCells(form: { sheet: Sheet; name: string; columns: readonly Column[]; problems: SheetProblems }): Entry {
  const { sheet, name, columns, problems } = form
  const heading = sheet.rows
    .slice(0, ROWS_BEFORE_FORM)
    .find(({ cells }) => cells.some((cell) => cell && foldWords(cell.text) === VALUE))
  const valueAt = heading?.cells.findIndex((cell) => cell && foldWords(cell.text) === VALUE)
  const cells = new Map<Column, CellAt>()
  for (const row of sheet.rows) {
    if (row.row <= (heading?.row ?? 0)) continue
    const label = row.cells.findIndex((cell) => cell !== undefined)
    const text = row.cells[label]?.text ?? ''
    const at = valueAt ?? label + 1
    const place = `${columnName(at)}${row.row}`
    const column = columnOf(columns, text)
    const first = column && cells.get(column)
    if (column === undefined) {
      if (at > label && row.cells[at] !== undefined && !isOwnLabel(text))
        problems.add(
          { sheet: name, cell: `${columnName(label)}${row.row}` },
          shownValue(text),
          unknownHeading(text, columns),
        )
    } else if (first?.cell === undefined) cells.set(column, { at: place, cell: row.cells[at] })
    else if (row.cells[at] !== undefined)
      problems.add(
        { sheet: name, cell: place, heading: column.heading },
        shownValue(row.cells[at]?.text ?? ''),
        withValues(TABS_TEXTS.standsInAlreadyKeep, { at: first.at }),
      )
  }
  return { at: `A${(heading?.row ?? 0) + 1}`, cells }
}

function isOwnLabel(label: string): boolean {
  return isOwnHeading(label) || foldWords(label) === foldWords(STATE_LABEL)
}

const OWN = new Set(OWN_HEADINGS.map(foldWords))

/** Whether a heading is one that people add for themselves, and nothing is read from. */
export function isOwnHeading(heading: string): boolean {
  return OWN.has(foldWords(heading))
}

/** Columns of a row that hold something and are not among the known ones. */
function strayCells(row: SheetRow, known: ReadonlySet<number>): number[] {
  return row.cells.flatMap((cell, at) => (cell === undefined || known.has(at) ? [] : [at]))
}

/** Tells of a column that holds something under a heading the sheet does not have, or under none. */
function strayHeading(
  { name, columns, problems }: { name: string; columns: readonly Column[]; problems: SheetProblems },
  heading: SheetRow,
  column: number,
  found: string,
): void {
  const text = heading.cells[column]?.text ?? ''
  if (isOwnHeading(text) || columnOf(columns, text) !== undefined) return
  const place = { sheet: name, cell: `${columnName(column)}${heading.row}` }
  if (text === '') {
    problems.add(place, '', withValues(TABS_TEXTS.columnNoHeadingBut, { found: shownValue(found) }))
    return
  }
  problems.add(place, shownValue(text), unknownHeading(text, columns))
}

/** What is said of a heading that is not known. */
function unknownHeading(text: string, columns: readonly Column[]) {
  const near = nearest(
    text,
    columns.map(({ heading }) => heading),
  )
  return near === undefined
    ? TABS_TEXTS.templateNoSuchHeading
    : withValues(TABS_TEXTS.templateNoSuchHeadingDid, { near })
}
