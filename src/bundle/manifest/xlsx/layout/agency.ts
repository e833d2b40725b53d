import type { Section } from './section.ts'

/** The agency, its heads and the scope of its QMS. */
export const AGENCY_SECTIONS: readonly Section[] = [
  {
    sheet: 'Cơ quan',
    at: [],
    shape: 'form',
    always: true,
    note: 'Thông tin về cơ quan và năm đánh giá.',
    fields: [
      { key: 'agency.code', heading: 'Mã cơ quan', hint: 'Theo Quyết định số 20/2020/QĐ-TTg, ví dụ H61.12' },
      { key: 'agency.name', heading: 'Tên cơ quan', hint: 'Ví dụ: Sở Tư pháp tỉnh Vĩnh Long' },
      { key: 'agency.block', heading: 'Khối cơ quan' },
      { key: 'agency.province', heading: 'Mã tỉnh, thành phố', hint: 'Ví dụ: H61' },
      { key: 'assessmentYear', heading: 'Năm đánh giá', hint: 'Ví dụ: 2026' },
      { key: 'standard', heading: 'Tiêu chuẩn áp dụng', hint: 'Ghi như trong công bố, ví dụ: TCVN ISO 9001:2015' },
      {
        key: 'agency.units',
        heading: 'Các đơn vị trong phạm vi áp dụng',
        hint: 'Mỗi đơn vị một dòng trong ô (Alt+Enter), hoặc cách nhau bằng dấu chấm phẩy',
      },
      { key: 'agency.staffInScope', heading: 'Số cán bộ, công chức, viên chức trong phạm vi áp dụng' },
      {
        key: 'agency.website',
        heading: 'Trang thông tin điện tử',
        hint: 'Địa chỉ trang; ghi "Không có" nếu cơ quan không có trang',
      },
    ],
  },
  {
    sheet: 'Người đứng đầu',
    at: ['agency', 'heads'],
    shape: 'table',
    always: true,
    note: 'Người đứng đầu cơ quan và người được ký thay, kèm thời gian giữ chức vụ.',
    fields: [
      { key: 'name', heading: 'Họ và tên', hint: 'Ví dụ: Nguyễn Văn An' },
      { key: 'title', heading: 'Chức vụ', hint: 'Ví dụ: Giám đốc' },
      { key: 'from', heading: 'Giữ chức vụ từ ngày' },
      { key: 'to', heading: 'Đến ngày', hint: 'Để trống nếu đang giữ chức vụ' },
    ],
  },
  {
    sheet: 'Phạm vi áp dụng',
    at: ['scope'],
    shape: 'form',
    note: 'Phạm vi áp dụng Hệ thống quản lý chất lượng (TCVN ISO 9001:2015, mục 4.3).',
    fields: [
      {
        key: 'statement',
        heading: 'Phạm vi áp dụng',
        hint: 'Ví dụ: Giải quyết thủ tục hành chính thuộc thẩm quyền của Sở',
      },
      {
        key: 'internalProcesses',
        heading: 'Các quy trình nội bộ trong phạm vi áp dụng',
        hint: 'Mỗi quy trình một dòng trong ô (Alt+Enter), hoặc cách nhau bằng dấu chấm phẩy',
      },
      { key: 'file', heading: 'Tệp văn bản' },
    ],
  },
  {
    sheet: 'Yêu cầu không áp dụng',
    at: ['scope', 'exclusions'],
    shape: 'table',
    note: 'Các điều khoản của tiêu chuẩn không áp dụng và lý do. Nếu áp dụng tất cả, chọn Không có.',
    fields: [
      { key: 'clause', heading: 'Điều khoản', hint: 'Ví dụ: 8.3' },
      { key: 'reason', heading: 'Lý do', hint: 'Ví dụ: Cơ quan không thiết kế sản phẩm, dịch vụ mới' },
    ],
  },
]
