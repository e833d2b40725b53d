import { type Desk, headed, headSigns, periodOf } from '../office.ts'
import type { Block, Paper } from '../paper.ts'
import { shortDay, two } from '../words.ts'
import { BASES } from './legal.ts'
import { listed } from './listed.ts'
import { pick } from './pick.ts'

/** The decision by which the head declares the system, with the list of procedures as its annex. */
export function declaration(desk: Desk, at: number): Paper {
  const { manifest, office } = desk
  const one = pick(manifest.declarations, at)
  const { self, agency } = periodOf(office, one.signedOn)
  const again = one.kind === 'again' ? ' (công bố lại)' : ''
  const codes = one.procedures ?? []
  const internal = Array.isArray(one.internalProcesses) ? one.internalProcesses : []
  const scope = `${two(codes.length)} thủ tục hành chính${internal.length > 0 ? ` và ${two(internal.length)} quy trình nội bộ` : ''}`
  const title = periodOf(office, one.signedOn).head.at(-1) ?? ''
  return {
    ...headed(desk, one.signedOn, one.number),
    kind: 'QUYẾT ĐỊNH',
    subject: `Về việc công bố Hệ thống quản lý chất lượng\nphù hợp Tiêu chuẩn quốc gia ${one.standard}${again}`,
    blocks: [
      { text: `${title} ${agency.join(' ')}`, look: 'title' },
      ...BASES,
      {
        text: `Căn cứ kết quả áp dụng Hệ thống quản lý chất lượng và văn bản xác nhận hiệu lực Hệ thống quản lý chất lượng của ${self};`,
        look: 'basis',
      },
      { text: `Theo đề nghị của Ban Chỉ đạo ISO ${self}.`, look: 'basis' },
      { text: 'QUYẾT ĐỊNH:', look: 'title' },
      {
        text: `**Điều 1.** Công bố Hệ thống quản lý chất lượng tại ${self} phù hợp Tiêu chuẩn quốc gia ${one.standard} đối với ${scope} (Phụ lục kèm theo).`,
      },
      {
        text: `**Điều 2.** ${office.desk} chủ trì, phối hợp với các phòng, đơn vị duy trì, cải tiến Hệ thống quản lý chất lượng; niêm yết công khai Quyết định này tại trụ sở, đăng tải trên trang thông tin điện tử (nếu có) và thông báo bằng văn bản đến Sở Khoa học và Công nghệ.`,
      },
      {
        text: `**Điều 3.** Quyết định này có hiệu lực kể từ ngày ký. ${office.desk}, các phòng, đơn vị và cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./.`,
      },
    ],
    signatures: [headSigns(desk, one.signedOn, one.signedBy.name, signedAs(desk, at))],
    recipients: ['Như Điều 3', 'Sở Khoa học và Công nghệ', 'Trang thông tin điện tử', 'Lưu: VT'],
    annex: annex(desk, at, codes, internal),
  }
}

function annex({ manifest }: Desk, at: number, codes: readonly string[], internal: readonly string[]): Block[] {
  const { number, signedOn } = pick(manifest.declarations, at)
  return [
    { text: 'PHỤ LỤC', look: 'title' },
    { text: 'DANH MỤC THỦ TỤC HÀNH CHÍNH', look: 'title' },
    { text: 'ÁP DỤNG HỆ THỐNG QUẢN LÝ CHẤT LƯỢNG', look: 'title' },
    { text: `(Kèm theo Quyết định số ${number} ngày ${shortDay(signedOn)})`, look: 'center' },
    listed(manifest, codes),
    ...internal.map((one, index) => ({ text: `Quy trình nội bộ ${index + 1}: ${one}.` })),
  ]
}

/** A decision of the head alone bears his office; one in the name of the committee says so (`TM.`). */
function signedAs({ manifest, office }: Desk, at: number): readonly string[] {
  const { signedOn, signedBy } = pick(manifest.declarations, at)
  const { head } = periodOf(office, signedOn)
  return signedBy.capacity === 'TM.' ? head : head.slice(-1)
}
