import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { parse } from 'acorn'
import { transform } from 'esbuild'

/** A regular expression as it stands in the sources. */
export interface Pattern {
  source: string
  flags: string
  /** Files that it stands in, sorted. */
  files: readonly string[]
}

/** What was found: literals, and the files that put patterns together while the program runs. */
export interface Patterns {
  literals: readonly Pattern[]
  builders: readonly string[]
}

/** What puts a pattern together out of pieces: the language's own way, and our words of Vietnamese papers. */
const BUILDERS = new Set(['RegExp', 'wording'])

/** How an answer names a pattern. */
export const patternName = ({ source, flags }: Pick<Pattern, 'source' | 'flags'>): string => `/${source}/${flags}`

/**
 * The patterns that modules put together while they are loaded. They are loaded by this call, so that none is missed
 * that a module keeps to itself.
 */
export async function builtPatterns(root: string, builders: readonly string[]): Promise<Pattern[]> {
  const built = new Map<string, Pattern>()
  const note = (pattern: unknown) => {
    if (pattern instanceof RegExp) built.set(patternName(pattern), { ...pickPattern(pattern), files: [] })
    return pattern
  }
  const original = globalThis.RegExp
  globalThis.RegExp = new Proxy(original, {
    construct: (target, args) => Object(note(Reflect.construct(target, args))),
    apply: (target, self, args) => note(Reflect.apply(target, self, args)),
  })
  try {
    for (const file of builders) await import(/* @vite-ignore */ join(root, file))
  } finally {
    globalThis.RegExp = original
  }
  return [...built.values()]
}

const pickPattern = ({ source, flags }: RegExp) => ({ source, flags })

/** All regular expressions of the TypeScript sources under some folders, by a parser and not by the eye. */
export async function collectPatterns(root: string, folders: readonly string[]): Promise<Patterns> {
  const literals = new Map<string, Pattern & { files: string[] }>()
  const builders = new Set<string>()
  for (const file of (await Promise.all(folders.map((folder) => sourcesUnder(root, folder)))).flat().sort()) {
    const loader = extname(file) === '.tsx' ? 'tsx' : 'ts'
    const { code } = await transform(await readFile(join(root, file), 'utf8'), {
      loader,
      target: 'esnext',
      jsx: 'automatic',
      charset: 'utf8',
    })
    walk(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }), (node) => {
      const found = patternIn(node)
      if (found === undefined) return
      if (found === 'built') builders.add(file)
      else {
        const known = literals.get(patternName(found))
        if (known === undefined) literals.set(patternName(found), { ...found, files: [file] })
        else if (!known.files.includes(file)) known.files.push(file)
      }
    })
  }
  return { literals: [...literals.values()], builders: [...builders].sort() }
}

type AstNode = Syntax & { type: string }
/** Of a parsed program only what is asked for here. */
interface Syntax {
  type?: unknown
  regex?: unknown
  callee?: unknown
  name?: unknown
  pattern?: unknown
  flags?: unknown
}

/** A pattern, a call that builds one, or undefined for anything else. */
function patternIn(node: AstNode): { source: string; flags: string } | 'built' | undefined {
  const { type, regex, callee } = node
  if (type === 'Literal' && isRecord(regex)) return { source: String(regex.pattern), flags: String(regex.flags) }
  if (type !== 'NewExpression' && type !== 'CallExpression') return undefined
  return isRecord(callee) && BUILDERS.has(String(callee.name)) ? 'built' : undefined
}

function walk(node: unknown, visit: (node: AstNode) => void): void {
  if (Array.isArray(node)) for (const one of node) walk(one, visit)
  if (!isRecord(node) || Array.isArray(node)) return
  if (isNode(node)) visit(node)
  for (const member of Object.values(node)) walk(member, visit)
}

const isRecord = (value: unknown): value is Syntax => typeof value === 'object' && value !== null

const isNode = (value: Syntax): value is AstNode => typeof value.type === 'string'

async function sourcesUnder(root: string, folder: string): Promise<string[]> {
  const names = await readdir(join(root, folder), { recursive: true })
  return names.filter((name) => /\.tsx?$/.test(name)).map((name) => `${folder}/${name}`)
}
