import type { DocumentType } from '../../dossier/quality-system.ts'
import type { Found, Signer } from '../../dossier/reading.ts'
import { datesIn } from '../facts/dates.ts'
import { distinct, found, type Line } from '../facts/lines.ts'
import { type Paper, said, saidCount, saidDay } from './paper.ts'
import { type Given, given, givenList, type Piece, type Sheaf, together } from './pieces.ts'

/** The agency's name as its own papers write it out, and the head who signed: likely, for a heading has capitals only. */
export function putAgency(sheaf: Sheaf, papers: readonly Paper[]): void {
  const issuers = new Set(papers.flatMap(({ facts }) => facts.issuer.map(({ value }) => value.toLowerCase())))
  if (issuers.size !== 1) return
  const [issuer = ''] = issuers
  const names = papers.flatMap((paper) => nameIn(paper, issuer).map((one) => ({ ...one, file: paper.path })))
  const [first] = names
  const same = new Set(names.map(({ value }) => value)).size === 1
  if (first && same) {
    const { value, file, ...from } = first
    const piece = { at: '/name', value, from, certainty: 'likely' as const }
    sheaf.put('/agency', file, { pieces: [piece], doubts: [] })
  }
  putHead(sheaf, papers)
}

function nameIn({ lines }: Paper, issuer: string): readonly Found<string>[] {
  const words = issuer.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const pattern = new RegExp(`${words} (?:tỉnh|thành phố) \\p{Lu}\\p{L}*(?: \\p{Lu}\\p{L}*)*`, 'iu')
  const all = lines.flatMap((line) => {
    const name = pattern.exec(line.text)?.[0]
    const written =
      name && name !== name.toUpperCase() ? /^.+? (?:tỉnh|thành phố)(?: \p{Lu}\p{L}*)+/u.exec(name)?.[0] : undefined
    return written ? [found(written, line, line.text)] : []
  })
  return distinct(all)
}

/** The one who signed as director or chair on every paper that says so. */
function putHead(sheaf: Sheaf, papers: readonly Paper[]): void {
  const signed = papers.flatMap(({ path, facts }) =>
    facts.signer
      .filter(({ value }) => /^(?:GIÁM ĐỐC|CHỦ TỊCH)$/.test(value.title) && value.capacity !== 'KT.')
      .map((one) => ({ ...one, path })),
  )
  const people = [...new Map(signed.map((one) => [one.value.name, one])).values()]
  for (const [index, { value, path, ...from }] of people.entries()) {
    const piece = (at: string, said: string) => ({ at, value: said, from, certainty: 'likely' as const })
    sheaf.put(`/agency/heads/${index}`, path, {
      pieces: [piece('/name', value.name), piece('/title', sentenceCase(value.title))],
      doubts: [],
    })
  }
}

/** Name of the signer, where one signed. */
function signerName(paper: Paper): readonly Found<string>[] {
  return paper.facts.signer.map((one) => ({ ...one, value: one.value.name }))
}

/** `GIÁM ĐỐC` as a manifest has it: `Giám đốc`. */
function sentenceCase(title: string): string {
  return title.charAt(0).toUpperCase() + title.slice(1).toLowerCase()
}

/** The decision by which the head declares. */
export function declarationOf(paper: Paper): Given {
  const { number, date, signer, edition, codes, subject } = paper.facts
  const part = <K extends keyof Signer>(key: K) =>
    signer.flatMap((one) => (one.value[key] === undefined ? [] : [{ ...one, value: one.value[key] as string }]))
  const again = subject.filter(({ value }) => /công bố lại/i.test(value))
  return together(
    given('/number', number),
    given('/signedOn', date),
    given('/signedBy/name', part('name')),
    given('/signedBy/title', part('title'), { as: sentenceCase, certainty: 'likely' }),
    given('/signedBy/capacity', part('capacity')),
    given('/standard', edition),
    given('/kind', again, { as: () => 'again' }),
    givenList('/procedures', codes),
  )
}

