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

/** Titles under which documents are signed, in capitals; a longer one stands before its own beginning. */
export const TITLES = [
  'PHÓ TỔNG GIÁM ĐỐC',
  'TỔNG GIÁM ĐỐC',
  'PHÓ BÍ THƯ',
  'BÍ THƯ',
  'PHÓ TỔNG THANH TRA',
  'TỔNG THANH TRA',
  'PHÓ THỐNG ĐỐC',
  'THỐNG ĐỐC',
  'PHÓ CHÁNH ÁN',
  'CHÁNH ÁN',
  'PHÓ CHỦ NHIỆM',
  'CHỦ NHIỆM',
  'PHÓ TRƯỞNG KHOA',
  'TRƯỞNG KHOA',
  'TRƯỞNG TRẠM',
  'PHÓ GIÁM ĐỐC',
  'GIÁM ĐỐC',
  'PHÓ CHỦ TỊCH',
  'CHỦ TỊCH',
  'PHÓ CHI CỤC TRƯỞNG',
  'CHI CỤC TRƯỞNG',
  'PHÓ TỔNG CỤC TRƯỞNG',
  'TỔNG CỤC TRƯỞNG',
  'PHÓ CỤC TRƯỞNG',
  'CỤC TRƯỞNG',
  'PHÓ CHÁNH VĂN PHÒNG',
  'CHÁNH VĂN PHÒNG',
  'PHÓ CHÁNH THANH TRA',
  'CHÁNH THANH TRA',
  'PHÓ TRƯỞNG PHÒNG',
  'TRƯỞNG PHÒNG',
  'PHÓ TRƯỞNG BAN',
  'TRƯỞNG BAN',
  'PHÓ HIỆU TRƯỞNG',
  'HIỆU TRƯỞNG',
  'PHÓ VIỆN TRƯỞNG',
  'VIỆN TRƯỞNG',
  'THỨ TRƯỞNG',
  'BỘ TRƯỞNG',
  'PHÓ TRƯỞNG ĐOÀN',
  'TRƯỞNG ĐOÀN',
  'TỔ TRƯỞNG',
  'THỦ TƯỚNG',
]
const ACTING = '(?:(?:Q|QUYỀN) ?\\.? ?)?'

/** A title in capitals at the beginning of a text: `GIÁM ĐỐC`, `Q. GIÁM ĐỐC`. */
export const TITLE = wording(`^${ACTING}‹${TITLES.join('|')}›(?!\\p{L})`)
/** The same after other words on a line. */
export const TITLE_WITHIN = wording(`\\p{Lu} ${ACTING}‹${TITLES.join('|')}›(?!\\p{L})`)
/** How one signs who is not, or not alone, the one who decides (NĐ 30/2020, Điều 13). */
export const CAPACITY = /^(K\/?T|T\/?M|T\/?L|T\/?UQ)(?: ?[./] ?| (?=\p{Lu}))/u
/** Signs in a part other than an office: in minutes, lists, forms. */
export const ROLE = wording(
  '^‹CHỦ TRÌ|CHỦ TỌA|NGƯỜI CHỦ TRÌ|THƯ KÝ|NGƯỜI GHI BIÊN BẢN|NGƯỜI LẬP|NGƯỜI LẬP BIỂU|NGƯỜI LẬP BÁO CÁO|ĐẠI DIỆN|THÀNH VIÊN|NGƯỜI BÁO CÁO|NGƯỜI GHI›(?!\\p{L})',
)
