import type { Found } from '../../dossier/reading.ts'
import { datesIn } from '../facts/written-dates.ts'
import { coverOf } from './cover.ts'
import { labelled, type Paper, said } from './paper.ts'
import { type Given, given, givenList, together } from './piece.ts'
import { legalBasis, sections } from './process-parts.ts'

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
