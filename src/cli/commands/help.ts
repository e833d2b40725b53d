import type { Language, Localized } from '../../core/errors.ts'
import { COMMAND_TABLES, type CommandName } from '../tables/commands.ts'
import type { CommandTable, OptionRow } from '../tables/shared.ts'
import { HELP_TEXTS } from '../words.ts'

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
  title: HELP_TEXTS.qmsVerdictPreScreens,
  usually: HELP_TEXTS.default,
  every: HELP_TEXTS.everyCommandTakesLang,
  exit: HELP_TEXTS.exitCodes0Judged,
} as const satisfies Record<string, Localized>
