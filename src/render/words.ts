import type { Localized } from '../core/errors.ts'
import type { Assurance, Outcome, Severity } from '../rules/answer.ts'
import type { Duty } from '../rules/facts/duty.ts'
import type { Status } from '../verdict/verdict.ts'

/** Short label of an outcome, and the sentence that explains it. `{dueOn}` and `{missing}` come from the finding. */
export const OUTCOME_WORDS: Record<Outcome, { label: Localized; sentence: Localized }> = {
  pass: {
    label: { vi: 'Đạt yêu cầu', en: 'Met' },
    sentence: {
      vi: 'Có bằng chứng cho thấy nội dung này đã được thực hiện.',
      en: 'There is evidence that this has been done.',
    },
  },
  fail: {
    label: { vi: 'Chưa đạt yêu cầu', en: 'Not met' },
    sentence: {
      vi: 'Bằng chứng trong hồ sơ cho thấy nội dung này chưa được thực hiện hoặc thực hiện chưa đúng.',
      en: 'The evidence shows that this has not been done, or not done rightly.',
    },
  },
  missingEvidence: {
    label: { vi: 'Thiếu bằng chứng', en: 'Evidence missing' },
    sentence: {
      vi: 'Hồ sơ chưa có, hoặc không đọc được: {missing}. Chưa kết luận là vi phạm.',
      en: 'The dossier lacks, or holds in unreadable form: {missing}. This is not taken as a breach.',
    },
  },
  notYetDue: {
    label: { vi: 'Chưa đến hạn', en: 'Not yet due' },
    sentence: {
      vi: 'Thời hạn thực hiện chưa hết; chậm nhất đến hết ngày {dueOn}.',
      en: 'There is still time; it is due by the end of {dueOn}.',
    },
  },
  notApplicable: {
    label: { vi: 'Không áp dụng', en: 'Not applicable' },
    sentence: {
      vi: 'Nội dung này không áp dụng đối với cơ quan.',
      en: 'This does not apply to the agency.',
    },
  },
  notInForce: {
    label: { vi: 'Quy định không có hiệu lực tại ngày đánh giá', en: 'Not in force on the day of judgement' },
    sentence: {
      vi: 'Tại ngày đánh giá, quy định làm căn cứ chưa có hiệu lực hoặc đã hết hiệu lực.',
      en: 'On the day of judgement the provision behind it is not yet, or no longer, in force.',
    },
  },
  needsReview: {
    label: { vi: 'Cần người xem xét', en: 'For a person to review' },
    sentence: {
      vi: 'Hệ thống không tự kết luận; cần công chức có thẩm quyền xem xét.',
      en: 'The system draws no conclusion here; an authorised officer must look.',
    },
  },
  error: {
    label: { vi: 'Lỗi hệ thống', en: 'System error' },
    sentence: {
      vi: 'Lỗi của phần mềm, không phải lỗi của cơ quan.',
      en: 'A fault of the software, not of the agency.',
    },
  },
}

export const STATUS_WORDS: Record<Status, { label: Localized; sentence: Localized }> = {
  met: {
    label: { vi: 'Đáp ứng yêu cầu', en: 'Requirements met' },
    sentence: {
      vi: 'Không có nội dung cốt yếu nào chưa đạt hoặc thiếu bằng chứng.',
      en: 'No essential point fails or lacks evidence.',
    },
  },
  notMet: {
    label: { vi: 'Chưa đáp ứng yêu cầu', en: 'Requirements not met' },
    sentence: {
      vi: 'Có ít nhất một nội dung cốt yếu chưa đạt yêu cầu.',
      en: 'At least one essential point is not met.',
    },
  },
  insufficientEvidence: {
    label: { vi: 'Chưa đủ bằng chứng để đánh giá', en: 'Not enough evidence to judge' },
    sentence: {
      vi: 'Có ít nhất một nội dung cốt yếu thiếu bằng chứng; không kết luận là chưa đáp ứng.',
      en: 'At least one essential point lacks evidence; this is not a finding that it is not met.',
    },
  },
  undetermined: {
    label: { vi: 'Chưa xác định được', en: 'Undetermined' },
    sentence: {
      vi: 'Phần mềm gặp lỗi ở một số nội dung, hoặc bộ hồ sơ đang được cách ly, nên chưa xác định kết quả.',
      en: 'The software failed on some points, or the dossier is quarantined, so there is no result yet.',
    },
  },
  notApplicable: {
    label: { vi: 'Không thuộc diện đánh giá', en: 'Not subject to assessment' },
    sentence: {
      vi: 'Cơ quan thuộc diện khuyến khích và chưa công bố, hoặc đã chấm dứt hoạt động tại ngày đánh giá.',
      en: 'The agency is encouraged and has not declared, or has ceased to exist on the day of judgement.',
    },
  },
}

