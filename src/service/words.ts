/** Texts of `src/service/store-folder.ts`. */
export const STORE_FOLDER_TEXTS = {
  objectKeyPartCannot: {
    vi: "Khóa đối tượng {key}: thành phần {found} không dùng được. Chỉ dùng các tên khác rỗng, cách nhau bằng '/', mỗi tên không quá {maxNameBytes} byte, không dùng '.', '..', dấu '\\' hoặc ký tự điều khiển, không kết thúc bằng '{temporarySuffix}'.",
    en: "Object key {key}: the part {found} cannot be used. Write names separated by '/', none empty, none longer than {maxNameBytes} bytes, without '.', '..', '\\' or control characters, not ending in '{temporarySuffix}'.",
  },
} as const

/** Texts of `src/service/keeping.ts`. */
export const KEEPING_TEXTS = {
  keepBundlesDaysYearly: {
    vi: '--keep-bundles là {bundles} ngày. Việc đánh giá lại hằng năm cần bộ hồ sơ của năm trước: đặt ít nhất {leastBundleDays} ngày, hoặc 0 để không tự xóa.',
    en: '--keep-bundles is {bundles} days. The yearly re-check needs the bundle of the year before: set at least {leastBundleDays} days, or 0 to remove none.',
  },
  keepBundlesDaysLonger: {
    vi: '--keep-bundles ({bundles} ngày) dài hơn --keep-verdicts ({verdicts} ngày; 0 là không tự xóa). Bộ hồ sơ không được giữ lâu hơn kết quả của nó: tăng --keep-verdicts hoặc giảm --keep-bundles.',
    en: '--keep-bundles ({bundles} days) is longer than --keep-verdicts ({verdicts} days; 0 is for ever). A bundle is not kept longer than its verdict: raise --keep-verdicts or lower --keep-bundles.',
  },
} as const

/** Texts of `src/service/read-upload.ts`. */
export const READ_UPLOAD_TEXTS = {
  bundleSentInFor: {
    vi: 'Bộ hồ sơ được gửi vào phần của cơ quan có mã {entry}, nhưng bảng kê ghi mã cơ quan là {found}.',
    en: 'The bundle was sent in for the agency with the code {entry}, but its manifest (agency.code) says {found}.',
  },
  ifWrongBundleSend: {
    vi: 'Nếu gửi nhầm bộ hồ sơ, đề nghị gửi đúng bộ hồ sơ của cơ quan. Nếu mã trong bảng kê ghi nhầm, đề nghị sửa mã cơ quan trong bảng kê, nén lại và gửi lại. Nếu mã cơ quan đã thay đổi, đề nghị liên hệ đơn vị chủ trì để cập nhật.',
    en: "If this is the wrong bundle, send the agency's own. If the code in the manifest is a slip, correct agency.code, compress the bundle again and send it again. If the agency's code has changed, ask the lead unit to update it.",
  },
} as const

/** Texts of `src/service/authority-files.ts`. */
export const AUTHORITY_FILES_TEXTS = {
  authoritySCatalogueProcedures: {
    vi: "Danh mục thủ tục hành chính của cơ quan có thẩm quyền: '{key}' không có trong kho chứa bộ hồ sơ. Đề nghị tải danh mục lên khóa đó, hoặc bỏ thiết lập này để dùng danh mục của từng cơ quan.",
    en: "The authority's catalogue of procedures: there is no '{key}' in the store of the bundles. Upload the catalogue there, or unset the setting to use each agency's own.",
  },
} as const

/** Texts of `src/service/last-dossier.ts`. */
export const LAST_DOSSIER_TEXTS = {
  agencyCannotJudgedAgain: {
    vi: "Cơ quan {code}: không đánh giá lại được vì không còn dữ liệu đã lưu của bộ hồ sơ {uploadId}, và tệp '{key}' trong kho bộ hồ sơ không còn, đã bị thay hoặc không đọc được nữa. Đề nghị khôi phục tệp từ bản sao lưu rồi chạy lại.",
    en: "Agency {code}: it cannot be judged again: the facts stored of the bundle {uploadId} are gone, and '{key}' in the store of bundles is gone, replaced or no longer readable. Restore the file from a backup, then run again.",
  },
} as const

