import type { Block } from '../../../../dossier/agency.ts'
import type { DocumentType } from '../../../../dossier/documents.ts'

const BLOCKS: Readonly<Record<Block, string>> = {
  ministry: 'Bộ, cơ quan ngang Bộ',
  'provincial-committee': 'Ủy ban nhân dân cấp tỉnh (chung với Văn phòng)',
  department: 'Cơ quan chuyên môn thuộc Ủy ban nhân dân cấp tỉnh',
  'sub-department': 'Chi cục và tương đương thuộc cơ quan chuyên môn',
  'management-board': 'Ban quản lý trực thuộc Ủy ban nhân dân cấp tỉnh',
  district: 'Ủy ban nhân dân cấp huyện (đến hết ngày 30/6/2025)',
  'district-office': 'Cơ quan chuyên môn thuộc Ủy ban nhân dân cấp huyện (đến hết ngày 30/6/2025)',
  commune: 'Ủy ban nhân dân cấp xã',
  'public-service-unit': 'Đơn vị sự nghiệp công lập',
  vertical: 'Cơ quan được tổ chức theo hệ thống ngành dọc',
}

const DOCUMENT_TYPES: Readonly<Record<DocumentType, string>> = {
  'quality-manual': 'Sổ tay chất lượng',
  'quality-policy': 'Chính sách chất lượng',
  'quality-objectives': 'Mục tiêu chất lượng',
  context: 'Bối cảnh của cơ quan, các bên quan tâm',
  risks: 'Rủi ro và cơ hội',
  'document-control': 'Quy trình kiểm soát tài liệu, hồ sơ',
  'internal-audit': 'Quy trình đánh giá nội bộ',
  nonconformity: 'Quy trình kiểm soát sự không phù hợp, hành động khắc phục',
  'management-review': 'Quy trình xem xét của Lãnh đạo',
  complaints: 'Quy trình giải quyết khiếu nại',
  'document-list': 'Danh mục tài liệu',
  'steering-committee': 'Quyết định thành lập Ban Chỉ đạo ISO',
  'yearly-plan': 'Kế hoạch năm',
  training: 'Tài liệu đào tạo',
  other: 'Tài liệu khác',
}

const LABELS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(BLOCKS),
  ...Object.entries(DOCUMENT_TYPES),
  ['first', 'Công bố lần đầu'],
  ['again', 'Công bố lại'],
  ['widened', 'Mở rộng phạm vi'],
  ['narrowed', 'Thu hẹp phạm vi'],
  ['adjusted', 'Điều chỉnh phạm vi'],
  ['reorganised', 'Tổ chức lại'],
  ['renamed', 'Đổi tên'],
  ['merged', 'Sáp nhập'],
  ['1dd', '1đ'],
  ['2dd', '2đ'],
])

/** How a value of a fixed list is written in the workbook; letters and signs (a, KT.) stand for themselves. */
export function labelOf(value: string): string {
  return LABELS.get(value) ?? value
}
