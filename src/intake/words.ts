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

/** Texts of `src/intake/sheet.ts`. */
export const SHEET_TEXTS = {
  sheetMoreThanKeep: {
    vi: 'Trang tính có quá {limit} {what}. Chỉ giữ lại bảng danh mục thủ tục hành chính, xóa các nội dung khác rồi lưu lại.',
    en: 'The sheet has more than {limit} {what}. Keep only the list of procedures, delete everything else and save again.',
  },
  filledCellsOnAll: { vi: 'ô có dữ liệu ở tất cả các trang', en: 'filled cells on all its sheets' },
  charactersOnAllSheets: { vi: 'ký tự ở tất cả các trang', en: 'characters on all its sheets' },
  filledCells: { vi: 'ô có dữ liệu', en: 'filled cells' },
  characters: { vi: 'ký tự', en: 'characters' },
  mergedRanges: { vi: 'vùng ô gộp', en: 'merged ranges' },
  filledRows: { vi: 'dòng có dữ liệu', en: 'filled rows' },
} as const

/** Texts of `src/intake/file-kinds.ts`. */
export const FILE_KINDS_TEXTS = {
  filePasswordCannotRead: {
    vi: 'Tệp được đặt mật khẩu nên không đọc được. Mở tệp bằng Excel, bỏ mật khẩu tại Tệp (File), Thông tin (Info), Bảo vệ sổ làm việc (Protect Workbook), lưu lại rồi nộp lại.',
    en: 'The file has a password and cannot be read. Open it in Excel, remove the password under File, Info, Protect Workbook, save and send it anew.',
  },
  joined: { vi: '{reason} {resave}', en: '{reason} {resave}' },
} as const

/** Texts of `src/intake/authority-record.ts`. */
export const AUTHORITY_RECORD_TEXTS = {
  contentNotRight: { vi: 'nội dung chưa đúng:\n{lines}', en: 'its content is not right:\n{lines}' },
  forSameAgencyKeep: {
    vi: "còn tệp '{other}' cho cùng cơ quan. Giữ lại một tệp.",
    en: "there is '{other}' for the same agency. Keep one of the two.",
  },
  nameSaysButRecord: {
    vi: 'tên tệp là của cơ quan {code}, nhưng bản ghi bên trong là của {others}. Sửa tên tệp, hoặc sửa mã cơ quan trong bản ghi.',
    en: 'its name says {code}, but the record in it is of {others}. Mend the name of the file, or the code in the record.',
  },
  agencyTwoRecordsPut: {
    vi: 'cơ quan {code} có hai bản ghi. Gộp lại làm một.',
    en: 'the agency {code} has two records. Put them together.',
  },
  fileTooLarge: { vi: 'tệp quá lớn.', en: 'the file is too large.' },
  authoritySRecord: {
    vi: "Bản ghi của cơ quan có thẩm quyền '{shown}': {why}",
    en: "The authority's record '{shown}': {why}",
  },
  mustJsonOrXlsx: { vi: 'tệp phải là JSON hoặc XLSX.', en: 'it must be JSON or XLSX.' },
  notUnderstood: { vi: 'chưa đọc được:\n{wrong}', en: 'not understood:\n{wrong}' },
} as const

/** Texts of `src/intake/folder.ts`. */
export const FOLDER_TEXTS = {
  dossierFolderCannotOpened: {
    vi: 'Không mở được thư mục hồ sơ "{folder}". Đề nghị kiểm tra lại đường dẫn và quyền đọc.',
    en: 'The dossier folder "{folder}" cannot be opened. Check the path and the right to read it.',
  },
} as const

