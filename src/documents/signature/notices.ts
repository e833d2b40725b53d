import { toIso } from '../../core/days.ts'
import { type Localized, withValues } from '../../core/errors.ts'
import type { Notice } from '../../dossier/dossier.ts'
import {
  type DocumentReading,
  SIGNATURE_REASONS,
  type SignatureReading,
  type SignatureReason,
} from '../../dossier/reading.ts'

const MS_PER_HOUR = 3_600_000
/** How sure the time of a signature is. @public: read by the page of texts */
export const TIME_WORDS: Record<NonNullable<SignatureReading['time']>, Localized> = {
  timestamp: { vi: 'có dấu thời gian tin cậy', en: 'proven by a trusted timestamp' },
  claimed: { vi: 'thời điểm do người ký tự ghi', en: 'a time that the signer claims' },
}

/**
 * What there is to tell of the signatures in a bundle: who signed, when, and whether it counts and why not; those that do
 * not come first. Nothing of a bundle with a secrecy stamp in it.
 */
export function signatureNotices(readings: ReadonlyMap<string, DocumentReading> = new Map()): Notice[] {
  const all = [...readings.values()]
  if (all.some(({ stamped }) => stamped)) return []
  const signed = all.flatMap(({ path, signatures }) => signatures.map((signature) => ({ path, signature })))
  const told = signed.map(({ path, signature }) => notice(path, signature))
  return [...told.filter(({ code }) => code !== VALID), ...told.filter(({ code }) => code === VALID)]
}

const VALID = 'signature-valid'

function notice(path: string, signature: SignatureReading): Notice {
  const reason = SIGNATURE_REASONS.find((one) => one === signature.reason)
  const words = reason && SIGNATURE_REASON_WORDS[reason]
  const text = words
    ? withValues(SIGNATURE_TEXTS.notCounted, { path, whose: whose(signature), words })
    : withValues(SIGNATURE_TEXTS.valid, { path, whose: whose(signature) })
  return { code: words ? 'signature-not-counted' : VALID, text, file: path }
}

function whose({ by, organization, signedAt, time }: SignatureReading): Localized {
  const name = by && organization ? `${by} (${organization})` : (by ?? organization)
  const when = signedAt && time && { at: inVietnam(signedAt), words: TIME_WORDS[time] }
  return withValues(SIGNATURE_TEXTS.whose, {
    of: name ? withValues(SIGNATURE_TEXTS.of, { name }) : '',
    at: when ? withValues(SIGNATURE_TEXTS.at, { ...when.at, words: when.words }) : '',
  })
}

/** The clock and the day in Asia/Ho_Chi_Minh, UTC+7 all year, as `09:30` and `05/10/2026`. */
function inVietnam(instant: string): { clock: string; day: string } {
  const local = Date.parse(instant) + 7 * MS_PER_HOUR
  const dayNumber = Math.floor(local / (24 * MS_PER_HOUR))
  const minutes = Math.floor((local - dayNumber * 24 * MS_PER_HOUR) / 60_000)
  const two = (number: number) => String(number).padStart(2, '0')
  const day = toIso(dayNumber).split('-').reverse().join('/')
  return { clock: `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`, day }
}

/** What is told of a signature in a bundle. @public: read by the page of texts */
export const SIGNATURE_TEXTS = {
  valid: { vi: '{path}: chữ ký số{whose} hợp lệ.', en: '{path}: the digital signature{whose} is valid.' },
  notCounted: {
    vi: '{path}: chữ ký số{whose} không được tính. {words}',
    en: '{path}: the digital signature{whose} does not count. {words}',
  },
  whose: { vi: '{of}{at}', en: '{of}{at}' },
  of: { vi: ' của {name}', en: ' of {name}' },
  at: { vi: ' lúc {clock} ngày {day} ({words})', en: ' at {clock} on {day}, Viet Nam time ({words}),' },
} as const

