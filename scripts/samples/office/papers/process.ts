import type { Process } from '../../../../src/dossier/procedures.ts'
import { type Desk, headSigns } from '../office.ts'
import type { Block, Grid, Paper } from '../paper.ts'
import { act } from './legal.ts'
import { listed } from './listed.ts'
import { pick } from './pick.ts'
import { coverTables, systemHead } from './system-head.ts'

/** A process by which procedures are carried out, with those of the eight parts that the manifest says it has. */
export function processPaper(desk: Desk, at: number): Paper {
  const one = pick(desk.manifest.processes, at)
  const parts = partsOf(desk, one)
  const blocks = (one.sections ?? Object.keys(parts)).flatMap((name, index): Block[] => {
    const [title = '', ...inside] = parts[name] ?? []
    return [{ text: `${index + 1}. ${String(title)}`, look: 'heading' }, ...(inside as Block[])]
  })
  return {
    ...systemHead(desk, one, 'QUY TRÌNH'),
    blocks: [...coverTables(one), ...blocks],
    signatures: one.approvedBy ? [headSigns(desk, one.approvedOn ?? one.effectiveOn, one.approvedBy)] : [],
    recipients: ['Các phòng, đơn vị', 'Lưu: VT'],
  }
}

function partsOf({ manifest }: Desk, one: Process): Record<string, [string, ...Block[]]> {
  const limit =
    one.limitDays === undefined
      ? 'Theo quy định của pháp luật.'
      : `Thời hạn giải quyết: ${one.limitDays} ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ.`
  const title = one.title.replace(/^Quy trình /, '')
  return {
    purpose: ['MỤC ĐÍCH', { text: `Quy định thống nhất trình tự, trách nhiệm và thời hạn ${title}.` }],
    scope: [
      'PHẠM VI ÁP DỤNG',
      { text: `Áp dụng đối với các thủ tục hành chính thuộc lĩnh vực ${one.field ?? ''} sau đây:` },
      listed(manifest, one.procedures),
    ],
    'legal-basis': ['CĂN CỨ PHÁP LÝ', ...(one.legalBasis ?? []).map((number) => ({ text: `- ${act(number)}.` }))],
    dossier: [
      'THÀNH PHẦN HỒ SƠ',
      {
        text: 'Đơn, tờ khai theo mẫu và giấy tờ kèm theo như đã công bố tại từng thủ tục hành chính; số lượng: 01 bộ, nộp trực tiếp, trực tuyến hoặc qua dịch vụ bưu chính công ích.',
      },
    ],
    'time-limit': ['THỜI HẠN GIẢI QUYẾT', { text: limit }],
    steps: ['CÁC BƯỚC THỰC HIỆN', steps(one.limitDays)],
    forms: [
      'BIỂU MẪU',
      {
        text: 'Phiếu tiếp nhận hồ sơ và hẹn trả kết quả; phiếu yêu cầu bổ sung, hoàn thiện hồ sơ; phiếu kiểm soát quá trình giải quyết hồ sơ.',
      },
    ],
    records: [
      'HỒ SƠ LƯU',
      {
        text: 'Hồ sơ của tổ chức, cá nhân, kết quả giải quyết và phiếu kiểm soát được lưu tại đơn vị giải quyết, sau đó chuyển lưu trữ theo quy định.',
      },
    ],
  }
}

/** Who does what in which time; together the time limit where there is one. */
function steps(limit: number | undefined): Grid {
  const share = (part: number) =>
    limit === undefined ? '' : `${String(Math.round(limit * part * 800) / 100).replace('.', ',')} giờ`
  const rows = [
    ['1', 'Tiếp nhận, kiểm tra hồ sơ; cấp giấy hẹn', 'Bộ phận tiếp nhận và trả kết quả', share(1 / 16)],
    ['2', 'Phân công, thẩm định hồ sơ', 'Công chức chuyên môn', share(10 / 16)],
    ['3', 'Soát xét, ký kết quả', 'Lãnh đạo phòng, Lãnh đạo cơ quan', share(4 / 16)],
    ['4', 'Trả kết quả, lưu hồ sơ', 'Bộ phận tiếp nhận và trả kết quả', share(1 / 16)],
  ]
  return {
    heading: true,
    widths: [1.6, 6.1, 6, 2.8],
    rows: [['Bước', 'Nội dung', 'Trách nhiệm', 'Thời gian'], ...rows],
  }
}
