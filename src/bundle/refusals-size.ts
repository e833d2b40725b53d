import type { RefusalText } from './refusal.ts'

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