/** The letter about a declaration, and which it is about. */
export function noticeOf({ facts }: Paper): Given {
  return together(given('/number', facts.number), given('/sentOn', facts.date), given('/to', facts.addressee))
}

/** A decision or a plan that stands among the documents of the system. */
export function documentOf(paper: Paper, type: DocumentType): Given {
  const { kind, subject, date } = paper.facts
  const title = subject.map((one) => ({ ...one, value: titleOf(kind[0]?.value ?? '', one.value) }))
  const own = said(paper, /có hiệu lực (?:thi hành )?(?:kể )?từ (ngày ký|ngày \d{1,2} tháng \d{1,2} năm \d{4})/)
  const from = own.every(({ value }) => value === 'ngày ký') ? (own.length > 0 ? date : []) : saidDay(paper, EFFECTIVE)
  return together(
    given('/title', kind.length === 1 ? title : []),
    given('/approvedOn', date),
    given('/approvedBy', signerName(paper)),
    ...(type === 'steering-committee' ? [given('/effectiveOn', from)] : []),
  )
}

const EFFECTIVE = /có hiệu lực (?:thi hành )?(?:kể )?từ (ngày \d{1,2} tháng \d{1,2} năm \d{4})/

function titleOf(kind: string, subject: string): string {
  const words = subject.replace(/^(?:Về việc|V\/v) /u, '')
  return `${sentenceCase(kind)} ${words.charAt(0).toLowerCase()}${words.slice(1)}`
}

/** Minutes of a review of the system by the leaders. */
export function reviewOf(paper: Paper): Given {
  const { heldOn, chair, inputs, outputs } = paper.facts.review
  const [name] = chair
  const title =
    name === undefined ? [] : said(paper, new RegExp(`${escaped(name.value)}, ?(\\p{Lu}[\\p{L} ]{2,60}?)[.,;]`))
  return together(
    given('/heldOn', heldOn),
    given('/chair/name', chair),
    given('/chair/title', title, { certainty: 'likely' }),
    givenList('/inputs', byLetter(inputs)),
    givenList('/outputs', byLetter(outputs)),
  )
}

