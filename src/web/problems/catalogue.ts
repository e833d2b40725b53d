import type { Localized } from '../../base/localized.ts'

/** One kind of problem: its HTTP status and its title, the same in every case (RFC 9457). */
interface Kind {
  status: 400 | 401 | 403 | 404 | 405 | 413 | 415 | 429 | 500 | 503
  title: Localized
}

/** Every kind of problem by its slug; its type URI is `/problems/<slug>`. */
export const PROBLEMS = {
  'token-missing': {
    status: 401,
    title: { vi: 'Yêu cầu chưa kèm mã truy cập', en: 'The request carries no token' },
  },
  'token-not-accepted': {
    status: 401,
    title: { vi: 'Mã truy cập không được chấp nhận', en: 'The token is not accepted' },
  },
  'caller-unknown': {
    status: 403,
    title: { vi: 'Không xác định được cơ quan gửi yêu cầu', en: 'The token does not say who calls' },
  },
  'other-agency': {
    status: 403,
    title: { vi: 'Không có quyền đối với cơ quan này', en: 'No right to this agency' },
  },
  'authority-reads-only': {
    status: 403,
    title: {
      vi: 'Đơn vị chủ trì không nộp hồ sơ thay cơ quan',
      en: "The authority does not write in an agency's name",
    },
  },
  'authority-only': {
    status: 403,
    title: { vi: 'Chỉ dành cho đơn vị chủ trì của tỉnh, thành phố', en: 'For the authority of a province only' },
  },
  'parameter-invalid': {
    status: 400,
    title: { vi: 'Tham số chưa đúng', en: 'A parameter cannot be used' },
  },
  'body-invalid': {
    status: 400,
    title: { vi: 'Nội dung yêu cầu chưa đúng', en: 'The body cannot be used' },
  },
  'body-too-large': {
    status: 413,
    title: { vi: 'Nội dung yêu cầu quá lớn', en: 'The body is too large' },
  },
  'body-not-json': {
    status: 415,
    title: { vi: 'Nội dung yêu cầu không phải JSON', en: 'The body is not sent as JSON' },
  },
  'too-many-uploads': {
    status: 429,
    title: { vi: 'Đã hết số lần nộp trong ngày', en: 'No more uploads today' },
  },
  'no-such-page': {
    status: 404,
    title: { vi: 'Không có địa chỉ này', en: 'No such address' },
  },
  'no-verdict': {
    status: 404,
    title: { vi: 'Chưa có kết quả đánh giá', en: 'No such verdict' },
  },
  'no-prescreen': {
    status: 404,
    title: { vi: 'Chưa có kết quả rà soát sơ bộ', en: 'No prescreen yet' },
  },
  'method-not-allowed': {
    status: 405,
    title: { vi: 'Phương thức không dùng được tại địa chỉ này', en: 'The method cannot be used here' },
  },
  fault: {
    status: 500,
    title: { vi: 'Lỗi phần mềm', en: 'A fault of the software' },
  },
  unavailable: {
    status: 503,
    title: { vi: 'Dịch vụ tạm thời chưa đáp ứng được', en: 'The service cannot answer for the moment' },
  },
} as const satisfies Record<string, Kind>

export type Slug = keyof typeof PROBLEMS
