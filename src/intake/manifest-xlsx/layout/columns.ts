import type { Block } from '../../../dossier/agency.ts'
import type { DocumentType } from '../../../dossier/quality-system.ts'
import { type Field, NUMBER_HEADING, type Section, STATES } from './section.ts'
import { type Form, formOf, isNullable, isRequired, partsOf } from './sections.ts'

/** A column of a table or a labelled row of a form that holds a value of the manifest. */
export interface FieldColumn {
  kind: 'field'
  heading: string
  /** Stands under the heading; where it still stands, nothing was written. */
  hint: string
  /** What it belongs to cannot do without it; an empty cell is an empty list where it holds a list. */
  required: boolean
  field: Field
  form: Form
  nullable: boolean
}

/** What a sheet asks for at one place. */
export type Column =
  | FieldColumn
  /** The number that tells a row apart, or that says which row of the other sheet this one belongs to. */
  | { kind: 'number'; heading: string; hint: string; required: boolean }
  /** Có / Không có / Chưa khai of the part that stands on a sheet of its own. */
  | { kind: 'state'; heading: string; hint: string; required: false; part: Section }

/** All that a section's sheet asks for, from left to right or from top to bottom. */
export function columnsOf(section: Section): readonly Column[] {
  const parts = partsOf(section)
  const belongs = section.rowsOf !== undefined
  const number: Column[] =
    belongs || parts.length > 0
      ? [{ kind: 'number', heading: NUMBER_HEADING, hint: 'Ví dụ: 1', required: belongs }]
      : []
  return [...number, ...section.fields.map((field) => fieldColumn(section, field)), ...parts.map(stateColumn)]
}

function fieldColumn(section: Section, field: Field): FieldColumn {
  const form = formOf(section, field)
  return {
    kind: 'field',
    heading: field.heading,
    hint: field.hint ?? hintOf(form),
    required: isRequired(section, field),
    field,
    form,
    nullable: isNullable(section, field),
  }
}

function stateColumn(part: Section): Column {
  const hint = `${Object.values(STATES).join(', ')}; ${STATES.some}: kê ở trang ${part.sheet}`
  return { kind: 'state', heading: part.sheet, hint, required: false, part }
}

const HINTS: Readonly<Record<Form['kind'], string>> = {
  date: 'Ngày, ví dụ: 28/02/2026',
  text: 'Chữ',
  path: 'Tệp trong bộ hồ sơ, ví dụ: tai-lieu/bien-ban.pdf',
  count: 'Số nguyên, ví dụ: 25',
  amount: 'Số',
  year: 'Năm, ví dụ: 2026',
  agencyCode: 'Ví dụ: H61.12',
  provinceCode: 'Ví dụ: H61',
  boolean: 'Có hoặc Không',
  choice: 'Chọn trong danh sách',
  list: 'Cách nhau bằng dấu chấm phẩy',
  yesOrList: 'Có, Không, hoặc danh sách',
}

/** What to write in a cell, where the layout says nothing more precise. */
export function hintOf({ kind }: Form): string {
  return HINTS[kind]
}

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
