import type { Localized } from '../../base/localized.ts'

/** What is told beside the score and changes none of it, by the id of the notice. */
export const NOTICE_WORDS: Readonly<Record<string, Localized>> = {
  gradeHeldByEvidence: {
    vi: 'Theo điểm thì xếp loại là {grade}, nhưng mới có {backed}% nội dung có tài liệu chứng minh; mức này cần từ {needed}%.',
    en: 'By its points the grade would be {grade}, but papers back only {backed}% of the points; it takes {needed}%.',
  },
  gradeHeldUnread: {
    vi: 'Theo điểm thì xếp loại là {grade}, nhưng chưa đọc được tài liệu của: {rules}. Nộp bản có lớp chữ (bản gốc điện tử thay cho bản quét) để được xét mức này.',
    en: 'By its points the grade would be {grade}, but the papers of these could not be read: {rules}. Hand in copies whose text can be read (the electronic original instead of a scan).',
  },
  fileUsedTooOften: {
    vi: 'Tệp {file} được nêu cho {acts} việc khác nhau ({paths} đường dẫn có cùng nội dung) nhưng chỉ đủ cho {pages} việc theo số trang; tệp này không được tính là tài liệu chứng minh cho việc nào.',
    en: 'The file {file} is named for {acts} different acts (at {paths} path(s) with the same content) and has pages for {pages}; it counts as a paper for none of them.',
  },
  processesSampled: {
    vi: 'Hồ sơ có {total} quy trình; chỉ xét tệp của {sample} quy trình được chọn theo cách tính cố định: {codes}.',
    en: 'There are {total} processes; the files of a fixed sample of {sample} are looked at: {codes}.',
  },
}
