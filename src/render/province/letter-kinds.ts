import type { Localized } from '../../core/errors.ts'
import type { Prescreen, PrescreenAgency } from '../../province/prescreen.ts'
import type { Verdict } from '../../verdict/verdict.ts'
import { isQuarantined } from '../head.ts'

/**
 * What an agency is written: to do or correct points; that nothing is to be corrected; to hand in its dossier; to hand in
 * again one that could not be taken in.
 */
export const LETTER_KINDS = ['correct', 'nothing', 'noDossier', 'refused'] as const
export type LetterKind = (typeof LETTER_KINDS)[number]

/** Why an agency gets no letter from this run. */
const NO_LETTER = ['notSubject', 'left', 'quarantined', 'undetermined'] as const
export type NoLetter = (typeof NO_LETTER)[number]

/**
 * Which letter an agency gets (T Điều 37 khoản 1 điểm a; Điều 35 where no dossier came). An agency the programme does not
 * oblige breaks nothing by handing in nothing; a dossier set aside for a state secret is never told of in a letter.
 * @param verdict of its bundle; undefined where there is none
 */
export function letterKind(
  agency: PrescreenAgency,
  verdict: Verdict | undefined,
  problems: Prescreen['problems'],
): LetterKind | NoLetter {
  if (agency.change === 'left') return 'left'
  if (verdict === undefined) {
    if (agency.duty === 'encouraged' || agency.duty === 'ended') return 'notSubject'
    return problems.some(({ kind, codes }) => kind === 'refused' && codes.includes(agency.code))
      ? 'refused'
      : 'noDossier'
  }
  if (isQuarantined(verdict)) return 'quarantined'
  if (verdict.status === 'notApplicable') return 'notSubject'
  if (verdict.status === 'undetermined') return 'undetermined'
  return verdict.findings.some(({ outcome }) => outcome === 'fail' || outcome === 'missingEvidence')
    ? 'correct'
    : 'nothing'
}

/** Whether it is a letter. */
export function isLetter(kind: LetterKind | NoLetter): kind is LetterKind {
  return (LETTER_KINDS as readonly string[]).includes(kind)
}

/** The lead unit where the authority does not name itself (Q Điều 12 khoản 4). */
export const LEAD_UNIT = 'Sở Khoa học và Công nghệ'

/** What a letter is about (trích yếu), without its year. */
export const SUBJECTS: Record<LetterKind, string> = {
  correct: 'đề nghị thực hiện, khắc phục các nội dung về Hệ thống quản lý chất lượng',
  nothing: 'kết quả kiểm tra qua hồ sơ về Hệ thống quản lý chất lượng',
  noDossier: 'đề nghị gửi hồ sơ, báo cáo về Hệ thống quản lý chất lượng',
  refused: 'đề nghị gửi lại hồ sơ về Hệ thống quản lý chất lượng',
}

/** The legal bases of every letter. */
export const BASES =
  'Thực hiện Quyết định số 19/2014/QĐ-TTg ngày 05 tháng 3 năm 2014 của Thủ tướng Chính phủ về việc áp dụng Hệ thống quản lý chất lượng theo Tiêu chuẩn quốc gia TCVN ISO 9001:2008 vào hoạt động của các cơ quan, tổ chức thuộc hệ thống hành chính nhà nước và Thông tư số 26/2014/TT-BKHCN ngày 10 tháng 10 năm 2014 của Bộ trưởng Bộ Khoa học và Công nghệ, '

