import { Composer, type Document, Lexer, type ParsedNode, Parser } from 'yaml'

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