/** Texts of `src/intake/csv.ts`. */
export const CSV_TEXTS = {
  csvFileMoreThan: {
    vi: 'Tệp CSV có dung lượng {found}, vượt mức tối đa {limit}. Chỉ giữ lại bảng danh mục thủ tục hành chính rồi lưu lại.',
    en: 'The CSV file has {found}, more than the {limit} that are read. Keep only the list of procedures and save again.',
  },
  csvFileMoreThanLines: {
    vi: 'Tệp CSV có quá {limit} dòng, kể cả dòng trống. Xóa các dòng trống và các nội dung ngoài bảng rồi lưu lại.',
    en: 'The CSV file has more than {limit} lines, empty ones included. Delete the empty lines and what is beside the list, and save again.',
  },
  csvFileDoubleQuote: {
    vi: 'Tệp CSV có dấu ngoặc kép (") mở mà không đóng, hoặc đặt sai chỗ; đọc đến dòng {line} thì không hiểu được nữa. Mỗi ô có dấu ngoặc kép phải mở và đóng bằng ", dấu " bên trong viết hai lần (""). Sửa lại, hoặc lưu danh mục dạng .xlsx.',
    en: 'The CSV file has a double quote (") that opens and never closes, or stands in a wrong place; at line {line} it can no longer be understood. A cell with quotes opens and closes with ", and a " inside is written twice (""). Mend it, or save the list as .xlsx.',
  },
  lineCsvFileLonger: {
    vi: 'Dòng {line} của tệp CSV dài quá {limit} ký tự; đây không phải là danh mục, hoặc thiếu dấu xuống dòng, hoặc dấu ngoặc kép (") không đóng. Lưu lại danh mục dạng .xlsx hoặc CSV UTF-8.',
    en: 'Line {line} of the CSV file is longer than {limit} characters: it is no list, lacks line breaks, or has a double quote (") that never closes. Save the list again as .xlsx or CSV UTF-8.',
  },
  lineFileNulCharacter: {
    vi: 'Dòng {line} của tệp có ký tự NUL (byte 0); tệp văn bản CSV không có ký tự này. Mở danh mục bằng Excel, lưu dạng .xlsx hoặc CSV UTF-8 rồi nộp lại.',
    en: 'Line {line} of the file has a NUL character (byte 0), which a CSV text never has. Open the list in Excel, save it as .xlsx or CSV UTF-8 and send it anew.',
  },
  fileSaysAtStart: {
    vi: 'Đầu tệp báo mã ký tự {name} nhưng nội dung không đúng mã đó; tệp bị hỏng. Mở danh mục bằng Excel, lưu dạng CSV UTF-8 hoặc .xlsx rồi nộp lại.',
    en: 'The file says at its start that it is {name}, but its content is not: it is damaged. Open the list in Excel, save it as CSV UTF-8 or .xlsx and send it anew.',
  },
} as const

/** Texts of `src/intake/register.ts`. */
export const REGISTER_TEXTS = {
  writeOneOf: { vi: 'Ghi một trong: {blocks}.', en: 'Write one of: {blocks}.' },
  namesMoreThanAgencies: {
    vi: 'Có trên {mostMembers} cơ quan; danh sách của một tỉnh, thành phố không dài như vậy. Chỉ giữ các cơ quan của tỉnh, thành phố rồi gửi lại.',
    en: 'It names more than {mostMembers} agencies, more than a province has. Keep those of the province and send it again.',
  },
  rowColumnNotKnown: {
    vi: "{file} dòng {row}: không rõ cột '{heading}', đã bỏ qua.",
    en: "{file} row {row}: the column '{heading}' is not known and was passed over.",
  },
  rowCodeStandsIn: {
    vi: "{file} dòng {row}: mã cơ quan '{code}' đã có ở dòng {first}; chỉ tính dòng {first}. Xóa hoặc sửa một trong hai dòng.",
    en: "{file} row {row}: the code '{code}' stands in row {first} already; only row {first} counts. Delete or mend one of the two.",
  },
  register: { vi: "Danh sách cơ quan '{file}': {why}", en: "The register '{file}': {why}" },
  writeAgencySCode: {
    vi: 'Ghi mã định danh của cơ quan theo Quyết định số 20/2020/QĐ-TTg, ví dụ H61.12.',
    en: "Write the agency's code under Decision 20/2020/QĐ-TTg, such as H61.12.",
  },
  writeAgencySName: { vi: 'Ghi tên cơ quan.', en: "Write the agency's name." },
  atMostCharactersMay: {
    vi: 'Chỉ được ghi nhiều nhất {title} ký tự; ghi ngắn lại.',
    en: 'At most {title} characters may stand here; write it shorter.',
  },
  writeDateAs2025: {
    vi: 'Ghi ngày theo dạng 2025-07-01 hoặc 01/7/2025.',
    en: 'Write a date as 2025-07-01 or 01/7/2025.',
  },
  writeYear2023Or: { vi: 'Ghi năm (2023) hoặc ngày (15/9/2023).', en: 'Write a year (2023) or a date (15/9/2023).' },
} as const

