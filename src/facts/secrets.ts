import { bearsSecrecyMark } from '../base/secrecy-mark.ts'
import { type Facts, fact } from './define.ts'
import type { Scope } from './scope.ts'

/** A file that bears a secrecy stamp, and where. */
export interface StampedFile {
  path: string
  place: 'stampInName' | 'stampInText'
}

/** Paths of the files that bear a secrecy stamp in their name or text, sorted: named in the manifest or not. */
export function secretStamps({ dossier }: Scope): readonly StampedFile[] {
  return [...dossier.files.keys()].sort().flatMap((path): StampedFile[] => {
    if (hasStamp(path)) return [{ path, place: 'stampInName' }]
    return dossier.readings?.get(path)?.stamped ? [{ path, place: 'stampInText' }] : []
  })
}

/** How many files had their text looked at, and how many did not: scans, pictures, files that could not be opened. */
export const secrecyFacts: Facts = {
  'files.textsLooked': fact('number', 'số tệp đã xem nội dung', 'number of files whose text was looked at', (scope) =>
    textsLooked(scope),
  ),
  'files.textsNotLooked': fact(
    'number',
    'số tệp chưa xem được nội dung',
    'number of files whose text could not be looked at',
    (scope) => scope.dossier.files.size - textsLooked(scope),
  ),
}

function textsLooked({ dossier: { files, readings } }: Scope): number {
  return [...files.keys()].filter((path) => readings?.get(path)?.text === 'read').length
}

/**
 * Whether a part of a path bears a stamp MẬT, TỐI MẬT or TUYỆT MẬT (Luật Bảo vệ bí mật nhà nước): in capitals, as a word
 * of its own; MẬT that makes another word with its neighbour is none.
 */
export function hasStamp(path: string): boolean {
  return path.split('/').some(bearsSecrecyMark)
}
