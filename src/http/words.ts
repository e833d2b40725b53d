import type { Language, Localized } from '../core/errors.ts'

export const SERVICE_NAME = { vi: 'Đánh giá hồ sơ HTQLCL', en: 'QMS dossier assessment' }

export const SKIP_LINK = { vi: 'Đến nội dung chính', en: 'Skip to the content' }

export const HEADER_WORDS = {
  main: { vi: 'Trang chính', en: 'Main pages' },
  language: { vi: 'Ngôn ngữ', en: 'Language' },
  signOut: { vi: 'Đăng xuất', en: 'Sign out' },
  signIn: { vi: 'Đăng nhập', en: 'Sign in' },
  agency: { vi: 'Cơ quan', en: 'Agency' },
  authority: { vi: 'Đơn vị chủ trì', en: 'Authority' },
} as const satisfies Record<string, Localized>

export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { vi: 'Tiếng Việt', en: 'English' }

export const NOT_AN_INSPECTION: Localized = {
  vi: 'Kết quả do dịch vụ này lập là đánh giá sơ bộ qua hồ sơ, không thay thế kết quả kiểm tra theo Thông tư số 26/2014/TT-BKHCN. Điểm, trọng số và xếp loại không do Quyết định số 19/2014/QĐ-TTg quy định.',
  en: 'What this service finds is a pre-screening of dossiers; it does not replace an inspection under Circular 26/2014/TT-BKHCN. Scores, weights and grades are not set by Decision 19/2014/QĐ-TTg.',
}

export const WAY_WORDS = {
  around: { vi: 'Các trang liên quan', en: 'Related pages' },
  other: { vi: 'English', en: 'Tiếng Việt' },
  print: {
    vi: 'Để in hoặc lưu thành PDF: Ctrl+P; trên điện thoại: Chia sẻ, In.',
    en: 'To print or save as PDF: Ctrl+P; on a telephone: Share, Print.',
  },
} as const satisfies Record<string, Localized>

export const NO_TOKEN: Localized = {
  vi: "Đề nghị gửi kèm tiêu đề 'Authorization: Bearer <mã truy cập>' với mã do hệ thống định danh cấp.",
  en: "Send the header 'Authorization: Bearer <token>' with a token of the identity provider.",
}

export const AUTHORITY_ONLY: Localized = {
  vi: 'Mã truy cập là của một cơ quan. Kết quả rà soát sơ bộ chỉ dành cho đơn vị chủ trì của tỉnh, thành phố.',
  en: "The token is an agency's. A pre-screening is for the authority of a province only.",
}

export const READS_ONLY: Localized = {
  vi: 'Mã truy cập là của đơn vị chủ trì, chỉ được xem. Đề nghị để cơ quan tự nộp bộ hồ sơ bằng mã của mình.',
  en: "The token is an authority's, which may only read. Let the agency upload its bundle with its own token.",
}

export const AGENCIES_ONLY = { vi: 'Trang này dành cho cơ quan nộp hồ sơ', en: 'This page is for agencies' }

export const SIGN_IN_TITLE = { vi: 'Phiên đăng nhập đã hết', en: 'You are no longer signed in' }

export const TOKEN_TITLE = { vi: 'Biểu mẫu thuộc phiên đăng nhập khác', en: 'The form is of another session' }

export const RESEND_WORDS = {
  signIn: { vi: 'Đăng nhập lại (mở thẻ mới)', en: 'Sign in again (in a new tab)' },
  again: { vi: 'Gửi lại nội dung đã điền', en: 'Send again what you filled in' },
  first: {
    vi: 'Chưa có gì được ghi nhận. Đề nghị đăng nhập lại ở thẻ mới, sau đó quay lại trang này và bấm gửi lại.',
    en: 'Nothing was recorded. Sign in again in the new tab, then come back to this page and send it again.',
  },
  check: {
    vi: 'Chưa có gì được ghi nhận. Nếu đúng là nội dung vừa điền, đề nghị bấm gửi lại.',
    en: 'Nothing was recorded. If what was sent is yours, send it again.',
  },
  files: {
    vi: 'Tệp đã chọn không giữ lại được; đề nghị quay lại trang trước và chọn lại tệp.',
    en: 'Files cannot be kept; go back to the page before and choose them again.',
  },
} as const satisfies Record<string, Localized>

