import type { Localized } from '../../base/localized.ts'

/** Sentences that no rule has to bring: what was found when documents were held against what is declared. */
export const TEXT_MESSAGES: Readonly<Record<string, Localized>> = {
  textContradicts: {
    vi: 'Nội dung tài liệu không khớp với kê khai trong bảng kê.',
    en: 'The document does not say what the manifest states.',
  },
  textAmbiguous: {
    vi: 'Nội dung tài liệu chưa đủ rõ để đối chiếu với kê khai; cần người có thẩm quyền xem xét.',
    en: 'The document is not clear enough to be held against the manifest; a person must look.',
  },
  assuranceTooLow: {
    vi: 'Nội dung này được khai là đã thực hiện, nhưng mức bằng chứng hiện có là “{assurance}”; bộ thông số đòi hỏi ít nhất là “{leastAssurance}”. Chưa kết luận là vi phạm.',
    en: 'This is stated as done, but the evidence is no better than “{assurance}”; the profile demands at least “{leastAssurance}”. This is not taken as a breach.',
  },
}

/** Which papers to add, where a profile demands them. */
export const PAPERS_TO_ADD: Localized = { vi: 'Cần bổ sung: {missing}.', en: 'To be added: {missing}.' }

/** What to do where documents, and not what is declared, decided. */
export const TEXT_REMEDIES: Readonly<Record<string, Localized>> = {
  textContradicts: {
    vi: 'Đối chiếu lại với tài liệu gốc: sửa bảng kê cho đúng với tài liệu, hoặc nộp đúng tài liệu mà bảng kê nêu.',
    en: 'Compare with the original: correct the manifest to what the document says, or hand in the document that the manifest means.',
  },
  textAmbiguous: {
    vi: 'Người có thẩm quyền mở tài liệu, đối chiếu với bảng kê và kết luận; cơ quan nộp hồ sơ có thể nộp lại bản rõ nội dung hơn hoặc sửa bảng kê.',
    en: 'A person who may decide opens the document and compares it with the manifest; the agency may hand in a clearer copy, or correct the manifest.',
  },
  assuranceTooLow: {
    vi: 'Nộp tài liệu chứng minh: tệp mở được, có nội dung và đúng với việc được kê khai; nên là bản có lớp chữ (bản gốc điện tử thay cho bản quét).',
    en: 'Hand in the paper: a file that opens, holds something and is about what is declared; better one whose text can be read (the electronic original instead of a scan).',
  },
}

/** Why a paper that is asked for backs nothing. */
export const LACKING_REASONS: Readonly<Record<string, Localized>> = {
  absent: {
    vi: 'Bảng kê chưa nêu tệp, hoặc tệp không có trong bộ hồ sơ.',
    en: 'No file is named, or it is not in the dossier.',
  },
  empty: {
    vi: 'Tệp không mở được hoặc không có nội dung (trang trắng).',
    en: 'The file does not open, or holds nothing (blank pages).',
  },
  usedTooOften: {
    vi: 'Cùng một tệp được nêu cho nhiều việc hơn số trang của tệp.',
    en: 'One file is named for more acts than it has pages.',
  },
  silent: {
    vi: 'Tài liệu đọc được nhưng không nêu nội dung cần tìm, cũng không nêu tên cơ quan.',
    en: 'The paper could be read and says nothing of what was looked for, nor names the agency.',
  },
}

/** Parts of sentences about one declared value and the document that should bear it out. */
export const TEXT_WORDS = {
  differs: {
    vi: '{fact}: bảng kê ghi “{declared}”, tài liệu {place} ghi “{found}”',
    en: '{fact}: the manifest states “{declared}”, the document {place} says “{found}”',
  },
  lacks: {
    vi: '{fact}: bảng kê ghi “{declared}” nhưng không có trong tài liệu {place} (thiếu {lacking})',
    en: '{fact}: the manifest states “{declared}”, which the document {place} does not list ({lacking} lacking)',
  },
  quote: { vi: 'trích: “{quote}”', en: 'quote: “{quote}”' },
  page: { vi: 'trang {page}', en: 'page {page}' },
  cell: { vi: 'ô {cell}', en: 'cell {cell}' },
  notFound: { vi: 'đã tìm trong {file} nhưng không thấy: {what}', en: 'looked for in {file} and not found: {what}' },
  notCompared: {
    vi: 'nội dung trong {file} chưa đủ rõ để đối chiếu: {what}',
    en: 'what {file} says is not clear enough to compare: {what}',
  },
  notRead: { vi: 'chưa đối chiếu được với {file} ({why}): {what}', en: 'not compared with {file} ({why}): {what}' },
} as const satisfies Record<string, Localized>

/** Why the text of a file does not count. */
export const TEXT_REASONS: Readonly<Record<string, Localized>> = {
  scan: { vi: 'bản quét, không có lớp chữ', en: 'a scan without text' },
  legacyFont: { vi: 'bộ chữ cũ, không chuyển được sang Unicode', en: 'a legacy font that has no Unicode form' },
  locked: { vi: 'tệp có mật khẩu', en: 'behind a password' },
  unreadable: { vi: 'tệp không mở được', en: 'does not open' },
  overBounds: { vi: 'vượt giới hạn đọc của phần mềm', en: 'beyond the bounds of reading' },
  none: { vi: 'loại tệp không có nội dung chữ', en: 'a type without text' },
  hiddenText: { vi: 'văn bản có chữ ẩn', en: 'it has hidden text' },
  trackedChanges: { vi: 'văn bản còn dấu sửa đổi (Track Changes)', en: 'it has tracked changes' },
  lettersLost: { vi: 'văn bản bị mất chữ khi chuyển mã', en: 'letters were lost in a conversion' },
  converted: { vi: 'văn bản chuyển từ bộ chữ cũ', en: 'converted from a legacy font' },
}
