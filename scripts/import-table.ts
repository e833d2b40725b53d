import { readFileSync } from 'node:fs'
import { withPart } from './marked-parts.ts'

/** Which folder of `src` (and `handlers`) may import which, as the test of the house reads it. */
const ALLOWED = 'test/house/allowed-imports.json'

/**
 * ARCHITECTURE.md with the table of allowed imports between its marks.
 * @throws Error when the page has lost its marks
 */
export function withImportTable(page: string): string {
  const allowed: Record<string, string[]> = JSON.parse(readFileSync(ALLOWED, 'utf8'))
  const width = Math.max(...Object.keys(allowed).map((folder) => folder.length)) + 2
  const rows = Object.entries(allowed).map(([folder, may]) => `${folder.padEnd(width)}${may.join(' ') || '-'}`)
  return withPart(page, 'Allowed imports', ['```text', ...rows, '```'].join('\n'))
}
