import type { Caller } from '../../auth/caller.ts'
import type { WayOn } from '../problems/page-problem.ts'

const RULES: WayOn = { href: '/rule-book', label: { vi: 'Quy tắc đánh giá', en: 'Rules' } }

const OF: Readonly<Record<Caller['kind'], readonly WayOn[]>> = {
  agency: [
    { href: '/agency', label: { vi: 'Cơ quan', en: 'Agency' } },
    { href: '/agency/upload', label: { vi: 'Nộp hồ sơ', en: 'Hand in' } },
    { href: '/agency/manifest', label: { vi: 'Lập bảng kê', en: 'Manifest' } },
  ],
  authority: [{ href: '/desk', label: { vi: 'Các cơ quan', en: 'Agencies' } }],
}

/** Where somebody may go from every page. */
export function navigation(caller: Caller | undefined): readonly WayOn[] {
  return [...(caller === undefined ? [] : OF[caller.kind]), RULES]
}
