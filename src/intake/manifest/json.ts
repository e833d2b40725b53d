import type { Localized, Problem } from '../../core/errors.ts'
import { displayName, shownPiece, shownValue } from '../display.ts'
import { type JsonFlaw, type JsonToken, nextToken, walkJson } from './json-walk.ts'
import {
  duplicateKey,
  keyTooLong,
  type ParsedText,
  ProblemList,
  type TextPlace,
  type TextReading,
  tooDeep,
  tooMany,
} from './parsed-text.ts'
import type { SourceText } from './source-text.ts'

/**
 * Reads a JSON text (RFC 8259) and tells every fault of its syntax with line and column. Keys given twice are problems,
 * not silently the last one.
 */
export function readJson(source: SourceText): TextReading<ParsedText> {
  const flaws = new ProblemList()
  const duplicates = new ProblemList()
  const end = walkJson(source.text, {
    flaw: (flaw) => flaws.add(() => flawProblem(source, flaw)),
    duplicate: (pointer, key, first) =>
      duplicates.add(() =>
        duplicateKey(pointer(), source.lineAt(key.start), source.lineAt(first), valueAfter(source.text, key)),
      ),
  })
  if (end.stopped === 'tooDeep') return tooDeep(source.lineAt(end.at))
  if (end.stopped === 'tooMany') return tooMany(source.lineAt(end.at))
  if (end.stopped === 'keyTooLong')
    flaws.add(() => keyTooLong(source.lineAt(end.at), source.text.slice(end.at, end.end).replaceAll('"', '')))
  if (flaws.count > 0) {
    return { fault: { code: 'manifest-not-parseable', found: String(flaws.count), problems: flaws.listed } }
  }
  const value: unknown = JSON.parse(source.text)
  return { ok: { value, problems: duplicates, places: (pointers) => places(source, pointers) } }
}

function valueAfter(text: string, key: JsonToken): string {
  const { kind, start, end } = nextToken(text, nextToken(text, key.end).end)
  if (kind === '[' || kind === '{') return kind === '[' ? '[…]' : '{…}'
  return kind === 'string' ? shownValue(text.slice(start + 1, end - 1)) : displayName(text.slice(start, end))
}

function flawProblem(source: SourceText, flaw: JsonFlaw): Problem {
  const column = source.columnAt(flaw.start)
  const opened = String(source.lineAt(flaw.opened ?? 0))
  const { vi, en } = JSON_FLAW_TEXTS[flaw.kind]
  const expected: Localized = {
    vi: `cột ${column}: ${vi.replace('{line}', opened)}`,
    en: `column ${column}: ${en.replace('{line}', opened)}`,
  }
  return { line: source.lineAt(flaw.start), found: shownPiece(source.text.slice(flaw.start, flaw.end)), expected }
}

function places(source: SourceText, pointers: ReadonlySet<string>): Map<string, TextPlace> {
  const found = new Map<string, TextPlace>()
  if (pointers.size === 0) return found
  walkJson(source.text, {
    value: (pointer, token, key) => {
      const at = pointer()
      if (!pointers.has(at)) return
      const place: TextPlace = { line: source.lineAt(key ?? token.start) }
      const written = token.kind === 'scalar' ? source.text.slice(token.start, token.end) : undefined
      found.set(at, written === undefined ? place : { ...place, written })
    },
  })
  return found
}

/**
 * What is wrong and what to write instead, for each fault of JSON syntax; the whole sentence reads
 * "manifest.json dòng 3: gặp 'x', cột 7: …". `{line}` is the line of the bracket the fault is about.
 */
