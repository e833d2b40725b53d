import { toDay } from '../core/days.ts'
import { type Localized, withValues } from '../core/errors.ts'
import { defaultKind, failsByOursAlone } from './basis-kind.ts'
import { type RuleProblem, unknownWord } from './problems.ts'
import type { Override, Profile, RuleSet } from './rule-set.ts'
import { type RuleSource, type RuleTest, TELLS, type Tells } from './rule-source.ts'
import { CHECKS_TEXTS } from './words.ts'

type Register = Pick<RuleSet, 'rules' | 'blocks' | 'standards'>

/**
 * Checks what a profile refers to: rules and their parameters, blocks, editions of the standard. A name that does not
 * exist would change nothing without a word.
 */
export function checkProfile(profile: Profile, known: Register): RuleProblem[] {
  const overrides = (profile.overrides ?? []).flatMap((one, index) =>
    checkOverride(one, known.rules).map(({ path, text }) => ({ path: ['overrides', index, ...path], text })),
  )
  const blockIds = known.blocks.map(({ id }) => id)
  const oblige = (profile.oblige ?? []).flatMap(({ block }, index) =>
    unknown(block, blockIds, BLOCK, ['oblige', index, 'block']),
  )
  const targets = (profile.targets ?? []).flatMap(({ blocks = [] }, index) =>
    blocks.flatMap((block, at) => unknown(block, blockIds, BLOCK, ['targets', index, 'blocks', at])),
  )
  const editionNames = known.standards.map(({ edition }) => edition)
  const editions = (profile.editions ?? []).flatMap(({ edition }, index) =>
    unknown(edition, editionNames, EDITION, ['editions', index, 'edition']),
  )
  return [...overrides, ...oblige, ...editions, ...targets, ...backwards(profile)]
}

const BLOCK = CHECKS_TEXTS.block
const EDITION = CHECKS_TEXTS.edition
const RULE = CHECKS_TEXTS.rule
const PARAM = CHECKS_TEXTS.parameter
const CHANGES_NOTHING = CHECKS_TEXTS.entryChangesNothingNeeds

function unknown(word: string, known: readonly string[], what: Localized, path: RuleProblem['path']): RuleProblem[] {
  return known.includes(word) ? [] : [{ path, text: unknownWord(what, word, known) }]
}

/** Entries, or the profile itself, that end before they begin. */
function backwards(profile: Profile): RuleProblem[] {
  const lists = ['overrides', 'oblige', 'editions', 'targets', 'tasks'] as const
  const entries = lists.flatMap((list) =>
    [...(profile[list] ?? [])].map((entry, index) => ({ entry, path: [list, index] as const })),
  )
  return [{ entry: profile, path: [] as const }, ...entries].flatMap(({ entry: { from, to }, path }) =>
    from !== undefined && to !== undefined && toDay(to) <= toDay(from)
      ? [{ path: [...path, 'to'], text: CHECKS_TEXTS.mustAfterFrom }]
      : [],
  )
}

function checkOverride(
  { rule, params, severity, weight, off, leastAssurance }: Override,
  rules: RuleSet['rules'],
): RuleProblem[] {
  const source = rules.find(({ id }) => id === rule)
  if (!source)
    return unknown(
      rule,
      rules.map(({ id }) => id),
      RULE,
      ['rule'],
    )
  if ((params ?? severity ?? weight ?? off ?? leastAssurance) === undefined)
    return [{ path: [], text: CHANGES_NOTHING }]
  const national = Object.assign({}, ...source.versions.map((version) => version.params ?? {}))
  return Object.entries(params ?? {}).flatMap(([name, value]) => {
    const path = ['params', name]
    if (!Object.hasOwn(national, name)) return unknown(name, Object.keys(national), PARAM, path)
    return kindOf(value) === kindOf(national[name]) ? [] : [{ path, text: otherKind(national[name]) }]
  })
}

const kindOf = (value: unknown) => (Array.isArray(value) ? 'list' : typeof value)

