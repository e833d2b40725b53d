import type { Localized } from '../../../base/localized.ts'

/** Words of the pages and their drawings. */
export const PAGE_WORDS = {
  reportTitle: {
    vi: 'Báo cáo tổng hợp tình hình áp dụng, duy trì và cải tiến Hệ thống quản lý chất lượng năm {year}',
    en: 'Report on Quality Management Systems in {year}',
  },
  figuresOn: { vi: 'Số liệu rà soát sơ bộ tại ngày', en: 'Figures of the pre-screening as of' },
  draft: { vi: 'Dự thảo', en: 'Draft' },
  profile: { vi: 'Bộ thông số', en: 'Profile' },
  ruleSet: { vi: 'Bộ quy tắc đánh giá', en: 'Rule set' },
  agencies: { vi: 'Số cơ quan', en: 'Agencies' },
  submitted: { vi: 'Đã gửi hồ sơ', en: 'Handed in' },
  declared: { vi: 'Đã công bố', en: 'Declared' },
  onSite: { vi: 'Kiểm tra tại trụ sở', en: 'On site' },
  byDossier: { vi: 'Kiểm tra qua hồ sơ', en: 'By dossier' },
  shareChart: { vi: 'Tỷ lệ cơ quan đã công bố theo khối', en: 'Share declared by block' },
  gradeChart: { vi: 'Số cơ quan theo xếp loại', en: 'Agencies by grade' },
  shortfallChart: { vi: 'Nội dung chưa đạt hoặc thiếu bằng chứng nhiều nhất', en: 'Most frequent shortfalls' },
  shown: { vi: 'nêu {shown} trong {total} nội dung', en: '{shown} of {total} shown' },
  scoreTitle: { vi: 'Điểm so với năm trước', en: 'Score against last year' },
  scoreText: {
    vi: 'Mỗi chấm là một cơ quan có điểm hiện tại trong cả hai năm ({n} cơ quan): phía trên đường chéo là tăng ({up}), phía dưới là giảm ({down}), trên đường chéo là không đổi ({same}).',
    en: 'Each dot is an agency with a score in both years ({n} agencies): above the diagonal it rose ({up}), below it fell ({down}), on it nothing changed ({same}).',
  },
  scoreNone: {
    vi: 'Chưa có số liệu năm trước để so sánh.',
    en: 'There are no figures of last year to compare with.',
  },
  lastYear: { vi: 'Điểm năm trước', en: 'Last year' },
  thisYear: { vi: 'Điểm năm nay', en: 'This year' },
  dot: { vi: '{name}: {from} → {to}', en: '{name}: {from} → {to}' },
  nature: {
    vi: 'Số liệu là kết quả rà soát sơ bộ qua hồ sơ do phần mềm hỗ trợ lập; người có thẩm quyền xem xét trước khi sử dụng.',
    en: 'These are figures of a pre-screening prepared with software; an authorised person reviews them before use.',
  },
} as const satisfies Record<string, Localized>
