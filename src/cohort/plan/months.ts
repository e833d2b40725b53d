/** November is for the summary to the provincial committee (T Đ38): visits end before. */
const LAST_VISITS = 10
/** A plan made before its year is approved in its first months. */
const FIRST_VISITS = 3

/** The months of a year that are left for visits after a day: through October, or whatever is left of the year. */
export function visitMonths(year: number, asOf: string): string[] {
  const [asOfYear, asOfMonth] = [Number(asOf.slice(0, 4)), Number(asOf.slice(5, 7))]
  if (asOfYear > year) return []
  const first = asOfYear < year ? FIRST_VISITS : asOfMonth + 1
  const last = first > LAST_VISITS ? 12 : LAST_VISITS
  return Array.from(
    { length: Math.max(0, last - first + 1) },
    (_, at) => `${year}-${String(first + at).padStart(2, '0')}`,
  )
}

/** Spreads items evenly over months, the first ones first; undefined when there is no month. */
export function monthOf(at: number, count: number, months: readonly string[]): string | undefined {
  return months[Math.floor((at * months.length) / count)]
}
