import { bearsSecrecyMark } from '../base/secrecy-mark.ts'
import type { Scope } from './scope.ts'

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
  return path.split('/').some(bearsSecrecyMark)
}