export const NOT_SIGNED_IN = { vi: 'Chưa đăng nhập được', en: 'You could not be signed in' }

export const NOBODY: Localized = {
  vi: 'Mã truy cập hợp lệ nhưng không ghi mã cơ quan, cũng không ghi mã tỉnh, thành phố của đơn vị chủ trì (hoặc ghi cả hai). Đề nghị quản trị hệ thống định danh cấp đúng một trong hai thông tin này.',
  en: 'The token is valid but names neither an agency nor the province of an authority (or names both). Ask the administrator of the identity provider for exactly one of the two.',
}

export const NOBODY_SIGNED_IN: Localized = {
  vi: 'Đăng nhập thành công tại hệ thống định danh, nhưng tài khoản không ghi mã cơ quan hoặc mã tỉnh, thành phố (hoặc ghi cả hai), nên không xác định được người đăng nhập thuộc cơ quan nào. Đề nghị quản trị hệ thống định danh bổ sung đúng một trong hai thông tin này cho tài khoản.',
  en: 'The identity provider let you in, but your account names neither an agency nor the province of an authority (or names both). Ask its administrator to give your account exactly one of the two.',
}

export const BUSY: Localized = {
  vi: 'Dịch vụ đang đọc nhiều tệp của người khác, chưa đến lượt tệp này. Hồ sơ và yêu cầu không sai; đề nghị gửi lại sau ít phút.',
  en: 'The service is busy with the files of others. Nothing is wrong with the request; send it again in a few minutes.',
}

export const UNAVAILABLE: Localized = {
  vi: 'Chưa truy cập được kho lưu trữ hoặc hệ thống định danh. Hồ sơ và yêu cầu không sai; đề nghị gửi lại sau ít phút.',
  en: 'The store or the identity provider cannot be reached. Nothing is wrong with the request; send it again in a few minutes.',
}

export const FAULT: Localized = {
  vi: 'Phần mềm gặp lỗi; không phải lỗi của hồ sơ hay của yêu cầu. Đề nghị gửi lại sau; nếu vẫn lỗi, báo cho quản trị hệ thống kèm mã yêu cầu (requestId).',
  en: 'The software failed; neither the dossier nor the request is at fault. Try again later; if it fails again, tell the administrator the requestId.',
}

export const FAULT_ON_PAGE: Localized = {
  vi: 'Phần mềm gặp lỗi; không phải lỗi của người dùng hay của hồ sơ. Đề nghị thử lại sau; nếu vẫn lỗi, báo cho quản trị hệ thống kèm mã yêu cầu ghi bên dưới.',
  en: 'The software failed; neither you nor the dossier is at fault. Try again later; if it fails again, tell the administrator the request id below.',
}

export const WELCOME_WORDS = {
  title: {
    vi: 'Đánh giá sơ bộ hồ sơ Hệ thống quản lý chất lượng',
    en: 'Preliminary assessment of quality management system dossiers',
  },
  lead: {
    vi: 'Nộp bộ hồ sơ áp dụng TCVN ISO 9001 theo Quyết định số 19/2014/QĐ-TTg; nhận kết quả đánh giá sơ bộ có căn cứ pháp lý, bằng chứng và việc cần làm.',
    en: 'Hand in the dossier on TCVN ISO 9001 under Decision 19/2014/QĐ-TTg; get a preliminary assessment with its legal basis, the evidence and what to do.',
  },
  agency: { vi: 'Cơ quan, đơn vị', en: 'Agencies' },
  agencyText: {
    vi: 'Nộp bộ hồ sơ (tệp ZIP, thư mục hoặc từng tệp), lập bảng kê, xem kết quả và các thời hạn sắp đến.',
    en: 'Hand in a dossier (a ZIP file, a folder or single files), write its manifest, see the result and what falls due.',
  },
  authority: { vi: 'Đơn vị chủ trì của tỉnh, thành phố', en: 'The authority of a province' },
  authorityText: {
    vi: 'Xem tình hình các cơ quan trên địa bàn, lập kế hoạch kiểm tra, báo cáo và văn bản thông báo.',
    en: 'See how the agencies of the province stand; plan inspections, write reports and letters.',
  },
  signIn: { vi: 'Đăng nhập', en: 'Sign in' },
  rules: { vi: 'Xem các quy tắc đánh giá (không cần đăng nhập)', en: 'Read the rules (no need to sign in)' },
} as const satisfies Record<string, Localized>

