import { toFodt } from '../samples/office/fodt.ts'
import type { Paper } from '../samples/office/paper.ts'
import { longDay } from '../samples/office/words.ts'
import type { Draw } from './draw.ts'

/**
 * What a person reads in a paper, by the names of the facts: `number`, `signer`, `audit.from`, `review.chair` … A kind is
 * its name alone (`DANH MỤC`), what follows on its line belongs to the subject; a subject has its `V/v` or `Về việc`.
 */
export type Facts = Readonly<Record<string, readonly unknown[]>>

/** A paper that a layout made. */
export interface Made {
  /** Flat OpenDocument, or HTML that LibreOffice Writer opens. */
  source: { kind: 'fodt' | 'html'; xml: string }
  /** Only what stands on it; a fact that is read and not told here is wrong. */
  facts: Facts
  /** Strings as they stand in the source that an e-office prints in a signature's widget: `Số: 88/QĐ-STP`, `ngày 02 tháng 4 năm 2026`. */
  stamps: readonly string[]
  /** The last line of the signature, beside which the seal is pressed; none where nobody signs. */
  sealedAt?: string
}

/**
 * A kind of paper. A set of layouts is one file that exports an array of them; whoever writes one need not know how papers
 * are read, only how offices write them.
 */
export interface Layout {
  id: string
  make(draw: Draw): Made
}

/** A paper by the form of NĐ 30/2020 with its facts; number and day of its heading are what signatures print. */
export function byForm(paper: Paper, facts: Facts): Made {
  const stamps = [...(paper.number ? [`Số: ${paper.number}`] : []), ...(paper.date ? [paper.date] : [])]
  const sealedAt = paper.signatures.at(-1)?.name
  return { source: { kind: 'fodt', xml: toFodt(paper) }, facts, stamps, ...(sealedAt && { sealedAt }) }
}

/** The day of a heading, as offices write it: `ngày 02 tháng 4 năm 2026`. */
export const dayOfHeading = longDay
