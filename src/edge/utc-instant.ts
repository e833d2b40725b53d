/**
 * One form for all ways to write an instant: UTC with milliseconds, `2026-03-05T02:00:00.000Z`.
 * @param instant ISO 8601 with a zone
 * @throws RangeError when `instant` is none
 */
export function utcInstant(instant: string): string {
  const ms = Date.parse(instant)
  if (Number.isNaN(ms)) throw new RangeError(`not an instant: ${JSON.stringify(instant)}`)
  return new Date(ms).toISOString()
}

/**
 * The instant one millisecond later, in the same form.
 * @throws RangeError when `instant` is none
 */
export function millisecondAfter(instant: string): string {
  return new Date(Date.parse(utcInstant(instant)) + 1).toISOString()
}
