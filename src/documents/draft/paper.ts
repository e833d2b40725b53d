import type { DocumentFacts, DocumentReading, Found } from '../../dossier/reading.ts'
import { datesIn } from '../facts/dates.ts'
import { distinct, found, type Line } from '../facts/lines.ts'

/** A document of the folder whose text was read. */
export interface Paper {
  path: string
  format: DocumentReading['format']
  lines: readonly Line[]
  facts: DocumentFacts
  /** Its words were recognised in a picture: single letters may be misread, so no value of it is certain. */
  isScan?: boolean
}

/** The text of a paper in one, with the line that each place stands on. */
interface Flow {
  text: string
  starts: readonly number[]
}

const flows = new WeakMap<Paper, Flow>()

function flowOf(paper: Paper): Flow {
  const known = flows.get(paper)
  if (known) return known
  let text = ''
  const starts: number[] = []
  for (const { text: line } of paper.lines) {
    // A number broken after its hyphen (`19/2014/QĐ-` `TTg`) goes on without a space.
    if (text !== '') text += /\p{Lu}-$/u.test(text) ? '' : ' '
    starts.push(text.length)
    text += line
  }
  const flow = { text, starts }
  flows.set(paper, flow)
  return flow
}

/** What stands in the first group of a pattern, wherever the paper has it; told once where it is the same. */
export function said(paper: Paper, pattern: RegExp): readonly Found<string>[] {
  const { text, starts } = flowOf(paper)
  const all = [...text.matchAll(new RegExp(pattern, 'gu'))].flatMap((match): Found<string>[] => {
    const line = paper.lines[starts.findLastIndex((start) => start <= match.index)]
    return line && match[1] !== undefined ? [found(match[1].trim(), line, match[0])] : []
  })
  return distinct(all)
}

/** The same as days; a text that is not one date is no reading. */
export function saidDay(paper: Paper, pattern: RegExp): readonly Found<string>[] {
  return said(paper, pattern).flatMap((one) => {
    const [day, ...more] = datesIn(one.value)
    return day && more.length === 0 ? [{ ...one, value: day.iso }] : []
  })
}

/** The same as whole numbers: `02`, `1.250`. */
export function saidCount(paper: Paper, pattern: RegExp): readonly Found<number>[] {
  return said(paper, pattern).flatMap((one) => {
    const digits = one.value.replace(/\.(?=\d{3}(?!\d))/g, '')
    return /^\d+$/.test(digits) ? [{ ...one, value: Number(digits) }] : []
  })
}

/** What stands beside a label, in the next cell of its row or behind a colon; whatever the label is written like. */
export function labelled(paper: Paper, labels: readonly string[]): readonly Found<string>[] {
  const wanted = new Set(labels)
  const all = paper.lines.flatMap((line): Found<string>[] => {
    const [label = '', ...cells] = line.cells.length > 1 ? line.cells : line.text.split(/(?<=:)/)
    const value = cells.join(' ').trim()
    const isLabel = wanted.has(label.replace(/:$/, '').trim().toLowerCase())
    return isLabel && cells.length === 1 && value !== '' ? [found(value, line, line.text)] : []
  })
  return distinct(all)
}

const CODE = ['mã hiệu', 'mã số', 'ký hiệu']
/** Kinds that go before the title of a document of the system, and are part of what it is called. */
const KINDS = ['QUY TRÌNH', 'QUY ĐỊNH', 'HƯỚNG DẪN']
/** Lines in which a cover stands. */
const COVER_LINES = 20

/** The cover of a document of the system. */
export interface Cover {
  /** As a sentence: `Quy trình bổ nhiệm công chứng viên`; names inside it have lost their capitals. */
  title: string
  from: Found<string>
  code: readonly Found<string>[]
}

/** The cover of a paper that is a document of the system: a code in a row of its own, and above it the title in capitals. */
export function coverOf(paper: Paper): Cover | undefined {
  const code = labelled(paper, CODE)
  const row = paper.lines.slice(0, COVER_LINES).findIndex(({ cells: [first = ''] }) => isCode(first))
  if (code.length === 0 || row < 0) return undefined
  const above = paper.lines.slice(0, row)
  const start = above.findLastIndex(({ text, cells }) => cells.length > 1 || text !== text.toUpperCase()) + 1
  const titles = above.slice(start).filter(({ text }) => /\p{L}/u.test(text))
  const own = titles.slice(titles.findLastIndex(({ text }) => KINDS.includes(text)))
  const [first] = own
  if (first === undefined) return undefined
  const words = own.map(({ text }) => text).join(' ')
  const title = words.charAt(0) + words.slice(1).toLowerCase()
  return { title, from: found(title, first, words), code }
}

function isCode(cell: string): boolean {
  return CODE.includes(cell.split(':', 1)[0]?.trim().toLowerCase() ?? '')
}
