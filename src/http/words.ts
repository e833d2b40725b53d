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
    en: 'Submit the dossier on TCVN ISO 9001 under Decision 19/2014/QĐ-TTg; get a preliminary assessment with its legal basis, the evidence and what to do.',
  },
  agency: { vi: 'Cơ quan, đơn vị', en: 'Agencies' },
  agencyText: {
    vi: 'Nộp bộ hồ sơ (tệp ZIP, thư mục hoặc từng tệp), lập bảng kê, xem kết quả và các thời hạn sắp đến.',
    en: 'Submit a dossier (a ZIP file, a folder or single files), write its manifest, see the result and what falls due.',
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
  toForm: { vi: 'Sửa trong bảng kê', en: 'Change it in the manifest' },
  bundle: { vi: 'Tải bộ hồ sơ (ZIP)', en: 'The dossier (ZIP)' },
  json: { vi: 'Dữ liệu (JSON)', en: 'Data (JSON)' },
  upload: { vi: 'Nộp hồ sơ', en: 'Submit a dossier' },
  share: { vi: 'Chia sẻ kết quả với đồng nghiệp', en: 'Share the result with a colleague' },
  shareLead: {
    vi: 'Người cùng cơ quan mở địa chỉ này hoặc chụp mã QR, rồi đăng nhập bằng tài khoản của {agency} ({code}) để xem. Người ngoài cơ quan mở địa chỉ này không xem được gì.',
    en: 'A colleague opens this address, or photographs the QR code, and signs in as {agency} ({code}). Nobody else sees anything there.',
  },
  qr: { vi: 'Mã QR của địa chỉ trên', en: 'QR code of the address above' },
  qrHint: {
    vi: 'Có thể in trang này kèm báo cáo, hoặc sao chép địa chỉ gửi qua hộp thư công vụ.',
    en: 'Print this page with the report, or copy the address into a message.',
  },
  paper: { vi: 'Lưu thành Word (trình thủ trưởng)', en: 'Save as Word (for the head of the agency)' },
  sentAt: { vi: 'nộp lúc {time}', en: 'submitted at {time}' },
  recheckOf: { vi: 'đánh giá lại năm {year}', en: 're-check of {year}' },
  afterScans: { vi: 'đánh giá lại sau khi đọc bản quét', en: 'judged again once its scans were read' },
  againAt: { vi: 'đánh giá lại lúc {time}', en: 'judged again at {time}' },
  links: { vi: 'Đối chiếu', en: 'Compare' },
  rejudged: {
    vi: 'Đánh giá lại lúc {time}. Lý do: {reason}',
    en: 'Judged again at {time}. Reason: {reason}',
  },
  scansRead: { vi: 'đã đọc xong các bản quét', en: 'its scans have been read' },
  scansWaiting: {
    vi: 'Kết quả tạm thời: {scans} bản quét đang được đọc (xong {read}/{pages} trang).',
    en: 'Provisional: {scans} scans are being read ({read} of {pages} pages done).',
  },
  scansMeans: { vi: 'Kết quả tạm thời là gì?', en: 'What is a provisional result?' },
  scansMeansText: {
    vi: 'Khi đọc xong các bản quét, kết quả mới theo cùng ngày đánh giá sẽ thay cho kết quả này. Chưa có thông báo, văn bản nào được gửi theo kết quả tạm thời.',
    en: 'When the scans are read, a result as of the same day takes the place of this one. No notice and no letter goes out by a provisional result.',
  },
  scansAgain: { vi: 'Xem lại', en: 'See how far it has come' },
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
    vi: 'Lần trước: {before} ({beforeOn}). Lần này: {after} ({afterOn}).',
    en: 'Before: {before} ({beforeOn}). Now: {after} ({afterOn}).',
  },
  otherRules: {
    vi: 'Hai lần dùng hai phiên bản quy tắc khác nhau ({before} và {after}); một số khác biệt có thể do quy tắc thay đổi.',
    en: 'The two were judged by different versions of the rules ({before} and {after}); some differences may come from the rules.',
  },
  was: { vi: 'Lần trước', en: 'Before' },
  is: { vi: 'Lần này', en: 'Now' },
  score: { vi: 'Điểm trước và nay', en: 'Score then and now' },
  better: { vi: 'Tốt hơn ({n})', en: 'Better ({n})' },
  worse: { vi: 'Kém đi ({n})', en: 'Worse ({n})' },
  otherwise: { vi: 'Thay đổi khác ({n})', en: 'Other changes ({n})' },
  same: { vi: 'Không có nội dung nào thay đổi kết quả.', en: 'No point came to another outcome.' },
  notJudged: { vi: 'Không đánh giá', en: 'Not judged' },
  back: { vi: 'Xem kết quả lần này', en: 'See this result' },
} as const satisfies Record<string, Localized>