/** Words around a verdict, and of its comparison with the one before. */
export const VERDICT_PAGE_WORDS = {
  home: { vi: '← Trang của cơ quan', en: "← The agency's page" },
  compare: { vi: 'So với lần trước', en: 'Compare with the one before' },
  calendar: { vi: 'Lịch (.ics)', en: 'Calendar (.ics)' },
  json: { vi: 'Dữ liệu (JSON)', en: 'Data (JSON)' },
  upload: { vi: 'Nộp hồ sơ', en: 'Hand in a dossier' },
  links: { vi: 'Đối chiếu', en: 'Compare' },
  rejudged: {
    vi: 'Đánh giá lại ngày {day}. Lý do: {reason}',
    en: 'Judged again on {day}. Reason: {reason}',
  },
  scansRead: { vi: 'đã đọc xong các bản quét', en: 'its scans have been read' },
  scansWaiting: {
    vi: 'Kết quả tạm thời: {scans} bản quét đang được đọc (xong {read}/{pages} trang). Khi đọc xong, kết quả mới theo cùng ngày đánh giá sẽ thay cho kết quả này. Chưa có thông báo, văn bản nào được gửi theo kết quả tạm thời.',
    en: 'Provisional: {scans} scans are being read ({read} of {pages} pages done). When they are read, a verdict as of the same day takes the place of this one. No notice and no letter goes out by a provisional verdict.',
  },
  scansAgain: { vi: 'Xem đã đọc đến đâu', en: 'See how far it has come' },
  scansDone: {
    vi: 'Đã đọc xong các bản quét. Kết quả này đã có bản thay thế.',
    en: 'The scans have been read. A new verdict has taken the place of this one.',
  },
  scansOpen: { vi: 'Mở kết quả mới', en: 'Open the new verdict' },
  provisional: { vi: 'tạm thời, đang đọc bản quét', en: 'provisional, scans being read' },
  replaced: { vi: 'Kết quả đã được thay thế', en: 'The result it replaces' },
  none: { vi: 'Không có kết quả này', en: 'There is no such result' },
  noneText: {
    vi: 'Cơ quan {code} không có kết quả đánh giá mang mã {id}. Đề nghị chọn trong danh sách tại trang của cơ quan.',
    en: "Agency {code} has no result {id}. Choose one from the list on the agency's page.",
  },
  compareTitle: { vi: 'So sánh hai lần đánh giá', en: 'Two assessments compared' },
  first: {
    vi: 'Đây là lần đánh giá đầu tiên; chưa có lần trước để so sánh.',
    en: 'This is the first assessment; there is none before it to compare with.',
  },
  lead: {
    vi: 'Lần trước: {before}, ngày {beforeOn}. Lần này: {after}, ngày {afterOn}.',
    en: 'Before: {before}, {beforeOn}. Now: {after}, {afterOn}.',
  },
  otherRules: {
    vi: 'Hai lần dùng hai phiên bản quy tắc khác nhau ({before} và {after}); một số khác biệt có thể do quy tắc thay đổi.',
    en: 'The two were judged by different versions of the rules ({before} and {after}); some differences may come from the rules.',
  },
  was: { vi: 'Lần trước ({day})', en: 'Before ({day})' },
  is: { vi: 'Lần này ({day})', en: 'Now ({day})' },
  score: { vi: 'Điểm trước và nay', en: 'Score then and now' },
  better: { vi: 'Tốt hơn ({n})', en: 'Better ({n})' },
  worse: { vi: 'Kém đi ({n})', en: 'Worse ({n})' },
  otherwise: { vi: 'Thay đổi khác ({n})', en: 'Other changes ({n})' },
  same: { vi: 'Không có nội dung nào thay đổi kết quả.', en: 'No point came to another outcome.' },
  notJudged: { vi: 'Không đánh giá', en: 'Not judged' },
  back: { vi: 'Xem kết quả lần này', en: 'See this result' },
} as const satisfies Record<string, Localized>

