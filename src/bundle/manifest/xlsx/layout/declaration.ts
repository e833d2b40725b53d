import type { Section } from './section.ts'

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
      { key: 'signedBy.capacity', heading: 'Ký thay', hint: 'KT., TM., TL. hoặc TUQ.; để trống nếu ký trực tiếp' },
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