/** Words of the page that shows a paper. */
export const PAPER_WORDS = {
  see: { vi: 'Xem tài liệu:', en: 'See the paper:' },
  back: { vi: '← Nội dung trong kết quả đánh giá', en: '← The point in the result' },
  found: { vi: 'Tài liệu ghi', en: 'What the paper says' },
  nothingRead: {
    vi: 'Không có chỗ nào của tài liệu này được trích; tài liệu được xem là có hay không có.',
    en: 'Nothing of this paper is quoted; it counts as being there.',
  },
  nothingHere: { vi: 'Trang này không có chỗ nào được trích.', en: 'Nothing on this page is quoted.' },
  agrees: { vi: 'Khớp với bảng kê: {fact} là “{declared}”.', en: 'As in the manifest: {fact} is “{declared}”.' },
  contradicts: {
    vi: 'Khác với bảng kê: {fact} được khai là “{declared}”.',
    en: 'Not as in the manifest, where {fact} is “{declared}”.',
  },
  ambiguous: {
    vi: 'Cần người xem: {fact} được khai là “{declared}”.',
    en: 'For a person to decide: {fact} is declared as “{declared}”.',
  },
  notFound: {
    vi: 'Chưa đối chiếu được với bảng kê: {fact} được khai là “{declared}”.',
    en: 'Not to be compared with the manifest, where {fact} is “{declared}”.',
  },
  said: { vi: 'Bảng kê ghi', en: 'What the manifest says' },
  nothingSaid: { vi: 'Bảng kê không nêu tên tài liệu này.', en: 'The manifest does not name this paper.' },
  toForm: { vi: 'Sửa trong bảng kê', en: 'Change it in the manifest' },
  leaves: { vi: 'Các trang của tài liệu', en: 'Pages of the paper' },
  before: { vi: '← Trước', en: '← Before' },
  after: { vi: 'Tiếp →', en: 'Next →' },
  pageOf: { vi: 'Trang {page}/{pages}', en: 'Page {page} of {pages}' },
  leftOut: { vi: '… {n} dòng không hiển thị', en: '… {n} lines are not shown' },
  none: {
    vi: 'Không hiển thị được tài liệu này: tệp có mật khẩu, bị hỏng, quá lớn, hoặc thuộc loại tệp mà phần mềm chưa đọc. Đề nghị tải bộ hồ sơ (ZIP) tại trang kết quả và mở tệp trên máy.',
    en: 'This paper cannot be shown: it is behind a password, damaged, too large, or of a kind that is not read. Get the dossier (ZIP) on the page of the result and open the file there.',
  },
  gone: { vi: 'Không còn tài liệu này', en: 'The paper is not there any more' },
  goneText: {
    vi: 'Bộ hồ sơ của kết quả này không còn được lưu, hoặc không còn đúng như khi đánh giá. Kết quả đánh giá giữ nguyên.',
    en: 'The dossier of this result is not kept any more, or is not as it was judged. The result itself stands.',
  },
  setApart: { vi: 'Tài liệu không được hiển thị', en: 'The paper is not shown' },
  setApartText: {
    vi: 'Bộ hồ sơ đang được cách ly vì có dấu chỉ độ mật. Không nội dung nào của bộ hồ sơ được hiển thị tại đây.',
    en: 'The dossier is set apart, since it bears a mark of secrecy. Nothing of it is shown here.',
  },
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
  upload: { vi: 'Nộp hồ sơ', en: 'Submit' },
  manifest: { vi: 'Lập bảng kê', en: 'Manifest' },
  agencies: { vi: 'Các cơ quan', en: 'Agencies' },
} as const satisfies Record<string, Localized>

