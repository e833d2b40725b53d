import { wording } from './wording.ts'

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
