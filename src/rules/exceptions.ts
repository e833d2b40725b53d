import * as z from 'zod'
import { unknownWord } from './problems.ts'
import type { RuleSet } from './rule-set.ts'
import { identifier, isoDate } from './rule-source.ts'
import { EXCEPTIONS_TEXTS } from './words.ts'
import { type PlacedProblem, readYaml } from './yaml.ts'

/** Why an authority may except a rule: a fixed list, so that exceptions can be compared and counted. */
export const EXCEPTION_REASONS = [
  'reorganisation',
  'disaster',
  'awaiting-guidance',
  'legal-conflict',
  'evidence-kept-elsewhere',
  'appeal-pending',
] as const

/** An exception as the authority keeps it: one rule, one agency, why, who approved, and its last day. */
const exception = z.strictObject({
  rule: identifier,
  agency: z.string().min(1),
  reason: z.enum(EXCEPTION_REASONS),
  note: z.string().min(1).optional(),
  approver: z.string().min(1),
  lastDay: isoDate,
})
export type Exception = z.infer<typeof exception>

/** An exception that does not count, as it was written, and why: it has lapsed, or it is not as it must be. */
export interface UncountedException {
  entry: unknown
  why: 'lapsed' | 'malformed'
  /** Keys that are missing or wrong, for a malformed one. */
  keys?: string[]
}

/** The exceptions of a file. */
export interface Exceptions {
  /** SHA-256 of the file's bytes. */
  sha256: string
  entries: readonly Exception[]
  malformed: readonly UncountedException[]
}

const file = z.strictObject({ exceptions: z.array(z.looseObject({})) })

/**
 * Reads an exceptions file (YAML or JSON: `exceptions:` with a list). An entry that is not as it must be does not count
 * and is listed; one that names a rule that does not exist, like a file that is no list, makes the file unusable.
 */
export function readExceptions(
  name: string,
  text: string,
  ruleSet: Pick<RuleSet, 'rules'>,
): Pick<Exceptions, 'entries' | 'malformed'> & { unknown: PlacedProblem[] } {
  const read = readYaml(name, text, file)
  const known = ruleSet.rules.flatMap(({ id, aliases }) => [id, ...(aliases ?? [])])
  const entries: Exception[] = []
  const malformed: UncountedException[] = []
  const unknown = [...read.problems]
  ;(read.value?.exceptions ?? []).forEach((entry, index) => {
    const parsed = exception.safeParse(entry)
    const { rule } = entry as { rule?: unknown }
    if (typeof rule === 'string' && !known.includes(rule))
      unknown.push(
        read.place({
          path: ['exceptions', index, 'rule'],
          text: unknownWord(EXCEPTIONS_TEXTS.rule, rule, known),
        }),
      )
    else if (parsed.success) entries.push(parsed.data)
    else malformed.push({ entry, why: 'malformed', keys: wrongKeys(parsed.error) })
  })
  return { entries, malformed, unknown }
}

function wrongKeys(error: z.ZodError): string[] {
  const keys = error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0])],
  )
  return [...new Set(keys)].sort()
}
