import type { Localized } from '../../base/localized.ts'

/** What the parameters of rules stand for; a profile may set them otherwise. */
export const PARAM_WORDS: Readonly<Record<string, Localized>> = {
  cap: { vi: 'mức chi tối đa (đồng/năm)', en: 'most that may be spent (đồng a year)' },
  correctMonths: { vi: 'thời hạn khắc phục (tháng)', en: 'months to correct' },
  lookBackMonths: { vi: 'khoảng thời gian xem xét (tháng)', en: 'months looked back' },
  minRecords: { vi: 'số hồ sơ tối thiểu', en: 'least number of records' },
  months: { vi: 'khoảng thời gian (tháng)', en: 'period in months' },
  redeclareMonths: { vi: 'thời hạn công bố lại (tháng)', en: 'months to declare again' },
  repealNarrows: {
    vi: 'thủ tục hết hiệu lực được coi là thu hẹp phạm vi áp dụng',
    en: 'a repealed procedure counts as narrowing the scope',
  },
  reportMonths: { vi: 'thời hạn báo cáo (tháng)', en: 'months to report' },
  requireInternalProcesses: { vi: 'yêu cầu cả quy trình nội bộ', en: 'internal processes are required too' },
  sections: { vi: 'các nội dung cơ bản của quy trình', en: 'parts a process must have' },
  updateMonths: { vi: 'thời hạn cập nhật (tháng)', en: 'months to update' },
  yearCounting: { vi: 'cách tính "một năm một lần"', en: 'how "once a year" is counted' },
}