/** Texts of `src/http/form/endpoint.ts`. */
export const ENDPOINT_TEXTS = {
  fieldInFormTwice: {
    vi: "Trường '{name}' có hai lần trong biểu mẫu. Mỗi trường chỉ gửi một lần.",
    en: "The field '{name}' is in the form twice. Send each field once.",
  },
  agencySentAsMany: {
    vi: 'Hôm nay cơ quan đã nộp đủ số lần tối đa trong một ngày; tệp này chưa được nhận. Đề nghị nộp tiếp từ 0 giờ ngày mai, hoặc liên hệ đơn vị quản trị hệ thống.',
    en: 'The agency has sent as many bundles today as one may in a day; this file was not taken. Send it from midnight on (Vietnam time), or ask the operator of the service.',
  },
  noFileInForm: {
    vi: "Biểu mẫu không có tệp. Đề nghị thêm -F 'file=@ho-so.zip' sau các trường khác.",
    en: "There is no file in the form. Add -F 'file=@bundle.zip' after the other fields.",
  },
  fileLargerThanBytes: {
    vi: 'Tệp lớn hơn {max} byte. Đề nghị giảm dung lượng (quét tài liệu ở 200-300 dpi, bỏ tệp trùng) rồi nộp lại.',
    en: 'The file is larger than {max} bytes. Make it smaller (scan at 200-300 dpi, leave out doubles) and send it again.',
  },
  fileBytesAtLeast: {
    vi: 'Tệp có {found} byte, cần ít nhất {min} byte. Đề nghị kiểm tra tệp ZIP rồi nộp lại.',
    en: 'The file has {found} bytes, at least {min} are needed. Look at the ZIP file and send it again.',
  },
  sha256FileReceived: {
    vi: 'SHA-256 của tệp nhận được là {found}, đã khai khi xin biểu mẫu là {signed} (base64). Tệp bị hỏng khi gửi hoặc không phải tệp đã khai; đề nghị nộp lại.',
    en: 'The SHA-256 of the file received is {found}, told when asking was {signed} (base64). It was damaged on the way or is another file; send it again.',
  },
  formUsedUploadAnother: {
    vi: 'Biểu mẫu này đã được dùng để nộp một tệp khác. Tệp đã nộp được giữ nguyên; đề nghị xin biểu mẫu mới cho tệp này.',
    en: 'This form was used to upload another file, which stays as it is. Ask for a new form for this file.',
  },
} as const

/** Texts of `src/http/form/parts.ts`. */
export const PARTS_TEXTS = {
  path: { vi: '/agencies/{mã}/uploads', en: '/agencies/{code}/uploads' },
  tooMuchBeforeFile: {
    vi: 'Phần đứng trước tệp quá lớn ({found}). Đề nghị chỉ gửi các trường đã nhận từ POST {path}, rồi đến tệp.',
    en: 'There is too much before the file ({found}). Send only the fields that POST {path} gave, then the file.',
  },
} as const

/** Texts of `src/http/sign-in/development-issuer.ts`. */
export const DEVELOPMENT_ISSUER_TEXTS = {
  fileDoesNotHold: {
    vi: "Tệp '{file}' không chứa khóa của đơn vị cấp mã truy cập thử nghiệm. Xóa tệp này để phần mềm tạo khóa mới; các mã đã cấp sẽ không dùng được nữa.",
    en: "The file '{file}' does not hold the key of the development issuer. Delete it to have a new one made; tokens issued so far will no longer be accepted.",
  },
} as const

/** Texts of `src/http/sign-in/development-pages.tsx`. */
export const DEVELOPMENT_PAGES_TEXTS = {
  notSignInService: { vi: 'Không phải yêu cầu đăng nhập của dịch vụ này', en: 'Not a sign-in of this service' },
  signInPageFor: {
    vi: 'Trang đăng nhập thử nghiệm chỉ mở từ nút Đăng nhập của dịch vụ. Đề nghị về trang đầu rồi bấm Đăng nhập.',
    en: 'The sign-in page for trying out opens only from the Sign in button of the service. Go to the front page and sign in from there.',
  },
  noTrialSignIn: {
    vi: 'Đăng nhập thử nghiệm không dùng được qua máy chủ trung gian',
    en: 'No trial sign-in through a proxy',
  },
  requestCameThroughProxy: {
    vi: 'Yêu cầu đi qua máy chủ trung gian (có tiêu đề {header}), nên có thể đến từ máy khác. Đơn vị cấp mã thử nghiệm chỉ chạy trực tiếp trên máy này. Đề nghị mở thẳng địa chỉ của dịch vụ trên máy này, hoặc cấu hình đơn vị cấp mã thật (--oidc-issuer).',
    en: 'The request came through a proxy (it has the header {header}), so it may be from another machine. The development issuer works on this machine alone. Open the address of the service directly, or configure a real issuer (--oidc-issuer).',
  },
} as const