function byLetter(readings: readonly Found<string>[]): readonly Found<string>[] {
  return readings.toSorted((a, b) => (a.value < b.value ? -1 : 1))
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** A paper that proves one thing was done on a day, and how many took part. */
export function proofOf(
  paper: Paper,
  what: 'dissemination' | 'training' | 'satisfaction' | 'improvement' | 'complaints',
) {
  switch (what) {
    case 'dissemination':
      return together(
        given('/on', saidDay(paper, /(Ngày \d{1,2}[/.-]\d{1,2}[/.-]\d{4}), [^.]{0,120}phổ biến/)),
        given('/reached', saidCount(paper, /phổ biến đến (\d[\d.]*) (?:cán bộ|công chức|người)/)),
      )
    case 'training':
      return together(
        given('/on', saidDay(paper, /Thời gian ?: ?(ngày [^.;]{8,30}?)[.;]/)),
        given('/people', saidCount(paper, /Số người tham dự ?: ?(\d[\d.]*)/)),
        given('/topic', said(paper, /Nội dung ?: ?(\p{Lu}[^.;]{5,150}?)[.;]/u)),
      )
    case 'satisfaction':
      return together(
        given('/on', saidDay(paper, /Thời điểm tổng hợp ?: ?(ngày [^.;]{8,30}?)[.;]/)),
        given('/responses', saidCount(paper, /Số phiếu thu về ?: ?(\d[\d.]*)/)),
        given('/satisfied', saidCount(paper, /Số phiếu hài lòng ?: ?(\d[\d.]*)/)),
      )
    case 'improvement':
      return together(
        given('/on', saidDay(paper, /Thời gian áp dụng ?: ?(từ ngày [^.;]{8,30}?)[.;]/)),
        given('/what', said(paper, /Nội dung cải tiến ?: ?(\p{Lu}[^.;]{5,200}?)[.;]/u)),
      )
    case 'complaints':
      return together(
        given('/received', saidCount(paper, /Đã tiếp nhận ?: ?(\d[\d.]*?)(?=[.;\s]|$)/)),
        given('/resolved', saidCount(paper, /Đã giải quyết ?: ?(\d[\d.]*?)(?=[.;\s]|$)/)),
        given('/pendingInTime', saidCount(paper, /còn trong hạn ?: ?(\d[\d.]*?)(?=[.;\s]|$)/)),
      )
  }
}

/** What the system covers. */
export function scopeOf(paper: Paper): Given {
  return given('/statement', said(paper, /Phạm vi áp dụng ?: ?(\p{Lu}[^.;]{10,250}?)\./u))
}

/** The report on how the system is applied. */
export function statusReportOf({ facts }: Paper): Given {
  return together(given('/number', facts.number), given('/signedOn', facts.date))
}

/** That the head confirmed the system to be effective. */
export function effectivenessOf(paper: Paper): Given {
  return together(given('/confirmedOn', paper.facts.date), given('/by', signerName(paper)))
}

/** Days of an audit as its plan or report tells them, where it tells one period. */
export function periodOf({ facts, lines }: Paper): { from: readonly Found<string>[]; to: readonly Found<string>[] } {
  if (facts.audit.from.length > 0) return { from: facts.audit.from, to: facts.audit.to }
  const told = lines.flatMap((line) => {
    const [first, second, ...more] = datesIn(line.text)
    const isPeriod =
      first && second && more.length === 0 && /thời gian(?:(?!thời gian).)*từ ngày(?:(?!từ ngày).)*đến/i.test(line.text)
    return isPeriod ? [{ from: found(first.iso, line, line.text), to: found(second.iso, line, line.text) }] : []
  })
  return { from: told.map(({ from }) => from), to: told.map(({ to }) => to) }
}

/** The report of an internal audit: its days, who audited and what, from tables whose every row is whole. */
export function auditOf(paper: Paper): Given {
  const { from, to } = periodOf(paper)
  const team = tableOf(paper, ['Họ và tên', 'Đơn vị', 'Nhiệm vụ'])
  const audited = tableOf(paper, ['Đơn vị được đánh giá', 'Chuyên gia đánh giá'])
  const pieces = [
    ...column(team, 1, (row) => `/team/${row}/name`),
    ...column(team, 2, (row) => `/team/${row}/unit`),
    ...column(audited, 1, (row) => `/units/${row}`),
    ...column(audited, 1, (row) => `/unitAuditors/${row}/unit`),
    ...column(audited, 2, (row) => `/unitAuditors/${row}/auditor`),
  ]
  return together(given('/from', from), given('/to', to), { pieces, doubts: [] })
}

/**
 * Rows of the one table with these headings after that of its numbers, numbered from 1 and each with a cell for every heading. A row that goes on in
 * the next line, or whose cells could not be told apart, leaves the whole table unread: half a list would be a wrong one.
 */
function tableOf({ lines }: Paper, headings: readonly string[]): readonly Line[] {
  const heads = lines.flatMap(({ cells }, index) =>
    cells.slice(1).join('|') === headings.join('|') && /^S?TT$/.test(cells[0] ?? '') ? [index] : [],
  )
  const [head, ...more] = heads
  if (head === undefined || more.length > 0) return []
  const below = lines.slice(head + 1)
  const end = below.findIndex(({ cells, text }, at) => cells[0] !== String(at + 1) || !/^\d+ /.test(text))
  const rows = below.slice(0, end < 0 ? below.length : end)
  const after = below[rows.length]?.text ?? ''
  const whole = rows.every(({ cells }) => cells.length === headings.length + 1)
  return whole && (after === '' || /^(?:\d+\.|[IVX]+\.|Chuyên gia|Nơi nhận) ?/.test(after)) ? rows : []
}

function column(rows: readonly Line[], at: number, pointer: (row: number) => string): Piece[] {
  return rows.map((row, index) => {
    const { value, ...from } = found(row.cells[at] ?? '', row, row.text)
    return { at: pointer(index), value, from, certainty: 'certain' }
  })
}
