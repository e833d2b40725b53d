import type * as z from 'zod'
import type { Problem } from '../../base/errors.ts'
import { toPointer } from '../../base/pointer.ts'
import { keysAt } from '../../base/schema-keys.ts'
import { schemaAt } from '../../base/schema-walk.ts'
import { displayName } from '../display.ts'
import { expectedHere, expectedKey, unknownKey } from './expected-here.ts'
import { MAX_LISTED_PROBLEMS, type ParsedText, ProblemList } from './parsed-text.ts'
import { shownValue } from './shown-value.ts'

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

/** One place where the schema does not allow what stands there; `key` where it is the key that is not allowed. */
interface Complaint {
  path: Path
  key?: string
}

/**
 * Every issue of a schema as a problem a person can act on: the place, what was found, what was expected and what to do.
 * All are counted; at most {@link MAX_LISTED_PROBLEMS} are worded.
 */
export function schemaProblems(schema: z.core.$ZodType, parsed: ParsedText, issues: readonly Issue[]): ProblemList {
  const complaints = issues.flatMap((issue) => complaintsOf(issue, []))
  const worded = complaints.slice(0, MAX_LISTED_PROBLEMS)
  const places = parsed.places(new Set(worded.flatMap(({ path }) => [toPointer(path), toPointer(path.slice(0, -1))])))
  const problems = new ProblemList()
  for (const complaint of complaints) problems.add(() => problemOf(schema, parsed, places, complaint))
  return problems
}

function complaintsOf(issue: Issue, above: Path): Complaint[] {
  const path = [...above, ...issue.path]
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ path: [...path, key], key }))
  if (issue.code !== 'invalid_union') return [{ path }]
  const inside = issue.errors.find((errors) => errors.some((error) => error.path.length > 0))
  return inside === undefined ? [{ path }] : inside.flatMap((error) => complaintsOf(error, path))
}

function problemOf(
  schema: z.core.$ZodType,
  parsed: ParsedText,
  places: ReturnType<ParsedText['places']>,
  { path, key }: Complaint,
): Problem {
  const pointer = toPointer(path)
  const place = places.get(pointer)
  const line = (place ?? places.get(toPointer(path.slice(0, -1))))?.line
  const at = line === undefined ? { pointer } : { pointer, line }
  const value = valueAt(parsed.value, path)
  const found = value === undefined ? '' : displayName(place?.written ?? '') || shownValue(value)
  if (key !== undefined)
    return { ...at, found, expected: unknownKey(displayName(key), keysAt(schema, path.slice(0, -1))) }
  const here = schemaAt(schema, path)
  if (here === undefined) throw new TypeError(`no schema at ${pointer}`)
  return { ...at, found, expected: value === undefined ? expectedKey(here) : expectedHere(here, value, place?.written) }
}

function valueAt(root: unknown, path: Path): unknown {
  let here = root
  for (const key of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return undefined
    here = Reflect.get(here, key)
  }
  return here
}
