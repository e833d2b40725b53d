import { sha256 } from '../../base/canonical.ts'
import type { Severity } from '../../rules/outcome.ts'
import type { Finding, Verdict } from '../../verdict/verdict.ts'
import { placeOfItem } from '../evidence.ts'
import { appliedExceptions, exceptionText } from '../exceptions.ts'
import type { Renderer } from '../render.ts'
import { type Location, locationOf } from './locations.ts'

/** How loud a breach is, by its rule's severity. */
export const LEVELS: Record<Severity, 'error' | 'warning' | 'note'> = {
  blocking: 'error',
  major: 'warning',
  minor: 'note',
}

/** SARIF's kinds (section 3.27.9): `open` is "not enough to tell", `review` is "a person must look". */
const KINDS = { fail: 'fail', missingEvidence: 'open', needsReview: 'review' } as const

type Told = Finding & { outcome: keyof typeof KINDS }
const isTold = (finding: Finding): finding is Told => Object.hasOwn(KINDS, finding.outcome)

/** A result for each rule that fails, lacks evidence or waits for a person; an exception shows as a suppression. */
export function resultsOf(verdict: Verdict, renderer: Renderer): object[] {
  return verdict.findings.filter(isTold).map((finding) => {
    const { rule, outcome, severity } = finding
    const kind = KINDS[outcome]
    const exception = appliedExceptions(verdict).find((one) => one.rule === rule)
    const locations = finding.evidence.flatMap((one) => locationOf(one) ?? [])
    const related = relatedLocations(finding, renderer)
    return {
      ruleId: rule,
      ruleIndex: verdict.findings.findIndex((one) => one.rule === rule),
      kind,
      level: kind === 'fail' ? LEVELS[severity] : 'none',
      message: { text: renderer.sentences(finding).join(' ') },
      ...(locations.length > 0 && { locations }),
      ...(related.length > 0 && { relatedLocations: related }),
      partialFingerprints: { 'agencyAndRule/v1': sha256(`${verdict.agency.code}\n${rule}`) },
      ...(exception && {
        suppressions: [
          { kind: 'external', status: 'accepted', justification: exceptionText(exception, renderer.lang) },
        ],
      }),
      properties: { outcome, assurance: finding.assurance, ...(finding.items && { items: figures(finding.items) }) },
    }
  })
}

function relatedLocations(finding: Finding, renderer: Renderer): Location[] {
  return (finding.items?.shown ?? []).map((item) => ({
    ...locationOf(placeOfItem(item)),
    message: { text: renderer.item(finding, item) },
  }))
}

function figures({ shown: _, ...counters }: NonNullable<Finding['items']>): object {
  return counters
}
