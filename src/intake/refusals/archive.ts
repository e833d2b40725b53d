import { PATH_REFUSALS } from './path.ts'
import { Refusal, type RefusalCase, type RefusalText } from './refusal.ts'

/** Refusals of a bundle that is too much: bytes, entries, time. `{found}` is "what was met > what is allowed". */
export const SIZE_REFUSALS = {
  'archive-too-large': {
    message: {
      vi: 'Tệp nén vượt dung lượng cho phép ({found}).',
      en: 'The archive is larger than allowed ({found}).',
    },
    remedy: {
      vi: 'Đề nghị quét lại ở độ phân giải vừa đủ đọc (200–300 dpi), bỏ tài liệu không liên quan rồi nén và gửi lại.',
      en: 'Scan again at a resolution just good enough to read (200–300 dpi), leave out what does not belong, and send it again.',
    },
  },
  'unpacked-too-large': {
    message: {
      vi: 'Các tệp sau khi giải nén vượt tổng dung lượng cho phép ({found}).',
      en: 'The files are larger in all than allowed once unpacked ({found}).',
    },
    remedy: {
      vi: 'Đề nghị bỏ tài liệu không liên quan hoặc giảm dung lượng bản quét rồi gửi lại.',
      en: 'Leave out what does not belong or make the scans smaller, then send it again.',
    },
  },
  'too-many-entries': {
    message: {
      vi: 'Bộ hồ sơ có nhiều tệp và thư mục hơn mức cho phép ({found}).',
      en: 'The bundle has more files and folders than allowed ({found}).',
    },
    remedy: {
      vi: 'Đề nghị chỉ gửi các tài liệu có tên trong bảng kê hồ sơ; gộp các bản quét rời của cùng một tài liệu thành một tệp.',
      en: 'Send only the documents that the manifest names; join loose scans of one document into one file.',
    },
  },
  'entry-too-large': {
    message: {
      vi: 'Tệp "{entry}" vượt dung lượng cho phép đối với một tệp ({found}).',
      en: 'The file "{entry}" is larger than one file may be ({found}).',
    },
    remedy: {
      vi: 'Đề nghị giảm dung lượng tệp này (quét lại, chia thành nhiều phần) rồi gửi lại.',
      en: 'Make this file smaller (scan it again, split it) and send the bundle again.',
    },
  },
  'ratio-too-high': {
    message: {
      vi: 'Tỷ lệ nén cao bất thường ({found}) ở "{entry}"; tài liệu thông thường không nén được đến mức này.',
      en: 'Unusually high compression ({found}) at "{entry}"; ordinary documents do not compress this far.',
    },
    remedy: {
      vi: 'Đề nghị kiểm tra tệp này có đúng là tài liệu của cơ quan không, rồi nén lại từ tài liệu gốc và gửi lại.',
      en: 'Check that this really is a document of the agency, then pack the originals again and send them.',
    },
  },
  'read-timeout': {
    message: {
      vi: 'Chưa đọc hết bộ hồ sơ trong thời gian cho phép ({found}).',
      en: 'The bundle could not be read to its end in the time allowed ({found}).',
    },
    remedy: {
      vi: 'Đề nghị gửi lại; nếu vẫn gặp lỗi này, giảm số lượng và dung lượng tệp rồi gửi lại.',
      en: 'Send it again; if this comes back, send fewer or smaller files.',
    },
  },
} satisfies Record<string, RefusalText>

const PACK_AGAIN = {
  vi: 'Đề nghị nén lại bằng chức năng nén ZIP có sẵn của Windows hoặc macOS, mở thử tệp nén rồi gửi lại.',
  en: 'Pack it again with the ZIP function of Windows or macOS, try to open the archive, and send it again.',
}

const SEND_AGAIN = {
  vi: 'Tệp có thể bị hỏng khi truyền. Đề nghị mở thử tệp nén trên máy, nếu mở được thì gửi lại; nếu không, nén lại.',
  en: 'It may have been damaged in transfer. Try to open the archive; if it opens, send it again, if not, pack it again.',
}

const PACK_AS_ZIP = {
  vi: 'Đề nghị giải nén rồi nén lại thành tệp .zip (Windows: bấm chuột phải vào thư mục, "Nén thành tệp ZIP"). Đổi đuôi tên tệp là không đủ.',
  en: 'Unpack it and pack it again as a .zip file (Windows: right-click the folder, "Compress to ZIP file"). Renaming is not enough.',
}

