import { type Desk, headed } from '../office.ts'
import type { Paper, Paragraph } from '../paper.ts'
import { daysFrom, longDay } from '../words.ts'
import { pick } from './pick.ts'

/** What a review looks at and decides: TCVN ISO 9001:2015, 9.3.2 and 9.3.3, letter by letter. */
const INPUTS: Record<string, string> = {
  a: 'Tình trạng của các hành động từ các cuộc xem xét của Lãnh đạo trước đó',
  b: 'Các thay đổi về vấn đề nội bộ và bên ngoài liên quan đến Hệ thống quản lý chất lượng',
  c: 'Thông tin về kết quả thực hiện và tính hiệu lực của Hệ thống quản lý chất lượng: sự hài lòng của tổ chức, cá nhân; mức độ thực hiện mục tiêu chất lượng; kết quả giải quyết thủ tục hành chính; sự không phù hợp và hành động khắc phục; kết quả đánh giá nội bộ',
  d: 'Sự đầy đủ của nguồn lực',
  e: 'Hiệu lực của các hành động được thực hiện để giải quyết rủi ro và cơ hội',
  f: 'Các cơ hội cải tiến',
}
const OUTPUTS: Record<string, string> = {
  a: 'Các cơ hội cải tiến: tiếp tục rút ngắn thời gian giải quyết thủ tục hành chính có nhiều hồ sơ',
  b: 'Nhu cầu thay đổi đối với Hệ thống quản lý chất lượng: rà soát, cập nhật quy trình khi văn bản quy phạm pháp luật thay đổi',
  c: 'Nhu cầu về nguồn lực: bố trí công chức và trang thiết bị cho bộ phận tiếp nhận và trả kết quả',
}

/** The minutes of a management review. */
export function reviewMinutes(desk: Desk, at: number): Paper {
  const review = pick(desk.manifest.managementReviews, at)
  const { heldOn, chair, inputs = [], outputs = [] } = review
  if (chair === undefined) throw new Error(`review ${at} has no chair`)
  const heading = headed(desk, heldOn)
  return {
    ...heading,
    kind: 'BIÊN BẢN',
    subject: `Họp xem xét của Lãnh đạo về Hệ thống quản lý chất lượng năm ${heldOn.slice(0, 4)}`,
    blocks: [
      { text: `Thời gian: 8 giờ 00, ${longDay(heldOn)}.` },
      { text: `Địa điểm: Phòng họp ${desk.office.desk}; thư ký: ${desk.office.secretary}.` },
      { text: `Chủ trì: ${chair.name}, ${chair.title}.` },
      { text: 'Thành phần: thành viên Ban Chỉ đạo ISO, lãnh đạo các phòng, đơn vị.' },
      { text: 'I. NỘI DUNG XEM XÉT (ĐẦU VÀO)', look: 'heading' },
      ...lettered(inputs, INPUTS),
      ...reported(desk, heldOn),
      { text: 'II. KẾT LUẬN (ĐẦU RA)', look: 'heading' },
      ...lettered(outputs, OUTPUTS),
      { text: `Cuộc họp kết thúc lúc 11 giờ 00 cùng ngày./.` },
    ],
    signatures: [
      { lines: ['THƯ KÝ'], name: desk.office.secretary },
      { lines: ['CHỦ TRÌ'], name: chair.name },
    ],
  }
}

/** What was reported of the year before the review, by what the manifest says of it: no two years say the same. */
function reported(
  { manifest: { internalAudits = [], legalChanges = [], improvements = [] } }: Desk,
  heldOn: string,
): Paragraph[] {
  const since = daysFrom(heldOn, -365)
  const within = (day: string | undefined) => day !== undefined && since < day && day <= heldOn
  const audits = internalAudits.filter(({ from, to = from }) => within(to))
  const said = [
    ...audits.flatMap(({ nonconformities = [] }) =>
      nonconformities.map(({ id, unit, action, owner }) => `${id} (${unit}): ${lower(action)}, ${owner} đã hoàn thành`),
    ),
    ...legalChanges
      .filter(({ revisedOn }) => within(revisedOn))
      .map(({ document, processes }) => `đã cập nhật ${document} vào ${processes.join(', ')}`),
    ...improvements.filter(({ on }) => within(on)).map(({ what }) => lower(what)),
  ]
  return said.length === 0 ? [] : [{ text: `Đã báo cáo: ${said.join('; ')}.` }]
}

/** As it stands inside a sentence. */
const lower = (text = '') => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1)

function lettered(letters: readonly string[], words: Record<string, string>): Paragraph[] {
  return letters.map((letter) => ({ text: `${letter}) ${words[letter]}.`, look: 'item' as const }))
}