export const RULE_LIST_WORDS = {
  lead: {
    vi: 'Mọi nội dung mà hệ thống đánh giá, kèm căn cứ pháp lý, cách hiểu, cách đánh giá và lịch sử.',
    en: 'Everything that is judged, with its law, interpretation, how it is judged and its history.',
  },
  version: {
    vi: 'Bộ quy tắc {id}, phiên bản {version}, {count} quy tắc.',
    en: 'Rule set {id}, version {version}, {count} rules.',
  },
  search: {
    vi: 'Tìm theo tên, điều khoản hoặc nội dung (gõ có dấu hay không dấu)',
    en: 'Search titles, articles and texts',
  },
  find: { vi: 'Tìm', en: 'Search' },
  found: { vi: 'Có {count} quy tắc chứa “{search}”.', en: '{count} rules say “{search}”.' },
  all: { vi: 'Xem tất cả quy tắc', en: 'Show all rules' },
} as const satisfies Record<string, Localized>

export const RULE_TEXT_WORDS = {
  title: { vi: 'Câu trả lời theo từng kết quả', en: 'What is said for each outcome' },
  note: {
    vi: 'Chỗ trong ngoặc vuông được thay bằng số liệu của hồ sơ.',
    en: 'What stands in square brackets is filled in from the dossier.',
  },
} as const satisfies Record<string, Localized>

export const SIGN_IN_WORDS = {
  signedIn: { vi: 'Đã đăng nhập', en: 'You are signed in' },
  goBack: {
    vi: 'Đề nghị đóng thẻ này, quay lại trang đang làm dở và gửi lại.',
    en: 'Close this tab, go back to the page you were on and send it again.',
  },
}

export const REQUEST_ID = { vi: 'Mã yêu cầu', en: 'Request id' }

export const FORM_EXPIRED: Localized = {
  vi: 'Biểu mẫu nộp hồ sơ đã hết hạn. Đề nghị xin biểu mẫu mới (POST /agencies/{mã}/uploads) rồi nộp lại.',
  en: 'The upload form has expired. Ask for a new one (POST /agencies/{code}/uploads) and send the file again.',
}

export const OTHER_FORM: Localized = {
  vi: 'Biểu mẫu không do dịch vụ này lập, hoặc đã bị sửa. Đề nghị gửi nguyên văn các trường nhận được từ POST /agencies/{mã}/uploads.',
  en: 'The form was not made by this service, or was changed. Send the fields as POST /agencies/{code}/uploads gave them.',
}

export const FORM_FAULT: Localized = {
  vi: 'Phần mềm chưa lưu được tệp; không phải lỗi của hồ sơ. Đề nghị nộp lại sau ít phút; nếu vẫn lỗi, báo cho quản trị hệ thống.',
  en: 'The software could not keep the file; the dossier is not at fault. Send it again in a few minutes; if it fails again, tell the administrator.',
}

export const FORM_MALFORMED: Localized = {
  vi: 'Nội dung gửi lên không phải biểu mẫu multipart/form-data đúng dạng, hoặc bị ngắt giữa chừng. Đề nghị gửi lại bằng curl -F như hướng dẫn: các trường trước, tệp sau cùng trong trường file.',
  en: 'What was sent is no well-formed multipart/form-data, or ends in the middle. Send it again with curl -F: the fields first, the file last, as file.',
}

/** Pages that every page leads to. */
export const PAGE_NAMES = {
  rules: { vi: 'Quy tắc đánh giá', en: 'Rules' },
  agency: { vi: 'Cơ quan', en: 'Agency' },
  upload: { vi: 'Nộp hồ sơ', en: 'Hand in' },
  manifest: { vi: 'Lập bảng kê', en: 'Manifest' },
  agencies: { vi: 'Các cơ quan', en: 'Agencies' },
} as const satisfies Record<string, Localized>
