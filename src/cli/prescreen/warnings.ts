import type { Localized } from '../../base/localized.ts'
import type { PlanChange } from '../../cohort/plan/changes.ts'
import type { Register } from '../../dossier/member.ts'
import type { NamedBundle } from './run-bundles.ts'
import type { ScreenedBundle } from './screened-bundle.ts'

/** What the person at the desk is told beside the document: refusals, blocks the register knows better, our faults. */
export function bundleWarnings({ name }: NamedBundle, result: ScreenedBundle): Localized[] {
  if (result.kind === 'refusal')
    return [
      { vi: `${name}: ${result.message.vi} (${result.code})`, en: `${name}: ${result.message.en} (${result.code})` },
    ]
  const { screening, saidBlock, faults } = result
  const { code, block } = screening.agency
  const conflict = {
    vi: `${name}: bộ hồ sơ của ${code} ghi khối '${saidBlock}', danh sách cơ quan ghi '${block}'; tính theo danh sách. Đề nghị kiểm tra lại.`,
    en: `${name}: the bundle of ${code} says the block '${saidBlock}', the register '${block}'; the register counts. Please check.`,
  }
  const crashed = faults.map(({ rule, said }) => ({
    vi: `${name}: lỗi phần mềm ở quy tắc ${rule}: ${said}`,
    en: `${name}: a fault of the software in the rule ${rule}: ${said}`,
  }))
  return [...(saidBlock === block ? [] : [conflict]), ...crashed]
}

/** Changes beside the plan that speak of no agency of the register. */
export function changeWarnings(file: string, changes: readonly PlanChange[], { members }: Register): Localized[] {
  const known = new Set(members.map(({ code }) => code))
  return changes
    .filter(({ agency }) => !known.has(agency))
    .map(({ agency }) => ({
      vi: `${file}: danh sách cơ quan không có mã '${agency}'; đã bỏ qua thay đổi này.`,
      en: `${file}: the register has no agency '${agency}'; this change was passed over.`,
    }))
}

/** Entries of the folder that are no bundle. */
export function otherEntries(others: readonly string[]): Localized[] {
  const list = others.join(', ')
  return others.length === 0
    ? []
    : [{ vi: `Không phải bộ hồ sơ, đã bỏ qua: ${list}`, en: `No bundles, passed over: ${list}` }]
}
