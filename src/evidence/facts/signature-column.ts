import type { Signer } from '../../dossier/reading.ts'
import type { Line } from './line.ts'
import { titleAbove } from './signer-title.ts'
import { CAPACITY } from './titles.ts'

/** Words that stand above one signature, and the name below it once it is met. */
export interface SignatureColumn {
  /** Line by line: `KT. GIÁM ĐỐC`, then `PHÓ GIÁM ĐỐC`. */
  above: readonly string[]
  line: Line
  name?: string
}

/** Whether words above a signature already name the title of the one who signs. */
export function isWhole({ above }: SignatureColumn): boolean {
  return titleAbove(above.join(' ')) !== undefined
}

/** Whether the words above hand on to a title that is still to come: `TM. ỦY BAN NHÂN`, `TL. GIÁM`. */
export function isOpen(column: SignatureColumn): boolean {
  return CAPACITY.test(column.above[0] ?? '') && !isWhole(column)
}

/** The signer of a column that has a title and a name; a role (`THƯ KÝ`, `CHỦ TRÌ`) alone is no title. */
export function signerOf({ above, name }: SignatureColumn): Signer | undefined {
  const title = titleAbove(above.join(' '))
  return title && name !== undefined ? { name, ...title } : undefined
}
