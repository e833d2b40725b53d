import type { Localized } from '../../../base/localized.ts'

/** Words of the inspection plan's page. */
export const PLAN_WORDS = {
  title: { vi: 'Kế hoạch kiểm tra năm {year}', en: 'Inspection plan of {year}' },
  quota: {
    vi: 'Một phần ba của {obliged} cơ quan thuộc đối tượng phải áp dụng (Thông tư số 26/2014/TT-BKHCN, Điều 33 khoản 2): cần {required}, đang chọn {picked}.',
    en: 'One third of {obliged} obliged agencies (Circular 26/2014/TT-BKHCN, Article 33.2): {required} needed, {picked} picked.',
  },
  short: {
    vi: 'Còn thiếu {n} cơ quan. Thêm cơ quan ở phần “Kiểm tra qua hồ sơ”.',
    en: '{n} more are needed. Add agencies from the checks by dossier.',
  },
  onSite: { vi: 'Kiểm tra tại trụ sở ({n})', en: 'On-site inspections ({n})' },
  dossier: { vi: 'Kiểm tra qua hồ sơ, báo cáo ({n})', en: 'Checks by dossier and report ({n})' },
  month: { vi: 'Tháng', en: 'Month' },
  reasons: { vi: 'Lý do', en: 'Reasons' },
  noReason: { vi: 'không có lý do riêng', en: 'no reason of its own' },
  change: { vi: 'Thay đổi', en: 'Change' },
  what: { vi: 'Thay đổi cơ quan {code}', en: 'Change {code}' },
  add: { vi: 'Đưa vào kiểm tra tại trụ sở', en: 'Inspect on site' },
  drop: { vi: 'Chuyển sang kiểm tra qua hồ sơ', en: 'Check by dossier instead' },
  move: { vi: 'Đổi tháng', en: 'Move to another month' },
  undo: { vi: 'Bỏ thay đổi đã ghi, theo lại phần mềm', en: 'Take back what was written' },
  newMonth: { vi: 'Tháng (khi đổi tháng hoặc đưa vào)', en: 'Month (when moving or adding)' },
  reason: { vi: 'Lý do bằng lời (bắt buộc)', en: 'Written reason (required)' },
  by: { vi: 'Người quyết định (họ tên, chức vụ)', en: 'Who decides (name, title)' },
  save: { vi: 'Ghi thay đổi', en: 'Write the change' },
  written: { vi: 'Thay đổi đã ghi', en: 'Changes written' },
  none: { vi: 'Chưa có thay đổi nào.', en: 'No change was written yet.' },
  line: { vi: '{on}: {code} – {what}. Lý do: {reason} ({by})', en: '{on}: {code} – {what}. Reason: {reason} ({by})' },
  again: {
    vi: 'Lần rà soát sau của năm này (qms-verdict prescreen --data … --province …) giữ các thay đổi trên và chọn bổ sung cho đủ chỉ tiêu.',
    en: 'The next pre-screening of this year (qms-verdict prescreen --data … --province …) keeps these changes and picks others to fill the quota.',
  },
  workbook: { vi: 'Tải kế hoạch (XLSX)', en: 'Download the plan (XLSX)' },
  print: { vi: 'Bản để in', en: 'To print' },
  bad: { vi: 'Chưa ghi được thay đổi', en: 'The change was not written' },
  badText: {
    vi: 'Thiếu lý do, thiếu người quyết định, hoặc đổi tháng mà chưa chọn tháng; cơ quan phải có trong kế hoạch. Chưa có gì được ghi. Đề nghị quay lại và điền đủ.',
    en: 'The reason, who decides, or the month to move to is missing; the agency must be in the plan. Nothing was written. Go back and fill in all fields.',
  },
  full: {
    vi: 'Bên cạnh kế hoạch của năm này đã có số thay đổi tối đa, kể cả các thay đổi đã hủy. Chưa có gì được ghi. Đề nghị báo đơn vị quản trị hệ thống lập lại kế hoạch.',
    en: 'As many changes as are kept stand beside this year’s plan, those taken back included. Nothing was written. Ask the operator of the service to draw the plan up anew.',
  },
  back: { vi: 'Về kế hoạch', en: 'Back to the plan' },
} as const satisfies Record<string, Localized>
