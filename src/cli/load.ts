import type { KeyObject } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { InputError } from '../core/errors.ts'
import { sha256 } from '../core/json.ts'
import type { Register } from '../dossier/agency.ts'
import type { NamedFile, PerAgency } from '../intake/catalogue/authority-catalogue.ts'
import { DEFAULT_LIMITS } from '../intake/container.ts'
import { agencyFolder, readInput } from '../intake/input-file.ts'
import type { Authority } from '../province/authority.ts'
import type { Exceptions } from '../rules/exceptions.ts'
import { vocabulary } from '../rules/facts/vocabulary.ts'
import type { LoadedRuleSet } from '../rules/load.ts'
import { buildPublished, readPublished, ruleFilesHash } from '../rules/publish.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import type { RuleTest } from '../rules/rule-source.ts'
import type { Vocabulary } from '../rules/vocabulary.ts'
import { LOAD_TEXTS } from './words.ts'

/** The words rules are written in, as the loader takes them: it knows no agency. */
export const WORDS = vocabulary as Vocabulary<unknown>

/** The rules this package ships. */
function shippedRules(): string {
  return join(packageRoot(), 'rules')
}

/** Loaded with the reader of YAML, which judging by built rules does not need. */
const readRules = async (folder: string) => (await import('../rules/load.ts')).loadRules(folder, WORDS)
let shipped: ReturnType<typeof readRules> | undefined

/**
 * The rules of a folder with the tests in its files. Those shipped are read once a process, whatever commands it runs.
 * @throws InputError when they are broken
 */
export function rulesIn(folder: string | undefined): ReturnType<typeof readRules> {
  if (folder !== undefined) return readRules(folder)
  shipped ??= readRules(shippedRules())
  return shipped
}

/** Name and version of this engine, as they stand in every verdict. */
export async function engine(): Promise<{ name: string; version: string }> {
  const { name, version } = JSON.parse(await readFile(join(packageRoot(), 'package.json'), 'utf8'))
  return { name, version }
}

/**
 * The rules to judge by: a published file, a folder, or those shipped.
 * @throws InputError when both are named or the rules are broken
 */
export async function chosenRules(folder: string | undefined, file: string | undefined): Promise<LoadedRuleSet> {
  if (folder !== undefined && file !== undefined) throw new InputError(LOAD_TEXTS.useOnlyOneRules)
  if (file !== undefined) return readPublished(new TextDecoder().decode(await readInput(file)), basename(file), WORDS)
  return (folder === undefined ? builtRules() : undefined) ?? (await rulesIn(folder)).loaded
}

/** What the build leaves beside the program. */
interface BuiltRules {
  /** Of the files that the rules were read from. */
  files: string
  ruleSet: RuleSet
}

/** The name of it, in the folder that is built. */
const BUILT_RULES = 'built-rules.json'

/**
 * The rules of a folder as the build read them, which takes a tenth of reading the files; undefined where a file was changed
 * since.
 * @param file that the build left
 */
export function readBuiltRules(file: string, folder: string): LoadedRuleSet | undefined {
  const { files, ruleSet }: BuiltRules = JSON.parse(readFileSync(file, 'utf8'))
  return files === ruleFilesHash(folder) ? buildPublished(ruleSet, BUILT_RULES, WORDS) : undefined
}

let built: LoadedRuleSet | undefined

/** The rules this package ships, from its build where there is one. */
function builtRules(): LoadedRuleSet | undefined {
  if (built !== undefined) return built
  // A part of the program lies in a folder below.
  const here = dirname(fileURLToPath(import.meta.url))
  const file = [join(here, BUILT_RULES), join(dirname(here), BUILT_RULES)].find(existsSync)
  built = file === undefined ? undefined : readBuiltRules(file, shippedRules())
  return built
}

