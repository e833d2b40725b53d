import type { Found } from '../../dossier/reading.ts'
import { UNIT } from './agency-words.ts'
import { found, type Statement, statementsOf } from './lines.ts'
import type { Outline } from './outline.ts'
import { wording } from './wording.ts'

/** Documents that declare, or tell that one was made; in plans and reports a sentence may begin alike. A letter has no kind. */
const DECLARING = ['QUYẾT ĐỊNH', 'CÔNG BỐ', 'BẢN CÔNG BỐ', 'THÔNG BÁO', 'GIẤY XÁC NHẬN', 'XÁC NHẬN']
/** What a declaration begins with, after its number: `Điều 1. Công bố`, `Nay công bố`, `Sở Tư pháp công bố`. */
const NUMBERED = wording('^«Điều» ?1 ?[.:] ?')
const DECLARES = wording('^(?:«Nay» )?«Công bố» ?(?:«lại» )?(?!«Quyết định|Kế hoạch|danh mục|công khai»)')
const AGENCY_DECLARES = wording(
  '^(?:\\d{1,2}[.)] )?(.{3,90}?) (?:«đã ban hành» «Quyết định» «số» [^ ]{1,30} «ngày» [\\d/.-]{6,10} )?(?:«nay» )?«công bố» (?:«lại» )?(?=«Hệ thống|HTQLCL|việc|phù hợp»)',
)
/** A line that ends so leaves the declaration to the next: `CÔNG BỐ:`, `Giám đốc … xác nhận:`. */
const HANDS_ON = wording('«công bố|xác nhận» ?:?$')
const SYSTEM = wording('^«Hệ thống quản lý chất lượng|HTQLCL»')
/** Editions, and the words before one that tell whether it is declared. */
const TOLD = wording(
  '(?<to>«sang» )|(?<fits>«phù hợp|đáp ứng» )|(?<by>«theo» )|(?<instead>«thay thế|thay cho|thay» )|(?<left>«từ» |«số» ?\\d+[^ ]*/[^ ]+)|(?<edition>(?:«TCVN» ?)?(?:\\(?«ISO» ?)?9001 ?[:-] ?20\\d\\d(?!\\d))',
  'gu',
)

/**
 * The edition of the standard in the sentence that declares: `Điều 1. Công bố Hệ thống quản lý chất lượng … phù hợp TCVN
 * ISO 9001:2015`. Legal bases, the subject, cited titles and an edition left behind (`từ`, `thay thế`) are none.
 */
export function edition({ all, head, title }: Outline): readonly Found<string>[] {
  if (title && !DECLARING.includes(title.kind)) return []
  const statements = statementsOf(all.slice(title ? title.index + 1 : head.length))
  const readings = statements.flatMap((statement, index) => {
    const before = statements[index - 1]?.text ?? ''
    return declares(statement.text, before) ? editionsIn(statement) : []
  })
  const known = new Map<string, Found<string>>()
  for (const reading of readings) if (!known.has(yearOf(reading.value))) known.set(yearOf(reading.value), reading)
  return [...known.values()]
}

/** `ISO 9001:2015` beside `TCVN ISO 9001:2015` is the same edition in other words. */
function yearOf(written: string): string {
  return written.slice(-4)
}

function declares(text: string, before: string): boolean {
  const words = text.replace(NUMBERED, '')
  if (DECLARES.test(words)) return true
  const agency = AGENCY_DECLARES.exec(words)?.[1]
  if (agency !== undefined && UNIT.test(agency) && !/[.,;:]/u.test(agency)) return true
  return HANDS_ON.test(before) && SYSTEM.test(words)
}

/**
 * `phù hợp` stands before it, or `theo` where nothing cited or left behind (`từ`) stands before that. What the declaration
 * takes the place of (`thay thế`) is none; `sang` tells what comes instead.
 */
function editionsIn({ text, line }: Statement): Found<string>[] {
  const editions: Found<string>[] = []
  let [declared, replaced, cited] = [false, false, false]
  for (const { groups = {}, index } of text.matchAll(TOLD)) {
    const { to, fits, by, instead, left, edition: words } = groups
    if (to || instead) replaced = instead !== undefined
    if (left) cited = true
    if (to || fits || (by && !cited)) declared = true
    else if (left || instead) declared = false
    // Of a scan, a word before it that nobody could read may have been `TCVN ISO`.
    const isCut = text.slice(0, index).trimEnd().endsWith('\ufffd')
    if (words && declared && !replaced && !isCut)
      editions.push(found(inForm(words), line, text.slice(Math.max(0, index - 120), index + words.length)))
  }
  return editions
}

function inForm(written: string): string {
  return written.replace(/ ?([:-]) ?/u, '$1')
}
