import type { Line } from './line.ts'
import type { Prescreen } from './prescreen.ts'

/** Rules that agencies fail or bring no evidence for, the most frequent first, then in rule-set order. */
export function shortfallsOf(lines: readonly Line[], ruleIds: readonly string[]): Prescreen['shortfalls'] {
  const agencies = new Map(ruleIds.map((id) => [id, 0]))
  for (const { bundle, merged } of lines) {
    if (bundle === undefined || merged) continue
    for (const rule of [...bundle.screening.failing, ...bundle.screening.missing])
      agencies.set(rule, (agencies.get(rule) ?? 0) + 1)
  }
  return [...agencies]
    .filter(([, count]) => count > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([rule, count]) => ({ rule, agencies: count }))
}
