import { InputError, LANGUAGES, type Localized, withValues } from '../core/errors.ts'
import { parseOpenly } from '../core/schemas.ts'
import { readInput } from '../intake/input-file.ts'
import { type Prescreen, prescreen } from '../province/prescreen.ts'
import type { DeskContext } from '../render/province/context.ts'
import { UNSIGNED_WORDS } from '../render/province/letter-words.ts'
import { schemaProblems } from '../rules/problems.ts'
import { isDocumentSigned } from '../verdict/known-keys.ts'
import { authorityFile, chosenRules } from './load.ts'
import { oneOf, readArguments } from './options.ts'
import { PAPER_ROWS } from './tables/province.ts'
import type { OptionRows } from './tables/shared.ts'
import { type VerdictTrust, verdictTrust } from './verdict-keys.ts'
import { PRESCREEN_UNSIGNED_WORDS, PROVINCE_INPUT_TEXTS } from './words.ts'

/** What such a command was given, read and checked. */
export interface DeskInput extends Pick<DeskContext, 'prescreen' | 'unsigned' | 'ruleSet' | 'authority' | 'lang'> {
  /** Folder to write into. */
  output: string
  /** Values of the command's own options. */
  own: Readonly<Record<string, string | undefined>>
  /** By which signatures verdict files are taken. */
  trust: VerdictTrust
}

/**
 * Reads the arguments of a command `<name> <prescreen.json> --output DIR …`.
 * @param rows all options of the command; what is its own beside {@link PAPER_ROWS} has a value
 * @throws InputError saying what is missing or wrong, or that the rule set is not the document's
 */
export async function deskInput(name: string, args: string[], rows: OptionRows): Promise<DeskInput> {
  const { values, positionals } = readArguments(args, { ...rows, ...PAPER_ROWS })
  const [file, ...rest] = positionals
  const { output } = values
  if (file === undefined || rest.length > 0 || output === undefined) throw new InputError(usage(name))
  const lang = oneOf('--lang', values.lang, LANGUAGES)
  const trust = await verdictTrust({ ...values, unsigned: values['unsigned-verdicts'] })
  const { document: prescreen, unsigned } = await readPrescreen(file, trust)
  if (unsigned) process.stderr.write(`${UNSIGNED_WORDS.whole[lang]}\n`)
  const { source, sha256 } = await chosenRules(values.rules, values['rule-set'])
  if (sha256 !== prescreen.ruleSet.sha256) throw new InputError(otherRules(file, prescreen))
  const own = Object.fromEntries(
    Object.entries(values).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && !Object.hasOwn(PAPER_ROWS, entry[0]),
    ),
  )
  const authority = await authorityFile(values.authority)
  return { prescreen, ...(unsigned && { unsigned }), ruleSet: source, authority, lang, output, own, trust }
}

function usage(name: string): Localized {
  return withValues(PROVINCE_INPUT_TEXTS.preScreeningDocumentFolder, { name })
}

function otherRules(file: string, { ruleSet }: Prescreen): Localized {
  const { id, version } = ruleSet
  return withValues(PROVINCE_INPUT_TEXTS.madeByRuleSet, { file, id, version })
}

/** A pre-screening, and whether all that is made from it is to be marked. */
export interface ReadPrescreen {
  document: Prescreen
  /** It bears no signature of a known key, or was edited since; it was asked for all the same. */
  unsigned?: true
}

/**
 * A pre-screening document from a file named on the command line.
 * @param trust by which signatures it is taken, and whether without one
 * @throws InputError when it cannot be read, is none, saying where, or bears no known signature and that was not asked for
 */
export async function readPrescreen(file: string, trust: VerdictTrust): Promise<ReadPrescreen> {
  const value = parsedJson(file, new TextDecoder().decode(await readInput(file)))
  const document = checked(file, value)
  if (await isDocumentSigned(value, trust.keys)) return { document }
  if (trust.unsigned) return { document, unsigned: true }
  throw new InputError(PRESCREEN_UNSIGNED_WORDS(file))
}

function checked(file: string, value: Record<string, unknown>): Prescreen {
  const parsed = prescreen.safeParse(value, { reportInput: true })
  if (parsed.success) return parsed.data
  // Only keys that are not known here: a later release wrote the file.
  if (parsed.error.issues.every(({ code }) => code === 'unrecognized_keys')) return parseOpenly(prescreen, value)
  const places = schemaProblems(prescreen, parsed.error).map(({ path, text }) => ({ at: `/${path.join('/')}`, text }))
  throw new InputError({
    vi: places.map(({ at, text }) => `${file} tại ${at}: ${text.vi}`).join('\n'),
    en: places.map(({ at, text }) => `${file} at ${at}: ${text.en}`).join('\n'),
  })
}

function parsedJson(file: string, text: string): Record<string, unknown> {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new InputError(withValues(PROVINCE_INPUT_TEXTS.fileNoJsonUse, { file }), { cause })
  }
}
