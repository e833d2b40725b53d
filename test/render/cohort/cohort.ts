import type { Block } from '../../../src/dossier/agency.ts'
import { prescreenOf } from '../../../src/province/draw-up.ts'
import { drawLots } from '../../../src/province/inspection-plan.ts'
import type { Prescreen } from '../../../src/province/prescreen.ts'
import type { DeskContext } from '../../../src/render/province/context.ts'
import { bundle, cohort, member, RULES } from '../../province/made.ts'

/** A programme on a day: per block how many agencies there are, and how many have declared. */
export interface Programme {
  profileId: string
  year: number
  asOf: string
  blocks: Partial<Record<Block, { total: number; declared: number }>>
}

const RESULTS = [
  { status: 'met', grade: 'xuat-sac', score: { low: 94.2, high: 97 } },
  { status: 'met', grade: 'kha', score: { low: 66, high: 90.4 } },
  { status: 'notMet', grade: null, score: { low: 48.1, high: 60 }, blocking: ['internal-audit-yearly'] },
  { status: 'insufficientEvidence', grade: null, score: { low: 30, high: 85.5 }, missing: ['staff-trained'] },
] as const

/** The pre-screening of a programme: agencies that declared handed in dossiers with results of every kind, by lot. */
export function prescreened({ profileId, year, asOf, blocks }: Programme, previous?: Prescreen): Prescreen {
  const made = (Object.entries(blocks) as [Block, { total: number; declared: number }][]).flatMap(
    ([block, { total, declared }]) =>
      Array.from({ length: total }, (_, at) => ({
        agency: member(`H29.${block.toUpperCase().replaceAll('-', '.')}.${at + 1}`, block),
        declared: at < declared,
      })),
  )
  const declared = made.filter((one) => one.declared)
  const submissions = drawLots(declared, declared.length, year).map(({ agency }, at) => {
    const result = RESULTS[at % RESULTS.length] ?? RESULTS[0]
    const blocking = 'blocking' in result ? [...result.blocking] : []
    const missing = 'missing' in result ? [...result.missing] : []
    return bundle(agency, { ...result, blocking, failing: blocking, missing })
  })
  const members = made.map(({ agency }) => agency)
  return prescreenOf(cohort(members, submissions, { profileId, year, asOf, seed: year, ...(previous && { previous }) }))
}

/** What everything is printed from, with nothing known of the authority. */
export function context(prescreen: Prescreen, more: Partial<DeskContext> = {}): DeskContext {
  return { prescreen, ruleSet: RULES.source, authority: {}, lang: 'vi', ...more }
}

const all = (total: number) => ({ total, declared: total })

/** TP. Hồ Chí Minh on 20/3/2018: 56 = 19 + 24 + 8 + 3 + 2 agencies, and 307 of 322 communes, have declared. */
export const HCMC_2018: Programme = {
  profileId: 'hcmc-2018',
  year: 2018,
  asOf: '2018-03-20',
  blocks: {
    department: all(19),
    'sub-department': all(8),
    'management-board': all(3),
    district: all(24),
    commune: { total: 322, declared: 307 },
    vertical: all(2),
  },
}

/** Bình Thuận, where more than 90% of communes are to have declared. */
export const binhThuan = (total: number, declared: number): Programme => ({
  profileId: 'binh-thuan-2021-2025',
  year: 2024,
  asOf: '2024-11-15',
  blocks: { department: all(20), commune: { total, declared } },
})
