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
