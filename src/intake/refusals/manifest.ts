import type { RefusalText } from './refusal.ts'

const CORRECT_EACH: RefusalText['remedy'] = {
  vi: 'Sửa từng chỗ theo danh sách kèm theo, nén lại và gửi lại bộ hồ sơ.',
  en: 'Correct each place in the list, compress the bundle again and send it again.',
}

/** Refusals on account of the manifest (Bảng kê hồ sơ) or the authority's catalogue, by their published codes. */
export const MANIFEST_REFUSALS = {
  'manifest-missing': {
    message: {
      vi: 'Bộ hồ sơ không có bảng kê (ho-so.xlsx, manifest.json hoặc manifest.yaml) ở thư mục gốc hoặc trong thư mục duy nhất ngoài cùng. Tệp có tên gần giống: {found}.',
      en: 'The bundle has no manifest (ho-so.xlsx, manifest.json or manifest.yaml) at its root or in its single top folder. Files with a similar name: {found}.',
    },
    remedy: {
      vi: 'Đặt đúng một bảng kê (ho-so.xlsx hoặc manifest.json) ở thư mục gốc của bộ hồ sơ, kiểm tra đuôi tệp không bị ẩn (như manifest.json.txt), nén lại và gửi lại.',
      en: 'Put exactly one manifest (ho-so.xlsx or manifest.json) at the root of the bundle, check for a hidden file extension (such as manifest.json.txt), compress it again and send it again.',
    },
  },
  'manifest-ambiguous': {
    message: {
      vi: 'Bộ hồ sơ có nhiều bảng kê: {found}. Không xác định được bảng kê nào là chính thức.',
      en: 'The bundle has several manifests: {found}. Which one counts cannot be told.',
    },
    remedy: {
      vi: 'Chỉ giữ lại một bảng kê, xóa hoặc đổi tên các tệp còn lại, nén lại và gửi lại.',
      en: 'Keep one manifest, delete or rename the others, compress the bundle again and send it again.',
    },
  },
  'manifest-workbook-unreadable': {
    message: {
      vi: 'Không đọc được bảng kê {entry} như một sổ tính Excel (XLSX).',
      en: 'The manifest {entry} cannot be read as an Excel workbook (XLSX).',
    },
    remedy: {
      vi: 'Mở tệp bằng Excel, lưu lại dạng .xlsx (không đặt mật khẩu), nén lại và gửi lại. Nếu không mở được, tạo tệp mới bằng lệnh qms-verdict template và khai lại.',
      en: 'Open the file in Excel, save it again as .xlsx (without a password), compress the bundle again and send it again. If it does not open, make a new one with qms-verdict template and fill it in.',
    },
  },
  'manifest-too-large': {
    message: {
      vi: 'Bảng kê {entry} quá lớn: {found}.',
      en: 'The manifest {entry} is too large: {found}.',
    },
    remedy: {
      vi: 'Chỉ khai thông tin trong bảng kê, để nội dung tài liệu ở các tệp riêng. Bảng kê YAML lớn thì chuyển sang manifest.json; danh mục TTHC dài thì để trong một tệp riêng và nêu tên tệp đó trong bảng kê.',
      en: 'State facts in the manifest and keep documents in files of their own. Turn a large YAML manifest into manifest.json; put a long list of procedures into catalogue.file.',
    },
  },
  'manifest-empty': {
    message: { vi: 'Bảng kê {entry} trống.', en: 'The manifest {entry} is empty.' },
    remedy: {
      vi: 'Mở tệp để kiểm tra, lưu lại bảng kê có nội dung, nén lại và gửi lại.',
      en: 'Open the file, save the manifest with its content, compress the bundle again and send it again.',
    },
  },
  'manifest-encoding': {
    message: {
      vi: 'Bảng kê {entry} không ở bảng mã UTF-8 ({found}), nên không đọc đúng được tiếng Việt.',
      en: 'The manifest {entry} is not in UTF-8 ({found}), so its Vietnamese cannot be read correctly.',
    },
    remedy: {
      vi: 'Mở tệp bằng Notepad, chọn Lưu thành (Save As), mục Mã hóa (Encoding) chọn UTF-8 rồi lưu lại. Nếu gõ bằng phông TCVN3 hoặc VNI, chuyển sang Unicode trước khi lưu.',
      en: 'Open the file in Notepad, choose Save As, set Encoding to UTF-8 and save it. Text typed in TCVN3 or VNI fonts must be converted to Unicode first.',
    },
  },
  'manifest-not-parseable': {
    message: {
      vi: 'Bảng kê {entry} sai cú pháp; số chỗ sai: {found}.',
      en: 'The syntax of the manifest {entry} is wrong; places: {found}.',
    },
    remedy: CORRECT_EACH,
  },
  'manifest-too-deep': {
    message: {
      vi: 'Bảng kê {entry} có các dấu ngoặc hoặc mục lồng nhau quá {found} cấp.',
      en: 'The manifest {entry} nests its lists and objects more than {found} levels deep.',
    },
    remedy: {
      vi: 'Kiểm tra các dấu ngoặc mở thừa; bảng kê đúng mẫu không lồng quá 6 cấp.',
      en: 'Look for brackets opened by mistake; a manifest in the right form nests no more than 6 levels.',
    },
  },
  'manifest-too-many-values': {
    message: {
      vi: 'Bảng kê {entry} có quá nhiều giá trị (hơn {found}).',
      en: 'The manifest {entry} holds too many values (over {found}).',
    },
    remedy: {
      vi: 'Kiểm tra dữ liệu lặp lại; danh mục TTHC dài thì để trong một tệp riêng và nêu tên tệp đó trong bảng kê.',
      en: 'Look for repeated data; put a long list of procedures into catalogue.file.',
    },
  },
  'manifest-not-object': {
    message: {
      vi: 'Bảng kê {entry} phải là một nhóm các mục trong dấu { }, nhưng gặp {found}.',
      en: 'The manifest {entry} must be one object in { }, but it is {found}.',
    },
    remedy: {
      vi: 'Bắt đầu bảng kê bằng dấu { và kết thúc bằng dấu }, bên trong là các mục format, agency, assessmentYear…',
      en: 'Begin the manifest with { and end it with }; inside stand the keys format, agency, assessmentYear…',
    },
  },
  'manifest-invalid': {
    message: {
      vi: 'Bảng kê {entry} có nội dung chưa đúng; số chỗ cần sửa: {found}.',
      en: 'The content of the manifest {entry} is not right; places to correct: {found}.',
    },
    remedy: CORRECT_EACH,
  },
  'catalogue-invalid': {
    message: {
      vi: 'Không dùng được danh mục thủ tục hành chính {entry} của cơ quan có thẩm quyền:',
      en: 'The catalogue of procedures {entry} of the authority cannot be used:',
    },
    remedy: {
      vi: 'Sửa danh mục theo hướng dẫn trên rồi chạy lại; nếu không có danh mục thì bỏ tùy chọn này.',
      en: 'Correct the catalogue as said above and run again; without a catalogue leave the option out.',
    },
  },
} as const satisfies Record<string, RefusalText>

