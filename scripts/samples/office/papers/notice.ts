import { type Desk, headed, headSigns, periodOf } from '../office.ts'
import type { Paper } from '../paper.ts'
import { shortDay } from '../words.ts'
import { pick } from './pick.ts'

/** The letter that tells the lead unit of a declaration. */
export function notice(desk: Desk, at: number): Paper {
  const { number, signedOn, signedBy, standard, notice: told } = pick(desk.manifest.declarations, at)
  if (told === undefined) throw new Error(`declaration ${at} has no notice`)
  const { self, head } = periodOf(desk.office, told.sentOn)
  return {
    ...headed(desk, told.sentOn, told.number),
    about: `thông báo công bố Hệ thống quản lý chất lượng phù hợp ${standard}`,
    addressees: [told.to],
    blocks: [
      {
        text: `Thực hiện Quyết định số 19/2014/QĐ-TTg ngày 05 tháng 3 năm 2014 của Thủ tướng Chính phủ, ${self} đã ban hành Quyết định số ${number} ngày ${shortDay(signedOn)} về việc công bố Hệ thống quản lý chất lượng phù hợp Tiêu chuẩn quốc gia ${standard}.`,
      },
      {
        text: `${self} thông báo đến ${told.to} để theo dõi, tổng hợp theo quy định (gửi kèm Quyết định và danh mục thủ tục hành chính)./.`,
      },
    ],
    signatures: [headSigns(desk, told.sentOn, signedBy.name, head)],
    recipients: ['Như trên', `Lưu: VT, ${desk.office.desk}`],
  }
}
