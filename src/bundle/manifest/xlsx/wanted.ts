import type { Localized } from '../../../base/localized.ts'
import type { Form } from './layout/form.ts'
import { labelOf } from './layout/labels.ts'

const NUMBER: Localized = {
  vi: 'Ghi một số nguyên từ 0 trở lên, chỉ gồm chữ số.',
  en: 'Write a whole number, 0 or more, in digits alone.',
}

const WANTED: Readonly<Record<Exclude<Form['kind'], 'choice' | 'list'>, Localized>> = {
  date: { vi: 'Ghi theo dạng 28/02/2026.', en: 'Write it like 28/02/2026 (day/month/year).' },
  text: { vi: 'Ghi bằng chữ.', en: 'Write words.' },
  path: {
    vi: 'Ghi đường dẫn tính từ thư mục chứa bảng kê, dùng dấu /, không có ".." hoặc tên ổ đĩa, như tai-lieu/bien-ban.pdf.',
    en: 'Write the path from the folder of the workbook, with /, without ".." or a drive letter, like tai-lieu/bien-ban.pdf.',
  },
  count: NUMBER,
  amount: { vi: 'Ghi một số từ 0 trở lên, chỉ gồm chữ số.', en: 'Write a number, 0 or more, in digits alone.' },
  year: { vi: 'Ghi năm, từ 2000 đến 2200.', en: 'Write a year from 2000 to 2200.' },
  agencyCode: {
    vi: 'Ghi mã cơ quan theo Quyết định số 20/2020/QĐ-TTg, như H61.12.',
    en: 'Write the agency code of Quyết định 20/2020/QĐ-TTg, like H61.12.',
  },
  provinceCode: {
    vi: 'Ghi mã tỉnh, thành phố theo Quyết định số 20/2020/QĐ-TTg, như H61.',
    en: 'Write the province code of Quyết định 20/2020/QĐ-TTg, like H61.',
  },
  boolean: { vi: 'Ghi Có hoặc Không.', en: 'Write Có (yes) or Không (no).' },
  yesOrList: {
    vi: 'Ghi Có, Không, hoặc danh sách cách nhau bằng dấu chấm phẩy.',
    en: 'Write Có (yes), Không (no), or a list parted by semicolons.',
  },
}

/** What to write in a cell: a sentence that tells the reader what to do. */
export function wanted(form: Form): Localized {
  if (form.kind === 'list') return form.of.kind === 'choice' ? choice('Ghi', form.of.values) : LIST
  return form.kind === 'choice' ? choice('Chọn', form.values) : WANTED[form.kind]
}

const LIST: Localized = {
  vi: 'Ghi danh sách, cách nhau bằng dấu chấm phẩy.',
  en: 'Write a list, parted by semicolons.',
}

function choice(verb: 'Ghi' | 'Chọn', values: readonly string[]): Localized {
  const list = values.map(labelOf).join('; ')
  return { vi: `${verb} trong các giá trị sau: ${list}.`, en: `Use these values: ${list}.` }
}