export type ManifestRefusalCode = keyof typeof MANIFEST_REFUSALS

/** Texts of `src/intake/manifest/source-text.ts`. */
export const SOURCE_TEXT_TEXTS = {
  lineNotTextIn: { vi: 'dòng này không phải chữ theo bảng mã UTF-8.', en: 'this line is not text in UTF-8.' },
} as const

/** Texts of `src/intake/manifest/yaml.ts`. */
export const YAML_TEXTS = {
  lineBeginsWithTab: {
    vi: 'đầu dòng dùng phím Tab. YAML chỉ nhận dấu cách: thay mỗi Tab bằng hai dấu cách.',
    en: 'the line begins with a tab. YAML takes only spaces: replace each tab with two spaces.',
  },
  indentationWrongOrClosing: {
    vi: 'thụt đầu dòng không đúng, hoặc thiếu dấu đóng ngoặc. Các mục cùng cấp phải thụt vào như nhau.',
    en: 'the indentation is wrong, or a closing bracket is missing. Items of one level are indented alike.',
  },
  valueBeginsWithSign: {
    vi: 'giá trị bắt đầu bằng ký tự đặc biệt của YAML. Đặt cả giá trị trong dấu nháy kép (").',
    en: 'the value begins with a sign that YAML reserves. Put the whole value in double quotes (").',
  },
  backslashUsedWronglyInside: {
    vi: 'dấu gạch chéo ngược (\\) trong chuỗi không đúng cách. Với đường dẫn tệp, dùng dấu gạch chéo xuôi (/).',
    en: 'a backslash (\\) is used wrongly inside a text. In file paths use a forward slash (/).',
  },
  fileHoldsSeveralYaml: {
    vi: 'tệp có nhiều tài liệu YAML (dấu --- hoặc ... ở giữa). Chỉ giữ một bảng kê.',
    en: 'the file holds several YAML documents (a --- or ... in between). Keep one manifest.',
  },
} as const

