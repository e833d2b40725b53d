import type { Clock } from '../../base/clock.ts'
import type { Day } from '../../base/day.ts'
import { auditEnd } from '../audits.ts'
import { day } from '../days.ts'
import { field, list } from '../define.ts'
import type { Scope } from '../scope.ts'

interface Item {
  /** The section of the manifest that tells of the step. */
  section: 'internalAudits' | 'managementReviews' | 'effectiveness'
  /** The earliest day the step was done; absent when the section names none. */
  doneOn: Day | undefined
}

function earliest(days: readonly (Day | undefined)[]): Day | undefined {
  const known = days.filter((one) => one !== undefined)
  return known.length === 0 ? undefined : Math.min(...known)
}

/** The day does not matter here: whether a step came before the signing is the same on every later day. */
function items({ manifest }: Scope, _clock: Clock): readonly Item[] {
  const audits = (manifest.internalAudits ?? []).map(auditEnd)
  const reviews = (manifest.managementReviews ?? []).map((review) => day(review.heldOn))
  return [
    { section: 'internalAudits', doneOn: earliest(audits) },
    { section: 'managementReviews', doneOn: earliest(reviews) },
    { section: 'effectiveness', doneOn: day(manifest.effectiveness?.confirmedOn) },
  ]
}

/** The steps that come before a first declaration (QĐ 19/2014 Điều 4 khoản 2; TT 26/2014 Điều 7 khoản 2). */
export const declarationStepsList = list<Item>({
  label: { vi: 'bước áp dụng trước khi công bố', en: 'steps before the declaration' },
  items,
  place: ({ section }) => ({ pointer: `/${section}` }),
  fields: {
    section: field('text', 'bước áp dụng', 'step', (item: Item) => item.section),
    doneOn: field('day', 'ngày thực hiện lần đầu', 'day first done', (item: Item) => item.doneOn),
  },
})