export const DUTY_WORDS: Record<Duty, Localized> = {
  obliged: { vi: 'Thuộc đối tượng phải xây dựng và áp dụng', en: 'Obliged to build and apply a QMS' },
  obligedByPlan: { vi: 'Thực hiện theo kế hoạch của tỉnh, thành phố', en: 'By the plan of the province or city' },
  encouraged: { vi: 'Thuộc đối tượng khuyến khích xây dựng và áp dụng', en: 'Encouraged to build and apply a QMS' },
  ended: {
    vi: 'Đã chấm dứt hoạt động, không thuộc đối tượng tại ngày đánh giá',
    en: 'Has ceased to exist; not subject on the day of judgement',
  },
}

export const SEVERITY_WORDS: Record<Severity, Localized> = {
  blocking: { vi: 'Cốt yếu', en: 'Essential' },
  major: { vi: 'Quan trọng', en: 'Important' },
  minor: { vi: 'Thứ yếu', en: 'Minor' },
}

export const ASSURANCE_WORDS: Record<Assurance, Localized> = {
  declared: { vi: 'Theo kê khai của cơ quan', en: 'As declared by the agency' },
  present: { vi: 'Có tài liệu kèm theo', en: 'Documents are enclosed' },
  recognised: {
    vi: 'Bản quét được nhận dạng khớp với kê khai',
    en: 'The scan, as recognised, agrees with what is declared',
  },
  corroborated: { vi: 'Nội dung tài liệu khớp với kê khai', en: 'The documents agree with what is declared' },
  signed: { vi: 'Tài liệu có chữ ký số hợp lệ', en: 'The document carries a valid digital signature' },
  authority: { vi: 'Theo hồ sơ của cơ quan kiểm tra', en: "By the inspecting authority's own record" },
}

/** The sentence that stands on every verdict. */
export const DISCLAIMER: Localized = {
  vi: 'Kết quả này là đánh giá sơ bộ qua hồ sơ do phần mềm hỗ trợ lập, không thay thế kết quả kiểm tra theo Thông tư số 26/2014/TT-BKHCN. Điểm, trọng số và xếp loại không do Quyết định số 19/2014/QĐ-TTg quy định. Người có thẩm quyền xem xét và ký trước khi sử dụng.',
  en: 'This is a pre-screening of the dossier prepared with software; it does not replace an inspection under Circular 26/2014/TT-BKHCN. Scores, weights and grades are not set by Decision 19/2014/QĐ-TTg. An authorised person reviews and signs it before use.',
}

