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
      {
        key: 'agency.establishedOn',
        heading: 'Ngày thành lập',
        hint: 'Ghi khi cơ quan mới thành lập hoặc thành lập trên cơ sở sáp nhập, sắp xếp lại',
      },
      {
        key: 'documentsComplete',
        heading: 'Danh sách tài liệu đã đầy đủ',
        hint: 'Có: đây là toàn bộ tài liệu của Hệ thống quản lý chất lượng (trang Tài liệu); để trống nếu mới kê một phần',
      },
    ],
  },
  {
    sheet: 'Tên cũ',
    at: ['agency', 'formerNames'],
    shape: 'table',
    note: 'Tên của cơ quan trước khi đổi tên, sáp nhập, sắp xếp lại; văn bản ký dưới tên đó trong thời gian mang tên là của cơ quan.',
    fields: [
      { key: 'name', heading: 'Tên cũ của cơ quan', hint: 'Ví dụ: Sở Kế hoạch và Đầu tư tỉnh Vĩnh Long' },
      { key: 'code', heading: 'Mã cơ quan cũ', hint: 'Ví dụ: H61.05' },
      { key: 'until', heading: 'Mang tên đó đến hết ngày' },
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
    note: 'Phạm vi áp dụng Hệ thống quản lý chất lượng (điều 4.3 TCVN ISO 9001:2015).',
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

/** The declaration, what precedes it and what makes it necessary again. */
export const DECLARATION_SECTIONS: readonly Section[] = [
  {
    sheet: 'Xác nhận hiệu lực',
    at: ['effectiveness'],
    shape: 'form',
    note: 'Người đứng đầu cơ quan xác nhận hiệu lực của Hệ thống quản lý chất lượng.',
    fields: [
      { key: 'confirmedOn', heading: 'Ngày xác nhận' },
      { key: 'by', heading: 'Người xác nhận', hint: 'Họ và tên' },
      { key: 'file', heading: 'Tệp văn bản' },
    ],
  },
  {
    sheet: 'Công bố',
    at: ['declarations'],
    shape: 'table',
    note: 'Các bản công bố Hệ thống quản lý chất lượng phù hợp tiêu chuẩn, việc thông báo, niêm yết và đăng tải.',
    fields: [
      { key: 'number', heading: 'Số, ký hiệu', hint: 'Ví dụ: 88/QĐ-STP' },
      { key: 'signedOn', heading: 'Ngày ký' },
      { key: 'signedBy.name', heading: 'Người ký', hint: 'Họ và tên' },
      { key: 'signedBy.title', heading: 'Chức vụ người ký', hint: 'Ví dụ: Giám đốc' },
      {
        key: 'signedBy.capacity',
        heading: 'Ký thay',
        hint: 'KT., TM., TM. KT., Q., TL. hoặc TUQ.; để trống nếu ký trực tiếp',
      },
      { key: 'standard', heading: 'Tiêu chuẩn', hint: 'Ví dụ: TCVN ISO 9001:2015' },
      { key: 'kind', heading: 'Lần công bố' },
      {
        key: 'procedures',
        heading: 'Các mã TTHC kèm theo',
        hint: 'Mỗi mã một dòng trong ô (Alt+Enter), hoặc cách nhau bằng dấu phẩy',
        procedureCodes: true,
      },
      { key: 'allProcedures', heading: 'Áp dụng cho toàn bộ TTHC' },
      {
        key: 'internalProcesses',
        heading: 'Quy trình nội bộ kèm theo',
        hint: 'Có, Không, hoặc tên từng quy trình cách nhau bằng dấu chấm phẩy',
      },
      { key: 'replaces', heading: 'Thay thế công bố số' },
      { key: 'withdrawnOn', heading: 'Ngày hủy bỏ' },
      { key: 'file', heading: 'Tệp công bố' },
      { key: 'notice.number', heading: 'Thông báo: số' },
      { key: 'notice.sentOn', heading: 'Thông báo: ngày gửi' },
      { key: 'notice.to', heading: 'Thông báo: nơi nhận', hint: 'Ví dụ: Sở Khoa học và Công nghệ' },
      { key: 'notice.file', heading: 'Thông báo: tệp' },
      { key: 'posted.on', heading: 'Niêm yết: ngày' },
      { key: 'posted.file', heading: 'Niêm yết: tệp' },
      { key: 'online.on', heading: 'Đăng tải: ngày' },
      { key: 'online.url', heading: 'Đăng tải: địa chỉ trang' },
    ],
  },
  {
    sheet: 'Thay đổi phạm vi',
    at: ['scopeEvents'],
    shape: 'table',
    note: 'Điều chỉnh, mở rộng, thu hẹp phạm vi áp dụng; tổ chức lại, đổi tên, sáp nhập cơ quan.',
    fields: [
      { key: 'on', heading: 'Ngày thay đổi' },
      { key: 'kind', heading: 'Loại thay đổi' },
      { key: 'note', heading: 'Nội dung thay đổi' },
    ],
  },
]