/** Texts of `src/intake/manifest-xlsx/tab.ts`. */
export const TAB_TEXTS = {
  notInListChoose: { vi: 'không có trong danh sách. Chọn {states}.', en: 'this is not in the list. Choose {states}.' },
} as const

/** Texts of `src/intake/manifest-xlsx/workbook.ts`. */
export const WORKBOOK_TEXTS = {
  noSuchSheetAdd: {
    vi: 'không có trang này. Thêm lại trang như trong tệp mẫu do lệnh qms-verdict template tạo ra.',
    en: 'there is no such sheet. Add it again as in the template that qms-verdict template writes.',
  },
  mustFilledIn: { vi: 'mục bắt buộc này chưa ghi. {reason}', en: 'this must be filled in. {reason}' },
  notRight: { vi: 'chưa đúng. {reason}', en: 'this is not right. {reason}' },
} as const

/** Texts of `src/intake/manifest-xlsx/values.ts`. */
export const VALUES_TEXTS = {
  noSuchDay: { vi: 'không có ngày này. {reason}', en: 'there is no such day. {reason}' },
  notRight: { vi: 'chưa đúng. {reason}', en: 'this is not right. {reason}' },
  notInList: { vi: 'không có trong danh sách. {reason}', en: 'this is not in the list. {reason}' },
  notInListDid: {
    vi: "không có trong danh sách. Có phải là '{near}'? {reason}",
    en: "this is not in the list. Did you mean '{near}'? {reason}",
  },
  writeLike2802: { vi: 'Ghi theo dạng 28/02/2026.', en: 'Write it like 28/02/2026 (day/month/year).' },
  writeWords: { vi: 'Ghi bằng chữ.', en: 'Write words.' },
  writePathFromFolder: {
    vi: 'Ghi đường dẫn tính từ thư mục chứa bảng kê, dùng dấu /, không có ".." hoặc tên ổ đĩa, như tai-lieu/bien-ban.pdf.',
    en: 'Write the path from the folder of the workbook, with /, without ".." or a drive letter, like tai-lieu/bien-ban.pdf.',
  },
  writeNumber0Or: { vi: 'Ghi một số từ 0 trở lên, chỉ gồm chữ số.', en: 'Write a number, 0 or more, in digits alone.' },
  writeYearFrom2000: { vi: 'Ghi năm, từ 2000 đến 2200.', en: 'Write a year from 2000 to 2200.' },
  writeAgencyCodeQuy: {
    vi: 'Ghi mã cơ quan theo Quyết định số 20/2020/QĐ-TTg, như H61.12.',
    en: 'Write the agency code of Quyết định 20/2020/QĐ-TTg, like H61.12.',
  },
  writeProvinceCodeQuy: {
    vi: 'Ghi mã tỉnh, thành phố theo Quyết định số 20/2020/QĐ-TTg, như H61.',
    en: 'Write the province code of Quyết định 20/2020/QĐ-TTg, like H61.',
  },
  writeCYesOr: { vi: 'Ghi Có hoặc Không.', en: 'Write Có (yes) or Không (no).' },
  writeCYesKh: {
    vi: 'Ghi Có, Không, hoặc danh sách cách nhau bằng dấu chấm phẩy.',
    en: 'Write Có (yes), Không (no), or a list parted by semicolons.',
  },
  useTheseValues: { vi: '{verb} trong các giá trị sau: {list}.', en: 'Use these values: {list}.' },
} as const