const JSON_FLAW_TEXTS: Readonly<Record<JsonFlaw['kind'], Localized>> = {
  comment: {
    vi: 'JSON không có chú thích. Xóa phần chú thích này.',
    en: 'JSON has no comments. Delete this comment.',
  },
  oddSpace: {
    vi: 'đây là khoảng trắng đặc biệt (thường do chép từ Word). Thay bằng dấu cách thường.',
    en: 'this is a special space (often copied from Word). Replace it with an ordinary space.',
  },
  singleQuotes: {
    vi: 'chuỗi phải đặt trong dấu nháy kép thẳng ("). Thay dấu nháy đơn bằng dấu nháy kép.',
    en: 'texts stand in straight double quotes ("). Replace the single quotes.',
  },
  smartQuotes: {
    vi: 'đây là dấu nháy cong (thường do Word tự đổi). Thay bằng dấu nháy kép thẳng (").',
    en: 'these are curly quotes (Word makes them by itself). Replace them with straight double quotes (").',
  },
  unclosedString: {
    vi: 'chuỗi mở bằng dấu nháy kép nhưng không đóng trên cùng dòng. Thêm dấu nháy kép (") ở cuối chuỗi.',
    en: 'a text is opened with a double quote and not closed on the same line. Add a double quote (") at its end.',
  },
  controlInString: {
    vi: 'trong chuỗi có ký tự điều khiển (như phím Tab). Thay bằng dấu cách.',
    en: 'there is a control character (such as a tab) inside a text. Replace it with a space.',
  },
  badEscape: {
    vi: 'dấu gạch chéo ngược (\\) trong chuỗi không đúng cách. Với đường dẫn tệp, dùng dấu gạch chéo xuôi (/).',
    en: 'a backslash (\\) is used wrongly inside a text. In file paths use a forward slash (/).',
  },
  badNumber: {
    vi: 'số viết không đúng. Viết như 15 hoặc 0.5 (dấu chấm thập phân, không có số 0 ở đầu); mã và ngày tháng đặt trong dấu nháy kép.',
    en: 'this is not a number in JSON. Write it like 15 or 0.5 (decimal point, no leading zeros); codes and dates stand in double quotes.',
  },
  bareWord: {
    vi: 'chữ và ngày tháng phải đặt trong dấu nháy kép ("); không có dấu nháy chỉ được ghi số, true, false hoặc null.',
    en: 'words and dates stand in double quotes ("); only numbers, true, false and null stand without.',
  },
  missingComma: {
    vi: 'thiếu dấu phẩy trước chỗ này. Thêm dấu phẩy (,) sau mục đứng trước.',
    en: 'a comma is missing before this. Add a comma (,) after the item before it.',
  },
  trailingComma: {
    vi: 'thừa dấu phẩy sau mục cuối cùng. Xóa dấu phẩy này.',
    en: 'there is a comma after the last item. Delete this comma.',
  },
  extraComma: {
    vi: 'thừa dấu phẩy, hoặc thiếu một mục trước dấu phẩy. Xóa dấu phẩy thừa.',
    en: 'there is a comma too many, or an item is missing before it. Delete the comma.',
  },
  missingColon: {
    vi: 'thiếu dấu hai chấm giữa tên mục và giá trị. Thêm dấu hai chấm (:) trước chỗ này.',
    en: 'a colon is missing between a key and its value. Add a colon (:) before this.',
  },
  missingValue: {
    vi: 'tên mục đứng trước chưa có giá trị. Ghi giá trị, hoặc bỏ cả mục nếu không có.',
    en: 'the key before this has no value. Write its value, or leave the key out.',
  },
  unexpected: {
    vi: 'dấu này không được đứng ở đây. Xóa dấu này, hoặc kiểm tra dấu ngoặc { } bao quanh.',
    en: 'this sign cannot stand here. Delete it, or check the { } around it.',
  },
  unquotedKey: {
    vi: 'tên mục phải đặt trong dấu nháy kép (").',
    en: 'keys stand in double quotes (").',
  },
  keyExpected: {
    vi: 'trong dấu { } phải là tên mục đặt trong dấu nháy kép, rồi dấu hai chấm. Thêm tên mục, hoặc dùng dấu [ ] cho danh sách.',
    en: 'inside { } there must be a key in double quotes and a colon. Add the key, or use [ ] for a list.',
  },
  mismatch: {
    vi: 'dấu đóng ngoặc này không khớp với dấu mở ngoặc ở dòng {line}. Kiểm tra các cặp { } và [ ].',
    en: 'this bracket does not close the one opened on line {line}. Check the pairs of { } and [ ].',
  },
  unclosed: {
    vi: 'tệp kết thúc mà dấu ngoặc mở ở dòng {line} chưa đóng. Thêm dấu đóng ngoặc; nếu tệp bị cắt cụt, lưu lại rồi gửi lại.',
    en: 'the file ends before the bracket opened on line {line} is closed. Close it; if the file was cut off, save and send it again.',
  },
  noValue: {
    vi: 'tệp không có nội dung. Bắt đầu bằng dấu { và kết thúc bằng dấu }.',
    en: 'the file has no content. Begin with { and end with }.',
  },
  afterEnd: {
    vi: 'sau dấu } cuối cùng của tệp không được có gì nữa. Xóa phần thừa, hoặc xóa dấu đóng ngoặc thừa phía trước.',
    en: 'nothing may follow the last } of the file. Delete the rest, or the bracket too many before it.',
  },
}
