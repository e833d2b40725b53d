import { describe, expect, test } from 'vitest'
import { HEADINGS_TOLD, type Meaning, readHeading } from '../../../src/intake/catalogue/headings.ts'

const KNOWN: Record<Exclude<Meaning, 'lastDay'>, string[]> = {
  ordinal: ['STT', 'TT', 'Số TT'],
  code: [
    'Mã TTHC',
    'MÃ THỦ TỤC',
    'Mã số TTHC',
    'Mã số hồ sơ TTHC',
    'Mã thủ tục hành chính',
    'Mã TTHC\n(CSDL quốc gia)',
    'ma',
    'maTthc',
    'code',
    'procedure_code',
  ],
  name: [
    'Tên thủ tục hành chính',
    'Tên TTHC',
    'TÊN THỦ TỤC',
    'Thủ tục hành chính',
    'ten',
    'name',
    'Tên  thủ tục   hành chính (mới)',
  ],
  agencyCode: ['Mã cơ quan', 'maCoQuan', 'MÃ ĐỊNH DANH'],
  agency: ['Cơ quan thực hiện', 'CƠ QUAN THỰC HIỆN TTHC', 'coQuanThucHien', 'Đơn vị thực hiện'],
  field: ['Lĩnh vực', 'LĨNH VỰC', 'linhVuc', 'field', 'Linh vuc'],
  limitDays: [
    'Thời hạn giải quyết',
    'Thời gian giải quyết (ngày làm việc)',
    'Thời hạn giải quyết theo quy định',
    'limitDays',
    'thoiHanGiaiQuyet',
  ],
  announcedOn: ['Ngày công bố', 'announcedOn', 'Ngày quyết định công bố TTHC'],
  effectiveFrom: ['Ngày hiệu lực', 'Ngày có hiệu lực', 'effectiveFrom', 'effective_from', 'Hiệu lực từ ngày'],
  effectiveTo: ['Ngày hết hiệu lực', 'Ngày bãi bỏ', 'Ngày hết hiệu lực / bãi bỏ', 'effectiveTo'],
  internal: ['Nội bộ', 'Nội bộ (Có/Không)', 'TTHC nội bộ', 'internal'],
}

describe.each(Object.entries(KNOWN))('%s', (meaning, headings) => {
  test.each(headings)('%s', (heading) => {
    for (const text of [heading, heading.toUpperCase() === heading ? heading.toLowerCase() : heading])
      expect(readHeading(text)?.meaning).toBe(meaning)
  })
})

test.each(['', 'Ghi chú', 'Quyết định công bố', 'Mức độ', 'Phí, lệ phí', 'cap', 'quyetDinh', 'Căn cứ pháp lý'])(
  "'%s' is none",
  (heading) => expect(readHeading(heading)).toBeUndefined(),
)

test('every heading that a message names is understood', () => {
  const told = HEADINGS_TOLD.replaceAll(/\(hoặc|\)/g, ',')
    .split(',')
    .map((heading) => heading.trim())
  for (const heading of told.filter((one) => one !== '')) expect(readHeading(heading)?.exact, heading).toBe(true)
})
