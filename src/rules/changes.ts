import { canonical } from '../core/json.ts'
import type { Severity } from './answer.ts'
import type { RuleSet } from './rule-set.ts'
import type { RuleSource } from './rule-source.ts'

/** Parts of a rule that may be written otherwise, in the order in which they matter. `params` stand inside versions. */
const PARTS = [
  'severity',
  'weight',
  'versions',
  'basis',
  'effort',
  'group',
  'order',
  'title',
  'interpretation',
  'messages',
  'remedy',
  'aliases',
  'quarantines',
  'tells',
] as const

/** Registers of a rule set besides its rules. */
const REGISTERS = ['groups', 'sources', 'standards', 'grades', 'blocks', 'profiles'] as const

/** A rule that both sets have and that is written otherwise. */
export interface ChangedRule {
  rule: string
  /** Its id in the old set, where it was renamed. */
  was?: string
  parts: (typeof PARTS)[number][]
  severity?: { old: Severity; new: Severity }
  weight?: { old: number; new: number }
  /** Parameters that differ, by the first day of the version they stand in; null on a side that has none. */
  params?: { from: string; name: string; old: unknown; new: unknown }[]
}

/** Where the text of two rule sets differs. */
export interface TextChanges {
  added: string[]
  removed: string[]
  changed: ChangedRule[]
  /** Entries of registers that were added, removed or changed, as `profiles/an-giang-2021`. */
  registers: string[]
}

/** Compares two rule sets as they are written. A rule is the same one under a new id when the new one names the old id as an alias. */
export function textChanges(old: RuleSet, now: RuleSet): TextChanges {
  const pairs = now.rules.map((rule) => ({ rule, was: earlier(rule, old.rules) }))
  const kept = new Set(pairs.flatMap(({ was }) => (was ? [was.id] : [])))
  return {
    added: pairs.flatMap(({ rule, was }) => (was ? [] : [rule.id])),
    removed: old.rules.flatMap(({ id }) => (kept.has(id) ? [] : [id])),
    changed: pairs.flatMap(({ rule, was }) => (was ? changedRule(was, rule) : [])),
    registers: [
      ...REGISTERS.flatMap((name) => changedEntries(old[name], now[name]).map((key) => `${name}/${key}`)),
      ...changedEntries(daysOff(old), daysOff(now)).map((key) => `holidays/${key}`),
    ],
  }
}

/** The rule of the old set that `rule` goes on from: that of its id, or of one of its aliases. */
export function earlier(rule: RuleSource, old: readonly RuleSource[]): RuleSource | undefined {
  return old.find(({ id }) => id === rule.id) ?? old.find(({ id }) => rule.aliases?.includes(id))
}

const same = (a: unknown, b: unknown) => canonical([a ?? null]) === canonical([b ?? null])

function changedRule(was: RuleSource, rule: RuleSource): ChangedRule[] {
  const parts = PARTS.filter((part) => !same(was[part], rule[part]))
  if (parts.length === 0 && was.id === rule.id) return []
  const params = changedParams(was, rule)
  return [
    {
      rule: rule.id,
      ...(was.id !== rule.id && { was: was.id }),
      parts,
      ...(was.severity !== rule.severity && { severity: { old: was.severity, new: rule.severity } }),
      ...(was.weight !== rule.weight && { weight: { old: was.weight, new: rule.weight } }),
      ...(params.length > 0 && { params }),
    },
  ]
}

function changedParams(was: RuleSource, rule: RuleSource): NonNullable<ChangedRule['params']> {
  return rule.versions.flatMap(({ from, params = {} }) => {
    const before = was.versions.find((version) => version.from === from)?.params ?? {}
    const names = [...new Set([...Object.keys(before), ...Object.keys(params)])]
    return names
      .filter((name) => !same(before[name], params[name]))
      .map((name) => ({ from, name, old: before[name] ?? null, new: params[name] ?? null }))
  })
}

type Entry = { id: string }
const keyOf = ({ id }: Entry) => id

/** Fixed holidays by month and day, dated ones by their first day, and through when they are known. */
function daysOff({ holidays: { knownThrough, fixed, dated } }: RuleSet): Entry[] {
  return [
    ...fixed.map((one) => ({ ...one, id: one.monthDay })),
    ...dated.map((one) => ({ ...one, id: one.from })),
    { id: 'knownThrough', knownThrough } as Entry,
  ]
}

function changedEntries(old: readonly Entry[], now: readonly Entry[]): string[] {
  const keys = new Set([...old, ...now].map(keyOf))
  return [...keys].filter((key) => {
    const [before, after] = [old, now].map((entries) => entries.filter((entry) => keyOf(entry) === key))
    return !same(before, after)
  })
}
