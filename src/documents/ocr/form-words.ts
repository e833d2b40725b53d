/**
 * From this confidence on a word of the form is one: nothing else of these letters stands in papers. Were they, too, to be as
 * sure as values are, fewer facts would be found and none fewer wrong: of good scans of 15 papers 81 of 110 instead of 86, of bad
 * ones 59 instead of 63, none wrong either way (`npm run corpus`). What is lost are days and editions for one word `ngày` or `TCVN`.
 */
const KNOWN = 50

/**
 * Words that stand in the form of papers and tell nothing by themselves: no number, day, name or edition is read of them.
 * A paper is misread in its values, and a word of the form between them need not be as sure.
 */
const FORM_WORDS = new Set(
  (
    'số ngày tháng năm căn cứ kính gửi nơi nhận điều về việc của và các theo tại cho với đến từ trong được ' +
    'cộng hòa xã hội chủ nghĩa việt nam độc lập tự do hạnh phúc hệ thống quản lý chất lượng tiêu chuẩn quốc gia phù hợp ' +
    'quyết định thông báo kế hoạch báo cáo biên bản tờ trình công bố quy trình danh mục sổ tay mục tiêu phiếu kiểm soát ' +
    'ủy ban nhân dân ubnd sở chi cục phòng văn trung tâm thanh tra đánh giá nội bộ họp xem xét lãnh đạo kết quả ' +
    'tcvn iso giám đốc phó chủ tịch trưởng kt tm tl mã hiệu lần ban hành ngày phê duyệt'
  ).split(' '),
)
/** Of words with one capital, which may be a part of a name, only these. */
const HEADS = new Set('Số Căn Kính Nơi Điều Về Hệ Tiêu Quyết Ngày Mã Lần Công'.split(' '))
const NAME = /^\p{Lu}\p{Ll}+$/u
/** Words with which agencies' names begin, in capitals, by what is read of them where a mark is lost. */
const OPENERS: ReadonlyMap<string, string> = new Map([
  ['SƠ', 'SỞ'],
  ['SO', 'SỞ'],
  ['TÍNH', 'TỈNH'],
  ['TĨNH', 'TỈNH'],
  ['TINH', 'TỈNH'],
])
const ENDS = /^[("“]|[.,;:)"”]$/gu
/** `ISO`, as a machine sees it. */
const ISO = /^[I1l|]S[O0]$/u

/** Whether a word counts though it is not sure: it belongs to the form, letter by letter. */
export function isFormWord(text: string, confidence: number): boolean {
  const word = text.replace(ENDS, '')
  if (confidence < KNOWN || word === '') return false
  return NAME.test(word) ? HEADS.has(word) : FORM_WORDS.has(word.toLowerCase())
}

/** A word as it is spelt, of those that are often misread: none of them is a value. */
export function spelt(text: string): string {
  return ISO.test(text) ? 'ISO' : (OPENERS.get(text) ?? text)
}