/** Why a list of trusted certificates cannot be used. */
export const TRUST_TEXTS = {
  notCertificate: {
    vi: '{where}: không phải chứng thư số X.509 hay danh sách chứng thư bị thu hồi (CRL). Ghi dạng PEM hoặc DER; tệp .p7b thì tách thành các chứng thư; bỏ các tệp khác khỏi thư mục.',
    en: '{where}: neither an X.509 certificate nor a list of revoked ones (CRL). Give PEM or DER; take a .p7b apart into its certificates; take other files out of the folder.',
  },
  noCertificate: {
    vi: '{place}: không có chứng thư số nào. Đặt vào đó chứng thư của tổ chức chứng thực gốc và các tổ chức cấp dưới mà cơ quan tin cậy.',
    en: '{place}: holds no certificate. Put the certificates of the root and the issuing authorities you trust in there.',
  },
  cannotBeRead: {
    vi: "Không đọc được '{place}'. Ghi một thư mục (hoặc một tệp) có các chứng thư số tin cậy.",
    en: "'{place}' cannot be read. Name a folder (or a file) of trusted certificates.",
  },
} as const

/** Why a digital signature does not count: what was found, and what to do. Complete sentences. */
export const SIGNATURE_REASON_WORDS: Readonly<Record<SignatureReason, Localized>> = {
  overBounds: {
    vi: 'Tệp có quá nhiều chữ ký số, hoặc chữ ký số quá lớn, nên không kiểm tra được; đề nghị tách thành các văn bản riêng.',
    en: 'The file has too many digital signatures, or too large ones, to be checked; split it into single documents.',
  },
  kindUnknown: {
    vi: 'Chữ ký số thuộc loại không kiểm tra được ở đây; đề nghị ký lại theo chuẩn PAdES hoặc PKCS#7 tách rời (detached).',
    en: 'The digital signature is of a kind that cannot be checked here; sign again by PAdES or detached PKCS #7.',
  },
  byteRange: {
    vi: 'Phạm vi ký không bao trùm đúng toàn bộ nội dung văn bản: tệp bị cắt hoặc bị ghi lại sau khi ký. Phần mềm đóng dấu "đến" hoặc trích công báo cũng ghi lại tệp như vậy, nên đây chưa phải là dấu hiệu sửa nội dung; cần người đối chiếu với bản gốc. Đề nghị nộp tệp gốc đã ký.',
    en: 'The signed range is not the whole document but the signature: the file was cut, or written anew, after signing. Official software that stamps incoming papers or makes extracts does so too, so this alone is no sign of a change; a person must compare it with the original. Submit the signed original.',
  },
  contentsEmpty: {
    vi: 'Chỗ dành cho chữ ký số còn trống: việc ký chưa hoàn tất. Đề nghị ký lại văn bản.',
    en: 'The place for the digital signature is empty: signing was not completed. Sign the document again.',
  },
  contentsUnreadable: {
    vi: 'Dữ liệu chữ ký số bị hỏng, không đọc được. Đề nghị nộp tệp gốc đã ký hoặc ký lại.',
    en: 'The data of the digital signature is damaged and cannot be read. Submit the signed original, or sign again.',
  },
  contentIncluded: {
    vi: 'Chữ ký số mang theo một nội dung riêng, không gắn với văn bản đang hiển thị. Đề nghị ký lại văn bản.',
    en: 'The digital signature carries content of its own instead of standing for the document shown. Sign the document again.',
  },
  contentAltered: {
    vi: 'Nội dung văn bản đã bị thay đổi sau khi ký số. Đề nghị nộp tệp gốc đã ký.',
    en: 'The document was changed after it was digitally signed. Submit the signed original.',
  },
  attributesMissing: {
    vi: 'Chữ ký số thiếu các thuộc tính bắt buộc (loại nội dung, mã băm). Đề nghị ký lại bằng phần mềm ký số theo chuẩn.',
    en: 'The digital signature lacks attributes it must have (content type, digest). Sign again with software that follows the standards.',
  },
  signatureWrong: {
    vi: 'Chữ ký số không khớp với chứng thư số của người ký: chữ ký đã bị sửa hoặc ghép từ nơi khác. Đề nghị nộp tệp gốc đã ký.',
    en: "The digital signature does not fit its signer's certificate: it was changed, or put together. Submit the signed original.",
  },
  signerMissing: {
    vi: 'Tệp không kèm chứng thư số của người ký nên không kiểm tra được. Đề nghị ký lại, kèm chứng thư số.',
    en: "The signer's certificate does not go along, so that nothing can be checked. Sign again with the certificate included.",
  },
  signerReplaced: {
    vi: 'Chứng thư số kèm theo không phải chứng thư đã dùng để ký. Đề nghị nộp tệp gốc đã ký.',
    en: 'The certificate that goes along is not the one that was signed with. Submit the signed original.',
  },
  algorithmUnknown: {
    vi: 'Chữ ký số dùng thuật toán không kiểm tra được ở đây; đề nghị ký lại bằng RSA hoặc ECDSA với SHA-256 trở lên.',
    en: 'The digital signature uses an algorithm that cannot be checked here; sign again by RSA or ECDSA with SHA-256 or more.',
  },
  addedAfter: {
    vi: 'Tệp có phần thêm vào sau chữ ký số cuối cùng mà không ai ký (có thể chỉ là dữ liệu kiểm tra chữ ký lâu dài). Đề nghị nộp tệp gốc đã ký, hoặc ký lại.',
    en: 'Something that nobody signed was added after the last digital signature (it may be no more than data for long-term verification). Submit the signed original, or sign again.',
  },
  noTrustList: {
    vi: 'Chưa có danh sách chứng thư số tin cậy để đối chiếu; nêu danh sách bằng --trust.',
    en: 'There is no list of trusted certificates to judge by; name one by --trust.',
  },
  noTime: {
    vi: 'Chữ ký số không ghi thời điểm ký nên không biết chứng thư số khi đó còn hiệu lực hay không.',
    en: 'The digital signature states no time, so that it is not known whether the certificate held then.',
  },
  weak: {
    vi: 'Chữ ký số dùng thuật toán hoặc khóa không còn an toàn (SHA-1, RSA dưới 2048 bit); không đủ để tin cậy.',
    en: 'The digital signature uses an algorithm or a key that is no longer safe (SHA-1, RSA under 2048 bits), too weak to be trusted.',
  },
  notForSigning: {
    vi: 'Chứng thư số không được cấp để ký văn bản (theo mục đích sử dụng khóa ghi trong chứng thư).',
    en: 'The certificate was not issued for signing documents (by the key usage it states).',
  },
  selfSigned: {
    vi: 'Chứng thư số do người ký tự cấp, không có trong danh sách tin cậy.',
    en: 'The signer issued the certificate to himself, and it is not in the trust list.',
  },
  issuerUnknown: {
    vi: 'Tổ chức cấp chứng thư số không có trong danh sách tin cậy, hoặc danh sách thiếu tổ chức cấp trung gian; kiểm tra lại danh sách.',
    en: 'Who issued the certificate is not in the trust list, or an authority in between is missing there; check the list.',
  },
  issuerUnfit: {
    vi: 'Chứng thư số do một bên không có quyền cấp chứng thư cấp ra.',
    en: 'The certificate was issued by someone who may not issue certificates.',
  },
  notYetValid: {
    vi: 'Tại thời điểm ký, chứng thư số (hoặc chứng thư của tổ chức cấp) chưa có hiệu lực.',
    en: 'At the time of signing, the certificate (or that of an issuer) was not valid yet.',
  },
  expired: {
    vi: 'Tại thời điểm ký, chứng thư số (hoặc chứng thư của tổ chức cấp) đã hết hạn.',
    en: 'At the time of signing, the certificate (or that of an issuer) had expired.',
  },
  revoked: {
    vi: 'Chứng thư số (hoặc chứng thư của tổ chức cấp) đã bị thu hồi trước khi ký, hoặc bị thu hồi vì lộ khóa mà không có dấu thời gian chứng minh ký trước đó.',
    en: 'The certificate (or that of an issuer) had been revoked before, or was revoked because the key was stolen and no timestamp proves an earlier signature.',
  },
  laterNotTrusted: {
    vi: 'Sau chữ ký này, một chữ ký số khác chưa được tin cậy đã thêm nội dung vào tệp.',
    en: 'After this signature, another digital signature that is not trusted added to the file.',
  },
}
