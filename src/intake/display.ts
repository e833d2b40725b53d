const LONGEST = 120
/** Controls, bidirectional overrides, line separators, zero-width and unassigned code points, half surrogates. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\u2028\u2029]/gu

/** A name from a stranger made fit to print: hidden characters as `\u{…}`, at most 120 characters. */
export function displayName(name: string): string {
  const shown = name.slice(0, LONGEST * 2).replace(HIDDEN, (met) => `\\u{${met.codePointAt(0)?.toString(16) ?? ''}}`)
  return shown.length > LONGEST ? `${shown.slice(0, LONGEST)}…` : shown
}

/** A size in whole B, KiB or MiB, rounded up. */
export function displaySize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${Math.ceil(bytes / 1024)} KiB`
  return `${Math.ceil(bytes / (1024 * 1024))} MiB`
}

/** "what was met > what is allowed", in sizes; exact bytes where rounding would make them look equal. */
export function sizesOver(met: number, allowed: number): string {
  const [left, right] = [displaySize(met), displaySize(allowed)]
  return left === right ? `${met} B > ${allowed} B` : `${left} > ${right}`
}

/** How a message names a value it met: texts in single quotes, lists and objects only by their brackets. */
export function shownValue(value: unknown): string {
  if (typeof value === 'string') return `'${displayName(value)}'`
  if (Array.isArray(value)) return value.length === 0 ? '[]' : '[…]'
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0 ? '{}' : '{…}'
  return String(value)
}

/** How a message names a piece of a text that could not be read: in single quotes, unless it brings its own. */
export function shownPiece(written: string): string {
  const piece = written.trim()
  return piece === '' || /^["'“”„‟‘’«»]/.test(piece) ? displayName(piece) : `'${displayName(piece)}'`
}
