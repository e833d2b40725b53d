import { InputError, withValues } from '../core/errors.ts'
import { nearest } from '../core/names.ts'
import { EXIT, languageOf } from './options.ts'
import type { CommandName } from './tables/commands.ts'
import { COMMAND_LINE_TEXTS } from './words.ts'

type Command = (args: string[]) => Promise<number>

/** What runs each command; loaded when it is called. Its options and words stand in the tables. */
const COMMANDS: Readonly<Record<CommandName, () => Promise<Command>>> = {
  check: async () => (await import('./commands/check.ts')).check,
  verify: async () => (await import('./commands/verify.ts')).verify,
  'trust inspect': async () => (await import('./commands/trust-inspect.ts')).trustInspect,
  keygen: async () => (await import('./commands/keys.ts')).keygen,
  'rules test': async () => (await import('./commands/rules.ts')).rulesTest,
  'rules build': async () => (await import('./commands/rules.ts')).rulesBuild,
  'rules list': async () => (await import('./commands/rules.ts')).rulesList,
  'rules show': async () => (await import('./commands/rules.ts')).rulesShow,
  'rules docs': async () => (await import('./commands/rules.ts')).rulesDocs,
  'rules diff': async () => (await import('./commands/rules.ts')).rulesDiff,
  prescreen: async () => (await import('./commands/prescreen.ts')).prescreen,
  plan: async () => (await import('./commands/desk-papers.ts')).plan,
  letters: async () => (await import('./commands/desk-papers.ts')).letters,
  report: async () => (await import('./commands/desk-papers.ts')).report,
  serve: async () => (await import('./commands/serve.ts')).serve,
  token: async () => (await import('./commands/keys.ts')).token,
  record: async () => (await import('./commands/record.ts')).record,
  audit: async () => (await import('./commands/audit.ts')).audit,
  recheck: async () => (await import('./commands/judge-again.ts')).recheck,
  rejudge: async () => (await import('./commands/judge-again.ts')).rejudge,
  erase: async () => (await import('./commands/removal.ts')).erase,
  sweep: async () => (await import('./commands/removal.ts')).sweep,
  draft: async () => (await import('./commands/draft.ts')).draft,
  template: async () => (await import('./commands/draft.ts')).template,
  help: async () => help,
}

/**
 * Runs the command that the arguments name. What it prints goes to this process's standard output, what it tells to
 * standard error; nothing else of the process is touched.
 * @returns the exit code
 */
export async function runCommandLine(args: string[]): Promise<number> {
  try {
    return await called(args)
  } catch (error) {
    const lang = languageOf(args)
    if (error instanceof InputError) {
      process.stderr.write(`${error.text[lang]}\n`)
      return EXIT.notJudged
    }
    const words =
      lang === 'vi' ? 'Lỗi phần mềm, không phải lỗi của hồ sơ' : 'A fault of the software, not of the dossier'
    process.stderr.write(`${words}: ${error instanceof Error ? error.message : String(error)}\n`)
    if (process.env.QMS_VERDICT_DEBUG) process.stderr.write(`${error instanceof Error ? error.stack : ''}\n`)
    return EXIT.fault
  }
}

async function help(args: string[]): Promise<number> {
  const { commandNamed, helpText } = await import('./commands/help.ts')
  process.stdout.write(helpText(languageOf(args), commandNamed(args)))
  return EXIT.ok
}

async function called(args: string[]): Promise<number> {
  const [first = 'help', second = ''] = args
  if (args.some((arg) => arg === '--help' || arg === '-h')) return help(args)
  const name = [`${first} ${second}`, first].find(isCommand)
  if (name === undefined) throw unknownCommand(args)
  return (await COMMANDS[name]())(args.slice(name.includes(' ') ? 2 : 1))
}

const isCommand = (name: string): name is CommandName => Object.hasOwn(COMMANDS, name)

function unknownCommand(args: readonly string[]): InputError {
  const said = args.slice(0, 2).join(' ')
  const near = nearest(said, Object.keys(COMMANDS)) ?? nearest(args[0] ?? '', Object.keys(COMMANDS))
  return new InputError(
    withValues(COMMAND_LINE_TEXTS.noCommandSeeQms, {
      said,
      near: near ? withValues(COMMAND_LINE_TEXTS.nearest, { near }) : '',
    }),
  )
}