/** Words that stand in every form of the report. */
export const REPORT_WORDS = {
  title: { vi: 'Kết quả đánh giá sơ bộ hồ sơ', en: 'Pre-screening verdict' },
  year: { vi: 'Năm đánh giá', en: 'Assessment year' },
  asOf: { vi: 'Ngày đánh giá', en: 'As of' },
  profile: { vi: 'Bộ thông số', en: 'Profile' },
  score: { vi: 'Điểm hiện tại', en: 'Score today' },
  high: { vi: 'Điểm tối đa có thể đạt nếu bổ sung đủ bằng chứng', en: 'Highest score once all evidence is there' },
  backed: {
    vi: '{backed}% nội dung có tài liệu chứng minh; {confirmed}% được đối chiếu',
    en: 'papers back {backed}% of the points; {confirmed}% were confirmed by what they say',
  },
  backedLabel: { vi: 'Tỷ lệ nội dung có tài liệu chứng minh', en: 'Backed by papers' },
  confirmedLabel: { vi: 'trong đó được đối chiếu', en: 'of which confirmed' },
  unconfirmed: {
    vi: 'Tài liệu đọc được nhưng không nêu nội dung cần tìm',
    en: 'Papers that could be read and do not say what was looked for',
  },
  beside: { vi: 'Lưu ý', en: 'To note' },
  recommended: { vi: 'Khuyến nghị', en: 'Recommended' },
  provisional: {
    vi: 'Kết quả tạm thời: còn bản quét đang được đọc',
    en: 'Provisional: some scans are still being read',
  },
  noScore: { vi: 'Không chấm điểm', en: 'No score' },
  grade: { vi: 'Xếp loại', en: 'Grade' },
  noGrade: { vi: 'chưa xếp loại', en: 'not graded' },
  validUntil: {
    vi: 'Kết quả giữ nguyên đến hết ngày {validUntil} nếu không có bằng chứng mới.',
    en: 'The verdict stays as it is through {validUntil} unless there is new evidence.',
  },
  validLong: {
    vi: 'Nếu không có bằng chứng mới, kết quả không thay đổi trong 24 tháng tới.',
    en: 'Without new evidence nothing changes within 24 months.',
  },
  basis: { vi: 'Căn cứ', en: 'Basis' },
  result: { vi: 'Kết quả', en: 'Found' },
  evidence: { vi: 'Bằng chứng', en: 'Evidence' },
  remedy: { vi: 'Đề nghị', en: 'To do' },
  howTo: { vi: 'Cách xử lý', en: 'To do' },
  others: { vi: 'Các nội dung khác', en: 'The other points' },
  groups: { vi: 'Kết quả theo nhóm', en: 'By group' },
  shown: { vi: 'nêu {shown} trong {total} mục', en: '{shown} of {total} shown' },
  holdsUntil: { vi: 'còn đạt đến hết ngày {day}', en: 'holds through {day}' },
  dueOn: { vi: 'thời hạn chậm nhất {day}', en: 'due by {day}' },
  unnamed: { vi: 'Tệp trong bộ hồ sơ mà bảng kê không nêu', en: 'Files the manifest does not name' },
  catalogue: { vi: 'Danh mục thủ tục hành chính', en: 'Catalogue of procedures' },
  fromAgency: { vi: 'do cơ quan kê khai ({n} thủ tục)', en: "the agency's ({n} procedures)" },
  fromAuthority: { vi: 'do cơ quan có thẩm quyền cung cấp ({n} thủ tục)', en: "the authority's ({n} procedures)" },
  fromNone: { vi: 'chưa có', en: 'none' },
  notices: { vi: 'Ghi chú khi đọc bộ hồ sơ', en: 'Notes on reading the dossier' },
  refused: {
    vi: 'Không tiếp nhận được bộ hồ sơ (lý do kỹ thuật)',
    en: 'The dossier could not be taken in (technical reason)',
  },
  entry: { vi: 'Tệp', en: 'Entry' },
  problems: { vi: 'Các chỗ cần sửa', en: 'What to correct' },
  reason: { vi: 'Lý do', en: 'Reason' },
  reasonCode: { vi: 'Mã', en: 'Code' },
  outcome: { vi: 'Kết quả', en: 'Outcome' },
  points: { vi: 'Điểm', en: 'Score' },
} as const satisfies Record<string, Localized>

