import { type Desk, plainHeading } from '../office.ts'
import type { Grid, Paper } from '../paper.ts'
import { shortDay } from '../words.ts'

/** A document of the system: what its cover tells of it. */
export interface Controlled {
  title: string
  code?: string
  edition?: string
  approvedOn?: string
  approvedBy?: string
  effectiveOn?: string
  /** Day of the first edition. */
  since?: string
}

/** Heading, title and cover table of a document of the system, approved by the head; `kind` stands above its title. */
export function systemHead(
  desk: Desk,
  one: Controlled,
  kind?: string,
): Pick<Paper, 'superior' | 'agency' | 'kind' | 'subject'> {
  const title = kind ? one.title.replace(/^Quy trình /, '') : one.title
  const day = one.approvedOn ?? one.effectiveOn ?? ''
  const head = plainHeading(desk, day)
  return kind ? { ...head, kind, subject: title.toUpperCase() } : { ...head, kind: title.toUpperCase() }
}

/** Code, edition and days of a document of the system, and the table of its editions. */
export function coverTables({ code, edition, approvedOn, approvedBy, effectiveOn, since }: Controlled): Grid[] {
  const told = [
    ['Mã hiệu', code],
    ['Lần ban hành', edition],
    ['Ngày phê duyệt', approvedOn && shortDay(approvedOn)],
    ['Ngày hiệu lực', effectiveOn && shortDay(effectiveOn)],
    ['Người phê duyệt', approvedBy],
  ]
  const rows = told.flatMap(([name = '', value]) => (value ? [[name, value]] : []))
  const cover: Grid = { heading: false, widths: [5, 7], rows }
  if (since === undefined || edition === undefined || effectiveOn === undefined || since === effectiveOn) return [cover]
  const changes = [
    ['Lần ban hành', 'Ngày hiệu lực', 'Nội dung sửa đổi'],
    ['01', shortDay(since), 'Ban hành lần đầu'],
    [edition, shortDay(effectiveOn), 'Rà soát, cập nhật theo văn bản mới'],
  ]
  return [cover, { heading: true, widths: [3, 3.5, 8], rows: changes }]
}
