import { describe, expect, it } from 'vitest'
import { stampedIn } from '../../../src/documents/facts/facts.ts'
import { textOf } from './text-fixture.ts'

describe('a stamp', () => {
  it.each([
    'MẬT',
    'M Ậ T',
    'MẬT'.normalize('NFD'),
    '[MẬT]',
    '| TỐI MẬT |',
    'T U Y Ệ T  M Ậ T',
    '*** TUYỆT MẬT ***',
    'MẬT MẬT MẬT',
    'MẬT - HỎA TỐC',
    'Nơi nhận:\tTỐI MẬT',
    'Độ mật: Mật',
    'ĐỘ MẬT: TUYỆT MẬT',
    'Số: 12/BC-UBND MẬT',
    'MẬT CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc TỐI MẬT',
    'Vĩnh Long, ngày 02 tháng 4 năm 2026 MẬT',
    'TUYỆT MẬT\nTỐI MẬT',
    '1\tKế hoạch phòng thủ\tMẬT',
  ])('%s', (text) => expect(stampedIn(textOf(`SỞ NỘI VỤ\n${text}\nBáo cáo`))).toBe(true))
})

describe('no stamp', () => {
  it.each([
    'BÍ MẬT',
    'BẢO MẬT',
    'MẬT KHẨU',
    'MẬT ĐỘ',
    'Mật',
    'mật',
    'MẶT',
    'MẤT',
    'BÍ MẬT NHÀ NƯỚC',
    'Số: 12/BC-UBND',
    'Tài liệu được đóng dấu MẬT thì gửi theo đường riêng.',
    'Dấu "MẬT" đóng dưới số, ký hiệu của văn bản ngày 02 tháng 4 năm 2026.',
    'STT\tTUYỆT MẬT\tTỐI MẬT\tMẬT',
    'Độ mật: Mật / Tối mật / Tuyệt mật',
    'Độ mật: Không',
    'STT\tTên tài liệu\tĐộ mật',
  ])('%s', (text) => expect(stampedIn(textOf(`QUY CHẾ\nCông tác văn thư\n${text}\nĐiều 1.`))).toBe(false))
})
