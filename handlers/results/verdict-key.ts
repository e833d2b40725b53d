/** What of a verdict makes it another verdict. */
export interface VerdictIdentity {
  agency: { code: string }
  bundle: { sha256: string }
  ruleSet: { sha256: string }
  profile: { id: string; sha256: string }
  catalogue: { source: string; sha256: string | null }
  exceptions: { sha256: string | null }
  asOf: string
}

const short = (hash: string | null): string => hash?.slice(0, 16) ?? 'none'

/** One name of a key: no code, whatever is in it, makes two names or `..` of itself. */
const keyName = (code: string): string => encodeURIComponent(code).replace(/^\.+$/, (dots) => '%2E'.repeat(dots.length))

/**
 * Where a verdict is stored: the same judgement has the same key, and another agency, bundle, rule set, profile,
 * catalogue, set of exceptions or day has another. Sorted by key, an agency's verdicts are in order of their days.
 */
export function verdictKey(verdict: VerdictIdentity): string {
  const { agency, bundle, ruleSet, profile, catalogue, exceptions, asOf } = verdict
  const judgement = [
    short(bundle.sha256),
    short(ruleSet.sha256),
    `${profile.id}-${short(profile.sha256)}`,
    `${catalogue.source}-${short(catalogue.sha256)}`,
    short(exceptions.sha256),
  ]
  return `verdicts/${keyName(agency.code)}/${asOf}/${judgement.join('-')}.json`
}
