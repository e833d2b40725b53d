import type { Found } from '../../dossier/reading.ts'
import { found } from '../facts/found.ts'
import { labelled, type Paper } from './paper.ts'

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
