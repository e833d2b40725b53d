import { drawLots } from '../../../src/cohort/plan/random.ts'
import type { Prescreen } from '../../../src/cohort/prescreen.ts'
import { prescreenOf } from '../../../src/cohort/prescreen-of.ts'
import type { Block } from '../../../src/dossier/agency.ts'
import type { Member } from '../../../src/dossier/member.ts'
import { vocabulary } from '../../../src/facts/vocabulary.ts'
import { loadRules } from '../../../src/rules/load-rules.ts'
import type { Vocabulary } from '../../../src/rules/vocabulary.ts'
import { findProfile } from '../../../src/verdict/find-profile.ts'
import type { Screening } from '../../../src/verdict/screening.ts'

const { loaded } = await loadRules('rules', vocabulary as Vocabulary<unknown>)

/** The shipped rules. */
export const ruleSet = loaded.source

/** How many agencies of a block there are, and how many of them have declared. */
export interface BlockMade {
  block: Block
  name: string
  total: number
  declared: number
}

export interface CohortMade {
  profile: string
  year: number
  asOf: string
  blocks: readonly BlockMade[]
  previous?: Prescreen
}

/** What the last of each block hands in, over and over: results of every kind. */
const RESULTS = [
  { status: 'met', grade: 'xuat-sac', score: { low: 94.2, high: 97 } },
  { status: 'met', grade: 'tot', score: { low: 81.5, high: 88 } },
  { status: 'met', grade: 'kha', score: { low: 66, high: 90.4 } },
  { status: 'notMet', grade: null, score: { low: 48.1, high: 60 } },
  { status: 'insufficientEvidence', grade: null, score: { low: 30, high: 85.5 } },
] as const

/** A year of a province: those that declared handed in a dossier with a result by lot, the others handed in nothing. */
export function makeCohort({ profile, year, asOf, blocks, previous }: CohortMade): Prescreen {
  const made = blocks.flatMap(({ block, name, total, declared }) =>
    Array.from({ length: total }, (_, at) => ({
      member: {
        code: `H29.${block.slice(0, 3).toUpperCase()}.${at + 1}`,
        name: `${name} số ${at + 1}`,
        block,
      } as Member,
      declared: at < declared,
    })),
  )
  const handedIn = made.filter((one) => one.declared)
  const lots = drawLots(handedIn, handedIn.length, year)
  return prescreenOf({
    register: { members: made.map(({ member }) => member), warnings: [] },
    submissions: lots.map(({ member }, at) => ({
      file: `${member.code}.zip`,
      screening: screening(member, at, { year, asOf }),
    })),
    year,
    asOf,
    ruleSet: { source: ruleSet, sha256: loaded.sha256 },
    profile: findProfile(loaded, profile),
    seed: year,
    previous,
  })
}

function screening(member: Member, at: number, { year, asOf }: Pick<CohortMade, 'year' | 'asOf'>): Screening {
  const result = RESULTS[at % RESULTS.length] ?? RESULTS[0]
  const failing = result.status === 'notMet' ? ['internal-audit-yearly', 'procedures-all-covered'] : []
  const missing = result.status === 'insufficientEvidence' ? ['management-review-yearly', 'staff-trained'] : []
  return {
    ...result,
    agency: { code: member.code, name: member.name, block: member.block, province: 'H29', duty: 'obliged' },
    assessmentYear: year,
    sha256: String(at + 1).padStart(64, '0'),
    validUntil: at % 4 === 0 ? null : `${year}-12-31`,
    blocking: failing,
    failing,
    missing,
    passed: 30,
    worsensOn: null,
    declaration: { again: at % 3 === 0, firstOn: asOf },
    procedures: { total: 120, covered: 118 },
    uncorrected: 0,
    files: [],
  }
}

/** TP. Hồ Chí Minh on 20/3/2018: 56 = 19 + 24 + 8 + 3 + 2 agencies and 307 of 322 communes have declared. */
export const HCMC_2018: CohortMade = {
  profile: 'hcmc-2018',
  year: 2018,
  asOf: '2018-03-20',
  blocks: [
    { block: 'department', name: 'Sở', total: 19, declared: 19 },
    { block: 'sub-department', name: 'Chi cục', total: 8, declared: 8 },
    { block: 'management-board', name: 'Ban quản lý', total: 3, declared: 3 },
    { block: 'district', name: 'Ủy ban nhân dân quận', total: 24, declared: 24 },
    { block: 'commune', name: 'Ủy ban nhân dân phường', total: 322, declared: 307 },
    { block: 'vertical', name: 'Cơ quan ngành dọc', total: 2, declared: 2 },
  ],
}

/** Bình Thuận: exactly nine communes in ten have declared, and the target is more than 90%. */
export const BINH_THUAN: CohortMade = {
  profile: 'binh-thuan-2021-2025',
  year: 2024,
  asOf: '2024-11-15',
  blocks: [
    { block: 'department', name: 'Sở', total: 20, declared: 20 },
    { block: 'commune', name: 'Ủy ban nhân dân xã', total: 120, declared: 108 },
  ],
}
