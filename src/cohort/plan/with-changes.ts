import type { Prescreen, Visit } from '../prescreen.ts'
import type { PlanChange } from './changes.ts'
import { isCounted } from './quotas.ts'

type Plan = Prescreen['plan']

/**
 * A plan that was drawn up, with what a person decided since: `add` moves an agency to the visits, `drop` to the checks by
 * dossier, `move` gives it another month. Nobody is picked instead of one that was dropped; drawing the plan up anew with
 * the same changes does that.
 */
export function withPlanChanges({ plan, agencies }: Prescreen, changes: readonly PlanChange[]): Plan {
  const changed = changes.reduce<Plan>((so, change) => oneChange(so, change), plan)
  const counted = new Set(agencies.filter(isCounted).map(({ code }) => code))
  const picked = changed.onSite.filter(({ code }) => counted.has(code)).length
  return { ...changed, quota: { ...plan.quota, picked } }
}

function oneChange(plan: Plan, change: PlanChange): Plan {
  const { agency } = change
  const known = [...plan.onSite, ...plan.dossier].find(({ code }) => code === agency)
  const visit = decided(known ?? { code: agency, reasons: [] }, change)
  const others = (list: readonly Visit[]) => list.filter(({ code }) => code !== agency)
  const placed = (list: readonly Visit[]) => list.map((one) => (one.code === agency ? visit : one))
  const isVisited = plan.onSite.some(({ code }) => code === agency)
  if (change.change === 'add')
    return isVisited
      ? { ...plan, onSite: placed(plan.onSite) }
      : { ...plan, onSite: [...plan.onSite, visit], dossier: others(plan.dossier) }
  if (change.change === 'drop')
    return isVisited
      ? { ...plan, onSite: others(plan.onSite), dossier: [...plan.dossier, visit] }
      : { ...plan, dossier: placed(plan.dossier) }
  return { ...plan, onSite: placed(plan.onSite), dossier: placed(plan.dossier) }
}

/** With a person's decision among the reasons, and the month where one was chosen. */
function decided(visit: Visit, change: PlanChange): Visit {
  const last = (reason: Visit['reasons'][number]) => reason === 'rotation' || reason === 'random'
  const reasons = visit.reasons.filter((reason) => reason !== 'person')
  const month = 'month' in change && change.month !== undefined ? change.month : visit.month
  return {
    code: visit.code,
    ...(month !== undefined && { month }),
    reasons: [...reasons.filter((one) => !last(one)), 'person', ...reasons.filter(last)],
  }
}
