/** Words before or after MẬT with which it makes another word: bí mật, mật khẩu, mật độ … */
const BEFORE = ['BÍ', 'BẢO', 'CẨN', 'CƠ', 'ĐỘ', 'ĐƯỜNG', 'RỈ', 'THÂN', 'TÚI']
const AFTER = ['ĐỘ', 'KHẨU', 'MÃ', 'NGỮ', 'ONG', 'THIẾT']
const STAMP = 'MẬT'

/**
 * Whether words bear a stamp MẬT, TỐI MẬT or TUYỆT MẬT (Luật Bảo vệ bí mật nhà nước): in capitals, as a word of its own;
 * MẬT that makes another word with its neighbour is none. Given in NFC.
 */
export function bearsSecrecyMark(text: string): boolean {
  const words = text.split(/[^\p{L}\p{M}]+/u)
  return words.some(
    (word, at) => word === STAMP && !BEFORE.includes(words[at - 1] ?? '') && !AFTER.includes(words[at + 1] ?? ''),
  )
}
