import type { Found } from '../../dossier/reading.ts'
import { datesIn } from '../facts/dates.ts'
import { distinct, found, type Line } from '../facts/lines.ts'
import { coverOf, labelled, type Paper, said } from './paper.ts'
import { type Given, given, givenList, together } from './pieces.ts'

/** Titles as the list of documents writes them, by code: a cover in capitals has lost those of names. */
export type Titles = ReadonlyMap<string, string>

/** What the cover of a document of the system gives: code, title, edition, days and who approved it. */
export function controlled(paper: Paper, titles: Titles): Given {
  const cover = coverOf(paper)
  if (cover === undefined) return together()
  const [code] = cover.code
  const listed = code && titles.get(code.value)
  const sameWords = listed !== undefined && listed.toLowerCase() === cover.title.toLowerCase()
  const title = [{ ...cover.from, value: sameWords ? listed : cover.title }]
  return together(
    given('/code', cover.code),
    given('/title', title, { certainty: sameWords ? 'certain' : 'likely' }),
    given('/edition', labelled(paper, ['lần ban hành'])),
    given('/approvedOn', days(labelled(paper, ['ngày phê duyệt', 'ngày ban hành']))),
    given('/approvedBy', labelled(paper, ['người phê duyệt'])),
    given('/effectiveOn', days(labelled(paper, ['ngày hiệu lực', 'ngày có hiệu lực', 'ngày áp dụng']))),
  )
}

/** What a process gives beyond its cover: procedures, time limit, field, parts, legal bases and its first edition. */
export function processOf(paper: Paper, titles: Titles): Given {
  const limits = said(paper, /[Tt]hời hạn giải quyết ?: ?(\d+(?:,\d+)?) ngày làm việc/)
  return together(
    controlled(paper, titles),
    givenList('/procedures', paper.facts.codes),
    given('/limitDays', limits, { as: (days) => Number(days.replace(',', '.')) }),
    given('/field', said(paper, /thuộc lĩnh vực (\p{Lu}[^.:;]{2,60}?)(?: sau đây|[.:;])/u), { certainty: 'likely' }),
    given('/since', firstEdition(paper)),
    givenList('/sections', sections(paper), 'likely'),
    givenList('/legalBasis', legalBasis(paper)),
  )
}

/** The day in the row of the table of editions that says it is the first. */
function firstEdition({ lines }: Paper): readonly Found<string>[] {
  return lines.flatMap(({ cells, text, page, cell }): Found<string>[] => {
    const [edition = '', day = '', ...rest] = cells
    const [date] = datesIn(day)
    if (!/^0?1$/.test(edition) || !date || !/lần đầu/i.test(rest.join(' '))) return []
    return [{ value: date.iso, quote: text, ...(page && { page }), ...(cell && { cell }) }]
  })
}

function days(readings: readonly Found<string>[]): readonly Found<string>[] {
  return readings.flatMap((one) => {
    const [date, ...more] = datesIn(one.value)
    return date && more.length === 0 ? [{ ...one, value: date.iso }] : []
  })
}

/** Headings of the eight parts of a process, by the words the manifest has for them. */
const PARTS: readonly (readonly [string, RegExp])[] = [
  ['purpose', /^mục đích$/],
  ['scope', /^phạm vi(?: áp dụng)?$/],
  ['legal-basis', /^(?:căn cứ pháp lý|cơ sở pháp lý|tài liệu viện dẫn)$/],
  ['dossier', /^thành phần hồ sơ$/],
  ['time-limit', /^thời (?:hạn|gian) (?:giải quyết|xử lý)$/],
  ['steps', /^(?:các bước thực hiện|nội dung quy trình|trình tự thực hiện|quy trình xử lý công việc)$/],
  ['forms', /^(?:biểu mẫu|phụ lục, biểu mẫu)$/],
  ['records', /^(?:hồ sơ lưu|hồ sơ cần lưu|lưu hồ sơ)$/],
]
const HEADING = /^\d{1,2}(?:\.\d{1,2})?\.? (.+?)[:.]?$/u
const ACT = /(?<![\p{L}\d])(\d{1,4}\/\d{4}\/(?:NĐ-CP|QĐ-TTg|QH\d+|(?:TTLT|TT|QĐ|NQ)-\p{Lu}[\p{Lu}\d-]*))/u

/** The parts that a process has headings for. */
function sections({ lines }: Paper): readonly Found<string>[] {
  const all = lines.flatMap((line) => {
    const part = partOf(line)
    return part === undefined ? [] : [found(part, line, line.text)]
  })
  return distinct(all)
}

/** Number of each act that the part on legal bases lists, the first of each item: acts named inside a title are not bases. */
function legalBasis({ lines }: Paper): readonly Found<string>[] {
  const from = lines.findIndex((line) => partOf(line) === 'legal-basis')
  if (from < 0) return []
  const after = lines.slice(from + 1)
  const end = after.findIndex(({ text }) => HEADING.test(text) && text === text.toUpperCase())
  const items = after.slice(0, end < 0 ? after.length : end).filter(({ text }) => /^[-–+•*]/.test(text))
  const all = items.flatMap((line) => {
    const act = ACT.exec(line.text)?.[1]
    return act === undefined ? [] : [found(act, line, line.text)]
  })
  return distinct(all)
}

function partOf({ text }: Line): string | undefined {
  const title = HEADING.exec(text)?.[1]?.toLowerCase()
  return title === undefined ? undefined : PARTS.find(([, words]) => words.test(title))?.[0]
}

/** Titles by code, from lists of documents: a row holds a code and, beside it, the title. */
export function titlesListed(lists: readonly Paper[]): Titles {
  const titles = new Map<string, string>()
  for (const { lines } of lists) {
    const heading = lines.find(({ cells }) => cells.includes('Mã hiệu') && cells.some((cell) => /^Tên/.test(cell)))
    const [code = -1, title = -1] = heading
      ? [heading.cells.indexOf('Mã hiệu'), heading.cells.findIndex((cell) => /^Tên/.test(cell))]
      : []
    for (const { cells } of lines)
      if (cells.length === heading?.cells.length && cells !== heading.cells)
        titles.set(cells[code] ?? '', cells[title] ?? '')
  }
  return titles
}
