import { fromPointer, readablePath, sha256 } from '../core/json.ts'
import type { Severity } from '../rules/answer.ts'
import type { Finding, Verdict } from '../verdict/verdict.ts'
import { appliedExceptions, exceptionText } from './exceptions.ts'
import { type EvidencePlace, type FormatOptions, placeOfItem, Renderer } from './renderer.ts'
import { DISCLAIMER } from './words.ts'

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'

/** The verdict as a SARIF 2.1.0 log: one run, every judged rule, a result for each that is not met or not yet clear. */
export function verdictSarif(verdict: Verdict, { ruleSet, lang }: FormatOptions): string {
  const renderer = new Renderer(ruleSet, lang)
  const run = {
    tool: {
      driver: {
        ...verdict.engine,
        language: lang,
        fullDescription: { text: DISCLAIMER[lang] },
        rules: verdict.findings.map((finding) => descriptor(finding, renderer)),
      },
    },
    language: lang,
    automationDetails: { id: `${verdict.agency.code}/${verdict.assessmentYear}/${verdict.asOf}` },
    originalUriBaseIds: { [BUNDLE]: { description: { text: `sha256 ${verdict.bundle.sha256}` } } },
    invocations: [invocation(verdict, renderer)],
    results: resultsOf(verdict, renderer),
    columnKind: 'unicodeCodePoints',
    properties: summary(verdict),
  }
  return `${JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, null, 2)}\n`
}

function descriptor({ rule, group, severity, weight }: Verdict['findings'][number], renderer: Renderer): object {
  return {
    id: rule,
    shortDescription: { text: renderer.title(rule) },
    fullDescription: { text: renderer.basis(rule).join('; ') || renderer.title(rule) },
    help: { text: renderer.remedy(rule) || renderer.title(rule) },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { group, severity, weight },
  }
}

/** A crashed rule is a fault of the tool, not a result about the agency. */
function invocation({ findings }: Verdict, renderer: Renderer): object {
  const crashed = findings.filter(({ outcome }) => outcome === 'error')
  return {
    executionSuccessful: crashed.length === 0,
    toolExecutionNotifications: crashed.map((finding) => ({
      level: 'error',
      message: { text: renderer.sentences(finding).join(' ') },
      associatedRule: { id: finding.rule, index: findings.indexOf(finding) },
    })),
  }
}

/** What of a verdict stands beside its findings, in this order. */
const SUMMARY = [
  ...(['agency', 'catalogue', 'records', 'asOf', 'profile', 'ruleSet', 'status', 'grade', 'score'] as const),
  ...(['evidence', 'notices', 'validUntil', 'digest'] as const),
]

function summary(verdict: Verdict): object {
  return Object.fromEntries(SUMMARY.map((key) => [key, verdict[key]]))
}

/** How loud a breach is, by its rule's severity. */
const LEVELS: Record<Severity, 'error' | 'warning' | 'note'> = {
  blocking: 'error',
  major: 'warning',
  minor: 'note',
}

/** SARIF's kinds (section 3.27.9): `open` is "not enough to tell", `review` is "a person must look". */
const KINDS = { fail: 'fail', missingEvidence: 'open', needsReview: 'review' } as const

type Told = Finding & { outcome: keyof typeof KINDS }
const isTold = (finding: Finding): finding is Told => Object.hasOwn(KINDS, finding.outcome)

/** A result for each rule that fails, lacks evidence or waits for a person; an exception shows as a suppression. */
function resultsOf(verdict: Verdict, renderer: Renderer): object[] {
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

/** A SARIF location (section 3.28): a file of the bundle, a row in it, a place in the manifest. */
interface Location {
  physicalLocation?: {
    artifactLocation: { uri: string; uriBaseId: typeof BUNDLE }
    region?: { startLine: number }
  }
  properties?: { page?: number; quote?: string }
  logicalLocations?: { name: string; fullyQualifiedName: string; decoratedName: string }[]
  message?: { text: string }
}

/** The folder or archive that was judged; who reads the log says where it lies. */
const BUNDLE = 'BUNDLE'

/** Where evidence or an item stands; undefined when it has no place of its own. */
function locationOf({
  file,
  row,
  pointer,
  page,
  quote,
}: EvidencePlace & { quote?: string | undefined }): Location | undefined {
  if (file === undefined && pointer === undefined) return undefined
  return {
    ...(file !== undefined && {
      physicalLocation: {
        artifactLocation: { uri: uriOf(file), uriBaseId: BUNDLE },
        ...(row !== undefined && { region: { startLine: row } }),
      },
    }),
    ...((page !== undefined || quote !== undefined) && {
      properties: { ...(page !== undefined && { page }), ...(quote !== undefined && { quote }) },
    }),
    ...(pointer !== undefined && {
      logicalLocations: [
        { name: fromPointer(pointer).at(-1) ?? '', fullyQualifiedName: pointer, decoratedName: readablePath(pointer) },
      ],
    }),
  }
}

/** A path inside the bundle as a relative URI (RFC 3986), percent-encoded part by part. */
function uriOf(path: string): string {
  const wellFormed = path.replace(/\p{Cs}/gu, '\ufffd')
  return wellFormed.split('/').map(encodeURIComponent).join('/')
}
