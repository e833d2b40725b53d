import type { Problem } from '../../base/errors.ts'
import { MAX_KEY, MAX_NESTING, MAX_VALUES, type TextFault } from './parsed-text.ts'
import { shownValue } from './shown-value.ts'

/** A key that its object has already since line `first`; `found` is its value this time. */
export function duplicateKey(pointer: string, line: number, first: number, found: string): Problem {
  return {
    pointer,
    line,
    found,
    expected: {
      vi: `mục này đã khai ở dòng ${first}. Chỉ giữ lại một, xóa mục kia.`,
      en: `this key is already given on line ${first}. Keep one and delete the other.`,
    },
  }
}

/** Nested deeper than a manifest can be; seen before anything recursive touches it. */
export function tooDeep(line: number): { fault: TextFault } {
  return {
    fault: { code: 'manifest-too-deep', found: String(MAX_NESTING), problems: [limit(line, `> ${MAX_NESTING}`)] },
  }
}

/** A key longer than any can be: nothing below it is looked at. */
export function keyTooLong(line: number, key: string): Problem {
  return {
    line,
    found: shownValue(key),
    expected: {
      vi: `tên mục dài ${key.length} ký tự, nhiều nhất ${MAX_KEY}. Kiểm tra xem có thiếu dấu nháy hoặc dấu hai chấm không; xóa mục này.`,
      en: `this key has ${key.length} characters, at most ${MAX_KEY} are allowed. Look for a missing quote or colon; delete this key.`,
    },
  }
}

/** More values than a manifest can have. */
export function tooMany(line: number): { fault: TextFault } {
  return {
    fault: { code: 'manifest-too-many-values', found: String(MAX_VALUES), problems: [limit(line, `> ${MAX_VALUES}`)] },
  }
}

function limit(line: number, found: string): Problem {
  return {
    line,
    found,
    expected: {
      vi: 'từ dòng này trở đi vượt giới hạn. Kiểm tra xem có dấu ngoặc mở thừa hoặc dữ liệu lặp lại không.',
      en: 'the limit is passed from this line on. Look for brackets opened by mistake or repeated data.',
    },
  }
}
