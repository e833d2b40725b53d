import { type Section, STATE_HINT, STATE_LABEL, STATES, type State } from '../bundle/manifest/xlsx/layout/section.ts'
import type { Choices } from './choices.ts'
import type { SheetWriter } from './sheet-writer.ts'
import { STYLES } from './styles.ts'

/**
 * The title, the note and the cell Có / Không có / Chưa khai of a section's sheet.
 * @returns the row under them, from 0
 */
export function writeTop(writer: SheetWriter, section: Section, state: State | undefined, choices: Choices): number {
  writer.put(0, 0, section.sheet.toUpperCase(), STYLES.title)
  writer.height(0, 24)
  let row = 1
  if (section.note !== undefined) writer.put(row++, 0, section.note, STYLES.note)
  if (section.always || section.rowsOf !== undefined) return row + 1
  writer.put(row, 0, STATE_LABEL, STYLES.label)
  writer.put(row, 1, state === undefined ? null : STATES[state], STYLES.state)
  writer.put(row, 2, STATE_HINT, STYLES.note)
  writer.validate(choices.states(`B${row + 1}`))
  writer.height(row, 22)
  return row + 2
}