/** Texts of `src/http/sign-in/verifier.ts`. */
export const VERIFIER_TEXTS = {
  tokenNotJwtThree: {
    vi: 'Mã truy cập không đúng dạng JWT (ba phần cách nhau bằng dấu chấm). Gửi nguyên văn mã do hệ thống định danh cấp.',
    en: 'The token is not a JWT (three parts with dots between). Send it exactly as the identity provider issued it.',
  },
  tokenSignedWithAlgorithm: {
    vi: 'Mã truy cập ký bằng thuật toán không được chấp nhận. Chỉ nhận các thuật toán khóa công khai: {algorithms}.',
    en: 'The token is signed with an algorithm that is not accepted. Only these public-key algorithms are: {algorithms}.',
  },
  tokenSSignatureDoes: {
    vi: 'Chữ ký của mã truy cập không khớp với khóa công khai của đơn vị cấp mã. Đề nghị lấy mã mới từ đúng hệ thống định danh.',
    en: "The token's signature does not match the issuer's public keys. Get a new token from the right identity provider.",
  },
  tokenExpiredGetNew: {
    vi: 'Mã truy cập đã hết hạn. Đề nghị lấy mã mới rồi gửi lại yêu cầu.',
    en: 'The token has expired. Get a new one and send the request again.',
  },
  tokenIssuedMoreThan: {
    vi: 'Mã truy cập đã cấp quá 24 giờ. Dịch vụ chỉ nhận mã cấp trong 24 giờ, dù mã ghi hạn dài hơn; đề nghị lấy mã mới.',
    en: 'The token was issued more than 24 hours ago. None is accepted longer, whatever it says itself; get a new one.',
  },
  noAccessTokenFor: {
    vi: 'Mã này không phải mã truy cập API (typ at+jwt), có thể là mã định danh người dùng (ID token). Đề nghị gửi đúng mã truy cập (access token) do hệ thống định danh cấp cho dịch vụ này.',
    en: 'This is no access token for an API (typ at+jwt); it may be an ID token. Send the access token that the identity provider issued for this service.',
  },
  tokenNotValidYet: {
    vi: 'Mã truy cập chưa đến thời điểm có hiệu lực. Đề nghị kiểm tra đồng hồ của máy cấp mã, hoặc gửi lại sau.',
    en: 'The token is not valid yet. Check the clock of the machine that issued it, or try again later.',
  },
  tokenNotIssuedBy: {
    vi: 'Mã truy cập không do đơn vị cấp mã mà dịch vụ này tin cậy cấp. Đề nghị lấy mã từ đúng hệ thống định danh.',
    en: 'The token was not issued by the identity provider that this service trusts. Get one from the right provider.',
  },
  tokenIssuedForAnother: {
    vi: 'Mã truy cập được cấp cho dịch vụ khác. Đề nghị xin mã dành cho dịch vụ này.',
    en: 'The token was issued for another service. Ask for one for this service.',
  },
  tokenLacksRequiredClaim: {
    vi: 'Mã truy cập thiếu thông tin bắt buộc hoặc thông tin trong mã không đúng dạng. Đề nghị quản trị hệ thống định danh kiểm tra thời hạn (exp), đơn vị cấp (iss) và dịch vụ nhận (aud) của mã.',
    en: 'The token lacks a required claim, or one is not of the right form. Ask the administrator of the identity provider to check exp, iss and aud.',
  },
} as const

/** Texts of `src/http/sign-in/authorization.ts`. */
export const AUTHORIZATION_TEXTS = {
  developmentIssuerDoesNot: {
    vi: "Đơn vị cấp mã truy cập thử nghiệm không chạy được khi máy chủ được truy cập tại '{host}', vì máy khác cũng truy cập được. Đề nghị dùng 127.0.0.1 (không đặt --public-url), hoặc cấu hình đơn vị cấp mã thật (OIDC).",
    en: "The development issuer does not run while the server is reached at '{host}', where other machines can reach it too. Use 127.0.0.1 (without --public-url), or configure a real issuer (OIDC).",
  },
} as const

