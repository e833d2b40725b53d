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
export const PROCESS_CONTENTS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  CONTENTS.map(([value, ...written]) => [value, written]),
)
