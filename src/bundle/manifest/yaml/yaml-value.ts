import { isAlias, isScalar, isSeq, type Pair, type ParsedNode } from 'yaml'
import type { Localized } from '../../../base/localized.ts'
import { toPointer } from '../../../base/pointer.ts'
import { MAX_KEY, MAX_NESTING, type Place, type ProblemList } from '../parsed-text.ts'
import { duplicateKey, keyTooLong } from '../shared-faults.ts'
import { shownValue } from '../shown-value.ts'
import type { SourceText } from '../source-text.ts'
import { YamlTooDeep } from './yaml-document.ts'
import { YAML_KEY, YAML_MARK, YAML_MERGE_KEY } from './yaml-flaw-texts.ts'

const CORE_TAG = /^tag:yaml\.org,2002:/

type Path = readonly (string | number)[]

/**
 * Turns a composed YAML tree into plain data and notes where each value stands. Tags, anchors, aliases, merge keys, keys
 * that are no words and keys given twice become problems.
 */
export class YamlValueReader {
  /** By RFC 6901 pointer. */
  readonly places = new Map<string, Place>()
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
    const place: Place = { line: this.#source.lineAt(offset) }
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
