import { isNode, isPair, isScalar, LineCounter, parseDocument, visit } from 'yaml'
import type * as z from 'zod'
import { withValues } from '../core/errors.ts'
import { type RuleProblem, schemaProblems } from './problems.ts'
import { YAML_TEXTS } from './words.ts'

/** A problem with its place in a file, as an editor shows it. */
export interface PlacedProblem extends RuleProblem {
  file: string
  line: number
}

/** A YAML file that was read: its checked value, or what is wrong with it; and where a path stands in it. */
export interface YamlFile<T> {
  file: string
  value: T | undefined
  problems: PlacedProblem[]
  place(problem: RuleProblem): PlacedProblem
}

/**
 * Most characters of one YAML or JSON file that an authority writes: rules, exceptions, changes of a plan, what it says of
 * itself. The largest that is shipped has a twentieth of it; the parser takes quadratic time in the worst case.
 */
export const MAX_YAML_CHARACTERS = 512 * 1024

/**
 * Reads one YAML file strictly: core schema, no alias, no duplicate key, closed schema; every problem is told with its
 * line. Never throws for what stands in the file.
 */
export function readYaml<T>(file: string, text: string, schema: z.ZodType<T>): YamlFile<T> {
  if (text.length > MAX_YAML_CHARACTERS) return tooLong(file, text.length)
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, schema: 'core', uniqueKeys: true, prettyErrors: false })
  const lineAt = (offset: number) => lines.linePos(offset).line
  const problems: PlacedProblem[] = document.errors.map((error) => ({
    file,
    line: lineAt(error.pos[0]),
    path: [],
    text: syntaxText(error.code, error.message),
  }))
  visit(document, {
    Alias: (_, node) => {
      problems.push({ file, line: lineAt(node.range?.[0] ?? 0), path: [], text: NO_ALIAS })
    },
  })
  const place = (problem: RuleProblem) => ({ ...problem, file, line: lineAt(offsetOf(document, problem.path)) })
  if (problems.length > 0) return { file, value: undefined, problems, place }
  const parsed = schema.safeParse(document.toJS({ maxAliasCount: 0 }), { reportInput: true })
  if (parsed.success) return { file, value: parsed.data, problems, place }
  return { file, value: undefined, problems: schemaProblems(schema, parsed.error).map(place), place }
}

function tooLong<T>(file: string, length: number): YamlFile<T> {
  const place = (problem: RuleProblem) => ({ ...problem, file, line: 1 })
  const text = withValues(YAML_TEXTS.fileCharactersAtMost, { length, maxYamlCharacters: MAX_YAML_CHARACTERS })
  return { file, value: undefined, problems: [place({ path: [], text })], place }
}

const NO_ALIAS = YAML_TEXTS.yamlAliasesNotUsed

function syntaxText(code: string, message: string) {
  const first = message.split('\n')[0] ?? message
  if (code === 'DUPLICATE_KEY') return YAML_TEXTS.keyGivenTwiceIn
  return withValues(YAML_TEXTS.yamlSyntax, { first })
}

/** Offset of the deepest node on the path that is in the file; of its key, for a member of a map. */
function offsetOf(document: ReturnType<typeof parseDocument>, path: RuleProblem['path']): number {
  for (let length = path.length; length > 0; length--) {
    const parent = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true)
    const last = path[length - 1]
    if (isNode(parent) && 'items' in parent) {
      const items = parent.items as unknown[]
      const pair = items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === last)
      if (isPair(pair) && isScalar(pair.key)) return pair.key.range?.[0] ?? 0
      const element = typeof last === 'number' ? items[last] : undefined
      if (isNode(element)) return element.range?.[0] ?? 0
    }
  }
  return isNode(document.contents) ? (document.contents.range?.[0] ?? 0) : 0
}
