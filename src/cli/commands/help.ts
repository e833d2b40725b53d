import type { Language, Localized } from '../../core/errors.ts'
import { COMMAND_TABLES, type CommandName } from '../tables/commands.ts'
import type { CommandTable, OptionRow } from '../tables/table.ts'

const COMMAND_WIDTH = 46
const OPTION_WIDTH = 30

/**
 * What `qms-verdict help` shows: the commands there are, each option with its words, as the tables have them.
 * @param name of the one command to tell of; absent: all
 */
export function helpText(lang: Language, name?: CommandName): string {
  if (name !== undefined) return `${commandLines(name, lang).join('\n')}\n\n${WORDS.every[lang]}\n`
  const parts = (Object.keys(COMMAND_TABLES) as CommandName[]).map((one) => commandLines(one, lang).join('\n'))
  return `${[WORDS.title[lang], ...parts, WORDS.every[lang], WORDS.exit[lang]].join('\n\n')}\n`
}

/** The command that the words after `help` name, if they name one. */
export function commandNamed([first = '', second = '']: readonly string[]): CommandName | undefined {
  return [`${first} ${second}`, first].find((name): name is CommandName => Object.hasOwn(COMMAND_TABLES, name))
}

function commandLines(name: CommandName, lang: Language): string[] {
  const { takes, does, options, notes = [] }: CommandTable = COMMAND_TABLES[name]
  const rows = Object.entries(options).filter(([option]) => option !== 'lang')
  const needed = rows.filter(([, row]) => row.needed).map((entry) => written(entry, lang))
  const usage = ['qms-verdict', name, ...(takes ? [takes[lang]] : []), ...needed].join(' ')
  return [
    ...columns(`  ${usage}`, does[lang], COMMAND_WIDTH),
    ...rows.flatMap((entry) => columns(`      ${written(entry, lang)}`, told(entry[1], lang), OPTION_WIDTH)),
    ...notes.map((note) => `      ${note[lang]}`),
  ]
}

function written([option, { argument }]: [string, OptionRow], lang: Language): string {
  if (argument === undefined) return `--${option}`
  return `--${option} ${'vi' in argument ? argument[lang] : argument.join('|')}`
}

function told(row: OptionRow, lang: Language): string {
  return typeof row.default === 'string' ? `${row[lang]} (${WORDS.usually[lang]}: ${row.default})` : row[lang]
}

/** The right column stands beside the left one, or below it where that is too long. */
function columns(left: string, right: string, width: number): string[] {
  return left.length + 2 <= width ? [left.padEnd(width) + right] : [left, ' '.repeat(width) + right]
}

const WORDS = {
  title: {
    vi: 'qms-verdict - đánh giá sơ bộ hồ sơ Hệ thống quản lý chất lượng theo Quyết định số 19/2014/QĐ-TTg',
    en: 'qms-verdict - pre-screens a QMS dossier under Decision 19/2014/QĐ-TTg',
  },
  usually: { vi: 'mặc định', en: 'default' },
  every: { vi: 'Mọi lệnh nhận --lang vi|en (mặc định: vi).', en: 'Every command takes --lang vi|en (default: vi).' },
  exit: {
    vi: `Mã kết thúc: 0 đã đánh giá; 1 đã đánh giá, chưa đáp ứng (theo --fail-on); 2 không đánh giá được; 3 lỗi phần mềm.
Lệnh verify: 0 đúng như tệp; 1 tệp nguyên vẹn nhưng kết quả khác, hoặc thiếu tệp đầu vào; 2 tệp đã bị sửa hoặc không đọc được.`,
    en: `Exit codes: 0 judged; 1 judged and not met (see --fail-on); 2 not judged; 3 a fault of the software.
verify: 0 the same comes out; 1 intact, but it differs or an input is not given; 2 edited or unreadable.`,
  },
} as const satisfies Record<string, Localized>
