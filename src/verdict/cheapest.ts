/** Something an agency can do: what it costs, and what it wins in points and in backed weight. */
export interface Step {
  /** Place in the rule set. */
  order: number
  effort: number
  gain: bigint
  backs: bigint
}

interface Choice {
  effort: number
  gain: bigint
  /** Never more than is needed: more of it is worth nothing. */
  backs: bigint
  /** Places of the steps taken, ascending. */
  taken: readonly number[]
}

/**
 * The cheapest set of steps that wins at least `gain` and `backs`; of equal effort the one with fewer steps, then the one
 * that wins more points, then the one earlier in the rule set. Exact: of all sets only those are dropped that another one
 * beats in everything that can matter. Undefined when even all steps do not suffice.
 */
export function cheapest<S extends Step>(steps: readonly S[], gain: bigint, backs: bigint): S[] | undefined {
  const left = { gain: sum(steps, 'gain'), backs: sum(steps, 'backs') }
  if (left.gain < gain || left.backs < backs) return undefined
  const needed = backs > 0n ? backs : 0n
  const most = enough(steps, gain, needed)
  let choices: Choice[] = [{ effort: 0, gain: 0n, backs: 0n, taken: [] }]
  for (const step of [...steps].sort((a, b) => a.order - b.order)) {
    left.gain -= step.gain
    left.backs -= step.backs
    const canDo = (one: Choice) =>
      one.effort <= most && one.gain + left.gain >= gain && one.backs + left.backs >= needed
    const withStep = choices.map((one) => ({
      effort: one.effort + step.effort,
      gain: one.gain + step.gain,
      backs: least(one.backs + step.backs, needed),
      taken: [...one.taken, step.order],
    }))
    choices = unbeaten(merged(choices.filter(canDo), withStep.filter(canDo)))
  }
  const best = choices.find((one) => one.gain >= gain && one.backs >= needed)
  return best && steps.filter(({ order }) => best.taken.includes(order))
}

const sum = (steps: readonly Step[], what: 'gain' | 'backs') => steps.reduce((total, one) => total + one[what], 0n)
const least = (a: bigint, b: bigint) => (a < b ? a : b)

/** Effort that surely suffices: all steps, less those that are not missed, the dearest first. */
function enough(steps: readonly Step[], gain: bigint, backs: bigint): number {
  const won = { gain: sum(steps, 'gain'), backs: sum(steps, 'backs') }
  let effort = steps.reduce((total, one) => total + one.effort, 0)
  const worth = ({ gain: points, backs: weight }: Step) => points + weight
  const order = [...steps].sort((a, b) => b.effort - a.effort || Number(worth(a) - worth(b)))
  for (const one of order) {
    if (won.gain - one.gain < gain || won.backs - one.backs < backs) continue
    won.gain -= one.gain
    won.backs -= one.backs
    effort -= one.effort
  }
  return effort
}

/** Negative when `a` is to be preferred. */
function preference(a: Choice, b: Choice): number {
  if (a.effort !== b.effort) return a.effort - b.effort
  if (a.taken.length !== b.taken.length) return a.taken.length - b.taken.length
  if (a.gain !== b.gain) return a.gain > b.gain ? -1 : 1
  const at = a.taken.findIndex((order, index) => order !== b.taken[index])
  return at < 0 ? 0 : (a.taken[at] ?? 0) - (b.taken[at] ?? 0)
}

/** Two lists in order of preference as one. */
function merged(a: readonly Choice[], b: readonly Choice[]): Choice[] {
  const all: Choice[] = []
  let [i, j] = [0, 0]
  for (;;) {
    const [one, other] = [a[i], b[j]]
    if (one === undefined) return [...all, ...b.slice(j)]
    if (other === undefined) return [...all, ...a.slice(i)]
    if (preference(one, other) <= 0) {
      all.push(one)
      i++
    } else {
      all.push(other)
      j++
    }
  }
}

/** Drops every choice that a preferred one equals or beats in both wins: whatever is added to both, it stays so. */
function unbeaten(choices: readonly Choice[]): Choice[] {
  // By gain descending, so that backs ascends: the last one with as much gain has the most backs of them.
  const edge: { gain: bigint; backs: bigint }[] = []
  return choices.filter(({ gain, backs }) => {
    let [low, high] = [0, edge.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((edge[middle]?.gain ?? 0n) >= gain) low = middle + 1
      else high = middle
    }
    const best = edge[low - 1]
    if (best && best.backs >= backs) return false
    let end = low
    while (end < edge.length && (edge[end]?.backs ?? 0n) <= backs) end++
    const from = best && best.gain === gain ? low - 1 : low
    edge.splice(from, end - from, { gain, backs })
    return true
  })
}
