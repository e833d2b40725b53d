import { inCapitals } from './capitals.ts'
import { wording } from './wording.ts'

/**
 * Kinds of documents, as written in capitals: those of NĐ 30/2020, Điều 7, those of the law on legal documents and what
 * they issue, and those of a quality management system.
 * A longer name stands before its own beginning.
 */
const KINDS = [
  'NGHỊ QUYẾT',
  'NGHỊ ĐỊNH',
  'THÔNG TƯ LIÊN TỊCH',
  'THÔNG TƯ',
  'QUYẾT ĐỊNH',
  'CHỈ THỊ',
  'QUY CHẾ',
  'QUY ĐỊNH',
  'NỘI QUY',
  'QUY TẮC',
  'ĐIỀU LỆ',
  'THÔNG CÁO',
  'THÔNG BÁO',
  'HƯỚNG DẪN',
  'CHƯƠNG TRÌNH',
  'KẾ HOẠCH',
  'PHƯƠNG ÁN',
  'ĐỀ ÁN',
  'DỰ ÁN',
  'BÁO CÁO',
  'BIÊN BẢN',
  'TỜ TRÌNH',
  'HỢP ĐỒNG',
  'CÔNG ĐIỆN',
  'BẢN GHI NHỚ',
  'BẢN THỎA THUẬN',
  'GIẤY ỦY QUYỀN',
  'GIẤY MỜI',
  'GIẤY GIỚI THIỆU',
  'GIẤY NGHỈ PHÉP',
  'GIẤY XÁC NHẬN',
  'PHIẾU GỬI',
  'PHIẾU CHUYỂN',
  'PHIẾU BÁO',
  'THƯ CÔNG',
  'KẾT LUẬN',
  'BẢN CÔNG BỐ',
  'CÔNG BỐ',
  'QUY TRÌNH',
  'SỔ TAY CHẤT LƯỢNG',
  'CHÍNH SÁCH CHẤT LƯỢNG',
  'MỤC TIÊU CHẤT LƯỢNG',
  'DANH MỤC',
] as const

const PATTERNS = KINDS.map((kind) => ({ kind, pattern: wording(`^‹${kind}›(?!\\p{L})[ :.]*`) }))
/** Words in capitals that begin as a kind does and are none: the rest of an agency's name, and the title of a chapter. */
const NO_KIND = wording(
  '^‹KẾ HOẠCH VÀ ĐẦU TƯ|KẾ HOẠCH - TÀI CHÍNH|KẾ HOẠCH TÀI CHÍNH|DỰ ÁN ĐẦU TƯ|DỰ ÁN KHU VỰC|QUY ĐỊNH CHUNG|QUY ĐỊNH CỤ THỂ›',
)

/** The kind a cell of a heading begins with, and what follows it there; a cell not in capitals has none. */
export function kindIn(cell: string): { kind: string; rest: string } | undefined {
  if (!inCapitals(cell) || NO_KIND.test(cell)) return undefined
  for (const { kind, pattern } of PATTERNS) {
    const match = pattern.exec(cell)
    if (match) return { kind, rest: cell.slice(match[0].length) }
  }
  return undefined
}
