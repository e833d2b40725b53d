import type { Localized } from '../../core/errors.ts'
import { TABLE_ARGUMENTS as ARGUMENTS, TABLE_LANG_ROW } from '../words.ts'

/**
 * One option of a command: how it is parsed, and what `qms-verdict help` tells of it. A row is all that an option needs
 * to be known; what the command does with it stands in the command.
 */
export interface OptionRow extends Localized {
  type: 'string' | 'boolean'
  /** Told behind the words, so that help never says another. */
  default?: string | boolean
  multiple?: true
  /** What stands behind the option: a word of {@link ARGUMENTS}, or the choices there are. A switch has none. */
  argument?: Localized | readonly string[]
  /** Told in the line of the command, since nothing is done without it. */
  needed?: true
}

/** Options by name, without the dashes. */
export type OptionRows = Readonly<Record<string, OptionRow>>

/** One command: what it is given, what it does, its options. */
export interface CommandTable {
  /** What stands behind the name, before all options. */
  takes?: Localized
  does: Localized
  options: OptionRows
  /** Lines below the options. */
  notes?: readonly Localized[]
}

/** Every command speaks both languages; help tells it once for all. */
export const LANG_ROW = TABLE_LANG_ROW satisfies OptionRows

export { ARGUMENTS }
