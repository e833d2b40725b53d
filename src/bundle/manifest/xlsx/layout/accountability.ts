import type { Section } from './section.ts'

/** Reports, inspections, and what the decision says of certifiers, consultants and money. */
export const ACCOUNTABILITY_SECTIONS: readonly Section[] = [
  {
    sheet: 'Báo cáo tình hình',
    at: ['statusReport'],
    shape: 'form',
    note: 'Báo cáo tình hình thực hiện (Thông tư số 26/2014/TT-BKHCN, Điều 36).',
    fields: [
      { key: 'number', heading: 'Số, ký hiệu', hint: 'Ví dụ: 45/BC-STP' },
      { key: 'signedOn', heading: 'Ngày ký' },
      { key: 'receivedOn', heading: 'Ngày đơn vị chủ trì nhận' },
      { key: 'requestedBy', heading: 'Thời hạn được đề nghị' },
      {
        key: 'covers',
        heading: 'Các nội dung báo cáo',
        hint: 'Các điểm của Điều 36: 1a, 1b, 1c, 1d, 1đ, 1e, 1g, 2a, 2b, 2c, 2d, 2đ, 2e',
      },
      { key: 'file', heading: 'Tệp báo cáo' },
    ],
  },
  {
    sheet: 'Kiểm tra kỳ trước',
    at: ['earlierFindings'],
    shape: 'table',
    note: 'Nội dung chưa đáp ứng yêu cầu của kỳ kiểm tra trước.',
    fields: [
      { key: 'id', heading: 'Nội dung' },
      { key: 'raisedOn', heading: 'Ngày nêu' },
      { key: 'correctedOn', heading: 'Ngày khắc phục xong' },
      { key: 'file', heading: 'Tệp văn bản' },
    ],
  },
  {
    sheet: 'Kiểm tra tại trụ sở',
    note: 'Lần kiểm tra tại trụ sở gần nhất của đơn vị kiểm tra.',
    at: ['onSiteInspection'],
    shape: 'form',
    fields: [
      { key: 'recordSignedOn', heading: 'Ngày ký Biên bản kiểm tra' },
      { key: 'findings', heading: 'Số nội dung chưa đáp ứng yêu cầu' },
      { key: 'correctiveReportOn', heading: 'Ngày báo cáo hành động khắc phục' },
      { key: 'file', heading: 'Tệp văn bản' },
    ],
  },
  {
    sheet: 'Chứng nhận',
    at: ['certificates'],
    shape: 'table',
    note: 'Giấy chứng nhận của tổ chức chứng nhận độc lập. Nếu cơ quan không thuê chứng nhận, chọn Không có.',
    fields: [
      { key: 'issuer', heading: 'Tổ chức chứng nhận' },
      { key: 'issuedOn', heading: 'Ngày cấp' },
      { key: 'validTo', heading: 'Có giá trị đến ngày' },
    ],
  },
  {
    sheet: 'Tư vấn',
    at: ['consultants'],
    shape: 'table',
    note: 'Tổ chức, chuyên gia tư vấn được thuê. Nếu cơ quan không thuê tư vấn, chọn Không có.',
    fields: [
      { key: 'name', heading: 'Tổ chức, chuyên gia tư vấn' },
      { key: 'certificateNo', heading: 'Số Giấy xác nhận, thẻ chuyên gia' },
      { key: 'validFrom', heading: 'Giấy có giá trị từ ngày' },
      { key: 'validTo', heading: 'Giấy có giá trị đến ngày' },
      { key: 'from', heading: 'Tư vấn từ ngày' },
      { key: 'to', heading: 'Tư vấn đến ngày' },
    ],
  },
  {
    sheet: 'Kinh phí',
    note: 'Kinh phí duy trì, cải tiến Hệ thống quản lý chất lượng.',
    at: ['budget'],
    shape: 'form',
    fields: [
      { key: 'maintenance', heading: 'Chi duy trì, cải tiến thường xuyên (đồng một năm)', hint: 'Ví dụ: 12000000' },
    ],
  },
]
