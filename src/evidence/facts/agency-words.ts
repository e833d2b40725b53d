import { wording } from './wording.ts'

/** First words of agencies' names, in capitals as headings write them. */
export const AGENCY_OPENERS = [
  'ỦY BAN NHÂN DÂN',
  'UBND',
  'HỘI ĐỒNG NHÂN DÂN',
  'HĐND',
  'SỞ',
  'CHI CỤC',
  'TỔNG CỤC',
  'CỤC',
  'BỘ',
  'BAN',
  'VĂN PHÒNG',
  'TRUNG TÂM',
  'PHÒNG',
  'THANH TRA',
  'TRƯỜNG',
  'BỆNH VIỆN',
  'VIỆN',
  'BẢO HIỂM XÃ HỘI',
  'BẢO TÀNG',
  'THƯ VIỆN',
  'HỘI ĐỒNG',
  'CHÍNH PHỦ',
  'THỦ TƯỚNG CHÍNH PHỦ',
  'TỔ',
  'ĐOÀN',
  'QUỸ',
  'CÔNG AN',
  'KHO BẠC NHÀ NƯỚC',
] as const

/** A cell in capitals that begins with the name of an agency. */
export const AGENCY = wording(`^‹${AGENCY_OPENERS.join('|')}›(?!\\p{L})`)
/** A sentence or list item that begins with the name of an agency or of a unit of one, in any letters. */
export const UNIT = wording(`^«${AGENCY_OPENERS.join('|')}|Bộ phận|Lãnh đạo|Đội|Trạm|Hạt|Ban lãnh đạo»(?!\\p{L})`)
/**
 * A comma, or `và`, separates agencies only where another name begins: names hold commas themselves, and `và` too (`Văn
 * phòng Hội đồng nhân dân và Ủy ban nhân dân`).
 */
export const BETWEEN =
  /;(?: và)? |,(?: và)? (?=(?:Ban|Tổ|Đội|Ủy ban|Uỷ ban|UBND|Bộ) )|(?:,(?: và)?| và) (?=(?:Phòng|Văn phòng|Trung tâm|Thanh tra|Chi cục|Bộ phận|Sở)(?!\p{L}))/u