/** Folder of this package: the nearest one above this file that is named qms-verdict, built or from source. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  for (;;) {
    const file = join(folder, 'package.json')
    if (existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).name === 'qms-verdict') return folder
    const above = dirname(folder)
    if (above === folder) throw new Error('the package folder of qms-verdict was not found')
    folder = above
  }
}

/** Rules to be read by people, with the tests in their files; a published rule set has none. */
export interface RuleBook {
  loaded: LoadedRuleSet
  tests: ReadonlyMap<string, readonly RuleTest[]>
}

/**
 * The rules to show: a published file, a folder, or those shipped.
 * @throws InputError when both are named or the rules are broken
 */
export async function ruleBook(folder: string | undefined, file: string | undefined): Promise<RuleBook> {
  if (file !== undefined) return { loaded: await chosenRules(folder, file), tests: new Map() }
  return rulesIn(folder)
}

/**
 * The authority's exceptions from a file named on the command line.
 * @throws InputError when it cannot be read, is no list, or names a rule that does not exist
 */
export async function readExceptionsFile(file: string, { source }: LoadedRuleSet): Promise<Exceptions> {
  const bytes = await readInput(file)
  const { readExceptions } = await import('../rules/exceptions.ts')
  const { entries, malformed, unknown } = readExceptions(file, new TextDecoder().decode(bytes), source)
  if (unknown.length > 0)
    throw new InputError({
      vi: unknown.map(({ line, text }) => `${file} dòng ${line}: ${text.vi}`).join('\n'),
      en: unknown.map(({ line, text }) => `${file} line ${line}: ${text.en}`).join('\n'),
    })
  return { sha256: sha256(bytes), entries, malformed }
}

/**
 * A key from a file named on the command line.
 * @throws InputError when it cannot be read or is no such key
 */
export async function keyFile(file: string, read: (text: string, name: string) => KeyObject): Promise<KeyObject> {
  return read(new TextDecoder().decode(await readInput(file)), basename(file))
}

/**
 * What the authority says of itself, from a file named on the command line; without one everything is left blank.
 * @throws InputError naming every place that is not as it must be
 */
export async function authorityFile(file: string | undefined): Promise<Authority> {
  if (file === undefined) return {}
  const { readAuthority } = await import('../province/authority.ts')
  return readAuthority(basename(file), await readInput(file))
}

/**
 * The authority's register from a file named on the command line.
 * @throws InputError naming every row that cannot be understood
 */
export async function readRegisterFile(file: string): Promise<Register> {
  const options = { limits: DEFAULT_LIMITS, stopwatch: () => performance.now() }
  const { readRegister } = await import('../intake/register.ts')
  return readRegister(await readInput(file), basename(file), options)
}

/**
 * What the authority gives for many agencies, by its path: one file, or a folder with files of each by the agency's code.
 * @throws InputError when there is nothing, or the file cannot be read
 */
export async function sentPerAgency(path: string | undefined): Promise<NamedFile | { folder: string } | undefined> {
  if (path === undefined) return undefined
  if (await isFolder(path)) return { folder: resolve(path) }
  return { name: basename(path), bytes: await readInput(path) }
}

/** The same, to be read in this process. @throws InputError when there is nothing, or the file cannot be read */
export async function perAgency(path: string): Promise<PerAgency>
export async function perAgency(path: string | undefined): Promise<PerAgency | undefined>
export async function perAgency(path: string | undefined): Promise<PerAgency | undefined> {
  const sent = await sentPerAgency(path)
  return sent && 'folder' in sent ? agencyFolder(sent.folder) : sent
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
}

/** A hash over all that lies at a path of the command line: a file, or every file of a folder. */
export async function hashOfInput(path: string): Promise<string> {
  const found = await stat(path).catch(() => undefined)
  if (!found?.isDirectory()) return sha256(await readInput(path))
  const lines: string[] = []
  for (const name of (await readdir(path)).sort())
    if ((await stat(join(path, name))).isFile()) lines.push(`${name}\0${sha256(await readInput(join(path, name)))}\n`)
  return sha256(lines.join(''))
}