/** Refusals of an archive whose bytes are not what a ZIP of documents looks like. */
export const STRUCTURE_REFUSALS = {
  'empty-archive': {
    message: { vi: 'Bộ hồ sơ không có tệp tài liệu nào.', en: 'The bundle holds no document at all.' },
    remedy: {
      vi: 'Đề nghị đưa bảng kê hồ sơ và các tài liệu vào rồi gửi lại.',
      en: 'Put in the manifest and the documents, and send it again.',
    },
  },
  'rar-archive': {
    message: { vi: 'Đây là tệp nén RAR, không phải ZIP.', en: 'This is a RAR archive, not a ZIP.' },
    remedy: PACK_AS_ZIP,
  },
  'seven-zip-archive': {
    message: { vi: 'Đây là tệp nén 7z, không phải ZIP.', en: 'This is a 7z archive, not a ZIP.' },
    remedy: PACK_AS_ZIP,
  },
  'not-a-zip': {
    message: {
      vi: 'Đây không phải là tệp ZIP (nội dung bắt đầu bằng {found}).',
      en: 'This is not a ZIP file (its content begins with {found}).',
    },
    remedy: PACK_AS_ZIP,
  },
  'split-archive': {
    message: {
      vi: 'Đây chỉ là một phần của tệp nén được chia thành nhiều phần.',
      en: 'This is only one part of an archive that was split into several.',
    },
    remedy: {
      vi: 'Đề nghị nén thành một tệp ZIP duy nhất rồi gửi lại.',
      en: 'Pack everything into one ZIP file and send it again.',
    },
  },
  'nested-archive-only': {
    message: {
      vi: 'Bên trong chỉ có tệp nén khác ("{entry}"), không có tài liệu.',
      en: 'There are only other archives inside ("{entry}"), no documents.',
    },
    remedy: {
      vi: 'Đề nghị giải nén tệp bên trong, đưa bảng kê và tài liệu trực tiếp vào một tệp ZIP rồi gửi lại.',
      en: 'Unpack the inner archive, put the manifest and the documents directly into one ZIP, and send it again.',
    },
  },
  encrypted: {
    message: { vi: 'Tệp "{entry}" được đặt mật khẩu.', en: 'The entry "{entry}" is protected by a password.' },
    remedy: {
      vi: 'Đề nghị nén lại không đặt mật khẩu rồi gửi lại.',
      en: 'Pack it again without a password and send it.',
    },
  },
  'unsupported-compression': {
    message: {
      vi: 'Tệp "{entry}" được nén bằng phương thức {found}, phần mềm không đọc được; cần phương thức 0 (không nén) hoặc 8 (deflate).',
      en: 'The entry "{entry}" is compressed with method {found}, which cannot be read; 0 (stored) or 8 (deflate) is needed.',
    },
    remedy: PACK_AGAIN,
  },
  truncated: {
    message: {
      vi: 'Tệp nén bị cụt: không có phần kết thúc của tệp ZIP.',
      en: 'The archive is cut off: the end of a ZIP file is missing.',
    },
    remedy: SEND_AGAIN,
  },
  'central-directory-invalid': {
    message: {
      vi: 'Mục lục của tệp ZIP không hợp lệ hoặc không khớp với nội dung.',
      en: 'The directory of the ZIP file is not valid or does not match its content.',
    },
    remedy: PACK_AGAIN,
  },
  'zip64-invalid': {
    message: {
      vi: 'Phần ghi kích thước lớn (ZIP64) của tệp nén không hợp lệ hoặc không khớp.',
      en: 'The large-size (ZIP64) records of the archive are not valid or disagree.',
    },
    remedy: PACK_AGAIN,
  },
  'local-header-mismatch': {
    message: {
      vi: 'Tệp "{entry}" được ghi khác nhau ở mục lục và ở phần đầu tệp ({found}).',
      en: 'The entry "{entry}" is described differently in the directory and at the data ({found}).',
    },
    remedy: PACK_AGAIN,
  },
  'overlapping-entries': {
    message: {
      vi: 'Dữ liệu của tệp "{entry}" chồng lên dữ liệu của tệp khác hoặc lên mục lục.',
      en: 'The data of "{entry}" overlaps that of another entry or the directory.',
    },
    remedy: PACK_AGAIN,
  },
  'size-mismatch': {
    message: {
      vi: 'Tệp "{entry}" khi giải nén không đúng kích thước đã ghi ({found}).',
      en: 'The entry "{entry}" does not unpack to the size recorded ({found}).',
    },
    remedy: PACK_AGAIN,
  },
  'corrupt-data': {
    message: {
      vi: 'Dữ liệu nén của tệp "{entry}" bị hỏng ({found}).',
      en: 'The compressed data of "{entry}" is damaged ({found}).',
    },
    remedy: SEND_AGAIN,
  },
  'crc-mismatch': {
    message: {
      vi: 'Tệp "{entry}" bị hỏng: mã kiểm tra CRC-32 không khớp ({found}).',
      en: 'The entry "{entry}" is damaged: its CRC-32 does not match ({found}).',
    },
    remedy: SEND_AGAIN,
  },
  'changed-while-reading': {
    message: {
      vi: 'Tệp "{entry}" đã thay đổi trong lúc bộ hồ sơ đang được đọc.',
      en: 'The file "{entry}" changed while the bundle was being read.',
    },
    remedy: {
      vi: 'Đề nghị chờ việc chép hoặc sửa tệp xong rồi chạy lại.',
      en: 'Wait until nothing is copying or editing the files, then try again.',
    },
  },
} satisfies Record<string, RefusalText>

/** Every reason why a ZIP or a folder is not taken in before its manifest is looked at. The codes are published. */
export const ARCHIVE_REFUSALS = { ...SIZE_REFUSALS, ...PATH_REFUSALS, ...STRUCTURE_REFUSALS }

export type ArchiveRefusalCode = keyof typeof ARCHIVE_REFUSALS

/** The refusal of that code, for this case. To be thrown. */
export function archiveRefusal(code: ArchiveRefusalCode, met: RefusalCase = {}): Refusal {
  return new Refusal(code, ARCHIVE_REFUSALS[code], met)
}
