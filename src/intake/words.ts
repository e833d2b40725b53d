import type { Localized } from '../core/errors.ts'

/** Why a JSON catalogue of the authority cannot be used, by what its reader says of a text. */
export const AUTHORITY_CATALOGUE_CATALOGUE_FAULTS = {
  'manifest-empty': { vi: 'tệp trống.', en: 'the file is empty.' },
  'manifest-encoding': { vi: 'tệp không ở bảng mã UTF-8.', en: 'the file is not in UTF-8.' },
  'manifest-not-parseable': {
    vi: 'tệp sai cú pháp JSON, xem từng chỗ kèm theo.',
    en: 'the syntax of its JSON is wrong, see each place.',
  },
  'manifest-too-deep': { vi: 'các dấu ngoặc lồng nhau quá sâu.', en: 'its brackets nest too deep.' },
  'manifest-too-many-values': { vi: 'tệp có quá nhiều giá trị.', en: 'it holds too many values.' },
  'manifest-not-object': {
    vi: 'tệp phải là một nhóm các mục trong dấu { } có mục procedures.',
    en: 'it must be one object in { } with the key procedures.',
  },
  'manifest-invalid': {
    vi: 'nội dung tệp chưa đúng, xem từng chỗ kèm theo.',
    en: 'its content is not right, see each place.',
  },
} as const

export const AUTHORITY_RECORD_NOT_JSON: Localized = {
  vi: 'tệp không phải là JSON có một nhóm mục trong dấu { }, bảng mã UTF-8.',
  en: 'the file is no JSON of one object in { }, in UTF-8.',
}

export const EXPECTED_BOOLEAN = {
  must: { vi: 'true (có) hoặc false (không)', en: 'true or false' },
  remedy: { vi: 'Ghi true hoặc false, không đặt trong dấu nháy.', en: 'Write true or false, without quotes.' },
} as const

export const EXPECTED_HALF_CHARACTER: Localized = {
  vi: 'có nửa ký tự Unicode (mã \\ud800–\\udfff đứng riêng), không lưu được. Gõ lại nội dung này.',
  en: 'it holds half a Unicode character (a lone \\ud800–\\udfff), which cannot be stored. Type this text again.',
}

export const EXPECTED_LIST = {
  must: { vi: 'danh sách', en: 'a list' },
  remedy: { vi: 'Đặt các mục trong dấu [ ].', en: 'Put the items in [ ].' },
} as const

export const EXPECTED_PLAIN_NUMBER: Localized = {
  vi: 'Ghi bằng chữ số, không đặt trong dấu nháy, không có dấu chấm hay dấu phẩy ngăn hàng nghìn.',
  en: 'Write digits alone: no quotes, no separators of thousands.',
}

export const FILE_KINDS_RESAVE = {
  vi: 'Mở danh mục bằng Excel, chọn Lưu thành (Save As), dạng Excel Workbook (.xlsx), rồi nộp lại.',
  en: 'Open the list in Excel, choose Save As, Excel Workbook (.xlsx), and send it anew.',
}

/**
 * What is wrong and what to write instead, for each fault of JSON syntax; the whole sentence reads
 * "manifest.json dòng 3: gặp 'x', cột 7: …". `{line}` is the line of the bracket the fault is about.
 */
export const JSON_JSON_FLAW_TEXTS = {
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
} as const

/** What can be told of a container that was read all the same. */
export const NOTICES_CONTAINER_NOTICES = {
  'litter-ignored': {
    vi: 'Đã bỏ qua các tệp do hệ điều hành hoặc Word tự sinh (__MACOSX, .DS_Store, Thumbs.db, desktop.ini, ~$…).',
    en: 'Files that the operating system or Word adds by itself (__MACOSX, .DS_Store, Thumbs.db, desktop.ini, ~$…) were ignored.',
  },
  'names-windows-1258': {
    vi: 'Tên tệp không được ghi bằng Unicode; đã đọc theo bảng mã tiếng Việt Windows-1258. Đề nghị kiểm tra lại tên tệp.',
    en: 'File names are not recorded in Unicode; they were read as Vietnamese Windows-1258. Please check them.',
  },
  'names-cp437': {
    vi: 'Tên tệp không được ghi bằng Unicode; đã đọc theo bảng mã CP437, dấu tiếng Việt có thể đã mất. Đề nghị kiểm tra lại tên tệp.',
    en: 'File names are not recorded in Unicode; they were read as CP437, Vietnamese accents may be lost. Please check them.',
  },
  'backslash-separators': {
    vi: 'Tên tệp dùng dấu "\\" giữa các thư mục; đã đọc như dấu "/".',
    en: 'File names use "\\" between folders; it was read as "/".',
  },
  'appended-data': {
    vi: 'Sau phần kết thúc của tệp ZIP còn dữ liệu thừa; đã bỏ qua.',
    en: 'There is surplus data after the end of the ZIP file; it was ignored.',
  },
  'unclaimed-bytes': {
    vi: 'Trong tệp ZIP có đoạn dữ liệu không thuộc tệp nào; đã bỏ qua.',
    en: 'The ZIP file holds bytes that belong to no entry; they were ignored.',
  },
  'ambiguous-flags': {
    vi: 'Một số cờ trong mục lục và ở phần đầu tệp ghi khác nhau; nội dung vẫn đọc được và khớp mã kiểm tra.',
    en: 'Some flags differ between the directory and the data; the content could be read and matches its checksum.',
  },
} satisfies Record<string, Localized>