/** Words of the verdict as a paper for the head of the agency, who reads Vietnamese. */
export const VERDICT_PAPER_WORDS = {
  kind: 'BÁO CÁO',
  subject: 'Kết quả đánh giá sơ bộ hồ sơ hệ thống quản lý chất lượng năm {year}',
  to: 'Kính gửi: Thủ trưởng {agency}',
  opening:
    'Bộ phận giúp việc báo cáo kết quả đánh giá sơ bộ hồ sơ hệ thống quản lý chất lượng theo TCVN ISO 9001 của {agency} (mã {code}), hồ sơ nộp lúc {sentOn}, đánh giá theo ngày {day}, như sau:',
  points: 'Điểm: {points}/100',
  provisional: 'Kết quả tạm thời: còn bản quét đang được đọc.',
  actions: 'Việc cần làm',
  goal: 'Để đạt {goals}:',
  gain: '+{points} điểm',
  by: 'chậm nhất ngày {day}',
  failing: 'Nội dung chưa đạt ({n})',
  more: '(và {n} mục khác, xem tại trang kết quả)',
  remedy: 'Cách khắc phục: ',
  basis: 'Căn cứ: ',
  papers: 'Tài liệu cần bổ sung ({n})',
  review: 'Nội dung cần người có thẩm quyền xem xét ({n})',
  due: 'Thời hạn sắp đến',
  decision: 'Đề nghị',
  ask: 'Kính đề nghị Thủ trưởng cơ quan xem xét, phân công thực hiện các việc nêu trên và cho ý kiến chỉ đạo.',
  opinion: 'Ý kiến chỉ đạo:',
  digest: 'Mã băm của kết quả (SHA-256): {digest}.',
  author: 'NGƯỜI BÁO CÁO',
  head: 'THỦ TRƯỞNG CƠ QUAN',
} as const

/** Sentences that no rule has to bring: what was found when documents were held against what is declared. */
export const TEXT_MESSAGES: Readonly<Record<string, Localized>> = {
  decidedByAuthority: {
    vi: 'Người có thẩm quyền ({by}) đã kết luận ngày {on}: {reason}',
    en: 'A person of the authority ({by}) decided on {on}: {reason}',
  },
  withinFounding: {
    vi: 'Cơ quan mới thành lập, chưa công bố lần nào; nội dung này cần thực hiện chậm nhất đến hết ngày {dueOn}.',
    en: 'The agency is young and has never declared; this is due by {dueOn}.',
  },
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

/** What to do about a point that only its papers are asked of. */
export const PAPERS_TO_HAND_IN: Localized = {
  vi: 'Bổ sung tài liệu chứng minh nội dung “{title}”',
  en: 'Submit the papers that show: {title}',
}

/** Which papers to add, where a profile demands them. */
export const PAPERS_TO_ADD: Localized = { vi: 'Cần bổ sung: {missing}.', en: 'To be added: {missing}.' }

/** What to do where documents, and not what is declared, decided. */
export const TEXT_REMEDIES: Readonly<Record<string, Localized>> = {
  textContradicts: {
    vi: 'Đối chiếu lại với tài liệu gốc: sửa bảng kê cho đúng với tài liệu, hoặc nộp đúng tài liệu mà bảng kê nêu.',
    en: 'Compare with the original: correct the manifest to what the document says, or submit the document that the manifest means.',
  },
  textAmbiguous: {
    vi: 'Người có thẩm quyền mở tài liệu, đối chiếu với bảng kê và kết luận; cơ quan nộp hồ sơ có thể nộp lại bản rõ nội dung hơn hoặc sửa bảng kê.',
    en: 'A person who may decide opens the document and compares it with the manifest; the agency may submit a clearer copy, or correct the manifest.',
  },
  assuranceTooLow: {
    vi: 'Nộp tài liệu chứng minh: tệp mở được, có nội dung và đúng với việc được kê khai; nên là bản có lớp chữ (bản gốc điện tử thay cho bản quét).',
    en: 'Submit the paper: a file that opens, holds something and is about what is declared; better one whose text can be read (the electronic original instead of a scan).',
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
  rowWord: { vi: 'dòng', en: 'row' },
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
  recognised: {
    vi: 'bản quét do phần mềm nhận dạng chữ, cần người xem lại',
    en: 'a scan read by software, for a person to look at',
  },
}
