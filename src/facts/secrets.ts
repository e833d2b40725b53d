import type { Scope } from './scope.ts'

/** Words before or after MẬT with which it makes another word: bí mật, mật khẩu, mật độ … */
const BEFORE = ['BÍ', 'BẢO', 'CẨN', 'CƠ', 'ĐỘ', 'ĐƯỜNG', 'RỈ', 'THÂN', 'TÚI']
const AFTER = ['ĐỘ', 'KHẨU', 'MÃ', 'NGỮ', 'ONG', 'THIẾT']
const STAMP = 'MẬT'

/** Paths of the files whose name bears a secrecy stamp, sorted: named in the manifest or not. */
export function secretStamps({ dossier }: Scope): readonly { path: string }[] {
  return [...dossier.files.keys()]
    .filter(hasStamp)
    .sort()
    .map((path) => ({ path }))
}

/**
 * Whether a part of a path bears a stamp MẬT, TỐI MẬT or TUYỆT MẬT (Luật Bảo vệ bí mật nhà nước): in capitals, as a word
 * of its own; MẬT that makes another word with its neighbour is none.
 */
export function hasStamp(path: string): boolean {
  return path.split('/').some((part) => {
    const words = part.split(/[^\p{L}\p{M}]+/u)
    return words.some(
      (word, at) => word === STAMP && !BEFORE.includes(words[at - 1] ?? '') && !AFTER.includes(words[at + 1] ?? ''),
    )
  })
}
