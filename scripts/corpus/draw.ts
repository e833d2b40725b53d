/** Draws that come out the same for the same seed: names, agencies, days, numbers. */
export interface Draw {
  /** A whole number from one to another, both included. */
  between(from: number, to: number): number
  oneOf<T>(choices: readonly T[]): T
  /** So many different ones, in the order of the choices drawn. */
  some<T>(count: number, choices: readonly T[]): T[]
  chance(part: number): boolean
  person(): string
  agency(): Agency
  /** A working day of a year, `YYYY-MM-DD`. */
  day(year: number): string
}

/** An agency as a heading names it. */
export interface Agency {
  /** The agency above, in capitals; none of a committee. */
  superior?: string
  /** The lines of its name in a heading, in capitals. */
  lines: readonly string[]
  /** The same on one line: what a reader calls its issuer. */
  issuer: string
  /** In a sentence: `Sở Tư pháp tỉnh Vĩnh Long`. */
  name: string
  /** Of its numbers: `STP`. */
  sign: string
  place: string
  head: string
  deputy: string
  /** Signs on behalf of the committee. */
  collective?: string
}

const PROVINCES: readonly [capitals: string, name: string][] = [
  ['TỈNH VĨNH LONG', 'tỉnh Vĩnh Long'],
  ['TỈNH AN GIANG', 'tỉnh An Giang'],
  ['TỈNH CÀ MAU', 'tỉnh Cà Mau'],
  ['TỈNH ĐỒNG THÁP', 'tỉnh Đồng Tháp'],
  ['TỈNH LÂM ĐỒNG', 'tỉnh Lâm Đồng'],
  ['TỈNH QUẢNG TRỊ', 'tỉnh Quảng Trị'],
  ['TỈNH NGHỆ AN', 'tỉnh Nghệ An'],
  ['TỈNH PHÚ THỌ', 'tỉnh Phú Thọ'],
  ['TỈNH ĐẮK LẮK', 'tỉnh Đắk Lắk'],
  ['THÀNH PHỐ HẢI PHÒNG', 'thành phố Hải Phòng'],
]
const DEPARTMENTS: readonly [lines: readonly string[], name: string, sign: string][] = [
  [['SỞ TƯ PHÁP'], 'Sở Tư pháp', 'STP'],
  [['SỞ NỘI VỤ'], 'Sở Nội vụ', 'SNV'],
  [['SỞ CÔNG THƯƠNG'], 'Sở Công Thương', 'SCT'],
  [['SỞ Y TẾ'], 'Sở Y tế', 'SYT'],
  [['SỞ XÂY DỰNG'], 'Sở Xây dựng', 'SXD'],
  [['SỞ TÀI CHÍNH'], 'Sở Tài chính', 'STC'],
  [['SỞ NÔNG NGHIỆP', 'VÀ MÔI TRƯỜNG'], 'Sở Nông nghiệp và Môi trường', 'SNNMT'],
  [['SỞ GIÁO DỤC VÀ ĐÀO TẠO'], 'Sở Giáo dục và Đào tạo', 'SGDĐT'],
  [['SỞ KHOA HỌC VÀ CÔNG NGHỆ'], 'Sở Khoa học và Công nghệ', 'SKHCN'],
  [['SỞ VĂN HÓA, THỂ THAO', 'VÀ DU LỊCH'], 'Sở Văn hóa, Thể thao và Du lịch', 'SVHTTDL'],
]
const SUB_DEPARTMENTS: readonly [superior: string, lines: readonly string[], name: string, sign: string][] = [
  ['SỞ Y TẾ', ['CHI CỤC AN TOÀN', 'VỆ SINH THỰC PHẨM'], 'Chi cục An toàn vệ sinh thực phẩm', 'CCATTP'],
  ['SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG', ['CHI CỤC KIỂM LÂM'], 'Chi cục Kiểm lâm', 'CCKL'],
  ['SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG', ['CHI CỤC THỦY SẢN'], 'Chi cục Thủy sản', 'CCTS'],
]
const COMMUNES: readonly [capitals: string, name: string][] = [
  ['XÃ AN BÌNH', 'xã An Bình'],
  ['XÃ TÂN LONG HỘI', 'xã Tân Long Hội'],
  ['PHƯỜNG LONG CHÂU', 'phường Long Châu'],
  ['PHƯỜNG MỸ THUẬN ĐÔNG', 'phường Mỹ Thuận Đông'],
  ['XÃ EA KNỐP', 'xã Ea Knốp'],
  ['XÃ ĐĂK HÀ', 'xã Đăk Hà'],
  ['PHƯỜNG ĐÔNG HÀ', 'phường Đông Hà'],
]
const FAMILIES =
  'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Trịnh Mai Trương Thạch Nông'.split(' ')
