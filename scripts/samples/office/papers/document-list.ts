import { type Desk, periodOf } from '../office.ts'
import type { SheetPaper } from '../paper.ts'
import { shortDay } from '../words.ts'
import { pick } from './pick.ts'

/** The list of the system's documents, as an office keeps it in Excel. */
export function documentList({ manifest, office }: Desk, at: number): SheetPaper {
  const list = pick(manifest.documents, at)
  const controlled = [...(manifest.documents ?? []), ...(manifest.processes ?? [])]
  const rows = controlled.map(({ code = '', title, edition = '', approvedOn, effectiveOn }, index) => [
    index + 1,
    code,
    title,
    edition,
    approvedOn ? shortDay(approvedOn) : '',
    effectiveOn ? shortDay(effectiveOn) : '',
  ])
  const { agency } = periodOf(office, list.approvedOn ?? '')
  return {
    sheet: 'Danh mục',
    widths: [1.5, 3.5, 11, 2.5, 3.2, 3.2],
    rows: [
      [agency.join(' ')],
      ['DANH MỤC TÀI LIỆU NỘI BỘ'],
      [],
      ['Mã hiệu:', list.code ?? ''],
      ['Lần ban hành:', list.edition ?? ''],
      ['Ngày phê duyệt:', shortDay(list.approvedOn ?? '')],
      ['Ngày hiệu lực:', shortDay(list.effectiveOn ?? '')],
      ['Người phê duyệt:', list.approvedBy ?? ''],
      [],
      ['STT', 'Mã hiệu', 'Tên tài liệu', 'Lần ban hành', 'Ngày phê duyệt', 'Ngày hiệu lực'],
      ...rows,
    ],
  }
}