/** Texts of `src/intake/manifest-xlsx/entries.ts`. */
export const ENTRIES_TEXTS = {
  tableNoRowsFill: {
    vi: 'bảng chưa có dòng nào. Kê vào bảng, hoặc chọn {none} nếu không có, {unsaid} nếu chưa khai.',
    en: 'the table has no rows. Fill it in, or choose {none} if there is nothing, {unsaid} if you do not say.',
  },
  butSheetFilledIn: {
    vi: "nhưng trang đã có nội dung từ ô {at}. Chọn {some}, hoặc xóa nội dung; trang đang ghi '{state}'.",
    en: "but the sheet is filled in from {at} on. Choose {some}, or delete what it holds; it says '{state}'.",
  },
  rowAboveNumberAlready: {
    vi: 'số này đã dùng ở dòng trên. Ghi mỗi dòng một số.',
    en: 'a row above has this number already. Give each row a number of its own.',
  },
  notInListChoose: { vi: 'không có trong danh sách. Chọn {states}.', en: 'this is not in the list. Choose {states}.' },
  butSheetRowsOne: {
    vi: "nhưng trang '{sheet}' có dòng của lần này. Chọn {some}, hoặc xóa các dòng đó.",
    en: "but the sheet '{sheet}' has rows of this one. Choose {some}, or delete those rows.",
  },
  noRowSheetNumber: {
    vi: "không có dòng nào mang số này ở trang '{of}'. Ghi đúng số ở cột '{numberHeading}' của trang đó.",
    en: "no row of the sheet '{of}' has this number. Write the number in its column '{numberHeading}'.",
  },
} as const

/** Texts of `src/intake/manifest-xlsx/tabs.ts`. */
export const TABS_TEXTS = {
  didYouMean: { vi: " Có phải là '{near}'?", en: " Did you mean '{near}'?" },
  templateNoSuchSheet: {
    vi: "tệp mẫu không có trang này.{near} Sửa tên trang như trong tệp mẫu, xóa trang, hoặc đặt tên trang bắt đầu bằng 'Ghi chú' nếu là phần của riêng cơ quan.",
    en: "the template has no such sheet.{near} Name it as in the template, delete it, or begin its name with 'Ghi chú' if it is for your own use.",
  },
  rowHeadingsNotFound: {
    vi: 'không tìm thấy dòng tiêu đề của bảng ({columns}). Giữ nguyên dòng tiêu đề như trong tệp mẫu.',
    en: 'the row of headings was not found ({columns}). Keep it as in the template.',
  },
  columnHeadingAlreadyKeep: {
    vi: 'cột này đã có ở cột {first}. Chỉ giữ lại một cột.',
    en: 'column {first} has this heading already. Keep one of the two.',
  },
  tableLacksColumnRequired: {
    vi: 'bảng thiếu cột bắt buộc này. Thêm lại cột như trong tệp mẫu.',
    en: 'the table lacks this column, which is required. Add it again as in the template.',
  },
  standsInAlreadyKeep: {
    vi: 'mục này đã có ở ô {at}. Chỉ giữ lại một dòng.',
    en: 'this stands in {at} already. Keep one of the two rows.',
  },
  columnNoHeadingBut: {
    vi: 'cột này không có tiêu đề nhưng có nội dung ({found}). Ghi tiêu đề cột như trong tệp mẫu, hoặc xóa nội dung; cột của riêng cơ quan thì đặt tiêu đề là Ghi chú.',
    en: 'this column has no heading but holds something ({found}). Write its heading as in the template, or delete what it holds; head a column of your own Ghi chú.',
  },
  templateNoSuchHeading: {
    vi: 'tệp mẫu không có mục này. Xóa đi, hoặc đổi tiêu đề thành Ghi chú nếu là phần của riêng cơ quan.',
    en: 'the template has no such heading. Delete it, or call it Ghi chú if it is for your own use.',
  },
  templateNoSuchHeadingDid: {
    vi: "tệp mẫu không có mục này. Có phải là '{near}'? Sửa lại tiêu đề, hoặc đổi thành Ghi chú nếu là phần của riêng cơ quan.",
    en: "the template has no such heading. Did you mean '{near}'? Correct it, or call it Ghi chú if it is for your own use.",
  },
} as const