const MIDDLES = [
  'Văn',
  'Thị',
  'Thị Ngọc',
  'Minh',
  'Quốc',
  'Hữu',
  'Thanh',
  'Đức',
  'Thị Kim',
  'Hoàng',
  'Xuân',
  'Thị Thúy',
  'Công',
  '',
]
const GIVEN =
  'Ánh Bảy Cường Dũng Đạt Giang Hải Hằng Hùng Khánh Kiều Lan Liệt Linh Loan Nga Nghĩa Nhung Phượng Quyên Sơn Tâm Thắng Thủy Trang Tuấn Tú Việt Yến'.split(
    ' ',
  )

/** @param seed any words: the same give the same draws */
export function drawFrom(seed: string): Draw {
  const next = randomFrom(seed)
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  const oneOf = <T>(choices: readonly T[]): T => {
    const chosen = choices[between(0, choices.length - 1)]
    if (chosen === undefined) throw new Error('nothing to choose from')
    return chosen
  }
  const chance = (part: number) => next() < part
  return { between, oneOf, some, chance, person, agency, day }

  function some<T>(count: number, choices: readonly T[]): T[] {
    const left = [...choices]
    return Array.from({ length: Math.min(count, left.length) }, () =>
      left.splice(between(0, left.length - 1), 1),
    ).flat()
  }

  function person(): string {
    return [oneOf(FAMILIES), oneOf(MIDDLES), oneOf(GIVEN)].filter((word) => word !== '').join(' ')
  }

  function agency(): Agency {
    const [capitals, province] = oneOf(PROVINCES)
    const which = next()
    if (which < 0.6) {
      const [lines, name, sign] = oneOf(DEPARTMENTS)
      const superior = `${chance(0.5) ? 'ỦY BAN NHÂN DÂN' : 'UBND'} ${capitals}`
      const place = province.replace(/^(?:tỉnh|thành phố) /u, '')
      const own = { name: `${name} ${province}`, sign, place, head: 'GIÁM ĐỐC', deputy: 'PHÓ GIÁM ĐỐC' }
      return { superior, lines, issuer: lines.join(' '), ...own }
    }
    if (which < 0.75) {
      const [superior, lines, name, sign] = oneOf(SUB_DEPARTMENTS)
      const place = province.replace(/^(?:tỉnh|thành phố) /u, '')
      const own = { name, sign, place, head: 'CHI CỤC TRƯỞNG', deputy: 'PHÓ CHI CỤC TRƯỞNG' }
      return { superior, lines, issuer: lines.join(' '), ...own }
    }
    const [commune, name] = oneOf(COMMUNES)
    const lines = ['ỦY BAN NHÂN DÂN', commune]
    return {
      lines,
      issuer: lines.join(' '),
      name: `Ủy ban nhân dân ${name}`,
      sign: 'UBND',
      place: name.replace(/^(?:xã|phường) /u, ''),
      head: 'CHỦ TỊCH',
      deputy: 'PHÓ CHỦ TỊCH',
      collective: 'ỦY BAN NHÂN DÂN',
    }
  }

  function day(year: number): string {
    for (;;) {
      const date = new Date(Date.UTC(year, between(0, 11), between(1, 28)))
      if (date.getUTCDay() % 6 !== 0) return date.toISOString().slice(0, 10)
    }
  }
}

/** Numbers from 0 to 1 (mulberry32 over a hash of the seed). */
function randomFrom(seed: string): () => number {
  let state = 2_166_136_261
  for (const letter of seed) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 16_777_619)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
