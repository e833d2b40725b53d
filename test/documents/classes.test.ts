import { describe, expect, it } from 'vitest'
import { draftManifest } from '../../src/documents/draft/draft.ts'
import type { Paper } from '../../src/documents/draft/paper.ts'
import { factsOf } from '../../src/documents/facts/facts.ts'
import { linesOf } from '../../src/documents/facts/lines.ts'

const HEADING = ['UBND TỈNH VĨNH LONG\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'SỞ TƯ PHÁP\tĐộc lập - Tự do - Hạnh phúc']
const SIGNED = ['Nơi nhận:\tGIÁM ĐỐC', 'Trần Thị Ngọc Ánh']

/** A paper of these lines; a tab stands between cells. */
function paper(path: string, ...lines: string[]): Paper {
  const told = [...HEADING, ...lines, ...SIGNED].map((line) => ({
    text: line.replaceAll('\t', ' '),
    cells: line.split('\t'),
  }))
  const text = { format: 'docx', text: 'read', flags: [], content: [{ lines: told }] } as const
  return { path, format: 'docx', lines: linesOf(text), facts: factsOf(text) }
}

const dated = (number: string, day: string) => `Số: ${number}\tVĩnh Long, ngày ${day}`

describe('a draft', () => {
  it('names a paper that is none of those a manifest names, and takes nothing from it', () => {
    const { manifest, unclassified } = draftManifest([
      paper(
        'nghi-phep.docx',
        dated('12/QĐ-STP', '05 tháng 3 năm 2026'),
        'QUYẾT ĐỊNH',
        'Về việc cho công chức nghỉ phép',
        'Điều 1. Cho nghỉ.',
      ),
    ])
    expect(unclassified).toEqual([{ file: 'nghi-phep.docx', candidates: [] }])
    expect(manifest).not.toHaveProperty('documents')
  })

  it('does not take a decision that publishes procedures for a declaration', () => {
    const { manifest } = draftManifest([
      paper(
        'cong-bo-tthc.docx',
        dated('90/QĐ-STP', '05 tháng 3 năm 2026'),
        'QUYẾT ĐỊNH',
        'Về việc công bố danh mục thủ tục hành chính',
        'Điều 1. Công bố danh mục.',
      ),
    ])
    expect(manifest).not.toHaveProperty('declarations')
  })

  it('leaves a section that two papers claim to a person', () => {
    const confirmation = (path: string, day: string) =>
      paper(
        path,
        dated('31/TB-STP', day),
        'THÔNG BÁO',
        'Xác nhận hiệu lực của Hệ thống quản lý chất lượng',
        'Căn cứ kết quả.',
      )
    const { manifest, unclassified } = draftManifest([
      confirmation('a.docx', '20 tháng 3 năm 2024'),
      confirmation('b.docx', '21 tháng 3 năm 2025'),
    ])
    expect(manifest).not.toHaveProperty('effectiveness')
    expect(unclassified).toEqual(['a.docx', 'b.docx'].map((file) => ({ file, candidates: ['effectiveness'] })))
  })

  it('leaves a table blank of which a row is broken', () => {
    const { manifest } = draftManifest([
      paper(
        'bao-cao.docx',
        dated('98/BC-STP', '15 tháng 8 năm 2025'),
        'BÁO CÁO',
        'Kết quả đánh giá nội bộ năm 2025',
        '1. Thời gian đánh giá: từ ngày 11/8/2025 đến ngày 13/8/2025.',
        'STT\tĐơn vị được đánh giá\tChuyên gia đánh giá',
        '1\tVăn phòng Sở\tPhạm Thu Hà',
        '2\tPhòng Hành chính\tNguyễn Văn Hòa',
        'tư pháp',
      ),
    ])
    expect(manifest.internalAudits).toEqual([{ from: '2025-08-11', to: '2025-08-13', report: 'bao-cao.docx' }])
  })
})