/** Texts of `src/intake/notices.ts`. */
export const NOTICES_TEXTS = {
  manifestNamesFileBut: {
    vi: 'Bảng kê ghi tệp "{named}" nhưng trong bộ hồ sơ là "{there}" (khác chữ hoa, chữ thường), nên coi như không có. Sửa tên trong bảng kê cho đúng.',
    en: 'The manifest names the file "{named}", but in the bundle it is "{there}" (upper and lower case differ), so it counts as absent. Correct the name in the manifest.',
  },
  listProceduresInFile: {
    vi: 'Không đọc được danh mục TTHC trong tệp kèm theo. {why}',
    en: 'The list of procedures in the file could not be read. {why}',
  },
  manifestNamesAsList: {
    vi: 'Bảng kê ghi danh mục TTHC ở tệp "{file}" nhưng bộ hồ sơ không có tệp này. Bổ sung tệp hoặc sửa tên tệp danh mục trong bảng kê.',
    en: 'The manifest names "{file}" as the list of procedures, but the bundle has no such file. Add the file or correct catalogue.file.',
  },
  hiddenCharactersRemovedFrom: {
    vi: 'Đã bỏ ký tự ẩn hoặc thay bằng dấu cách trong {count} mục của bảng kê; mục đầu tiên: {where} ({characters}). Kiểm tra lại các mục đó; nếu chữ bị dính hoặc sai, gõ lại.',
    en: 'Hidden characters were removed from {count} texts of the manifest, or made a space; the first: {where} ({characters}). Look over these texts and type them again where they came out wrong.',
  },
} as const

/** Texts of `src/intake/catalogue/catalogue.ts`. */
export const CATALOGUE_TEXTS = {
  fileCannotOpenedAs: {
    vi: 'Không mở được tệp như một sổ tính Excel (XLSX): {text} Mở danh mục bằng Excel, lưu lại dạng .xlsx rồi nộp lại.',
    en: 'The file cannot be opened as an Excel workbook (XLSX): {text} Open the list in Excel, save it again as .xlsx and send it anew.',
  },
} as const

/** Texts of `src/intake/catalogue/headings.ts`. */
export const HEADINGS_TEXTS = {
  firstFilledRowsHold: {
    vi: 'Trong {rows} dòng đầu có dữ liệu không có dòng tiêu đề với cả cột mã và cột tên thủ tục.{near} Các tiêu đề được hiểu: {headingsTold}. Thêm một dòng tiêu đề ngay trên danh sách thủ tục.',
    en: 'The first {rows} filled rows hold no heading row with both a code and a name of procedures.{near} Headings understood: {headingsTold}. Add a heading row right above the list.',
  },
  rowColumnCodesBut: {
    vi: ' Dòng {row} có cột mã nhưng không có cột tên thủ tục.',
    en: ' Row {row} has a column of codes but none of names.',
  },
  rowColumnNamesBut: {
    vi: ' Dòng {row} có cột tên thủ tục nhưng không có cột mã.',
    en: ' Row {row} has a column of names but none of codes.',
  },
} as const

/** Texts of `src/intake/catalogue/authority-catalogue.ts`. */
export const AUTHORITY_CATALOGUE_TEXTS = {
  fileTooLarge: { vi: 'tệp quá lớn ({size}).', en: 'the file is too large ({size}).' },
  joined: { vi: '{message} {why}', en: '{message} {why}' },
} as const

/** Texts of `src/intake/catalogue/notices.ts`. */
export const CATALOGUE_NOTICES_TEXTS = {
  row: { vi: '{file} dòng {row}', en: '{file} row {row}' },
  joined: { vi: '{shown}: {why}', en: '{shown}: {why}' },
} as const

