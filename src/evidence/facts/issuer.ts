import type { Found } from '../../dossier/reading.ts'
import { AGENCY } from './agency-words.ts'
import { inCapitals } from './capitals.ts'
import { found } from './found.ts'
import type { Line } from './line.ts'
import { withoutMotto } from './motto.ts'
import type { Outline } from './outline.ts'
import { wording } from './wording.ts'

interface Named {
  name: string
  line: Line
  words: readonly string[]
}

const STOP = wording('^(?:«Số» ?[:.]|[Vv] ?/ ?v |«Căn cứ|Kính gửi»)')
/** A name that needs more words before it names an agency. */
const OPEN = wording(
  '(?:^‹ỦY BAN NHÂN DÂN|UBND|HỘI ĐỒNG NHÂN DÂN|HĐND|SỞ|CHI CỤC|CỤC|TỔNG CỤC|BỘ|BAN|BAN QUẢN LÝ|BAN CHỈ ĐẠO|VĂN PHÒNG|TRUNG TÂM|PHÒNG|THANH TRA|TRƯỜNG|BỆNH VIỆN|VIỆN›|[ ,]‹VÀ›|,|-|[ ]‹TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|XÃ|PHƯỜNG|ĐẶC KHU|THỊ TRẤN|THỊ XÃ›)$',
)
/** A name of a committee with its place is whole, and so are those of the departments: a line below is another's. */
const WHOLE = wording(
  '^(?:‹ỦY BAN NHÂN DÂN|UBND|HỘI ĐỒNG NHÂN DÂN|HĐND› ?‹TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|XÃ|PHƯỜNG|ĐẶC KHU|THỊ TRẤN|THỊ XÃ› ?\\p{L}|‹SỞ TƯ PHÁP|SỞ NỘI VỤ|SỞ TÀI CHÍNH|SỞ XÂY DỰNG|SỞ CÔNG THƯƠNG|SỞ KHOA HỌC VÀ CÔNG NGHỆ|SỞ Y TẾ|SỞ GIÁO DỤC VÀ ĐÀO TẠO|SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG|SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH|SỞ DÂN TỘC VÀ TÔN GIÁO|SỞ NGOẠI VỤ›)',
)
const CONTINUES = wording('^(?:‹TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|XÃ|PHƯỜNG|ĐẶC KHU|THỊ TRẤN|THỊ XÃ|VÀ›(?!\\p{L})|[-–,])')
/** A child's name behind its parent's in one run: `ỦY BAN NHÂN DÂN TỈNH VĨNH LONG SỞ TƯ PHÁP`. */
const CHILD = wording(
  '^(?:‹ỦY BAN NHÂN DÂN|UBND› ?‹TỈNH|THÀNH PHỐ|XÃ|PHƯỜNG|ĐẶC KHU› .+? |‹SỞ› .+? )(?=‹SỞ|CHI CỤC|TRUNG TÂM|BAN QUẢN LÝ|BAN CHỈ ĐẠO|VĂN PHÒNG|PHÒNG|THANH TRA› )',
)
const ENGLISH = /(?<!\p{L})(?:OF|AND|FOR|THE|DEPARTMENT|COMMITTEE|OFFICE)(?!\p{L})/u
const RULE = /^[-_–—=*.·• ]+$/u

/**
 * The agency that issued the document: the last name in capitals above the number, on the left of the heading (the
 * agency above it stands before). Names over two lines are joined; where a line fits no name, nothing is read.
 */
export function issuer({ head }: Outline): readonly Found<string>[] {
  const names: Named[] = []
  for (const line of head) {
    if (line.cells.some((cell) => STOP.test(cell))) break
    for (const cell of line.cells) {
      const words = withoutMotto(cell)
      if (!inCapitals(words) || RULE.test(words) || ENGLISH.test(words)) continue
      if (!takes(names, words, line)) return []
    }
  }
  const last = names.at(-1)
  if (!last || OPEN.test(last.name)) return []
  const child = CHILD.exec(last.name)
  return [found(child ? last.name.slice(child[0].length) : last.name, last.line, ...last.words)]
}

/** Adds a line of the heading to the names; false where it fits none. */
function takes(names: Named[], words: string, line: Line): boolean {
  const last = names.at(-1)
  const open = last !== undefined && OPEN.test(last.name)
  if (last && (open || CONTINUES.test(words) || !AGENCY.test(words))) {
    if (!open && !CONTINUES.test(words) && WHOLE.test(last.name)) return false
    last.name = `${last.name} ${words}`
    last.words = [...last.words, words]
    return true
  }
  if (AGENCY.test(words)) names.push({ name: words, line, words: [words] })
  return true
}
