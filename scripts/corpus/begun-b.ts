import type { Draw } from './draw.ts'
import { dayOfHeading, type Facts, type Made } from './layout.ts'
import { aPerson, type Office } from './offices-b.ts'
import { aTaste, Page, type Signing } from './page-b.ts'

/** A page with its heading, and what stands there. */
export interface Begun {
  page: Page
  facts: Facts
  stamps: readonly string[]
  day: string
}

export interface Beginning {
  /** Behind the slash: `QĐ-STP`; absent: no number. */
  sign?: string
  about?: string
  /** Absent in a heading that tells no day. */
  dated?: boolean
  /** Number and day are left blank for the pen now and then. */
  byHand?: boolean
  day?: string
  /** Another heading than that of the office. */
  superior?: string
  lines?: readonly string[]
}

export const STANDARD = 'TCVN ISO 9001:2015'
export const QMS = 'Hệ thống quản lý chất lượng'
export const DECISION_19 =
  'Căn cứ Quyết định số 19/2014/QĐ-TTg ngày 05 tháng 3 năm 2014 của Thủ tướng Chính phủ về việc áp dụng Hệ thống quản lý chất lượng theo tiêu chuẩn quốc gia TCVN ISO 9001:2008 vào hoạt động của các cơ quan, tổ chức thuộc hệ thống hành chính nhà nước;'
export const CIRCULAR_26 =
  'Căn cứ Thông tư số 26/2014/TT-BKHCN ngày 10/10/2014 của Bộ trưởng Bộ Khoa học và Công nghệ quy định chi tiết thi hành Quyết định số 19/2014/QĐ-TTg ngày 05/3/2014 của Thủ tướng Chính phủ;'

/** Keeps its place in a text that is set. */
const BLANK = '\u00a0'

/** Begins a paper of an office. */
export function begin(draw: Draw, office: Office, told: Beginning): Begun {
  const day = told.day ?? draw.day(office.year)
  const blank = told.byHand === true && draw.chance(0.4)
  const number = told.sign && `${draw.between(1, 480)}/${told.sign}`
  const written = number && (blank ? `Số: ${BLANK.repeat(8)}/${told.sign}` : `Số: ${two(number)}`)
  const date = blank ? handDay(day) : longDayOf(draw, day)
  const page = new Page(aTaste(draw))
  const lines = told.lines ?? office.lines
  page.heading({
    superior: told.lines ? told.superior : office.superior,
    lines,
    ...(written && { number: written }),
    ...(told.about && { about: told.about }),
    ...(told.dated !== false && { placed: `${office.place}, ${date}` }),
  })
  const known = !blank
  return {
    page,
    day,
    facts: {
      issuer: [lines.join(' ')],
      ...(number && known && { number: [two(number)] }),
      ...(told.dated !== false && known && { date: [day] }),
    },
    stamps: known ? [...(written ? [written] : []), ...(told.dated === false ? [] : [date])] : [],
  }
}

/** Ends it: facts of its own beside those of the heading, and who signed last. */
export function made(begun: Begun, facts: Facts, sealedAt?: string): Made {
  return {
    source: { kind: 'html', xml: begun.page.html() },
    facts: { ...begun.facts, ...facts },
    stamps: begun.stamps,
    ...(sealedAt && { sealedAt }),
  }
}

export interface Signed extends Signing {
  fact: { name: string; title: string; capacity?: 'KT.' | 'TM.' | 'TL.' | 'TUQ.' }
}

/** The head, or a deputy for the head; of a committee on its behalf unless the chair decides alone. */
export function signing(draw: Draw, office: Office, alone = false): Signed {
  const name = aPerson(draw)
  const deputy = draw.chance(0.4)
  const behalf = office.collective && !alone ? [`TM. ${office.collective}`] : []
  const dot = draw.chance(0.15) ? 'KT.' : 'KT. '
  const lines = deputy ? [...behalf, `${dot}${office.head}`, office.deputy] : [...behalf, office.head]
  const capacity = deputy ? ({ capacity: 'KT.' } as const) : behalf.length > 0 ? ({ capacity: 'TM.' } as const) : {}
  return { lines, name, fact: { name, title: deputy ? office.deputy : office.head, ...capacity } }
}

/** Someone who signs by order of the head. */
export function byOrder(draw: Draw, office: Office, title: string): Signed {
  const name = aPerson(draw)
  return { lines: [`TL. ${office.head}`, title], name, fact: { name, title, capacity: 'TL.' } }
}

/** Someone who signs with a title alone. */
export function titled(title: string, name: string): Signed {
  return { lines: [title], name, fact: { name, title } }
}

/** Days as offices write them in a heading, not always by the form. */
function longDayOf(draw: Draw, iso: string): string {
  const [year, month = '', day = ''] = iso.split('-')
  const how = draw.between(1, 10)
  if (how === 1) return `ngày ${Number(day)} tháng ${Number(month)} năm ${year}`
  if (how === 2) return `ngày ${day} tháng ${month} năm ${year}`
  return dayOfHeading(iso)
}

function handDay(iso: string): string {
  const [year, month = ''] = iso.split('-')
  return `ngày ${BLANK.repeat(6)} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`
}

/** A number under ten has a zero before it. */
function two(number: string): string {
  return /^\d\//.test(number) ? `0${number}` : number
}
