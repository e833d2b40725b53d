import type { Agency, Draw } from './draw.ts'

/** Offices whose headings differ from those of departments and communes that `Draw.agency` knows. */
const OTHERS: readonly (Omit<Agency, 'issuer'> & { district?: true })[] = [
  {
    superior: 'UBND TỈNH BẮC NINH',
    lines: ['SỞ DÂN TỘC VÀ TÔN GIÁO'],
    name: 'Sở Dân tộc và Tôn giáo tỉnh Bắc Ninh',
    sign: 'SDTTG',
    place: 'Bắc Ninh',
    head: 'GIÁM ĐỐC',
    deputy: 'PHÓ GIÁM ĐỐC',
  },
  {
    superior: 'ỦY BAN NHÂN DÂN THÀNH PHỐ CẦN THƠ',
    lines: ['BAN QUẢN LÝ CÁC KHU', 'CHẾ XUẤT VÀ CÔNG NGHIỆP'],
    name: 'Ban Quản lý các khu chế xuất và công nghiệp thành phố Cần Thơ',
    sign: 'BQL',
    place: 'Cần Thơ',
    head: 'TRƯỞNG BAN',
    deputy: 'PHÓ TRƯỞNG BAN',
  },
  {
    superior: 'UBND TỈNH GIA LAI',
    lines: ['THANH TRA TỈNH'],
    name: 'Thanh tra tỉnh Gia Lai',
    sign: 'TTT',
    place: 'Gia Lai',
    head: 'CHÁNH THANH TRA',
    deputy: 'PHÓ CHÁNH THANH TRA',
  },
  {
    superior: 'ỦY BAN NHÂN DÂN TỈNH THÁI NGUYÊN',
    lines: ['VĂN PHÒNG'],
    name: 'Văn phòng Ủy ban nhân dân tỉnh Thái Nguyên',
    sign: 'VP',
    place: 'Thái Nguyên',
    head: 'CHÁNH VĂN PHÒNG',
    deputy: 'PHÓ CHÁNH VĂN PHÒNG',
  },
  {
    superior: 'SỞ KHOA HỌC VÀ CÔNG NGHỆ',
    lines: ['CHI CỤC TIÊU CHUẨN', 'ĐO LƯỜNG CHẤT LƯỢNG'],
    name: 'Chi cục Tiêu chuẩn Đo lường Chất lượng',
    sign: 'TĐC',
    place: 'Lào Cai',
    head: 'CHI CỤC TRƯỞNG',
    deputy: 'PHÓ CHI CỤC TRƯỞNG',
  },
  {
    superior: 'SỞ Y TẾ TỈNH SƠN LA',
    lines: ['TRUNG TÂM KIỂM SOÁT', 'BỆNH TẬT'],
    name: 'Trung tâm Kiểm soát bệnh tật tỉnh Sơn La',
    sign: 'TTKSBT',
    place: 'Sơn La',
    head: 'GIÁM ĐỐC',
    deputy: 'PHÓ GIÁM ĐỐC',
  },
  {
    superior: 'UBND HUYỆN VŨNG LIÊM',
    lines: ['PHÒNG TƯ PHÁP'],
    name: 'Phòng Tư pháp huyện Vũng Liêm',
    sign: 'PTP',
    place: 'Vũng Liêm',
    head: 'TRƯỞNG PHÒNG',
    deputy: 'PHÓ TRƯỞNG PHÒNG',
    district: true,
  },
]

