import type { Prescreen } from '../cohort/prescreen.ts'
import { prescreenOf } from '../cohort/prescreen-of.ts'
import type { Register } from '../dossier/member.ts'
import type { Judge } from '../evaluation/evaluate-bundle.ts'
import type { Service } from '../service/service.ts'
import type { Store } from '../store/store.ts'
import { findProfile } from '../verdict/find-profile.ts'
import { readPlanChanges, standingChanges } from './plan-changes.ts'
import { publishPrescreen, readPublished, verdictsOf } from './published.ts'
import { screenStore } from './screen-store.ts'

/** What a province's pre-screening is drawn up from, beside what the service keeps. */
export interface DrawUp {
  province: string
  register: Register
  year: number
  /** `YYYY-MM-DD`, a day in Asia/Ho_Chi_Minh. */
  asOf: string
  judge: Judge
  isOwn: (code: string) => boolean
}

/**
 * Draws up the pre-screening of a year from the accepted bundles of a province, compares it with last year's published one,
 * keeps to what inspectors wrote beside the plan, and publishes it with its verdicts. Lots are drawn by the year.
 * @throws InputError for an unknown profile, or when a bundle's facts and bytes are both gone
 */
export async function drawUp(
  { province, register, year, asOf, judge, isOwn }: DrawUp,
  service: Pick<Service, 'listAgencies' | 'acceptedDossier'>,
  store: Pick<Store, 'read' | 'list' | 'put'>,
): Promise<Prescreen> {
  const blocks = new Map(register.members.map(({ code, block }) => [code, block]))
  const screened = await screenStore(service, { asOf, judge, blockOf: (code) => blocks.get(code) }, isOwn)
  const document = prescreenOf({
    register,
    submissions: screened.map(({ name, result }) => ({ file: name, screening: result.screening })),
    year,
    asOf,
    ruleSet: judge.ruleSet,
    profile: findProfile(judge.ruleSet, judge.profileId),
    seed: year,
    previous: await readPublished(province, year - 1, store),
    changes: standingChanges(await readPlanChanges(province, year, store)),
  })
  const byName = new Map(screened.map(({ name, result }) => [name, result.verdict]))
  await publishPrescreen(province, document, verdictsOf(document, byName), store)
  return document
}
