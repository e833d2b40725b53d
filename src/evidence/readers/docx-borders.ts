import { attribute } from './docx-attribute.ts'

/** Sides that set a cell apart from the one beside it, or rows from each other. */
const DIVIDING = new Set(['left', 'right', 'start', 'end', 'insideH', 'insideV'])

/** Whether an element inside `w:tblBorders` or `w:tcBorders` is a side that divides. */
export function isDividing(name: string): boolean {
  return DIVIDING.has(name)
}

/** Whether an element is a dividing side that is drawn. Margins have sides too, without a kind of line (`w:val`). */
export function isVisibleRule(name: string, attributes: Readonly<Record<string, string>>): boolean {
  if (!DIVIDING.has(name)) return false
  const line = attribute(attributes, 'val')
  return line !== undefined && line !== 'none' && line !== 'nil'
}