/** Sentences of letters; `{unit}` is who writes, `{day}` the day the dossier was looked at, `{deadline}` the last day to answer. */
export const SENTENCES = {
  correct:
    '{unit} đã rà soát sơ bộ hồ sơ áp dụng Hệ thống quản lý chất lượng (sau đây viết tắt là HTQLCL) năm {year} do Quý cơ quan gửi. Theo hồ sơ tại ngày {day}, {unit} đề nghị Quý cơ quan quan tâm chỉ đạo thực hiện, khắc phục các nội dung sau:',
  failHead: 'Nội dung chưa đạt yêu cầu, đề nghị khắc phục',
  missingHead: 'Nội dung thiếu bằng chứng, đề nghị bổ sung tài liệu',
  missingNote:
    'Các nội dung dưới đây chưa có tài liệu hoặc tài liệu chưa đọc được; đây chưa phải là kết luận cơ quan không thực hiện.',
  found: 'Kết quả rà soát: ',
  moreItems: '(Nêu {shown} trong {total} mục; các mục khác ghi trong kết quả đánh giá sơ bộ hồ sơ của cơ quan.)',
  remedy: 'Đề nghị: ',
  basis: 'Căn cứ: ',
  report:
    'Đề nghị Quý cơ quan gửi báo cáo kết quả thực hiện, kèm theo tài liệu chứng minh, về {unit} chậm nhất đến hết ngày {deadline}. Trường hợp đã thực hiện nhưng hồ sơ chưa thể hiện, hoặc có ý kiến khác với kết quả rà soát nêu trên, đề nghị Quý cơ quan nêu rõ trong báo cáo.',
  nothing:
    '{unit} đã rà soát sơ bộ hồ sơ áp dụng Hệ thống quản lý chất lượng (sau đây viết tắt là HTQLCL) năm {year} do Quý cơ quan gửi. Theo hồ sơ tại ngày {day}, không có nội dung nào phải khắc phục hoặc bổ sung tài liệu.',
  keep: 'Đề nghị Quý cơ quan tiếp tục duy trì, cải tiến HTQLCL; thực hiện đánh giá nội bộ và xem xét của Lãnh đạo tối thiểu một năm một lần; cập nhật kịp thời thay đổi của văn bản quy phạm pháp luật theo quy định tại Điều 4 Quyết định số 19/2014/QĐ-TTg.',
  noDossier:
    '{unit} tổ chức kiểm tra qua hồ sơ, báo cáo việc áp dụng Hệ thống quản lý chất lượng (sau đây viết tắt là HTQLCL) năm {year}. Đến ngày {day}, {unit} chưa nhận được hồ sơ của Quý cơ quan.',
  refused:
    '{unit} tổ chức kiểm tra qua hồ sơ, báo cáo việc áp dụng Hệ thống quản lý chất lượng (sau đây viết tắt là HTQLCL) năm {year}. Bộ hồ sơ Quý cơ quan gửi chưa tiếp nhận được vì lý do kỹ thuật (tệp không mở được hoặc chưa đúng cấu trúc), nên chưa có căn cứ để đánh giá.',
  send: 'Đề nghị Quý cơ quan gửi báo cáo tình hình thực hiện theo các nội dung quy định tại Điều 36 Thông tư số 26/2014/TT-BKHCN, kèm theo tài liệu chứng minh (nếu có), về {unit} chậm nhất đến hết ngày {deadline}.',
  nature:
    'Kết quả nêu trên là rà soát sơ bộ qua hồ sơ, không thay thế kết quả kiểm tra theo Thông tư số 26/2014/TT-BKHCN.',
  contact: 'Trong quá trình thực hiện, nếu có vướng mắc, đề nghị Quý cơ quan liên hệ: {contact}.',
} as const

/** Why an agency gets no letter, and what to do instead. */
export const NO_LETTER_WORDS: Record<NoLetter, Localized> = {
  notSubject: {
    vi: 'Không lập văn bản: cơ quan không thuộc diện phải gửi hồ sơ, hoặc thuộc diện khuyến khích và chưa công bố.',
    en: 'No letter: the agency need not hand in a dossier, or is encouraged and has not declared.',
  },
  left: {
    vi: 'Không lập văn bản: cơ quan không còn trong danh sách năm nay.',
    en: "No letter: the agency is no longer in this year's list.",
  },
  quarantined: {
    vi: 'Không lập văn bản: bộ hồ sơ có dấu chỉ độ mật, đang được cách ly; người có thẩm quyền xử lý theo quy định về bảo vệ bí mật nhà nước.',
    en: 'No letter: the dossier bears a mark of secrecy and is set apart; an authorised person deals with it under the law on state secrets.',
  },
  undetermined: {
    vi: 'Không lập văn bản: phần mềm gặp lỗi ở một số nội dung nên chưa có kết quả; xem lại bộ hồ sơ bằng qms-verdict check.',
    en: 'No letter: the software failed on some points, so there is no result yet; look at the bundle with qms-verdict check.',
  },
}
