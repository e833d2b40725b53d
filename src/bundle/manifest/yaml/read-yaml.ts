import type { Localized } from '../../../base/localized.ts'
import { type ParsedText, ProblemList, type Reading } from '../parsed-text.ts'
import { tooDeep } from '../shared-faults.ts'
import { shownPiece } from '../shown-value.ts'
import type { SourceText } from '../source-text.ts'
import { YamlTooDeep, yamlDocument } from './yaml-document.ts'
import { YAML_FLAW_TEXTS, YAML_OTHER_FLAW } from './yaml-flaw-texts.ts'
import { YamlValueReader } from './yaml-value.ts'

/**
 * Reads a YAML 1.2 text (core schema) as data alone: no aliases, anchors, tags or merge keys. Every fault the parser
 * reports is told with its line. Its time is quadratic in the worst case, so the caller caps the size first.
 */
export function readYaml(source: SourceText): Reading<ParsedText> {
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
