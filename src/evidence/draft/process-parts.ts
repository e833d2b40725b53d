import type { Found } from '../../dossier/reading.ts'
import { distinct, found } from '../facts/found.ts'
import type { Line } from '../facts/line.ts'
import type { Paper } from './paper.ts'

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
export function sections({ lines }: Paper): readonly Found<string>[] {
  const all = lines.flatMap((line) => {
    const part = partOf(line)
    return part === undefined ? [] : [found(part, line, line.text)]
  })
  return distinct(all)
}

/** Number of each act that the part on legal bases lists, the first of each item: acts named inside a title are not bases. */
export function legalBasis({ lines }: Paper): readonly Found<string>[] {
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
