import { toDay } from '../base/day.ts'
import { type BuiltVersion, buildVersion } from './build-version.ts'
import type { Report } from './rule-problem.ts'
import type { RuleSource } from './rule-source.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A rule ready to judge: its versions in time. */
export interface BuiltRule {
  source: RuleSource
  versions: readonly BuiltVersion[]
}

/** Builds a rule; everything wrong in it is reported with its place. */
export function buildRule(source: RuleSource, vocabulary: Vocabulary<unknown>, report: Report): BuiltRule {
  const versions = source.versions.map((version, index) =>
    buildVersion(source, version, vocabulary, report, ['versions', index]),
  )
  checkVersions(source, report)
  checkMessages(source, report)
  return { source, versions: versions.sort((a, b) => a.from - b.from) }
}

function checkVersions(source: RuleSource, report: Report): void {
  const spans = source.versions.map(({ from, to }, index) => ({
    index,
    from: toDay(from),
    to: to === undefined ? Number.POSITIVE_INFINITY : toDay(to),
  }))
  for (const one of spans) {
    if (one.to <= one.from)
      report(['versions', one.index, 'to'], { vi: "'to' phải sau 'from'.", en: "'to' must be after 'from'." })
    if (spans.some((other) => other.index < one.index && one.from < other.to && other.from < one.to))
      report(['versions', one.index, 'from'], {
        vi: 'Hai phiên bản chồng lên nhau về thời gian.',
        en: 'Two versions overlap in time.',
      })
  }
}

/** Every outcome a rule can reach by its own words, and every named part, has a message in both languages. */
function checkMessages(source: RuleSource, report: Report): void {
  const needed = new Set(['pass'])
  const text = JSON.stringify(source.versions)
  for (const name of text.matchAll(/"name":"([^"]+)"/g)) needed.add(name[1] ?? '')
  for (const version of source.versions) {
    const steps = version.forEach ?? version
    needed.add(steps.review && steps.dueOn === undefined ? 'needsReview' : 'fail')
    if (steps.review) needed.add('needsReview')
    if (steps.dueOn ?? version.dueOn) needed.add('notYetDue')
  }
  for (const id of needed)
    if (!Object.hasOwn(source.messages, id))
      report(['messages'], { vi: `Thiếu thông báo '${id}'.`, en: `The message '${id}' is missing.` })
}
