import type { ItemsSummary } from './answer.ts'
import type { BasisKind, Condition } from './condition.ts'
import type { Expression } from './expression.ts'
import type { RuleSource } from './rule-source.ts'

/** What a condition without a mark of its own rests on: a rule of practice alone is ours, every other is the law's. */
export function defaultKind({ basis }: Pick<RuleSource, 'basis'>): BasisKind {
  return basis.every(({ source }) => source === 'practice') ? 'ours' : 'law'
}

/**
 * Whether a condition can be false by choices of ours alone: one part of an `all` that can, or every part of an `any`.
 * A time of ours given for a duty of the law is a grace, and makes the duty no less the law's.
 */
export function failsByOursAlone(tree: Condition, inherited: BasisKind): boolean {
  const kind = tree.basisKind ?? inherited
  if ('all' in tree) return tree.all.some((part) => failsByOursAlone(part, kind))
  if ('any' in tree) return tree.any.every((part) => failsByOursAlone(part, kind))
  if ('not' in tree) return failsByOursAlone(tree.not, kind)
  return kind === 'ours' || restsOnOurs(tree.value)
}

function restsOnOurs(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return (
    (value as Expression & { basisKind?: BasisKind }).basisKind === 'ours' || Object.values(value).some(restsOnOurs)
  )
}

/**
 * What a failing rests on, by the named parts that are not met, of the whole and of the items shown: the law as soon as one
 * part of the law is not met. Where no part is named, the rule's whole condition decides.
 *
 * @param unmet names of parts as they stand in a finding; none where the finding names none
 */
export function basisKindOf(rule: Pick<RuleSource, 'basis' | 'versions'>, unmet: readonly string[]): BasisKind {
  const inherited = defaultKind(rule)
  const trees = rule.versions
    .flatMap(({ assert, forEach }) => [assert, forEach?.assert])
    .filter((one) => one !== undefined)
  const named = trees.flatMap((tree) => namedParts(tree, inherited)).filter(({ name }) => unmet.includes(name))
  const parts = named.length > 0 ? named.map(({ ours }) => ours) : trees.map((tree) => isOurs(tree, inherited))
  return parts.length > 0 && parts.every(Boolean) ? 'ours' : 'law'
}

/** What a failing finding rests on, by its own named parts and those of the items shown. */
export function findingKind(
  rule: Pick<RuleSource, 'basis' | 'versions'>,
  { values, items }: { values: Readonly<Record<string, unknown>>; items?: ItemsSummary },
): BasisKind {
  const failed = items?.shown.filter(({ outcome }) => outcome === 'fail') ?? []
  return basisKindOf(
    rule,
    [values, ...failed].flatMap(({ unmet }) => unmetNames(unmet)),
  )
}

/** The names of parts that are not met, as a finding or an item of it keeps them. */
export function unmetNames(unmet: unknown): string[] {
  return Array.isArray(unmet) ? unmet.filter((one): one is string => typeof one === 'string') : []
}

/** Whether every way in which a condition can be false is by a choice of ours. */
function isOurs(tree: Condition, inherited: BasisKind): boolean {
  const kind = tree.basisKind ?? inherited
  if ('all' in tree) return tree.all.every((part) => isOurs(part, kind))
  return failsByOursAlone(tree, inherited)
}

function namedParts(tree: Condition, inherited: BasisKind): { name: string; ours: boolean }[] {
  const kind = tree.basisKind ?? inherited
  const below = 'all' in tree ? tree.all : 'any' in tree ? tree.any : 'not' in tree ? [tree.not] : []
  const own = tree.name === undefined ? [] : [{ name: tree.name, ours: isOurs(tree, inherited) }]
  return [...own, ...below.flatMap((part) => namedParts(part, kind))]
}
