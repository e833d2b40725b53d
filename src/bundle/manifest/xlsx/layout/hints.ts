import type { Form } from './form.ts'

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
