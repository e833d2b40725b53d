import { BLOCKS, type Block } from '../../dossier/agency.ts'
import type { CohortInput } from '../input.ts'
import type { Line } from '../line.ts'
import type { PrescreenAgency } from '../prescreen.ts'
import { inBlocks, targetsInForce } from '../targets.ts'

/** How many agencies of a kind are visited at least. */
export interface Quota {
  covers: (line: Line) => boolean
  required: number
}

/** Blocks that their ministry inspects, not the province (T Đ5.3, Đ34.1a). */
const BY_THE_MINISTRY: readonly Block[] = ['ministry', 'vertical']
export const BY_THE_PROVINCE: readonly Block[] = BLOCKS.filter((block) => !BY_THE_MINISTRY.includes(block))

/** Obliged by law, and inspected by the province: what the third is counted on (T Đ33.2). */
export function isCounted({ duty, block }: Pick<PrescreenAgency, 'duty' | 'block'>): boolean {
  return duty === 'obliged' && BY_THE_PROVINCE.includes(block)
}

/** Whether the third is counted on an agency of the register. */
export function isInThird({ duty, member }: Line): boolean {
  return isCounted({ duty, block: member.block })
}

/** One third of those, rounded up. */
export function thirdOf(lines: readonly Line[]): { obliged: number; required: number } {
  const obliged = lines.filter(isInThird).length
  return { obliged, required: Math.ceil(obliged / 3) }
}

/** The third of the law, then what the profile asks for beyond it. */
export function quotasOf(input: CohortInput, lines: readonly Line[]): Quota[] {
  const local = targetsInForce(input.profile, input.asOf).filter(({ measure }) => measure === 'onSiteCount')
  return [
    { covers: isInThird, required: thirdOf(lines).required },
    ...local.map((target) => ({
      covers: (line: Line) => inBlocks(target, line),
      required: Math.floor(target.required) + (target.strict || !Number.isInteger(target.required) ? 1 : 0),
    })),
  ]
}
