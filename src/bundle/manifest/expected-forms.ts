import * as z from 'zod'
import type { Localized } from '../../base/localized.ts'
import { keysAt } from '../../base/schema-keys.ts'
import { bare, kindOf } from '../../base/schema-walk.ts'

/** What may stand at a place: `must` completes "must be …", `remedy` is a sentence of its own. */
export interface ExpectedForm {
  must: Localized
  remedy: Localized
}

const PLAIN_NUMBER: Localized = {
  vi: 'Ghi bằng chữ số, không đặt trong dấu nháy, không có dấu chấm hay dấu phẩy ngăn hàng nghìn.',
  en: 'Write digits alone: no quotes, no separators of thousands.',
}

/** By the `kind` of a primitive; dates and paths have more to say and are told by functions of their own. */
const KINDS: Readonly<Record<string, ExpectedForm>> = {
  date: {
    must: { vi: 'ngày tháng', en: 'a date' },
    remedy: {
      vi: 'Ghi trong dấu nháy kép theo dạng "2026-02-28".',
      en: 'Write it in double quotes, like "2026-02-28".',
    },
  },
  path: {
    must: { vi: 'đường dẫn đến một tệp trong bộ hồ sơ', en: 'the path of a file in the bundle' },
    remedy: {
      vi: 'Ghi đường dẫn tính từ thư mục chứa bảng kê, dùng dấu /, như "tai-lieu/bien-ban.pdf".',
      en: 'Write it from the folder of the manifest, with /, like "tai-lieu/bien-ban.pdf".',
    },
  },
  text: {
    must: { vi: 'chữ, không để trống', en: 'a text that is not empty' },
    remedy: { vi: 'Ghi nội dung trong dấu nháy kép.', en: 'Write it in double quotes.' },
  },
  count: { must: { vi: 'số nguyên từ 0 trở lên', en: 'a whole number, 0 or more' }, remedy: PLAIN_NUMBER },
  amount: { must: { vi: 'số từ 0 trở lên', en: 'a number, 0 or more' }, remedy: PLAIN_NUMBER },
  year: { must: { vi: 'năm, từ 2000 đến 2200', en: 'a year from 2000 to 2200' }, remedy: PLAIN_NUMBER },
  agencyCode: {
    must: { vi: 'mã cơ quan theo Quyết định số 20/2020/QĐ-TTg', en: 'an agency code of Quyết định 20/2020/QĐ-TTg' },
    remedy: { vi: 'Ghi như "H61.12".', en: 'Write it like "H61.12".' },
  },
  provinceCode: {
    must: {
      vi: 'mã tỉnh, thành phố theo Quyết định số 20/2020/QĐ-TTg',
      en: 'a province code of Quyết định 20/2020/QĐ-TTg',
    },
    remedy: { vi: 'Ghi như "H61".', en: 'Write it like "H61".' },
  },
}

const BOOLEAN: ExpectedForm = {
  must: { vi: 'true (có) hoặc false (không)', en: 'true or false' },
  remedy: { vi: 'Ghi true hoặc false, không đặt trong dấu nháy.', en: 'Write true or false, without quotes.' },
}
const LIST: ExpectedForm = {
  must: { vi: 'danh sách', en: 'a list' },
  remedy: { vi: 'Đặt các mục trong dấu [ ].', en: 'Put the items in [ ].' },
}
/** What a schema of the manifest wants at its place, in words. */
export function expectedForm(schema: z.core.$ZodType): ExpectedForm {
  const kind = KINDS[kindOf(schema) ?? '']
  if (kind !== undefined) return kind
  const inner = bare(schema)
  if (inner instanceof z.ZodEnum) return oneOf(choices(inner))
  if (inner instanceof z.ZodLiteral) return oneOf([...inner.values].map(String))
  if (inner instanceof z.ZodUnion) return anyOf(inner.options.map(expectedForm))
  if (inner instanceof z.ZodBoolean) return BOOLEAN
  return inner instanceof z.ZodArray ? LIST : group(keysAt(inner, []))
}

/** The values one may choose from; none where the schema is no enum. */
export function choices(schema: z.core.$ZodType): string[] {
  const inner = bare(schema)
  return inner instanceof z.ZodEnum ? Object.values(inner.enum).map(String) : []
}

function group(keys: readonly string[]): ExpectedForm {
  const list = keys.join(', ')
  return {
    must: { vi: `nhóm các mục ${list}`, en: `an object with the keys ${list}` },
    remedy: { vi: 'Đặt các mục trong dấu { }.', en: 'Put the keys and values in { }.' },
  }
}

function oneOf(values: readonly string[]): ExpectedForm {
  const list = values.map((value) => `"${value}"`).join(', ')
  if (values.length === 1) {
    return { must: { vi: list, en: list }, remedy: { vi: `Ghi đúng ${list}.`, en: `Write ${list} exactly.` } }
  }
  return {
    must: { vi: `một trong: ${list}`, en: `one of ${list}` },
    remedy: { vi: 'Chọn một giá trị trong số này.', en: 'Choose one of these.' },
  }
}

function anyOf(forms: readonly ExpectedForm[]): ExpectedForm {
  return {
    must: { vi: forms.map(({ must }) => must.vi).join(', hoặc '), en: forms.map(({ must }) => must.en).join(', or ') },
    remedy: { vi: forms.map(({ remedy }) => remedy.vi).join(' '), en: forms.map(({ remedy }) => remedy.en).join(' ') },
  }
}
