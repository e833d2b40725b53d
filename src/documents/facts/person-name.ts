import { inCapitals, wording } from './wording.ts'

const CALLED = wording('^(?:«Ông|Bà|Đồng chí» ?:?|Đ/ ?c\\.?:?|O/B:?) +')
const DEGREE =
  /^(?:(?:(?:PGS|GS|TS|ThS|Ths|BS|BSCKI|BSCKII|CKI|CKII|KS|CN|DS|KTS|LS|NGƯT|TTƯT)\.(?:BS\.)?|(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy)) ?)+/u
/** `Văn`, `K'Ré`, `H’Hen`, `Ly-a`; or the same in capitals. */
const WORD = /^\p{Lu}\p{Ll}*(?:['’]\p{Lu}?\p{Ll}*|-\p{L}\p{Ll}*)*$/u
/** Middle names that people write small. */
const SMALL = /^(?:thị|văn)$/u
/** Words that begin titles, units and headings, no names. */
const NO_NAME = wording(
  '^(?:«Phó|Trưởng|Giám|Chủ|Chánh|Thứ|Sở|Phòng|Ban|Ủy|Chi|Cục|Bộ|Hội|Trung|Tổ|Nơi|Như|Thư|Người|Đơn|Tỉnh|Xã|Phường|Thành|Huyện|Quận|Văn Phòng|Thanh Tra|Đoàn|Các|Điều|Phụ|Việt Nam|Đại|Chuyên|Nhân|Công|Kính|Họ|Chức|Số|Đã|Ký|Nội»(?!\\p{L}))',
)
/** What a place is called by, before its own name: `xã Lý Văn Lâm`. */
const OF_PLACE = wording(
  '(?:^| )«xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh|TP\\.»(?: \\p{Lu}[\\p{L}]*)*$',
)
/** Family names and the first words of names of ethnic people: only with these a name in capitals is told from other words. */
const FAMILY = new Set(
  (
    'NGUYỄN TRẦN LÊ PHẠM HOÀNG HUỲNH PHAN VŨ VÕ ĐẶNG BÙI ĐỖ HỒ NGÔ DƯƠNG LÝ ĐINH ĐÀO ĐOÀN TRỊNH MAI LÂM TRƯƠNG HÀ TÔ TẠ LƯU CAO TĂNG ' +
    'THÁI CHÂU QUÁCH LƯƠNG VƯƠNG TRIỆU KIỀU NGHIÊM CÙ LA LÃ KHỔNG THẠCH SƠN DANH KIM TRÀ CHAU NÔNG LÒ LƯỜNG QUÀNG CẦM TÒNG VÌ SÙNG GIÀNG ' +
    "VÀNG THÀO MÙA HẠNG MA HẦU SẦM HỨA CHU BẾ ĐIỂU KSOR KPĂ SIU NAY RMAH RƠ RAH Y H' K' A BRÍU ALĂNG ZƠRÂM PƠLOONG BNƯỚC KA KON CIL LIÊNG BON PANG KRAJĂN ĐÀM ÂU ỪNG"
  ).split(' '),
)

/** The name that the words are, without `Ông`, `Bà`, degree and rank before it; nothing when they are no name, or more than one. */
export function personIn(words: string): string | undefined {
  const name = words
    .trim()
    .replace(CALLED, '')
    .replace(DEGREE, '')
    .replace(/[.,;]$/u, '')
    .replace(/(?<=\p{L}['’]) (?=\p{Lu})/gu, '')
    .trim()
  const parts = name.split(' ')
  if (parts.length < 2 || parts.length > 6 || NO_NAME.test(name)) return undefined
  if (inCapitals(name) && parts.some((part) => part.length > 1))
    return hasFamilyName(name) ? capitalName(name) : undefined
  return parts.every((part, index) => WORD.test(part) || (index > 0 && SMALL.test(part))) ? name : undefined
}

/** Whether the words begin with a family name: where a name may stand beside other words, only then it is read. */
export function hasFamilyName(words: string): boolean {
  const [first = ''] = words.toUpperCase().split(' ')
  return FAMILY.has(first) || FAMILY.has(first.replace(/(?<=['’]).*$/su, '').replace('’', "'"))
}

/** The person named first in the words, before what tells their title: `Ông Nguyễn Văn A, Giám đốc Sở`. */
export function personAtStart(words: string): string | undefined {
  const [before = ''] = words.split(/[,;:(]| ?[–—] ?| - |\. |\.$/u)
  return personIn(before) ?? personIn(words.replace(CALLED, '').split(/[,;:(]| ?[–—] ?| - /u)[0] ?? '')
}

/** Every person named in the words, between commas and semicolons: `Ông Nguyễn Văn A, Giám đốc; bà Trần Thị B`. */
export function peopleIn(words: string): string[] {
  return words.split(/[,;] ?/u).flatMap((part) => personAtStart(part) ?? [])
}

function capitalName(name: string): string | undefined {
  return /^[\p{Lu}'’ -]+$/u.test(name) ? name : undefined
}

/** Whether words are a name, or may be a part of one that runs over several lines. */
export function mayBeOfName(words: string): boolean {
  return (
    !NO_NAME.test(words) && words.split(' ').every((part) => WORD.test(part) || inCapitals(part) || SMALL.test(part))
  )
}

/** Whether a name may stand at the end of the words, behind others: `Phòng Nội vụ Huỳnh Thị Cẩm Tú`; not one of a place. */
export function endsWithName(words: string): boolean {
  const parts = words.split(' ')
  return parts.some((_, at) => {
    const tail = parts.slice(at).join(' ')
    if (at === 0 || OF_PLACE.test(parts.slice(0, at).join(' ')) || personIn(tail) === undefined) return false
    return hasFamilyName(tail) || (!inCapitals(tail) && parts.length - at > 2)
  })
}