function otherKind(national: unknown): Localized {
  const shown = JSON.stringify(national)
  return withValues(CHECKS_TEXTS.valueMustSameKind, { shown })
}

/** Checks what a rule refers to: its sources are registered, and it does not begin before the first of them is in force. */
export function checkBasis(rule: RuleSource, ruleSet: RuleSet): RuleProblem[] {
  const known = new Map(ruleSet.sources.map((source) => [source.id, source]))
  const unknown = rule.basis.flatMap(({ source }, index) =>
    known.has(source)
      ? []
      : [
          {
            path: ['basis', index, 'source'],
            text: unknownWord(CHECKS_TEXTS.source, source, [...known.keys()]),
          },
        ],
  )
  const begins = rule.basis.flatMap(({ source }) => known.get(source)?.from ?? [])
  const first = begins.sort()[0]
  // Until every source is known nobody can say from which day the first of them is in force.
  if (unknown.length > 0) return unknown
  const early = rule.versions.flatMap(({ from }, index) =>
    first !== undefined && toDay(from) < toDay(first)
      ? [{ path: ['versions', index, 'from'], text: tooEarly(from, first) }]
      : [],
  )
  return early
}

const tooEarly = (from: string, first: string) => withValues(CHECKS_TEXTS.versionBeginsOnBefore, { from, first })

/** Severities under which a rule may block, by itself or by a profile. */
const blocks = (rule: RuleSource, profiles: readonly Profile[]) =>
  rule.severity === 'blocking' ||
  profiles.some(({ overrides = [] }) => overrides.some((one) => one.rule === rule.id && one.severity === 'blocking'))

/** A rule that blocks never fails by a choice of ours alone: that would be no breach of the law. */
export function checkBasisKinds(rule: RuleSource, profiles: readonly Profile[]): RuleProblem[] {
  if (!blocks(rule, profiles)) return []
  const kind = defaultKind(rule)
  return rule.versions.flatMap(({ assert, forEach }, index) => [
    ...(assert && failsByOursAlone(assert, kind) ? [{ path: ['versions', index, 'assert'], text: OURS_BLOCKS }] : []),
    ...(forEach && failsByOursAlone(forEach.assert, kind)
      ? [{ path: ['versions', index, 'forEach', 'assert'], text: OURS_BLOCKS }]
      : []),
  ])
}

const OURS_BLOCKS = CHECKS_TEXTS.blockingRuleMayNot

/** A rule must not tell what one before it in the set tells already. */
export function checkTells(rule: RuleSource, { rules }: RuleSet): RuleProblem[] {
  const first = rules.find(({ tells }) => tells !== undefined && tells === rule.tells)
  return first === undefined || first === rule ? [] : [{ path: ['tells'], text: toldTwice(first) }]
}

const toldTwice = ({ id, tells }: RuleSource) =>
  withValues(CHECKS_TEXTS.tellsStandsInRule, { tells: String(tells), id })

/** What the province needs and no rule of the set tells. */
export function checkAllTold({ rules }: RuleSet): RuleProblem[] {
  const told = new Set(rules.map(({ tells }) => tells))
  return TELLS.filter((one) => !told.has(one)).map((one) => ({ path: ['id'], text: untold(one) }))
}

/** Says that no rule of a set has a tag that the province needs. */
export const untold = (tells: Tells) => withValues(CHECKS_TEXTS.noRuleTellsPre, { tells, tells2: TELLS.join(', ') })

/** Every rule is shown passing and coming to something else. */
export function checkTests(tests: readonly RuleTest[]): RuleProblem[] {
  const missing = [
    !tests.some((test) => test.expect === 'pass') && CHECKS_TEXTS.testExpectingPassMissing,
    !tests.some((test) => test.expect !== 'pass') && CHECKS_TEXTS.testExpectingAnotherOutcome,
  ]
  return missing.flatMap((text) => (text ? [{ path: ['tests'], text }] : []))
}
