import type { DocumentFacts, Found } from '../../dossier/reading.ts'
import type { TextReading } from '../../rules/readings.ts'
import { usableFile } from '../files.ts'
import type { Scope } from '../scope.ts'

type Readings = readonly Found<string | number>[]

/**
 * What the text of a named file says of one thing. Absent when documents were not read, when no file is named, and when
 * the file cannot be used: what is missing is told by the rule that requires it.
 */
export function readingOf(
  scope: Scope,
  path: string | undefined,
  pick: (facts: DocumentFacts) => Readings,
): TextReading | undefined {
  const { readings } = scope.dossier
  const file = readings && usableFile(scope, path)
  if (file === undefined) return undefined
  const reading = readings?.get(file)
  const found = reading?.facts ? pick(reading.facts) : []
  const text = reading?.text ?? 'none'
  return { file, found, flags: reading?.flags ?? [], ...(text !== 'read' && { why: text }) }
}

/** The names of those who signed, each where it stands. */
export function signers({ signer }: DocumentFacts): readonly Found<string>[] {
  return signer.map((one) => ({ ...one, value: one.value.name }))
}

/** Whether a file bears digital signatures and every one is intact, trusted and complete. */
export function isSigned({ dossier }: Scope, path: string): boolean {
  const signatures = dossier.readings?.get(path)?.signatures ?? []
  return signatures.length > 0 && signatures.every(({ intact, trusted, complete }) => intact && trusted && complete)
}
