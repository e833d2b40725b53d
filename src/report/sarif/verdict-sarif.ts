import type { Verdict } from '../../verdict/verdict.ts'
import type { FormatOptions } from '../formats.ts'
import { Renderer } from '../render.ts'
import { DISCLAIMER } from '../words/verdict.ts'
import { BUNDLE } from './locations.ts'
import { LEVELS, resultsOf } from './results.ts'

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

function summary(verdict: Verdict): object {
  const { agency, asOf, profile, ruleSet, status, grade, score, evidence, notices, validUntil, digest } = verdict
  return { agency, asOf, profile, ruleSet, status, grade, score, evidence, notices, validUntil, digest }
}
