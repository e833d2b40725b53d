import type { Found } from '../../dossier/reading.ts'
import { UNIT } from './agency-words.ts'
import { found } from './found.ts'
import type { Outline } from './outline.ts'
import { type Statement, statementsOf } from './statements.ts'
import { wording } from './wording.ts'

const EDITION = /(?:TCVN ?)?(?:\(?ISO ?)?9001 ?[:-] ?20\d\d(?!\d)/giu
/** What a declaration begins with, after its number: `Điều 1. Công bố`, `Nay công bố`, `Sở Tư pháp công bố`. */
const NUMBERED = /^(?:Điều 1 ?[.:] ?|1[.)] ?|I[.)] ?|[-–+] ?)/iu
const DECLARES = wording('^(?:«Nay» )?«Công bố» ?(?:«lại» )?(?!«Quyết định|Kế hoạch|danh mục|công khai»)')
const AGENCY_DECLARES = wording('^(.{3,90}?) (?:«nay» )?«công bố» (?:«lại» )?(?=«Hệ thống|HTQLCL|việc|phù hợp»)')
/** A line that ends so leaves the declaration to the next: `CÔNG BỐ:`. */
const HANDS_ON = wording('«công bố» ?:?$')
const SYSTEM = wording('^«Hệ thống quản lý chất lượng|HTQLCL»')
const CUES = wording('«phù hợp|theo|đáp ứng|từ|thay thế|thay cho|thay» |«số» ?\\d+[^ ]*/[^ ]+', 'gu')
const CITED = wording('^«số» ?\\d')
const FITS = wording('^«phù hợp|theo|đáp ứng»')

/**
 * The edition of the standard in the sentence that declares: `Điều 1. Công bố Hệ thống quản lý chất lượng … phù hợp TCVN
 * ISO 9001:2015`. Legal bases, the subject, cited titles and an edition left behind (`từ`, `thay thế`) are none.
 */
export function edition({ all, head, title }: Outline): readonly Found<string>[] {
  const statements = statementsOf(all.slice(title ? title.index + 1 : head.length))
  const readings = statements.flatMap((statement, index) => {
    const before = statements[index - 1]?.text ?? ''
    return declares(statement.text, before) ? editionsIn(statement) : []
  })
  return readings.filter(({ value }, at) => readings.findIndex((one) => yearOf(one.value) === yearOf(value)) === at)
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

function editionsIn({ text, line }: Statement): Found<string>[] {
  return [...text.matchAll(EDITION)].flatMap(({ 0: words, index }) => {
    const cues = [...text.slice(0, index).matchAll(CUES)].map(([cue]) => cue)
    const cue = cues.at(-1)
    const cited =
      cues.findLastIndex((one) => CITED.test(one)) > cues.findLastIndex((one) => wording('^«phù hợp»').test(one))
    if (!cue || !FITS.test(cue) || cited) return []
    return [found(words.replace(/ ?([:-]) ?/u, '$1'), line, text.slice(Math.max(0, index - 120), index + words.length))]
  })
}
