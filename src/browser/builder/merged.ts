import { isMembers, type Members, type Value } from './field-value.ts'

/** What came of two changes of the same. */
export interface Merged {
  value: Value | undefined
  /** Places that both have changed, each otherwise: mine stands there. */
  both: string[]
}

/**
 * Two changes of the same form put together: what one of both left as it was is as the other has it. Rows are found again
 * by what stands in them.
 * @param base what both were made from
 */
export function merged(base: Value | undefined, mine: Value | undefined, theirs: Value | undefined, at = ''): Merged {
  if (same(mine, theirs) || same(base, theirs)) return { value: mine, both: [] }
  if (same(base, mine)) return { value: theirs, both: [] }
  if (isMembers(mine) && isMembers(theirs)) return mergedMembers(isMembers(base) ? base : {}, mine, theirs, at)
  if (Array.isArray(mine) && Array.isArray(theirs)) return mergedRows(Array.isArray(base) ? base : [], mine, theirs, at)
  return { value: mine, both: [at] }
}

function mergedMembers(base: Members, mine: Members, theirs: Members, at: string): Merged {
  const members: Members = {}
  const both: string[] = []
  for (const key of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
    const own = merged(base[key], mine[key], theirs[key], at === '' ? key : `${at}/${key}`)
    if (own.value !== undefined) members[key] = own.value
    both.push(...own.both)
  }
  return { value: members, both }
}

function mergedRows(base: readonly Value[], mine: readonly Value[], theirs: readonly Value[], at: string): Merged {
  const both: string[] = []
  if (mine.length >= base.length && theirs.length >= base.length) {
    // Nobody took a row away: rows keep their places, and new ones follow.
    const kept = base.map((row, index) => {
      const own = merged(row, mine[index], theirs[index], `${at}/${index}`)
      both.push(...own.both)
      return own.value ?? row
    })
    return { value: [...kept, ...union(theirs.slice(base.length), mine.slice(base.length))], both }
  }
  // A row that one took away is gone, unless the other has written in it.
  const stay = theirs.filter((row) => has(mine, row) || !has(base, row))
  return {
    value: union(
      stay,
      mine.filter((row) => !has(base, row)),
    ),
    both,
  }
}

const union = (some: readonly Value[], more: readonly Value[]): Value[] => [
  ...some,
  ...more.filter((row) => !has(some, row)),
]

const has = (rows: readonly Value[], row: Value) => rows.some((one) => same(one, row))

/** Whether two values say the same, in whatever order their members stand. */
export function same(one: Value | undefined, other: Value | undefined): boolean {
  if (one === other) return true
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, index) => same(item, other[index]))
  if (!isMembers(one) || !isMembers(other)) return false
  const keys = Object.keys(one)
  return keys.length === Object.keys(other).length && keys.every((key) => same(one[key], other[key]))
}
