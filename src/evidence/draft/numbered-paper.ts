import type { DocumentType } from '../../dossier/documents.ts'
import type { Found, Signer } from '../../dossier/reading.ts'
import { type Paper, said, saidCount, saidDay } from './paper.ts'
import { type Given, given, givenList, together } from './piece.ts'

/** Name of the signer, where one signed. */
export function signerName(paper: Paper): readonly Found<string>[] {
  return paper.facts.signer.map((one) => ({ ...one, value: one.value.name }))
}

/** `GIÁM ĐỐC` as a manifest has it: `Giám đốc`. */
export function sentenceCase(title: string): string {
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