/** Texts of `src/service/documents.ts`. */
export const DOCUMENTS_TEXTS = {
  storeVerdictsIndexNames: {
    vi: "Kho kết quả: không có '{key}' dù chỉ mục có ghi. Đề nghị khôi phục tệp từ bản sao lưu.",
    en: "Store of verdicts: the index names '{key}', but it is not there. Restore the file from a backup.",
  },
  storeVerdictsNotIndex: {
    vi: "Kho kết quả: '{key}' không phải mục chỉ mục đúng mẫu; tệp đã bị sửa hoặc do phiên bản khác ghi. Đề nghị khôi phục tệp từ bản sao lưu.",
    en: "Store of verdicts: '{key}' is not an index entry in the right form; it was edited, or written by another release. Restore the file from a backup.",
  },
  storePicturesDamaged: {
    vi: "Kho kết quả: '{key}' không phải các hình chụp đúng mẫu; tệp đã bị sửa. Đề nghị khôi phục tệp từ bản sao lưu, hoặc xóa tệp: trang kết quả khi đó không có hình.",
    en: "Store of verdicts: '{key}' is not pictures in the right form; it was edited. Restore the file from a backup, or remove it: the page then has no pictures.",
  },
  dossierErasedBy: {
    vi: 'Hồ sơ đã được xóa theo: {reason} (ngày {day}).',
    en: 'The dossier was erased by: {reason} ({day}).',
  },
} as const

/** Texts of `src/service/store.ts`. */
export const STORE_TEXTS = {
  read: { vi: 'đọc', en: 'read' },
  write: { vi: 'ghi', en: 'write' },
  storeCouldNotCheck: {
    vi: "Kho lưu trữ: không {doing} được '{where}': {reason}. Đề nghị kiểm tra kết nối và quyền truy cập, sau đó thực hiện lại.",
    en: "Store: could not {doing} '{where}': {reason}. Check the connection and the permissions, then try again.",
  },
  diskServerFullOr: {
    vi: 'ổ đĩa của máy chủ đã đầy hoặc hết hạn mức; cần giải phóng dung lượng',
    en: 'the disk of the server is full, or its quota used up; space must be made',
  },
  objectReplacedOrDeleted: {
    vi: 'đối tượng đã bị thay thế hoặc xóa trong khi đang đọc',
    en: 'the object was replaced or deleted while it was being read',
  },
  storeServerOverwritesObject: {
    vi: 'Kho lưu trữ {where}: máy chủ ghi đè lên đối tượng đã có dù được yêu cầu chỉ ghi khi chưa có (If-None-Match: *), nên một bộ hồ sơ có thể bị đánh giá hai lần. Đề nghị tắt lưu phiên bản (versioning) của bucket này, hoặc nâng cấp máy chủ S3, rồi chạy lại.',
    en: 'Store {where}: the server overwrites an object that is there although asked to write only if it is not (If-None-Match: *), so a bundle could be judged twice. Use a bucket without versioning, or a newer S3 server, then run again.',
  },
} as const

/** Texts of `src/service/scan-reading.ts`. */
export const SCAN_READING_TEXTS = {
  whatReadJustNow: { vi: 'dữ liệu vừa đọc không mở lại được', en: 'what was read just now cannot be unpacked' },
} as const

/** Texts of `src/service/notices.ts`. */
export const NOTICES_TEXTS = {
  preScreeningVerdictStays: {
    vi: '{agency}: kết quả đánh giá sơ bộ hồ sơ giữ nguyên đến hết ngày {validUntil}',
    en: '{agency}: the pre-screening verdict stays as it is until the end of {validUntil}',
  },
  code: { vi: 'Kính gửi: {agency} (mã {code}).', en: 'To: {agency} (code {code}).' },
  preScreeningVerdictOn: {
    vi: 'Kết quả đánh giá sơ bộ hồ sơ Hệ thống quản lý chất lượng tại ngày {asOf} giữ nguyên đến hết ngày {validUntil} (còn {left} ngày) nếu không có bằng chứng mới.',
    en: 'The pre-screening verdict on the quality management system as of {asOf} stays as it is until the end of {validUntil} (days left: {left}), given no new evidence.',
  },
  fromChangesAsFollows: { vi: 'Từ ngày {on}, kết quả sẽ thay đổi như sau:', en: 'From {on} it changes as follows:' },
  doOrCorrect: { vi: 'Nội dung đề nghị thực hiện hoặc khắc phục', en: 'To do or correct' },
  pointsShown: { vi: '(Nêu {shown} trong số {total} nội dung.)', en: '({shown} of {total} points shown.)' },
  overall: { vi: 'Kết quả chung: {from} → {to}.', en: 'Overall: {from} → {to}.' },
  pleaseDoWhatSaid: {
    vi: 'Đề nghị cơ quan thực hiện các nội dung trên, bổ sung tài liệu và gửi lại bộ hồ sơ trước ngày {on}.',
    en: 'Please do what is said above, add the documents and send the bundle again before {on}.',
  },
} as const