/** Texts of `src/http/access.tsx`. */
export const ACCESS_TEXTS = {
  pageForAuthorityProvince: {
    vi: 'Trang này dành cho đơn vị chủ trì',
    en: 'This page is for the authority of a province',
  },
  youSignedInAs: {
    vi: 'Tài khoản đang đăng nhập là của cơ quan {code}, chỉ xem được hồ sơ và kết quả của cơ quan mình. Đề nghị về trang của cơ quan; nếu là công chức của đơn vị chủ trì, đăng xuất rồi đăng nhập bằng tài khoản của đơn vị đó.',
    en: "You are signed in as agency {code} and see only what is its own. Go back to your agency's page; if you work for the authority, sign out and sign in as the authority.",
  },
  youSignedInAsAuthority: {
    vi: 'Tài khoản đang đăng nhập là của đơn vị chủ trì {province}, chỉ xem kết quả và không nộp hồ sơ thay cơ quan. Đề nghị dùng các trang của đơn vị chủ trì; nếu cần nộp hồ sơ, đăng xuất rồi đăng nhập bằng tài khoản của cơ quan.',
    en: "You are signed in as the authority of {province}, which reads and does not write in an agency's name. Use the authority's pages; to submit a dossier, sign out and sign in as the agency.",
  },
  tokenAgencyCannotUsed: {
    vi: 'Mã truy cập là của cơ quan {code}, không dùng được cho cơ quan {agency}. Đề nghị kiểm tra mã cơ quan trong địa chỉ.',
    en: 'The token is that of agency {code} and cannot be used for agency {agency}. Check the code in the address.',
  },
  tokenAuthorityAgencyNot: {
    vi: 'Mã truy cập là của đơn vị chủ trì {province}; cơ quan {agency} không thuộc tỉnh, thành phố này.',
    en: 'The token is that of the authority of {province}; agency {agency} is not of that province.',
  },
  signInAgainIn: {
    vi: 'Đề nghị đăng nhập lại ở một thẻ khác của trình duyệt rồi thử lại tại đây; nội dung đang làm vẫn còn.',
    en: 'Sign in again in another tab of the browser, then try again here; what you were doing is still there.',
  },
  youSignedInAgain: {
    vi: 'Đã có lần đăng nhập khác sau khi mở trang này. Đề nghị tải lại trang rồi thử lại.',
    en: 'You have signed in again since this page was opened. Reload it and try again.',
  },
} as const

/** Texts of `src/http/assets.ts`. */
export const ASSETS_TEXTS = {
  filesPagesInCannot: {
    vi: "Không đọc được tệp giao diện trong '{folder}'. Đề nghị đóng gói lại bằng lệnh npm run build.",
    en: "The files of the pages in '{folder}' cannot be read. Build the package again with npm run build.",
  },
} as const

/** Texts of `src/http/page-form.ts`. */
export const PAGE_FORM_TEXTS = {
  formSentCannotRead: { vi: 'Không đọc được biểu mẫu đã gửi', en: 'The form that was sent cannot be read' },
  formNotWellFormed: {
    vi: 'Biểu mẫu gửi lên không đúng dạng, có trên {mostFields} trường hoặc phần chữ dài quá {mostTextBytes} KB; chưa có gì được ghi lại. Đề nghị tải lại trang rồi điền và gửi lại.',
    en: 'The form is not well formed, has more than {mostFields} fields, or more than {mostTextBytes} KB of text; nothing of it was kept. Load the page again, fill it in and send it again.',
  },
} as const

