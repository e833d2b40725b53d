import { isIsoDate } from '../core/days.ts'
import type { Language, Localized } from '../core/errors.ts'
import { withoutHidden } from '../core/texts.ts'

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/**
 * A date as each language writes it. In Vietnamese by Nghị định 30/2020/NĐ-CP: days below 10 and months 1 and 2 get a
 * leading zero, other months do not (`05/3/2014`).
 */
export function showDate(iso: string, lang: Language): string {
  const [year = '', month = '', day = ''] = iso.split('-')
  if (lang === 'en') return `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`
  return `${day}/${Number(month) < 3 ? month : Number(month)}/${year}`
}

/** A number with the language's decimal mark and thousands separator. */
export function showNumber(value: number, lang: Language): string {
  const [whole = '', part] = String(value).split('.')
  const grouped = inThousands(whole, lang === 'vi' ? '.' : ',')
  return part === undefined ? grouped : `${grouped}${lang === 'vi' ? ',' : '.'}${part}`
}

/** Digits, with or without a minus, parted by threes from the end; any other text as it is. */
function inThousands(whole: string, mark: string): string {
  if (!/^-?\d+$/.test(whole)) return whole
  const [sign, digits] = whole.startsWith('-') ? ['-', whole.slice(1)] : ['', whole]
  const groups: string[] = []
  for (let end = digits.length; end > 0; end -= 3) groups.unshift(digits.slice(Math.max(0, end - 3), end))
  return sign + groups.join(mark)
}

/** Any value of a message, as a person reads it. An absent one is said to be absent. */
export function showValue(value: unknown, lang: Language): string {
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0))
    return lang === 'vi' ? 'không có' : 'none'
  if (typeof value === 'number') return showNumber(value, lang)
  if (typeof value === 'boolean') return value ? (lang === 'vi' ? 'có' : 'yes') : lang === 'vi' ? 'không' : 'no'
  if (Array.isArray(value)) return value.map((one) => showValue(one, lang)).join(', ')
  const word = VALUE_WORDS[String(value)] ?? FILE_REASONS[String(value)]
  const text = word?.[lang] ?? withoutHidden(String(value))
  return isIsoDate(text) ? showDate(text, lang) : text
}

/** Words for the ids that may stand as values of a finding: kinds of documents, states of files. */
const VALUE_WORDS: Readonly<Record<string, Localized>> = {
  'quality-manual': { vi: 'sổ tay chất lượng', en: 'quality manual' },
  'quality-policy': { vi: 'chính sách chất lượng', en: 'quality policy' },
  'quality-objectives': { vi: 'mục tiêu chất lượng', en: 'quality objectives' },
  'document-control': { vi: 'kiểm soát tài liệu', en: 'document control' },
  'internal-audit': { vi: 'đánh giá nội bộ', en: 'internal audit' },
  nonconformity: { vi: 'xử lý sự không phù hợp', en: 'nonconformity' },
  'management-review': { vi: 'xem xét của Lãnh đạo', en: 'management review' },
  complaints: { vi: 'xử lý khiếu nại', en: 'complaints' },
  risks: { vi: 'rủi ro và cơ hội', en: 'risks and opportunities' },
  absent: { vi: 'không có', en: 'absent' },
  empty: { vi: 'rỗng', en: 'empty' },
  wrongType: { vi: 'sai định dạng', en: 'of another type' },
  head: { vi: 'Người đứng đầu cơ quan', en: 'the head' },
  deputy: { vi: 'cấp phó ký thay', en: 'a deputy signing for the head' },
  collective: { vi: 'thay mặt tập thể', en: 'on behalf of the collective' },
  delegated: { vi: 'thừa ủy quyền, thừa lệnh', en: 'by authorisation or order' },
  internalAudits: { vi: 'đánh giá nội bộ', en: 'internal audit' },
  managementReviews: { vi: 'xem xét của Lãnh đạo', en: 'management review' },
  effectiveness: { vi: 'xác nhận hiệu lực', en: 'confirmation of effectiveness' },
  scopeEvents: { vi: 'thay đổi phạm vi áp dụng', en: 'changes of scope' },
  catalogue: { vi: 'danh mục thủ tục hành chính', en: 'catalogue of procedures' },
  processes: { vi: 'danh sách quy trình', en: 'list of processes' },
}

/** Why a file could not be looked into, or a digital signature is not whole: ids as rules over files show them. */
export const FILE_REASONS: Readonly<Record<string, Localized>> = {
  locked: { vi: 'có mật khẩu', en: 'behind a password' },
  overBounds: { vi: 'vượt giới hạn đọc', en: 'beyond the bounds of reading' },
  unreadable: { vi: 'không mở được', en: 'does not open' },
  signatureBroken: { vi: 'chữ ký số không còn nguyên vẹn', en: 'digital signature broken' },
  signatureUnverified: { vi: 'chữ ký số chưa kiểm tra được', en: 'digital signature not verified' },
  stampInName: { vi: 'trong tên tệp', en: 'in the name' },
  stampInText: { vi: 'trong nội dung tệp', en: 'in the text' },
  'reading.damaged': { vi: 'tệp hỏng', en: 'damaged' },
  'reading.password': { vi: 'cần mật khẩu để mở', en: 'a password is needed' },
  'reading.time': { vi: 'đọc quá thời gian cho phép', en: 'takes too long to read' },
  'reading.memory': { vi: 'cần quá nhiều bộ nhớ để đọc', en: 'takes too much memory to read' },
  'reading.size': { vi: 'quá lớn khi mở ra', en: 'too large once opened' },
  'reading.pages': { vi: 'quá nhiều trang', en: 'too many pages' },
  'reading.doctype': { vi: 'có khai báo DOCTYPE', en: 'has a DOCTYPE' },
  'reading.empty': { vi: 'tệp rỗng', en: 'empty' },
  'reading.wrongType': { vi: 'không có cấu trúc của loại tệp', en: 'not built as its type is' },
  'signature.overBounds': { vi: 'quá nhiều chữ ký hoặc tệp quá lớn', en: 'too many signatures, or too large a file' },
  'signature.kindUnknown': { vi: 'loại chữ ký không hỗ trợ', en: 'a kind of signature that is not supported' },
  'signature.algorithmUnknown': { vi: 'thuật toán ký không hỗ trợ', en: 'an algorithm that is not supported' },
  'signature.signerMissing': {
    vi: 'chữ ký không kèm chứng thư của người ký',
    en: "the signer's certificate is not there",
  },
  'signature.byteRange': { vi: 'phạm vi ký không bao trọn tệp', en: 'what was signed is not the whole file' },
  'signature.contentsEmpty': { vi: 'ô chữ ký không có nội dung', en: 'the signature holds nothing' },
  'signature.contentsUnreadable': { vi: 'không đọc được nội dung chữ ký', en: 'the signature cannot be read' },
  'signature.contentIncluded': { vi: 'chữ ký của nội dung khác', en: 'a signature over something else' },
  'signature.contentAltered': { vi: 'nội dung đã ký bị thay đổi', en: 'what was signed has been altered' },
  'signature.attributesMissing': { vi: 'chữ ký thiếu thông tin bắt buộc', en: 'the signature lacks what it must have' },
  'signature.signatureWrong': { vi: 'giá trị chữ ký không đúng', en: 'the signature value is wrong' },
  'signature.signerReplaced': { vi: 'chứng thư không phải của người đã ký', en: "not the signer's certificate" },
  'signature.addedAfter': { vi: 'có nội dung bổ sung sau khi ký', en: 'something was added after signing' },
}