/** Texts of `src/intake/manifest/json.ts`. */
export const JSON_TEXTS = {
  column: { vi: 'cột {column}: {reason}', en: 'column {column}: {reason}' },
} as const

/** Texts of `src/intake/manifest/expected.ts`. */
export const EXPECTED_TEXTS = {
  mustWhereNoneLeave: {
    vi: 'phải là {must}. Nếu không có thì bỏ hẳn mục này, không ghi null.',
    en: 'it must be {must}. Where there is none leave the key out; do not write null.',
  },
  mustTextPutIn: {
    vi: 'phải là chữ. Đặt trong dấu nháy kép: "{written}".',
    en: 'it must be a text. Put it in double quotes: "{written}".',
  },
  didYouMeanCorrect: { vi: 'Có phải là "{near}"? Sửa lại cho đúng.', en: 'Did you mean "{near}"? Correct it.' },
  must: { vi: 'phải là {must}. {near}', en: 'it must be {must}. {near}' },
  charactersAtMostMay: {
    vi: 'dài {found} ký tự, chỉ được ghi nhiều nhất {most}. Rút gọn; phần chi tiết để trong tài liệu kèm theo.',
    en: 'it has {found} characters; at most {most} may stand here. Shorten it; details belong in a document of the bundle.',
  },
  requiredKeyNotGiven: {
    vi: 'mục bắt buộc này chưa khai; phải là {must}. {remedy}',
    en: 'this required key is not given; it must be {must}. {remedy}',
  },
  noKeyHereDid: {
    vi: "bảng kê không có mục '{key}'. Có phải là '{near}'? Sửa tên mục, hoặc xóa mục này.",
    en: "there is no key '{key}' here. Did you mean '{near}'? Correct the key, or delete it.",
  },
  noSuchKeyHere: {
    vi: 'bảng kê không có mục này ở đây. Xóa mục này; các mục được khai: {list}.',
    en: 'there is no such key here. Delete it; the keys that may stand here are {list}.',
  },
  pathBackslashesUseFrom: {
    vi: 'đường dẫn dùng dấu gạch chéo ngược. Dùng dấu /, tính từ thư mục chứa bảng kê, như "{meant}".',
    en: 'the path has backslashes. Use /, from the folder of the manifest, like "{meant}".',
  },
  pathMustLeadFile: {
    vi: 'đường dẫn phải trỏ đến một tệp trong bộ hồ sơ. Ghi đường dẫn tính từ thư mục chứa bảng kê, không bắt đầu bằng / hoặc tên ổ đĩa, không có "..", như "tai-lieu/bien-ban.pdf".',
    en: 'the path must lead to a file in the bundle. Write it from the folder of the manifest, without a leading / or drive letter and without "..", like "tai-lieu/bien-ban.pdf".',
  },
  date: { vi: 'ngày tháng', en: 'a date' },
  writeInDoubleQuotes: {
    vi: 'Ghi trong dấu nháy kép theo dạng "2026-02-28".',
    en: 'Write it in double quotes, like "2026-02-28".',
  },
  pathFileInBundle: { vi: 'đường dẫn đến một tệp trong bộ hồ sơ', en: 'the path of a file in the bundle' },
  writeFromFolderManifest: {
    vi: 'Ghi đường dẫn tính từ thư mục chứa bảng kê, dùng dấu /, như "tai-lieu/bien-ban.pdf".',
    en: 'Write it from the folder of the manifest, with /, like "tai-lieu/bien-ban.pdf".',
  },
  textNotEmpty: { vi: 'chữ, không để trống', en: 'a text that is not empty' },
  writeindoublequotes2: { vi: 'Ghi nội dung trong dấu nháy kép.', en: 'Write it in double quotes.' },
  wholeNumber0Or: { vi: 'số nguyên từ 0 trở lên', en: 'a whole number, 0 or more' },
  number0OrMore: { vi: 'số từ 0 trở lên', en: 'a number, 0 or more' },
  yearFrom20002200: { vi: 'năm, từ 2000 đến 2200', en: 'a year from 2000 to 2200' },
  agencyCodeQuyT: {
    vi: 'mã cơ quan theo Quyết định số 20/2020/QĐ-TTg',
    en: 'an agency code of Quyết định 20/2020/QĐ-TTg',
  },
  writeLikeH6112: { vi: 'Ghi như "H61.12".', en: 'Write it like "H61.12".' },
  provinceCodeQuyT: {
    vi: 'mã tỉnh, thành phố theo Quyết định số 20/2020/QĐ-TTg',
    en: 'a province code of Quyết định 20/2020/QĐ-TTg',
  },
  writeLikeH61: { vi: 'Ghi như "H61".', en: 'Write it like "H61".' },
  objectWithKeys: { vi: 'nhóm các mục {list}', en: 'an object with the keys {list}' },
  putKeysValuesIn: { vi: 'Đặt các mục trong dấu { }.', en: 'Put the keys and values in { }.' },
  writeExactly: { vi: 'Ghi đúng {list}.', en: 'Write {list} exactly.' },
  one: { vi: 'một trong: {list}', en: 'one of {list}' },
  chooseOneThese: { vi: 'Chọn một giá trị trong số này.', en: 'Choose one of these.' },
  notDateWriteLike: {
    vi: 'không phải ngày tháng. Ghi theo dạng {example} (năm-tháng-ngày).',
    en: 'this is not a date. Write it like {example} (year-month-day).',
  },
  yearMustFrom1900: {
    vi: 'năm phải từ 1900 đến 2200. Ghi theo dạng {example}.',
    en: 'the year must be from 1900 to 2200. Write it like {example}.',
  },
  dateWrittenOtherwiseHere: {
    vi: 'cách ghi ngày chưa đúng. Ghi theo dạng {meant}.',
    en: 'a date is written otherwise here. Write {meant}.',
  },
  noSuchDayWrite: { vi: 'không có ngày này. Ghi theo dạng {near}.', en: 'there is no such day. Write it like {near}.' },
} as const

/** Texts of `src/intake/manifest/parsed-text.ts`. */
export const PARSED_TEXT_TEXTS = {
  keyAlreadyGivenOn: {
    vi: 'mục này đã khai ở dòng {first}. Chỉ giữ lại một, xóa mục kia.',
    en: 'this key is already given on line {first}. Keep one and delete the other.',
  },
  keyCharactersAtMost: {
    vi: 'tên mục dài {key} ký tự, nhiều nhất {maxKey}. Kiểm tra xem có thiếu dấu nháy hoặc dấu hai chấm không; xóa mục này.',
    en: 'this key has {key} characters, at most {maxKey} are allowed. Look for a missing quote or colon; delete this key.',
  },
  limitPassedFromLine: {
    vi: 'từ dòng này trở đi vượt giới hạn. Kiểm tra xem có dấu ngoặc mở thừa hoặc dữ liệu lặp lại không.',
    en: 'the limit is passed from this line on. Look for brackets opened by mistake or repeated data.',
  },
} as const
