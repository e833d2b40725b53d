import type { ErrorCode } from 'yaml'
import type { Localized } from '../../../base/localized.ts'

const STRUCTURE: Localized = {
  vi: 'cách viết ở đây không theo cú pháp YAML. Kiểm tra thụt đầu dòng, dấu hai chấm và các dấu ngoặc.',
  en: 'this does not follow the syntax of YAML. Check indentation, colons and brackets.',
}
const COLON: Localized = {
  vi: 'dấu hai chấm hoặc thụt đầu dòng không đúng. Sau tên mục phải có dấu hai chấm và một dấu cách; giá trị có chứa dấu hai chấm phải đặt trong dấu nháy kép (").',
  en: 'a colon or the indentation is wrong. After a key there is a colon and a space; a value that holds a colon stands in double quotes (").',
}
const CLOSING: Localized = {
  vi: 'thiếu dấu đóng (dấu nháy hoặc dấu ngoặc) hoặc dấu hai chấm. Thêm dấu còn thiếu.',
  en: 'a closing quote or bracket, or a colon, is missing. Add it.',
}
const MARKS: Localized = {
  vi: 'bảng kê không dùng nhãn kiểu (!), neo (&) và tham chiếu (*) của YAML. Ghi giá trị trực tiếp.',
  en: 'a manifest uses no tags (!), anchors (&) or aliases (*) of YAML. Write the value itself.',
}

/** What is wrong and what to write instead, for what the YAML parser reports. */
export const YAML_FLAW_TEXTS: Readonly<Partial<Record<ErrorCode, Localized>>> = {
  TAB_AS_INDENT: {
    vi: 'đầu dòng dùng phím Tab. YAML chỉ nhận dấu cách: thay mỗi Tab bằng hai dấu cách.',
    en: 'the line begins with a tab. YAML takes only spaces: replace each tab with two spaces.',
  },
  BAD_INDENT: {
    vi: 'thụt đầu dòng không đúng, hoặc thiếu dấu đóng ngoặc. Các mục cùng cấp phải thụt vào như nhau.',
    en: 'the indentation is wrong, or a closing bracket is missing. Items of one level are indented alike.',
  },
  BAD_SCALAR_START: {
    vi: 'giá trị bắt đầu bằng ký tự đặc biệt của YAML. Đặt cả giá trị trong dấu nháy kép (").',
    en: 'the value begins with a sign that YAML reserves. Put the whole value in double quotes (").',
  },
  BAD_DQ_ESCAPE: {
    vi: 'dấu gạch chéo ngược (\\) trong chuỗi không đúng cách. Với đường dẫn tệp, dùng dấu gạch chéo xuôi (/).',
    en: 'a backslash (\\) is used wrongly inside a text. In file paths use a forward slash (/).',
  },
  MULTIPLE_DOCS: {
    vi: 'tệp có nhiều tài liệu YAML (dấu --- hoặc ... ở giữa). Chỉ giữ một bảng kê.',
    en: 'the file holds several YAML documents (a --- or ... in between). Keep one manifest.',
  },
  BLOCK_AS_IMPLICIT_KEY: COLON,
  MULTILINE_IMPLICIT_KEY: COLON,
  MISSING_CHAR: CLOSING,
  BAD_ALIAS: MARKS,
  ALIAS_PROPS: MARKS,
  MULTIPLE_ANCHORS: MARKS,
  MULTIPLE_TAGS: MARKS,
  TAG_RESOLVE_FAILED: MARKS,
}

/** What is said of a fault that has no sentence of its own. */
export const YAML_OTHER_FLAW = STRUCTURE
/** What is said of a tag, an anchor or an alias. */
export const YAML_MARK = MARKS

export const YAML_MERGE_KEY: Localized = {
  vi: 'bảng kê không dùng phép gộp (<<) của YAML. Ghi đầy đủ từng mục.',
  en: 'a manifest does not use the merge key (<<) of YAML. Write each key out.',
}
export const YAML_KEY: Localized = {
  vi: 'tên mục phải là chữ. Ghi tên mục, không ghi danh sách hay số.',
  en: 'a key must be a word. Write the name of the key, not a list or a number.',
}
