import type { Section } from './section.ts'

/** A content of a process that rules ask for, and how officers write it; the first is how the workbook shows it. */
type Content = readonly [value: string, ...written: [string, ...string[]]]

/** Contents of a process (quy trình) as the shipped rules name them. A locality may ask for others, in its own words. */
const CONTENTS: readonly Content[] = [
  ['purpose', 'Mục đích'],
  ['scope', 'Phạm vi'],
  ['legal-basis', 'Căn cứ pháp lý', 'Cơ sở pháp lý'],
  ['dossier', 'Thành phần hồ sơ', 'Hồ sơ thủ tục'],
  ['time-limit', 'Thời hạn giải quyết', 'Thời gian giải quyết', 'Thời hạn xử lý', 'Thời gian xử lý'],
  ['steps', 'Các bước thực hiện', 'Các bước', 'Trình tự', 'Lưu đồ'],
  ['forms', 'Biểu mẫu', 'Mẫu biểu'],
  ['records', 'Hồ sơ lưu', 'Lưu hồ sơ', 'Hồ sơ cần lưu'],
]

/** Values by the words that stand for them, and by more words after these: `Các bước thực hiện`. */
const PROCESS_CONTENTS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  CONTENTS.map(([value, ...written]) => [value, written]),
)

const CODES = 'Mỗi mã một dòng trong ô (Alt+Enter), hoặc cách nhau bằng dấu phẩy, ví dụ: 1.001612, 1.001613'

/** Procedures within the agency's authority, processes, documents and what follows from changes of the law. */
export const PROCEDURE_SECTIONS: readonly Section[] = [
  {
    sheet: 'Danh mục TTHC',
    at: ['catalogue'],
    shape: 'form',
    note: 'Danh mục thủ tục hành chính (TTHC) thuộc thẩm quyền giải quyết: kê ở trang TTHC, hoặc kèm tệp XLSX, CSV.',
    fields: [
      { key: 'asOf', heading: 'Danh mục cập nhật đến ngày' },
      { key: 'decision.number', heading: 'Số quyết định công bố', hint: 'Ví dụ: 1234/QĐ-UBND' },
      { key: 'decision.signedOn', heading: 'Ngày ký quyết định' },
      { key: 'file', heading: 'Tệp danh mục', hint: 'Ví dụ: danh-muc-tthc.xlsx' },
    ],
  },
  {
    sheet: 'TTHC',
    at: ['catalogue', 'procedures'],
    shape: 'table',
    note: 'Bỏ qua trang này nếu danh mục đã kèm theo ở tệp riêng.',
    fields: [
      { key: 'code', heading: 'Mã TTHC', hint: 'Ví dụ: 1.001612', procedureCodes: true },
      { key: 'name', heading: 'Tên thủ tục hành chính', hint: 'Ghi như trong quyết định công bố' },
      { key: 'field', heading: 'Lĩnh vực', hint: 'Ví dụ: Hộ tịch' },
      { key: 'limitDays', heading: 'Thời hạn giải quyết (ngày)', hint: 'Số ngày, ví dụ: 5' },
      { key: 'announcedOn', heading: 'Ngày công bố' },
      { key: 'effectiveFrom', heading: 'Ngày hiệu lực' },
      { key: 'effectiveTo', heading: 'Ngày hết hiệu lực', hint: 'Ngày đầu tiên không còn hiệu lực' },
      { key: 'internal', heading: 'TTHC nội bộ' },
    ],
  },
  {
    sheet: 'Quy trình',
    at: ['processes'],
    shape: 'table',
    note: 'Các quy trình giải quyết công việc và TTHC mà mỗi quy trình áp dụng.',
    fields: [
      { key: 'code', heading: 'Mã quy trình', hint: 'Ví dụ: QT-HT-01' },
      { key: 'title', heading: 'Tên quy trình', hint: 'Ví dụ: Đăng ký khai sinh' },
      { key: 'edition', heading: 'Lần ban hành', hint: 'Ví dụ: 02' },
      { key: 'since', heading: 'Ngày ban hành lần đầu' },
      { key: 'approvedOn', heading: 'Ngày phê duyệt' },
      { key: 'approvedBy', heading: 'Người phê duyệt' },
      { key: 'effectiveOn', heading: 'Ngày áp dụng' },
      { key: 'withdrawnOn', heading: 'Ngày hủy bỏ' },
      { key: 'procedures', heading: 'Các mã TTHC', hint: CODES, procedureCodes: true },
      { key: 'limitDays', heading: 'Thời hạn trong quy trình (ngày)', hint: 'Số ngày, ví dụ: 5' },
      { key: 'field', heading: 'Lĩnh vực' },
      {
        key: 'sections',
        heading: 'Các nội dung của quy trình',
        // Not the list alone: one who writes just that must not be taken to have left the hint.
        hint: `Ví dụ: ${Object.values(PROCESS_CONTENTS)
          .map(([word]) => word)
          .join('; ')}`,
        words: PROCESS_CONTENTS,
      },
      { key: 'legalBasis', heading: 'Căn cứ pháp lý', hint: 'Ví dụ: 60/2014/QH13; 123/2015/NĐ-CP' },
      { key: 'file', heading: 'Tệp quy trình' },
    ],
  },
  {
    sheet: 'Tài liệu',
    at: ['documents'],
    shape: 'table',
    note: 'Các tài liệu khác của Hệ thống quản lý chất lượng.',
    fields: [
      { key: 'type', heading: 'Loại tài liệu' },
      { key: 'code', heading: 'Mã tài liệu', hint: 'Ví dụ: STCL-01' },
      { key: 'title', heading: 'Tên tài liệu', hint: 'Ví dụ: Chính sách chất lượng' },
      { key: 'edition', heading: 'Lần ban hành' },
      { key: 'approvedOn', heading: 'Ngày phê duyệt' },
      { key: 'approvedBy', heading: 'Người phê duyệt' },
      { key: 'effectiveOn', heading: 'Ngày áp dụng' },
      { key: 'withdrawnOn', heading: 'Ngày hủy bỏ' },
      { key: 'file', heading: 'Tệp tài liệu' },
    ],
  },
  {
    sheet: 'Thay đổi pháp luật',
    at: ['legalChanges'],
    shape: 'table',
    note: 'Văn bản quy phạm pháp luật mới, sửa đổi, bãi bỏ có ảnh hưởng đến quy trình.',
    fields: [
      { key: 'document', heading: 'Văn bản', hint: 'Ví dụ: 07/2025/NĐ-CP' },
      { key: 'effectiveOn', heading: 'Ngày văn bản có hiệu lực' },
      { key: 'processes', heading: 'Các quy trình phải sửa', hint: 'Mã quy trình, ví dụ: QT-HT-01; QT-HT-02' },
      { key: 'revisedOn', heading: 'Ngày đã sửa quy trình' },
      { key: 'repealed', heading: 'Văn bản bãi bỏ TTHC' },
    ],
  },
]