export const REFUSAL_WORDS = {
  vi: { line: 'dòng', sheet: 'trang', cell: 'ô', is: 'là', met: 'gặp' },
  en: { line: 'line', sheet: 'sheet', cell: 'cell', is: 'is', met: 'found' },
} as const

export const REGISTER_NO_HEADING: Localized = {
  vi: 'Không tìm thấy dòng tiêu đề có đủ các cột Mã cơ quan, Tên cơ quan, Khối (hoặc code, name, block). Đặt tên cột như vậy rồi chạy lại.',
  en: 'There is no heading row with the columns code, name, block (or Mã cơ quan, Tên cơ quan, Khối). Name the columns so and run it again.',
}

export const VALUES_FORMULA_ERROR: Localized = {
  vi: 'công thức trong ô này báo lỗi. Xóa công thức và ghi giá trị.',
  en: 'the formula in this cell fails. Delete it and write the value.',
}

export const VALUES_LIST: Localized = {
  vi: 'Ghi danh sách, cách nhau bằng dấu chấm phẩy.',
  en: 'Write a list, parted by semicolons.',
}

export const VALUES_NOT_TEXT: Localized = {
  vi: 'Excel đã đổi nội dung ô này thành ngày tháng. Đặt định dạng ô là Text (Văn bản) rồi ghi lại.',
  en: 'Excel turned what was written here into a date. Set the format of the cell to Text and write it again.',
}

export const VALUES_NUMBER: Localized = {
  vi: 'Ghi một số nguyên từ 0 trở lên, chỉ gồm chữ số.',
  en: 'Write a whole number, 0 or more, in digits alone.',
}

export const WORKSHEET_RESAVE = {
  vi: 'Mở tệp bằng Excel, lưu lại dạng .xlsx rồi nộp lại.',
  en: 'Open the file in Excel, save it again as .xlsx and send it anew.',
}

export const YAML_CLOSING: Localized = {
  vi: 'thiếu dấu đóng (dấu nháy hoặc dấu ngoặc) hoặc dấu hai chấm. Thêm dấu còn thiếu.',
  en: 'a closing quote or bracket, or a colon, is missing. Add it.',
}

export const YAML_COLON: Localized = {
  vi: 'dấu hai chấm hoặc thụt đầu dòng không đúng. Sau tên mục phải có dấu hai chấm và một dấu cách; giá trị có chứa dấu hai chấm phải đặt trong dấu nháy kép (").',
  en: 'a colon or the indentation is wrong. After a key there is a colon and a space; a value that holds a colon stands in double quotes (").',
}

export const YAML_MARKS: Localized = {
  vi: 'bảng kê không dùng nhãn kiểu (!), neo (&) và tham chiếu (*) của YAML. Ghi giá trị trực tiếp.',
  en: 'a manifest uses no tags (!), anchors (&) or aliases (*) of YAML. Write the value itself.',
}

export const YAML_STRUCTURE: Localized = {
  vi: 'cách viết ở đây không theo cú pháp YAML. Kiểm tra thụt đầu dòng, dấu hai chấm và các dấu ngoặc.',
  en: 'this does not follow the syntax of YAML. Check indentation, colons and brackets.',
}

export const YAML_YAML_KEY: Localized = {
  vi: 'tên mục phải là chữ. Ghi tên mục, không ghi danh sách hay số.',
  en: 'a key must be a word. Write the name of the key, not a list or a number.',
}

export const YAML_YAML_MERGE_KEY: Localized = {
  vi: 'bảng kê không dùng phép gộp (<<) của YAML. Ghi đầy đủ từng mục.',
  en: 'a manifest does not use the merge key (<<) of YAML. Write each key out.',
}
