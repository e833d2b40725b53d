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
  'TỈNH ỦY',
  'THÀNH ỦY',
  'HUYỆN ỦY',
  'ĐẢNG ỦY',
  'THƯỜNG TRỰC',
  'CÔNG TY',
  'TỔNG CÔNG TY',
] as const

/** Words that begin as the name of an agency does and name none. */
const NO_AGENCY =
  '(?!‹BAN HÀNH|BAN ĐẦU|BỘ CÂU HỎI|BỘ TIÊU CHÍ|BỘ TÀI LIỆU|BỘ HỒ SƠ|BỘ QUY TRÌNH|BỘ QUY TẮC|BỘ THỦ TỤC|BỘ CHỈ SỐ|BỘ LUẬT|TỔ CHỨC THỰC HIỆN|TRƯỜNG HỢP|SỞ HỮU|PHÒNG CHỐNG|PHÒNG, CHỐNG|PHÒNG NGỪA|CỤC BỘ|VIỆN DẪN|QUỸ ĐẤT›(?!\\p{L}))'

/** A cell in capitals that begins with the name of an agency. */
export const AGENCY = wording(`^${NO_AGENCY}‹${AGENCY_OPENERS.join('|')}›(?!\\p{L})`)
/** A sentence or list item that begins with the name of an agency or of a unit of one, in any letters. */
export const UNIT = wording(`^«${AGENCY_OPENERS.join('|')}|Bộ phận|Lãnh đạo|Đội|Trạm|Hạt|Ban lãnh đạo»(?!\\p{L})`)
/**
 * A comma, or `và`, separates agencies only where another name begins: names hold commas themselves, and `và` too (`Văn
 * phòng Hội đồng nhân dân và Ủy ban nhân dân`).
 */
export const BETWEEN =
  /;(?: và)? |,(?: và)? (?=(?:Ban|Tổ|Đội|Ủy ban|Uỷ ban|UBND|Bộ) )|(?:,(?: và)?| và) (?=(?:Phòng|Văn phòng|Trung tâm|Thanh tra|Chi cục|Bộ phận|Sở)(?!\p{L}))/u
