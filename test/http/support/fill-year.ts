import { folderStores, keysFolder } from '../../../src/cli/serve/place.ts'
import { folderSigner } from '../../../src/cli/verdict-keys.ts'
import type { Block } from '../../../src/dossier/agency.ts'
import { prescreenOf } from '../../../src/province/draw-up.ts'
import type { Screening } from '../../../src/province/screening.ts'
import { publishPrescreen } from '../../../src/service/published.ts'
import { bundle, cohort, member } from '../../province/made.ts'
import type { Site } from './site.ts'

const BLOCKS: readonly Block[] = ['department', 'commune', 'commune', 'commune', 'sub-department', 'management-board']
const NAMES: Partial<Record<Block, string>> = {
  department: 'Sở thứ',
  commune: 'Ủy ban nhân dân xã thứ',
  'sub-department': 'Chi cục thứ',
  'management-board': 'Ban quản lý thứ',
}

/** Publishes the pre-screening of 2026 of as many agencies as a province has, as the command line does: some judged, each otherwise. */
export async function fillYear(site: Pick<Site, 'folder'>, agencies = 143): Promise<void> {
  const { verdicts } = folderStores(site.folder)
  const members = Array.from({ length: agencies }, (_, at) => {
    const block = BLOCKS[at % BLOCKS.length] ?? 'commune'
    return member(`H61.${10 + at}`, block, { name: `${NAMES[block]} ${at}` })
  })
  const submissions = members.flatMap((one, at) => {
    if (at % 7 === 3) return []
    const more = at % 5 === 0 ? NOT_MET : at % 4 === 0 ? THIN : {}
    const month = String(1 + (at % 12)).padStart(2, '0')
    return [bundle(one, { backed: 30 + (at % 70), confirmed: 10 + (at % 30), validUntil: `2027-${month}-15`, ...more })]
  })
  const document = prescreenOf(cohort(members, submissions, { asOf: '2026-11-12' }))
  const of = { province: 'H61', year: 2026, id: '20261112T030000000Z-0000abcd', by: 'qms', registered: agencies }
  await publishPrescreen(of, document, new Map(), verdicts, await folderSigner(keysFolder(site.folder)))
}

const NOT_MET: Partial<Screening> = {
  status: 'notMet',
  grade: null,
  score: { low: 41, high: 66 },
  blocking: ['procedures-all-covered'],
  failing: ['procedures-all-covered'],
}
const THIN: Partial<Screening> = {
  status: 'insufficientEvidence',
  score: { low: 52, high: 91 },
  missing: ['staff-trained', 'internal-audit-yearly'],
  declaration: null,
}
