import { canonical } from '../core/json.ts'
import type { Dossier } from '../dossier/dossier.ts'
import type { RefusalDocument } from '../intake/refusals/refusal.ts'
import { earlier } from '../rules/changes.ts'
import type { LoadedRuleSet } from '../rules/load.ts'
import { judgingProfile, type RuleSet } from '../rules/rule-set.ts'
import { type DayStanding, type JudgeInput, judgeDay } from './judge.ts'
import { type EvaluationInput, type Judge, readDossier, readOrRefuse } from './pipeline.ts'
import type { Finding, Verdict } from './verdict.ts'

/** Two rule sets to judge by, on one day and under one profile that both have. */
export interface RulesPreview {
  old: LoadedRuleSet
  new: LoadedRuleSet
  profileId: string
  /** `YYYY-MM-DD`. */
  asOf: string
  engine: Judge['engine']
}

/** How one bundle stands under both, or why it could not be taken in. */
export type BundlePreview = { change: VerdictChange } | { refusal: RefusalDocument }

/**
 * Reads a bundle once and judges it by both rule sets.
 * @throws InputError when one of them lacks the profile; what the source of bytes throws
 */
export async function previewBundle(
  { source, ...options }: Pick<EvaluationInput, 'source' | 'limits' | 'stopwatch' | 'signal' | 'progress'>,
  preview: RulesPreview,
): Promise<BundlePreview> {
  // Both look through the same papers, so that what differs is the rules.
  const lookedFor = [...new Set([...preview.old.lookedFor, ...preview.new.lookedFor])].sort()
  const read = await readOrRefuse(() => readDossier(source, { ...options, ruleSet: { lookedFor } }), preview)
  return 'refusal' in read ? read : { change: await previewDossier(read.dossier, preview) }
}

/**
 * A dossier that was read, judged by both rule sets. A rule that is written alike in both is judged once.
 * @param before how it stands under the old ones, where that is known
 * @param entering hears of each rule that is judged
 * @throws InputError when one of them lacks the profile
 */
export async function previewDossier(
  dossier: Dossier,
  preview: RulesPreview,
  before?: DayStanding,
  entering?: JudgeInput['entering'],
): Promise<VerdictChange> {
  const { old, new: now, profileId, asOf, engine } = preview
  const by = { dossier, profileId, engine, asOf, entering }
  const was = before ?? (await judgeDay({ ...by, ruleSet: old }))
  const kept = keptRules(preview)
  const after = await judgeDay(
    { ...by, ruleSet: now },
    was.asJudged.filter(({ rule }) => kept.has(rule.source.id)),
  )
  return verdictChange(was, after, { old: old.source, new: now.source })
}

let compared: (Pick<RulesPreview, 'old' | 'new' | 'profileId'> & { kept: ReadonlySet<string> }) | undefined

/** Ids of the rules that come to the same by both sets: written alike, under a profile and registers that are alike. */
function keptRules({ old, new: now, profileId }: RulesPreview): ReadonlySet<string> {
  if (compared?.old === old && compared.new === now && compared.profileId === profileId) return compared.kept
  const before = new Map(old.source.rules.map((rule) => [rule.id, canonical(rule)]))
  const isSameGround = canonical(groundOf(old, profileId)) === canonical(groundOf(now, profileId))
  const same = now.source.rules.filter((rule) => isSameGround && before.get(rule.id) === canonical(rule))
  compared = { old, new: now, profileId, kept: new Set(same.map(({ id }) => id)) }
  return compared.kept
}

/** All that a rule is judged by beside itself. */
function groundOf({ source }: LoadedRuleSet, profileId: string) {
  const profile = source.profiles.find(({ id }) => id === profileId)
  const { sources, standards, holidays, blocks } = source
  return { sources, standards, holidays, blocks, profile: profile ? judgingProfile(profile, source) : null }
}

type Standing = Pick<Verdict, 'status' | 'grade' | 'score'>

/** A rule that comes to something else, or counts otherwise; null on the side whose rules do not judge it. */
export interface TurnedRule {
  rule: string
  old: Pick<Finding, 'outcome' | 'severity' | 'weight' | 'credit'> | null
  new: Pick<Finding, 'outcome' | 'severity' | 'weight' | 'credit'> | null
}

/** How one agency stands under two rule sets. `standing` says whether status or grade differ; a score alone may too. */
export interface VerdictChange {
  agency: Verdict['agency']
  old: Standing
  new: Standing
  changes: ('status' | 'grade' | 'score')[]
  rules: TurnedRule[]
}

/** Compares the verdicts of one bundle under two rule sets; `sets` tells which rule goes on from which. */
function verdictChange(old: DayStanding, now: DayStanding, sets: { old: RuleSet; new: RuleSet }): VerdictChange {
  const changes = [
    ...(old.status === now.status ? [] : ['status' as const]),
    ...(old.grade === now.grade ? [] : ['grade' as const]),
    ...(sameScore(old.score, now.score) ? [] : ['score' as const]),
  ]
  return {
    agency: now.agency,
    old: standing(old),
    new: standing(now),
    changes,
    rules: turnedRules(old.findings, now.findings, sets),
  }
}

const standing = ({ status, grade, score }: Standing): Standing => ({ status, grade, score })
const sameScore = (a: Verdict['score'], b: Verdict['score']) => a?.low === b?.low && a?.high === b?.high

function turnedRules(old: readonly Finding[], now: readonly Finding[], sets: { old: RuleSet; new: RuleSet }) {
  const was = new Map(old.map((finding) => [finding.rule, finding]))
  const turned = now.flatMap((finding): TurnedRule[] => {
    const source = sets.new.rules.find(({ id }) => id === finding.rule)
    const before = was.get((source && earlier(source, sets.old.rules)?.id) ?? finding.rule)
    if (before) was.delete(before.rule)
    const pair = { rule: finding.rule, old: counted(before), new: counted(finding) }
    return alike(pair) ? [] : [pair]
  })
  const gone = [...was.values()].map(
    (finding): TurnedRule => ({ rule: finding.rule, old: counted(finding), new: null }),
  )
  return [...turned, ...gone]
}

function counted(finding: Finding | undefined): TurnedRule['old'] {
  if (!finding) return null
  const { outcome, severity, weight, credit } = finding
  return { outcome, severity, weight, credit }
}

const alike = ({ old, new: now }: TurnedRule) => JSON.stringify(old) === JSON.stringify(now)