const COMMITTEES: readonly {
  lines: readonly string[]
  name: string
  place: string
  collective: string
  district?: true
}[] = [
  // Both spellings of the tone are met in headings.
  {
    lines: ['UỶ BAN NHÂN DÂN', 'XÃ VĨNH THẠNH TRUNG'],
    name: 'Uỷ ban nhân dân xã Vĩnh Thạnh Trung',
    place: 'Vĩnh Thạnh Trung',
    collective: 'UỶ BAN NHÂN DÂN',
  },
  {
    lines: ['ỦY BAN NHÂN DÂN', 'ĐẶC KHU KIÊN HẢI'],
    name: 'Ủy ban nhân dân đặc khu Kiên Hải',
    place: 'Kiên Hải',
    collective: 'ỦY BAN NHÂN DÂN',
  },
  {
    lines: ['ỦY BAN NHÂN DÂN PHƯỜNG BẾN CÁT'],
    name: 'Ủy ban nhân dân phường Bến Cát',
    place: 'Bến Cát',
    collective: 'ỦY BAN NHÂN DÂN',
  },
  { lines: ['UBND PHƯỜNG NÔNG TRANG'], name: 'UBND phường Nông Trang', place: 'Nông Trang', collective: 'UBND PHƯỜNG' },
  {
    lines: ['ỦY BAN NHÂN DÂN', 'XÃ MƯỜNG LA'],
    name: 'Ủy ban nhân dân xã Mường La',
    place: 'Mường La',
    collective: 'ỦY BAN NHÂN DÂN',
  },
  {
    lines: ['ỦY BAN NHÂN DÂN', 'XÃ ĐĂK TÔ'],
    name: 'Ủy ban nhân dân xã Đăk Tô',
    place: 'Đăk Tô',
    collective: 'ỦY BAN NHÂN DÂN',
  },
  {
    lines: ['ỦY BAN NHÂN DÂN', 'HUYỆN TRÀ ÔN'],
    name: 'Ủy ban nhân dân huyện Trà Ôn',
    place: 'Trà Ôn',
    collective: 'ỦY BAN NHÂN DÂN',
    district: true,
  },
]

/** Names that are not of the families which are met most. */
const PEOPLE = [
  'Y Bhiông Niê',
  'Lò Thị Mai Kiên',
  'Thạch Sa Rây',
  'Đinh Thị Hoa Phượng',
  'Kim Thị Sô Phia',
  'Vàng A Chứ',
  'Tôn Nữ Quỳnh Anh',
  'Nguyễn Phạm Bảo Uyên',
  'Quách Gia Bửu',
  'Cao Bá Thiện',
  'Lưu Ngọc Ý',
] as const

/** An office, and a day on which it writes: districts ended on 01/7/2025. */
export interface Office extends Agency {
  /** Who decides, in capitals above the bases of a decision: `GIÁM ĐỐC SỞ TƯ PHÁP`. */
  authority: string
  /** `Giám đốc Sở Tư pháp`, in a sentence. */
  leader: string
  /** The unit that drafts and files, and its head. */
  desk: string
  year: number
}

/** An office with a superior: a department, a sub-department, a board, a centre. */
export function anOffice(draw: Draw): Office {
  if (draw.chance(0.55)) {
    const { district, ...one } = draw.oneOf(OTHERS)
    return office({ ...one, issuer: one.lines.join(' ') }, yearOf(draw, district))
  }
  for (;;) {
    const one = draw.agency()
    if (one.superior !== undefined) return office(one, yearOf(draw))
  }
}

/** A people's committee, mostly of a commune. */
export function aCommittee(draw: Draw): Office {
  if (draw.chance(0.7)) {
    const { district, ...one } = draw.oneOf(COMMITTEES)
    const head = { sign: 'UBND', head: 'CHỦ TỊCH', deputy: 'PHÓ CHỦ TỊCH' }
    return office({ ...one, ...head, issuer: one.lines.join(' ') }, yearOf(draw, district))
  }
  for (;;) {
    const one = draw.agency()
    if (one.collective !== undefined) return office(one, yearOf(draw))
  }
}

export function anyOffice(draw: Draw): Office {
  return draw.chance(0.4) ? aCommittee(draw) : anOffice(draw)
}

export function aPerson(draw: Draw): string {
  return draw.chance(0.2) ? draw.oneOf(PEOPLE) : draw.person()
}

/** So many different people. */
export function people(draw: Draw, count: number): string[] {
  const known = new Set<string>()
  while (known.size < count) known.add(aPerson(draw))
  return [...known]
}

function yearOf(draw: Draw, district?: true): number {
  return district ? 2024 : draw.between(2023, 2026)
}

function office(agency: Agency, year: number): Office {
  const title = agency.head.charAt(0) + agency.head.slice(1).toLowerCase()
  const desk = agency.collective ? 'Văn phòng HĐND và UBND' : 'Văn phòng'
  return { ...agency, authority: joined(agency.head, agency.issuer), leader: joined(title, agency.name), desk, year }
}

/** Title and office, without saying a word twice: the head of `VĂN PHÒNG` is its `CHÁNH VĂN PHÒNG`. */
function joined(title: string, name: string): string {
  const words = title.split(' ')
  const at = words.findIndex((_, from) => name.toLowerCase().startsWith(words.slice(from).join(' ').toLowerCase()))
  return [...words.slice(0, at < 0 ? words.length : at), name].join(' ')
}