/** Texts of `src/http/problems.ts`. */
export const PROBLEMS_TEXTS = {
  parameterWrite: {
    vi: "Tham số '{parameter}' là {shown}. Đề nghị ghi {expected}.",
    en: "The parameter '{parameter}' is {shown}. Write {expected}.",
  },
  bodyExceedsBytesBundle: {
    vi: 'Nội dung yêu cầu vượt quá {maxBytes} byte. Bộ hồ sơ không gửi tại đây: xin biểu mẫu bằng POST {path}, rồi nộp tệp bằng biểu mẫu đó.',
    en: 'The body exceeds {maxBytes} bytes. A bundle is not sent here: ask for a form with POST {path}, then upload the file with that form.',
  },
  tooMuchSent: { vi: 'Nội dung gửi quá lớn', en: 'Too much was sent' },
  formHoldsMoreThan: {
    vi: 'Nội dung biểu mẫu vượt quá {mebibytes} MB. Bộ hồ sơ nộp tại trang “Nộp hồ sơ”; đề nghị quay lại và chọn tệp tại đó.',
    en: 'The form holds more than {mebibytes} MB. A dossier is submitted on the page for it; go back and choose the file there.',
  },
  handInDossier: { vi: 'Đến trang nộp hồ sơ', en: 'Submit a dossier' },
  cannotUsedAtAddress: {
    vi: 'Địa chỉ này không dùng phương thức {method}; chỉ dùng: {allowed}.',
    en: '{method} cannot be used at this address; only: {allowed}.',
  },
  pageNotOpenedWay: { vi: 'Trang này không mở được theo cách đó', en: 'This page is not opened that way' },
  pageDoesNotAnswer: {
    vi: 'Trang này không nhận yêu cầu {method} (thường do tải lại trang sau khi gửi biểu mẫu). Đề nghị đi lại từ trang đầu.',
    en: "This page does not answer {method} (often a form's answer opened again). Start from the front page.",
  },
  noAddressSeeOpenapi: {
    vi: 'Không có địa chỉ {quoted}. Các địa chỉ dùng được: xem /openapi.json.',
    en: 'There is no address {quoted}. See /openapi.json for those there are.',
  },
  noSuchPage: { vi: 'Không có trang này', en: 'There is no such page' },
  noPageAtCheck: {
    vi: 'Không có trang nào tại địa chỉ “{shown}”. Đề nghị kiểm tra lại địa chỉ, hoặc đi từ trang đầu.',
    en: 'There is no page at “{shown}”. Check the address, or start from the front page.',
  },
  formNotSentFrom: {
    vi: 'Biểu mẫu không gửi từ trang của dịch vụ',
    en: 'The form was not sent from a page of this service',
  },
  keepForgeriesOutOnly: {
    vi: 'Để phòng giả mạo, dịch vụ chỉ nhận biểu mẫu gửi từ chính trang của mình; chưa có gì được ghi nhận. Đề nghị mở lại trang từ trang đầu rồi gửi lại.',
    en: 'To keep forgeries out, only forms on pages of this service are taken; nothing was recorded. Open the page from the front page and send it again.',
  },
} as const

/** Texts of `src/http/router.ts`. */
export const ROUTER_TEXTS = {
  signInAgain: { vi: 'Đăng nhập lại', en: 'Sign in again' },
} as const

/** Texts of `src/http/rules.tsx`. */
export const RULES_TEXTS = {
  noSuchRule: { vi: 'Không có quy tắc này', en: 'There is no such rule' },
  ruleSetInUse: {
    vi: 'Bộ quy tắc đang dùng không có quy tắc mã “{shown}”. Đề nghị tìm trong danh sách quy tắc.',
    en: 'The rule set in use has no rule “{shown}”. Look for it in the list of rules.',
  },
  listRules: { vi: 'Đến danh sách quy tắc', en: 'To the list of rules' },
} as const

/** Texts of `src/http/throttle.ts`. */
export const THROTTLE_TEXTS = {
  moreThanRequestsSent: {
    vi: 'Đã gửi quá {perMinute} yêu cầu trong một phút. Không có gì bị mất; đề nghị gửi tiếp sau {waitSeconds} giây, và giảm số lần hỏi nếu là chương trình tự động.',
    en: 'More than {perMinute} requests were sent in a minute. Nothing is lost; send the next one after {waitSeconds} seconds, and ask less often if this is a program.',
  },
  tooManyPagesAt: { vi: 'Trang đang được mở quá nhiều lần', en: 'Too many pages at once' },
  tooManyRequestsCame: {
    vi: 'Máy chủ nhận quá nhiều yêu cầu từ tài khoản hoặc mạng của cơ quan trong một phút. Không có gì bị mất; đề nghị chờ {waitSeconds} giây rồi tải lại trang.',
    en: 'Too many requests came from your account or your network within a minute. Nothing is lost; wait {waitSeconds} seconds, then load the page again.',
  },
} as const

/** Texts of `src/http/form/policy.ts`. */
export const POLICY_TEXTS = {
  fieldDiffers: {
    vi: "Trường '{name}' của biểu mẫu: {found}; đã ký là: {expected}. Đề nghị gửi nguyên văn các trường đã nhận, không thêm, không bớt.",
    en: "Field '{name}' of the form: {found}; signed was: {expected}. Send the fields as they were given, none more and none less.",
  },
  absent: { vi: 'không có', en: 'absent' },
  noSuchField: { vi: 'không có trường này', en: 'no such field' },
} as const
