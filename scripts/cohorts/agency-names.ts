import type { Block } from '../../src/dossier/agency.ts'

const DEPARTMENTS = [
  'Sở Nội vụ',
  'Sở Tư pháp',
  'Sở Tài chính',
  'Sở Công Thương',
  'Sở Xây dựng',
  'Sở Giao thông vận tải',
  'Sở Giáo dục và Đào tạo',
  'Sở Y tế',
  'Sở Khoa học và Công nghệ',
  'Sở Kế hoạch và Đầu tư',
  'Sở Tài nguyên và Môi trường',
  'Sở Thông tin và Truyền thông',
  'Sở Văn hóa và Thể thao',
  'Sở Du lịch',
  'Sở Lao động - Thương binh và Xã hội',
  'Sở Nông nghiệp và Phát triển nông thôn',
  'Sở Ngoại vụ',
  'Thanh tra tỉnh',
  'Văn phòng Ủy ban nhân dân tỉnh',
  'Ban Dân tộc',
]

const NUMBERED: Record<Exclude<Block, 'department'>, string> = {
  ministry: 'Bộ',
  'provincial-committee': 'Ủy ban nhân dân tỉnh',
  'sub-department': 'Chi cục',
  'management-board': 'Ban Quản lý khu',
  district: 'Ủy ban nhân dân huyện',
  'district-office': 'Phòng',
  commune: 'Ủy ban nhân dân xã',
  'public-service-unit': 'Trung tâm',
  vertical: 'Cơ quan ngành dọc',
}

/** Name of the n-th agency of a block in a made-up province, n from 1. */
export function agencyName(block: Block, n: number): string {
  if (block === 'department') return DEPARTMENTS[n - 1] ?? `Sở số ${n}`
  return `${NUMBERED[block]} số ${n}`
}

/** How a register writes each block. */
export const BLOCK_AS_WRITTEN: Record<Block, string> = {
  ministry: 'Bộ',
  'provincial-committee': 'UBND cấp tỉnh',
  department: 'Sở, ngành',
  'sub-department': 'Chi cục',
  'management-board': 'Ban quản lý',
  district: 'UBND cấp huyện',
  'district-office': 'Phòng',
  commune: 'UBND cấp xã',
  'public-service-unit': 'Đơn vị sự nghiệp công lập',
  vertical: 'Ngành dọc',
}
