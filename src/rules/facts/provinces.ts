/**
 * Provinces and cities that became a part of another on 01/7/2025 (34 of 63 remain), by the code of level 1 that stands
 * before an agency's own (QĐ 20/2020/QĐ-TTg, in the order of names; known second-hand), and what they are a part of.
 */
const MERGED: Readonly<Record<string, readonly [was: string, partOf: string]>> = {
  H02: ['Bắc Giang', 'Bắc Ninh'],
  H03: ['Bắc Kạn', 'Thái Nguyên'],
  H04: ['Bạc Liêu', 'Cà Mau'],
  H06: ['Bà Rịa - Vũng Tàu', 'Thành phố Hồ Chí Minh'],
  H07: ['Bến Tre', 'Vĩnh Long'],
  H08: ['Bình Định', 'Gia Lai'],
  H09: ['Bình Dương', 'Thành phố Hồ Chí Minh'],
  H10: ['Bình Phước', 'Đồng Nai'],
  H11: ['Bình Thuận', 'Lâm Đồng'],
  H16: ['Đắk Nông', 'Lâm Đồng'],
  H22: ['Hà Giang', 'Tuyên Quang'],
  H23: ['Hải Dương', 'Hải Phòng'],
  H25: ['Hà Nam', 'Ninh Bình'],
  H28: ['Hòa Bình', 'Phú Thọ'],
  H30: ['Hậu Giang', 'Cần Thơ'],
  H33: ['Kiên Giang', 'An Giang'],
  H34: ['Kon Tum', 'Quảng Ngãi'],
  H39: ['Long An', 'Tây Ninh'],
  H40: ['Nam Định', 'Ninh Bình'],
  H43: ['Ninh Thuận', 'Khánh Hòa'],
  H45: ['Phú Yên', 'Đắk Lắk'],
  H46: ['Quảng Bình', 'Quảng Trị'],
  H47: ['Quảng Nam', 'Đà Nẵng'],
  H51: ['Sóc Trăng', 'Cần Thơ'],
  H54: ['Thái Bình', 'Hưng Yên'],
  H58: ['Tiền Giang', 'Đồng Tháp'],
  H59: ['Trà Vinh', 'Vĩnh Long'],
  H62: ['Vĩnh Phúc', 'Phú Thọ'],
  H63: ['Yên Bái', 'Lào Cai'],
}

/** First day of the map of 34 provinces and cities. */
export const MAP_OF_2025 = '2025-07-01'

/** The province that a code of level 1 stood for and what it is a part of since the map of 2025; undefined of one that remains. */
export function mergedProvince(code: string): { was: string; partOf: string } | undefined {
  const found = Object.hasOwn(MERGED, code) ? MERGED[code] : undefined
  return found && { was: found[0], partOf: found[1] }
}
