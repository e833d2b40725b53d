import {
  Composer,
  type Document,
  type ErrorCode,
  isAlias,
  isScalar,
  isSeq,
  Lexer,
  type Pair,
  type ParsedNode,
  Parser,
} from 'yaml'
import type { Localized } from '../../core/errors.ts'
import { toPointer } from '../../core/json.ts'
import { shownPiece, shownValue } from '../display.ts'
import { YAML_TEXTS } from '../refusals/manifest.ts'
import {
  YAML_CLOSING as CLOSING,
  YAML_COLON as COLON,
  YAML_MARKS as MARKS,
  YAML_STRUCTURE as STRUCTURE,
  YAML_YAML_KEY as YAML_KEY,
  YAML_YAML_MERGE_KEY as YAML_MERGE_KEY,
} from '../words.ts'
import {
  duplicateKey,
  keyTooLong,
  MAX_KEY,
  MAX_NESTING,
  type ParsedText,
  ProblemList,
  type TextPlace,
  type TextReading,
  tooDeep,
} from './parsed-text.ts'
import type { SourceText } from './source-text.ts'

/**
 * Reads a YAML 1.2 text (core schema) as data alone: no aliases, anchors, tags or merge keys. Every fault the parser
 * reports is told with its line. Its time is quadratic in the worst case, so the caller caps the size first.
 */
export function readYaml(source: SourceText): TextReading<ParsedText> {
  try {
    const { document, second } = yamlDocument(source.text)
    const flaws = new ProblemList()
    for (const { pos, code } of document.errors) flaw(flaws, source, pos, YAML_FLAW_TEXTS[code])
    if (second !== undefined) flaw(flaws, source, [second, second], YAML_FLAW_TEXTS.MULTIPLE_DOCS)
    if (flaws.count > 0) {
      return { fault: { code: 'manifest-not-parseable', found: String(flaws.count), problems: flaws.listed } }
    }
    const problems = new ProblemList()
    const reader = new YamlValueReader(source, problems)
    const value = reader.read(document.contents)
    return { ok: { value, problems, places: () => reader.places } }
  } catch (error) {
    if (error instanceof YamlTooDeep) return tooDeep(source.lineAt(error.offset))
    throw error
  }
}

/** The parser may report one slip several times on a line; a person is told once. */
function flaw(flaws: ProblemList, source: SourceText, pos: readonly [number, number], text?: Localized): void {
  const line = source.lineAt(pos[0])
  if (flaws.listed.at(-1)?.line === line) return
  const found = shownPiece(source.text.slice(pos[0], pos[1]))
  flaws.add(() => ({ line, found, expected: text ?? YAML_OTHER_FLAW }))
}

const CORE_TAG = /^tag:yaml\.org,2002:/

type Path = readonly (string | number)[]

/**
 * Turns a composed YAML tree into plain data and notes where each value stands. Tags, anchors, aliases, merge keys, keys
 * that are no words and keys given twice become problems.
 */
export class YamlValueReader {
  /** By RFC 6901 pointer. */
  readonly places = new Map<string, TextPlace>()
  readonly #source: SourceText
  readonly #problems: ProblemList

  constructor(source: SourceText, problems: ProblemList) {
    this.#source = source
    this.#problems = problems
  }

  /**
   * The value of the root node.
   * @throws YamlTooDeep past {@link MAX_NESTING}
   */
  read(root: ParsedNode | null): unknown {
    return this.#value(root, [], root?.range[0] ?? 0)
  }