/** Texts of `src/intake/xlsx/package.ts`. */
export const PACKAGE_TEXTS = {
  fileLacksPartEvery: {
    vi: 'Tệp không có phần {part} mà mọi sổ tính Excel (XLSX) phải có, hoặc phần được dẫn tới nhưng không kèm theo; đây không phải là tệp XLSX hoặc tệp bị hỏng. Mở tệp bằng Excel, lưu lại dạng .xlsx rồi nộp lại.',
    en: 'The file lacks the part {part}, which every Excel workbook (XLSX) has or which another part refers to: it is no XLSX or it is damaged. Open it in Excel, save it again as .xlsx and send it anew.',
  },
} as const

/** Texts of `src/intake/xlsx/workbook.ts`. */
export const XLSX_WORKBOOK_TEXTS = {
  fileHoldsNoWorkbook: {
    vi: 'Tệp không chứa sổ tính nào; đây không phải là tệp XLSX. Mở danh mục bằng Excel, lưu dạng .xlsx rồi nộp lại.',
    en: 'The file holds no workbook: it is no XLSX. Open the list in Excel, save it as .xlsx and send it anew.',
  },
  workbookSTableShared: {
    vi: 'Bảng chuỗi dùng chung của sổ tính có quá {strings} chuỗi hoặc quá {characters} ký tự. Chép riêng bảng danh mục thủ tục hành chính sang một sổ tính mới rồi lưu lại.',
    en: "The workbook's table of shared strings has more than {strings} strings or {characters} characters. Copy the list of procedures alone into a new workbook and save that.",
  },
} as const

/** Texts of `src/intake/xlsx/xml.ts`. */
export const XML_TEXTS = {
  partDeclaresDoctypeNo: {
    vi: 'Phần {part} trong tệp có khai báo DOCTYPE; tệp do Excel hoặc LibreOffice ghi không bao giờ có. Vì an toàn, tệp không được đọc. Mở tệp bằng Excel, lưu lại dạng .xlsx rồi nộp lại.',
    en: 'The part {part} declares a DOCTYPE, which no file written by Excel or LibreOffice has. For safety it is not read. Open the file in Excel, save it again as .xlsx and send it anew.',
  },
  partElementsMoreThan: {
    vi: 'Phần {part} trong tệp có phần tử lồng nhau quá {depth} cấp, có quá {attributes} thuộc tính hoặc có giá trị dài quá {text}; tệp do Excel hoặc LibreOffice ghi không bao giờ như vậy. Mở tệp bằng Excel, lưu lại dạng .xlsx rồi nộp lại.',
    en: 'The part {part} has elements more than {depth} deep, one with more than {attributes} attributes, or a value longer than {text}, which no file written by Excel or LibreOffice has. Open the file in Excel, save it again as .xlsx and send it anew.',
  },
  partNotWellFormed: {
    vi: 'Phần {part} trong tệp không phải là XML đúng quy cách; tệp bị hỏng hoặc ghi dở. Mở tệp bằng Excel, lưu lại dạng .xlsx rồi nộp lại.',
    en: 'The part {part} is not well-formed XML: the file is damaged or was not written to its end. Open the file in Excel, save it again as .xlsx and send it anew.',
  },
} as const

/** Texts of `src/intake/xlsx/worksheet.ts`. */
export const WORKSHEET_TEXTS = {
  joined: { vi: '{reason} {resave}', en: '{reason} {resave}' },
} as const

/** Texts of `src/intake/input-file.ts`. */
export const INPUT_FILE_TEXTS = {
  fileCannotRead: { vi: "Không đọc được tệp '{file}'.", en: "The file '{file}' cannot be read." },
  fileBytesAtMost: {
    vi: "Tệp '{file}' có {size} byte, chỉ đọc nhiều nhất {maxInputBytes}. Kiểm tra xem có chọn nhầm tệp không.",
    en: "The file '{file}' has {size} bytes; at most {maxInputBytes} are read. Look whether it is the right file.",
  },
  folderFileNeededHere: {
    vi: "'{file}' là thư mục; ở đây cần một tệp. Nêu tên tệp trong thư mục đó.",
    en: "'{file}' is a folder; a file is needed here. Name a file in that folder.",
  },
} as const
