import type { Line } from '../line.ts'
import { REASONS, type Reason } from '../prescreen.ts'
import type { Quota } from './quotas.ts'
import { drawLots } from './random.ts'
import { ROTATION_YEARS } from './reasons.ts'

/** An agency that may be visited, and why. */
export interface Candidate {
  line: Line
  reasons: readonly Reason[]
}

/** Of every ten visits a quota asks for, one goes to an agency that no reason would bring there. */
const VISITS_PER_LOT = 10

/**
 * Fills the quotas one after the other: by reasons, the strongest first; then by rotation, the longest unvisited first;
 * and a tenth by lot among those without a reason. A person's own picks count.
 * @returns the picks with their reasons
 */
export function pickVisits(
  candidates: readonly Candidate[],
  added: readonly Candidate[],
  quotas: readonly Quota[],
  { year, seed }: { year: number; seed: number },
): Candidate[] {
  const picked = [...added]
  for (const { covers, required } of quotas) {
    const taken = new Set(picked.map(({ line }) => line))
    const open = candidates.filter(({ line }) => covers(line) && !taken.has(line))
    const need = required - picked.filter(({ line }) => covers(line)).length
    if (need > 0) picked.push(...fill(open, need, year, seed))
  }
  return picked
}

function fill(open: readonly Candidate[], need: number, year: number, seed: number): Candidate[] {
  const plain = open.filter(({ reasons }) => reasons.length === 0)
  const lots = Math.min(Math.floor(need / VISITS_PER_LOT), plain.length)
  const reasoned = open.filter(({ reasons }) => reasons.length > 0).sort(inOrder)
  const first = reasoned.slice(0, need - lots)
  const turns = rotation(plain, year)
  const rotated = turns.slice(0, need - lots - first.length)
  const rest = turns.slice(rotated.length).sort(inOrder)
  return [
    ...first,
    ...rotated.map(({ line }) => ({ line, reasons: ['rotation' as const] })),
    ...drawLots(rest, lots, seed).map(({ line }) => ({ line, reasons: ['random' as const] })),
  ]
}

/** Longest unvisited first, never visited before all; where that does not tell, each third of the list has its year. */
function rotation(plain: readonly Candidate[], year: number): Candidate[] {
  const turns = [...plain]
    .sort(inOrder)
    .map((one, at) => ({ one, turn: at % ROTATION_YEARS === year % ROTATION_YEARS ? 0 : 1 }))
  const visited = ({ one }: (typeof turns)[number]) => one.line.member.lastOnSite ?? 0
  return turns.sort((a, b) => visited(a) - visited(b) || a.turn - b.turn).map(({ one }) => one)
}

/** The order of the plan: strongest reason, then more reasons, then code. */
export function inOrder(a: Candidate, b: Candidate): number {
  return (
    strongest(a) - strongest(b) ||
    b.reasons.length - a.reasons.length ||
    (a.line.member.code < b.line.member.code ? -1 : 1)
  )
}

function strongest({ reasons: [first] }: Candidate): number {
  return first === undefined ? REASONS.length : REASONS.indexOf(first)
}