  #value(node: ParsedNode | null, path: Path, offset: number): unknown {
    const place: TextPlace = { line: this.#source.lineAt(offset) }
    const written = isScalar(node) && typeof node.value === 'number' ? node.source : undefined
    this.places.set(toPointer(path), written === undefined ? place : { ...place, written })
    if (node === null) return null
    this.#marks(node, path)
    if (isScalar(node)) return node.value
    if (isAlias(node)) return null
    if (path.length >= MAX_NESTING) throw new YamlTooDeep(node.range[0])
    if (isSeq<ParsedNode>(node))
      return node.items.map((item, index) => this.#value(item, [...path, index], item.range[0]))
    return this.#members(node.items, path)
  }

  #members(items: readonly Pair<ParsedNode, ParsedNode | null>[], path: Path): object {
    const members = new Map<string, unknown>()
    const lines = new Map<string, number>()
    for (const { key, value } of items) {
      const [start, end] = key.range
      if (!isScalar(key) || typeof key.value !== 'string') {
        this.#problem(
          [...path, this.#source.text.slice(start, Math.min(end, start + MAX_KEY))],
          start,
          this.#written(value),
          YAML_KEY,
        )
        continue
      }
      if (key.value.length > MAX_KEY) {
        const long = key.value
        this.#problems.add(() => keyTooLong(this.#source.lineAt(start), long))
        continue
      }
      if (key.value === '<<') {
        this.#problem([...path, '<<'], start, this.#written(value), YAML_MERGE_KEY)
        continue
      }
      const name = key.value.normalize('NFC')
      const line = this.#source.lineAt(start)
      const first = lines.get(name)
      if (first === undefined) lines.set(name, line)
      else
        this.#problems.add(() =>
          duplicateKey(toPointer([...path, name]), line, first, shownValue(this.#written(value))),
        )
      this.#marks(key, path)
      members.set(name, this.#value(value, [...path, name], start))
    }
    return Object.fromEntries(members)
  }

  #marks(node: ParsedNode, path: Path): void {
    const [start] = node.range
    if (isAlias(node)) this.#problem(path, start, `*${node.source}`, YAML_MARK)
    else if (node.anchor !== undefined) this.#problem(path, start, `&${node.anchor}`, YAML_MARK)
    else if (node.tag !== undefined) this.#problem(path, start, node.tag.replace(CORE_TAG, '!!'), YAML_MARK)
  }

  #written(node: ParsedNode | null): string {
    return node === null ? '' : this.#source.text.slice(node.range[0], node.range[1])
  }

  #problem(path: Path, offset: number, found: string, expected: Localized): void {
    this.#problems.add(() => ({
      pointer: toPointer(path),
      line: this.#source.lineAt(offset),
      found: shownValue(found),
      expected,
    }))
  }
}

/** Nesting of the parser at which a text is given up: far over what a manifest may have, far under what hurts. */
const MAX_PARSER_DEPTH = 200

/** The text nests too deep to be composed; `offset` is where. */
export class YamlTooDeep extends RangeError {
  override name = 'YamlTooDeep'
  readonly offset: number
  constructor(offset: number) {
    super('YAML nested too deep')
    this.offset = offset
  }
}

/** The parser keeps a stack of its own, so its depth is seen before anything recursive follows it. */
function* tokens(text: string) {
  const parser = new Parser()
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme)
    if (parser.stack.length > MAX_PARSER_DEPTH) throw new YamlTooDeep(parser.offset)
  }
  yield* parser.end()
}

/**
 * The first document of a YAML 1.2 text (core schema) with its faults, and where a second one begins. Repeated keys are
 * left to the caller: the library looks for them in quadratic time.
 * @throws YamlTooDeep
 */
export function yamlDocument(text: string): { document: Document.Parsed<ParsedNode>; second?: number } {
  const composer = new Composer({ schema: 'core', merge: false, uniqueKeys: false, prettyErrors: false })
  const documents = composer.compose(tokens(text), true, text.length)
  const first = documents.next()
  if (first.done) throw new Error('a forced YAML document did not come')
  const second = documents.next()
  return second.done ? { document: first.value } : { document: first.value, second: second.value.range[0] }
}

/** What is wrong and what to write instead, for what the YAML parser reports. */
export const YAML_FLAW_TEXTS: Readonly<Partial<Record<ErrorCode, Localized>>> = {
  TAB_AS_INDENT: YAML_TEXTS.lineBeginsWithTab,
  BAD_INDENT: YAML_TEXTS.indentationWrongOrClosing,
  BAD_SCALAR_START: YAML_TEXTS.valueBeginsWithSign,
  BAD_DQ_ESCAPE: YAML_TEXTS.backslashUsedWronglyInside,
  MULTIPLE_DOCS: YAML_TEXTS.fileHoldsSeveralYaml,
  BLOCK_AS_IMPLICIT_KEY: COLON,
  MULTILINE_IMPLICIT_KEY: COLON,
  MISSING_CHAR: CLOSING,
  BAD_ALIAS: MARKS,
  ALIAS_PROPS: MARKS,
  MULTIPLE_ANCHORS: MARKS,
  MULTIPLE_TAGS: MARKS,
  TAG_RESOLVE_FAILED: MARKS,
}

/** What is said of a fault that has no sentence of its own. */
export const YAML_OTHER_FLAW = STRUCTURE
/** What is said of a tag, an anchor or an alias. */
export const YAML_MARK = MARKS

export { YAML_KEY, YAML_MERGE_KEY }
