import type * as z from 'zod'
import type { Localized } from '../../base/localized.ts'
import { nearest } from '../../base/nearest.ts'
import { kindOf, longestOf } from '../../base/schema-walk.ts'
import { dateHint } from './date-hint.ts'
import { choices, expectedForm } from './expected-forms.ts'

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

const HALF_CHARACTER: Localized = {
  vi: 'có nửa ký tự Unicode (mã \\ud800–\\udfff đứng riêng), không lưu được. Gõ lại nội dung này.',
  en: 'it holds half a Unicode character (a lone \\ud800–\\udfff), which cannot be stored. Type this text again.',
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
