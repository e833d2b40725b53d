import * as z from 'zod'
import { isIsoDate } from '../../core/days.ts'
import type { Localized } from '../../core/errors.ts'
import { nearest } from '../../core/names.ts'
import { bare, keysAt, kindOf, longestOf } from '../../core/schemas.ts'
import {
  EXPECTED_BOOLEAN,
  EXPECTED_LIST,
  EXPECTED_HALF_CHARACTER as HALF_CHARACTER,
  EXPECTED_PLAIN_NUMBER as PLAIN_NUMBER,
} from '../words.ts'

/** No key is longer than this, so a longer word is no mistyped key: looking for its neighbour would only cost time. */
const LONGEST_WORD = 24

/** What was expected where `value` was met and `schema` does not allow it; `written` is a number as it stands in the file. */
export function expectedHere(schema: z.core.$ZodType, value: unknown, written?: string): Localized {
  const { must, remedy } = expectedForm(schema)
  if (value === null) {
    return {
      vi: `phải là ${must.vi}. Nếu không có thì bỏ hẳn mục này, không ghi null.`,
      en: `it must be ${must.en}. Where there is none leave the key out; do not write null.`,
    }
  }
  const long = tooLong(schema, value)
  if (long !== undefined) return long
  if (typeof value === 'string' && !value.isWellFormed()) return HALF_CHARACTER
  const kind = kindOf(schema)
  if (kind === 'date' && typeof value === 'string') return dateHint(value)
  if (kind === 'path' && typeof value === 'string') return pathHint(value)
  if (typeof value === 'number' && (kind === 'text' || kind === 'path')) {
    return {
      vi: `phải là chữ. Đặt trong dấu nháy kép: "${written ?? value}".`,
      en: `it must be a text. Put it in double quotes: "${written ?? value}".`,
    }
  }
  const near = typeof value === 'string' ? neighbour(value, choices(schema)) : undefined
  return {
    vi: `phải là ${must.vi}. ${near === undefined ? remedy.vi : `Có phải là "${near}"? Sửa lại cho đúng.`}`,
    en: `it must be ${must.en}. ${near === undefined ? remedy.en : `Did you mean "${near}"? Correct it.`}`,
  }
}

/** What is said of a text that is longer than its schema takes; undefined where it is not. */
export function tooLong(schema: z.core.$ZodType, value: unknown): Localized | undefined {
  const longest = longestOf(schema)
  if (longest === undefined || typeof value !== 'string' || value.length <= longest) return undefined
  const [found, most] = [value.length, longest]
  return {
    vi: `dài ${found.toLocaleString('vi')} ký tự, chỉ được ghi nhiều nhất ${most.toLocaleString('vi')}. Rút gọn; phần chi tiết để trong tài liệu kèm theo.`,
    en: `it has ${found.toLocaleString('en')} characters; at most ${most.toLocaleString('en')} may stand here. Shorten it; details belong in a document of the bundle.`,
  }
}

/** What is said where a key that must be there is not. */
export function expectedKey(schema: z.core.$ZodType): Localized {
  const { must, remedy } = expectedForm(schema)
  return {
    vi: `mục bắt buộc này chưa khai; phải là ${must.vi}. ${remedy.vi}`,
    en: `this required key is not given; it must be ${must.en}. ${remedy.en}`,
  }
}

/** What is said of a key the manifest does not have; `known` are the keys it could have there. */
export function unknownKey(key: string, known: readonly string[]): Localized {
  const near = neighbour(key, known)
  if (near !== undefined) {
    return {
      vi: `bảng kê không có mục '${key}'. Có phải là '${near}'? Sửa tên mục, hoặc xóa mục này.`,
      en: `there is no key '${key}' here. Did you mean '${near}'? Correct the key, or delete it.`,
    }
  }
  const list = known.join(', ')
  return {
    vi: `bảng kê không có mục này ở đây. Xóa mục này; các mục được khai: ${list}.`,
    en: `there is no such key here. Delete it; the keys that may stand here are ${list}.`,
  }
}

function neighbour(word: string, known: readonly string[]): string | undefined {
  return word.length > LONGEST_WORD ? undefined : nearest(word, known)
}

function pathHint(path: string): Localized {
  if (path.includes('\\')) {
    const meant = path.replaceAll('\\', '/')
    return {
      vi: `đường dẫn dùng dấu gạch chéo ngược. Dùng dấu /, tính từ thư mục chứa bảng kê, như "${meant}".`,
      en: `the path has backslashes. Use /, from the folder of the manifest, like "${meant}".`,
    }
  }
  return {
    vi: 'đường dẫn phải trỏ đến một tệp trong bộ hồ sơ. Ghi đường dẫn tính từ thư mục chứa bảng kê, không bắt đầu bằng / hoặc tên ổ đĩa, không có "..", như "tai-lieu/bien-ban.pdf".',
    en: 'the path must lead to a file in the bundle. Write it from the folder of the manifest, without a leading / or drive letter and without "..", like "tai-lieu/bien-ban.pdf".',
  }
}

/** What may stand at a place: `must` completes "must be …", `remedy` is a sentence of its own. */
interface ExpectedForm {
  must: Localized
  remedy: Localized
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

const BOOLEAN: ExpectedForm = EXPECTED_BOOLEAN
const LIST: ExpectedForm = EXPECTED_LIST
/** What a schema of the manifest wants at its place, in words. */
function expectedForm(schema: z.core.$ZodType): ExpectedForm {
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
function choices(schema: z.core.$ZodType): string[] {
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

const DAY_FIRST = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})$/
const YEAR_FIRST = /^(\d{4})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})$/
const IN_WORDS = /^(?:ngày\s+)?(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})$/iu
const EXAMPLE = '2026-02-28'

/**
 * What to write where a date was expected and `written` was met. Dates as officers write them (05/3/2026, ngày 05 tháng
 * 3 năm 2026) come back in the form of the manifest; one that does not exist comes back as the last day of its month.
 */
export function dateHint(written: string): Localized {
  const [year, month, day] = parts(written.trim())
  if (year === undefined) {
    return {
      vi: `không phải ngày tháng. Ghi theo dạng ${EXAMPLE} (năm-tháng-ngày).`,
      en: `this is not a date. Write it like ${EXAMPLE} (year-month-day).`,
    }
  }
  if (year < 1900 || year > 2200) {
    return {
      vi: `năm phải từ 1900 đến 2200. Ghi theo dạng ${EXAMPLE}.`,
      en: `the year must be from 1900 to 2200. Write it like ${EXAMPLE}.`,
    }
  }
  const meant = iso(year, month, day)
  if (isIsoDate(meant))
    return {
      vi: `cách ghi ngày chưa đúng. Ghi theo dạng ${meant}.`,
      en: `a date is written otherwise here. Write ${meant}.`,
    }
  const near = [30, 29, 28].map((last) => iso(year, month, last)).find(isIsoDate) ?? EXAMPLE
  return { vi: `không có ngày này. Ghi theo dạng ${near}.`, en: `there is no such day. Write it like ${near}.` }
}

type Parts = [year: number, month: number, day: number] | [undefined, undefined, undefined]

function parts(written: string): Parts {
  const dayFirst = DAY_FIRST.exec(written) ?? IN_WORDS.exec(written)
  if (dayFirst) return [Number(dayFirst[3]), Number(dayFirst[2]), Number(dayFirst[1])]
  const yearFirst = YEAR_FIRST.exec(written)
  if (yearFirst) return [Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3])]
  return [undefined, undefined, undefined]
}

function iso(year: number, month: number, day: number): string {
  return [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')
}
