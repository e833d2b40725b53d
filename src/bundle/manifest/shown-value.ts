import { displayName } from '../display.ts'

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
