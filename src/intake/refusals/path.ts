import type { RefusalText } from './refusal.ts'

const RENAME = {
  vi: 'Đề nghị đặt lại tên tệp hoặc thư mục này (chữ, số, dấu gạch nối), nén lại và gửi lại.',
  en: 'Rename this file or folder (letters, digits, hyphens), pack it again and send it.',
}

const PACK_THE_FOLDER = {
  vi: 'Đề nghị nén lại từ chính thư mục hồ sơ (chọn thư mục, "Nén thành tệp ZIP") rồi gửi lại.',
  en: 'Pack the dossier folder itself again (select the folder, "Compress to ZIP file") and send it.',
}

/** Refusals for the name or the kind of one entry. */
export const PATH_REFUSALS = {
  'path-traversal': {
    message: {
      vi: 'Tên "{entry}" có thành phần ".." dẫn ra ngoài thư mục hồ sơ.',
      en: 'The name "{entry}" has a ".." that leads out of the dossier folder.',
    },
    remedy: PACK_THE_FOLDER,
  },
  'path-absolute': {
    message: {
      vi: 'Tên "{entry}" là đường dẫn tuyệt đối (bắt đầu bằng "/", "\\" hoặc tên ổ đĩa); cần đường dẫn tính từ thư mục hồ sơ.',
      en: 'The name "{entry}" is an absolute path (it begins with "/", "\\" or a drive letter); paths start at the dossier folder.',
    },
    remedy: PACK_THE_FOLDER,
  },
  'path-hidden-character': {
    message: {
      vi: 'Tên "{entry}" chứa ký tự điều khiển hoặc ký tự đảo chiều chữ ({found}), không nhìn thấy được.',
      en: 'The name "{entry}" holds a control character or one that reverses the text ({found}), which cannot be seen.',
    },
    remedy: RENAME,
  },
  'path-reserved-name': {
    message: {
      vi: 'Tên "{entry}" có phần "{found}" mà Windows không cho đặt làm tên tệp.',
      en: 'The name "{entry}" has "{found}" in it, which Windows does not allow as a file name.',
    },
    remedy: RENAME,
  },
  'path-too-long': {
    message: {
      vi: 'Đường dẫn "{entry}" dài quá mức cho phép ({found} ký tự).',
      en: 'The path "{entry}" is longer than allowed ({found} characters).',
    },
    remedy: {
      vi: 'Đề nghị rút ngắn tên tệp và tên thư mục, sửa lại bảng kê cho khớp rồi gửi lại.',
      en: 'Shorten the names of the file and its folders, change the manifest to match, and send it again.',
    },
  },
  'path-too-deep': {
    message: {
      vi: 'Đường dẫn "{entry}" có quá nhiều cấp thư mục ({found} cấp, tính cả tên tệp).',
      en: 'The path "{entry}" has too many levels ({found}, the file name included).',
    },
    remedy: {
      vi: 'Đề nghị bớt cấp thư mục, sửa lại bảng kê cho khớp rồi gửi lại.',
      en: 'Use fewer levels of folders, change the manifest to match, and send it again.',
    },
  },
  'duplicate-name': {
    message: {
      vi: 'Hai tệp trùng tên: "{entry}" và "{found}" (không phân biệt chữ hoa, chữ thường và cách gõ dấu).',
      en: 'Two files have the same name: "{entry}" and "{found}" (letter case and the way accents are typed do not count).',
    },
    remedy: {
      vi: 'Đề nghị đặt tên khác nhau cho từng tệp, không đặt tên tệp trùng tên thư mục, rồi gửi lại.',
      en: 'Give every file a name of its own, and none the name of a folder, then send it again.',
    },
  },
  'link-or-device': {
    message: {
      vi: '"{entry}" không phải là tệp thường mà là liên kết hoặc tệp đặc biệt của hệ thống ({found}).',
      en: '"{entry}" is not an ordinary file but a link or a special file of the system ({found}).',
    },
    remedy: {
      vi: 'Đề nghị thay liên kết bằng chính tệp tài liệu rồi gửi lại.',
      en: 'Put the document itself in place of the link and send it again.',
    },
  },
  'directory-with-content': {
    message: {
      vi: '"{entry}" được ghi là thư mục nhưng lại có nội dung ({found} byte).',
      en: '"{entry}" is recorded as a folder but has content ({found} bytes).',
    },
    remedy: PACK_THE_FOLDER,
  },
} satisfies Record<string, RefusalText>
