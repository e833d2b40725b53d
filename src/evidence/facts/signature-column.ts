import type { Signer } from '../../dossier/reading.ts'
import type { Line } from './line.ts'
import { titleAbove } from './signer-title.ts'

/** Words that stand above one signature, and the name below it once it is met. */
export interface SignatureColumn {
  /** As a heading is built up over lines: `KT. GIÁM ĐỐC`, then `PHÓ GIÁM ĐỐC`. */
  words: string
  line: Line
  name?: string
}

/** Whether words above a signature already name the title of the one who signs. */
export function isWhole({ words }: SignatureColumn): boolean {
  return titleAbove(words) !== undefined
}

/** The signer of a column that has a title and a name; a role (`THƯ KÝ`, `CHỦ TRÌ`) alone is no title. */
export function signerOf({ words, name }: SignatureColumn): Signer | undefined {
  const above = titleAbove(words)
  return above && name !== undefined ? { name, ...above } : undefined
}