/** Texts of `handlers/api.ts`. */
export const API_TEXTS = {
  environmentVariableSessionSecret: {
    vi: 'Biến môi trường SESSION_SECRET_ARN: bí mật này có {bytes} byte, cần ít nhất {secretBytes} byte ghi dạng base64. Tạo bằng lệnh: openssl rand -base64 {secretBytes}',
    en: 'Environment variable SESSION_SECRET_ARN: the secret has {bytes} bytes; at least {secretBytes} bytes in base64 are needed. Make one with: openssl rand -base64 {secretBytes}',
  },
  environmentVariableAuthorityFile: {
    vi: "Biến môi trường AUTHORITY_FILE_KEY: '{key}' không có trong kho chứa bộ hồ sơ. Đề nghị tải tệp thông tin đơn vị chủ trì lên khóa đó, hoặc bỏ thiết lập này.",
    en: "Environment variable AUTHORITY_FILE_KEY: there is no '{key}' in the store of the bundles. Upload what the authority says of itself there, or unset it.",
  },
} as const

/** Texts of `handlers/environment.ts`. */
export const ENVIRONMENT_TEXTS = {
  environmentVariableRuleSet: {
    vi: "Biến môi trường RULE_SET: không đọc được bộ quy tắc '{file}'. Đề nghị đặt tệp vào đó, hoặc đóng gói lại bằng lệnh npm run build.",
    en: "Environment variable RULE_SET: the rule set '{file}' cannot be read. Put the file there, or build the package again with npm run build.",
  },
} as const

/** Texts of `handlers/aws.ts`. */
export const AWS_TEXTS = {
  environmentVariableSecretHolds: {
    vi: "Biến môi trường {variable}: bí mật '{arn}' không có nội dung dạng chữ. Đề nghị đặt lại bằng aws secretsmanager put-secret-value --secret-string.",
    en: "Environment variable {variable}: the secret '{arn}' holds no text. Set it by aws secretsmanager put-secret-value --secret-string.",
  },
  environmentVariableVerdictKeys: {
    vi: "Biến môi trường VERDICT_KEYS_KEY: '{key}' không có trong kho chứa bộ hồ sơ. Đề nghị tải tệp các khóa công khai lên khóa đó, hoặc bỏ thiết lập này.",
    en: "Environment variable VERDICT_KEYS_KEY: there is no '{key}' in the store of the bundles. Upload the public keys there, or unset it.",
  },
} as const

/** Texts of `handlers/events.ts`. */
export const EVENTS_TEXTS = {
  eventScheduleFoundExpected: {
    vi: 'Sự kiện của lịch chạy: nhận được {found}, cần thời điểm theo kế hoạch. Đề nghị gọi với nội dung dạng {"scheduledTime":"2027-01-02T00:00:00Z"}.',
    en: 'Event of a schedule: found {found}, expected the planned instant. Call with an event like {"scheduledTime":"2027-01-02T00:00:00Z"}.',
  },
} as const

/** Texts of `src/service/draw-up.ts`. */
export const DRAW_UP_TEXTS = {
  systemFailedOnWhat: {
    vi: 'Hệ thống gặp lỗi khi đọc dữ liệu đã lưu của cơ quan; đơn vị quản trị hệ thống xem nhật ký rồi lập lại rà soát.',
    en: 'The system failed on what is stored of the agency; its operator looks into the log, then it is drawn up again.',
  },
  provisionalVerdictAgencyReplaced: {
    vi: 'Kết quả tạm thời của cơ quan đã được thay trong khi lập rà soát; đề nghị lập lại rà soát.',
    en: 'The provisional verdict of the agency was replaced while this was drawn up; draw it up again.',
  },
} as const

/** Why there is no letter to an agency. */
export const LETTER_TEXTS = {
  unpublished: {
    vi: 'Kết quả của cơ quan này chưa được đưa lên dịch vụ cùng đợt rà soát. Đề nghị chạy lại qms-verdict prescreen với --data và --province.',
    en: 'The verdict of this agency was not published with the pre-screening. Run qms-verdict prescreen again with --data and --province.',
  },
} as const

/** Texts of `handlers/draw-up.ts`. */
export const HANDLERS_DRAW_UP_TEXTS = {
  systemFailedWhileDrawn: {
    vi: 'hệ thống gặp lỗi khi lập rà soát; đơn vị quản trị hệ thống xem nhật ký của hàm drawUp rồi lập lại.',
    en: 'the system failed while it was drawn up; its operator looks into the log of the function drawUp, then it is drawn up again.',
  },
} as const
