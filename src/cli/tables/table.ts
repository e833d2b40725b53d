import type { Localized } from '../../core/errors.ts'

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

/** What an option is followed by, as help writes it. */
export const ARGUMENTS = {
  file: { vi: 'TỆP', en: 'FILE' },
  folder: { vi: 'THƯ-MỤC', en: 'DIR' },
  fileOrFolder: { vi: 'TỆP|THƯ-MỤC', en: 'FILE|DIR' },
  day: { vi: 'NGÀY', en: 'DATE' },
  year: { vi: 'NĂM', en: 'YEAR' },
  number: { vi: 'SỐ', en: 'N' },
  id: { vi: 'MÃ', en: 'ID' },
  reason: { vi: 'LÝ-DO', en: 'REASON' },
  name: { vi: 'TÊN', en: 'NAME' },
  address: { vi: 'ĐỊA-CHỈ', en: 'ADDRESS' },
  url: { vi: 'URL', en: 'URL' },
  key: { vi: 'TỆP-KHÓA', en: 'KEYFILE' },
  storeKey: { vi: 'KHÓA', en: 'KEY' },
  bundle: { vi: '<bộ-hồ-sơ.zip | thư-mục>', en: '<bundle.zip | folder>' },
  prescreen: { vi: '<rà-soát.json>', en: '<prescreen.json>' },
} as const satisfies Record<string, Localized>

/** Every command speaks both languages; help tells it once for all. */
export const LANG_ROW = {
  lang: { type: 'string', default: 'vi', argument: ['vi', 'en'], vi: 'ngôn ngữ', en: 'language' },
} as const satisfies OptionRows
