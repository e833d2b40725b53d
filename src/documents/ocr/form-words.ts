/** From this confidence on a word of the form is one: nothing else of these letters stands in papers. */
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
    'tcvn iso giám đốc phó chủ tịch trưởng kt tm tl'
  ).split(' '),
)
/** As they are spelt in capitals, by their letters without marks: what is read with another mark, or none, is one of them. */
const OPENERS: ReadonlyMap<string, string> = new Map(
  ['SỞ', 'ỦY', 'BAN', 'NHÂN', 'DÂN', 'XÃ', 'PHƯỜNG', 'TỈNH', 'GIÁM', 'ĐỐC', 'CHỦ', 'TỊCH', 'PHÓ'].map((word) => [
    plain(word),
    word,
  ]),
)
const ENDS = /^[("“]+|[.,;:)"”]+$/gu
/** `ISO`, as a machine sees it. */
const ISO = /^[I1l|][S5][O0]$/u

/** Whether a word counts though it is not sure: it belongs to the form, letter by letter. */
export function isFormWord(text: string, confidence: number): boolean {
  const word = text.replace(ENDS, '')
  return confidence >= KNOWN && word !== '' && FORM_WORDS.has(word.normalize('NFC').toLowerCase())
}

/** A word of the form in capitals as it is spelt, where nothing but its marks was misread. */
export function spelt(text: string): string {
  if (ISO.test(text)) return 'ISO'
  return text === text.toUpperCase() ? (OPENERS.get(plain(text)) ?? text) : text
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('Đ', 'D')
}
