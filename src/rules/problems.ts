import type * as z from 'zod'
import { type Localized, withValues } from '../core/errors.ts'
import { nearest } from '../core/names.ts'
import { keysAt } from '../core/schemas.ts'
import { PROBLEMS_TEXTS } from './words.ts'

/** A rule file is not as it must be. `path` leads from the file's top to the place; the loader turns it into a line. */
export interface RuleProblem {
  path: readonly (string | number)[]
  text: Localized
}

/** Collects what is wrong with one file, so that all of it can be told at once. */
export type Report = (path: readonly (string | number)[], text: Localized) => void

/** Says that a word is not known, and which known one is nearest. */
export function unknownWord(what: Localized, word: string, known: readonly string[]): Localized {
  const near = nearest(word, known)
  const list = known.length <= 12 ? known.join(', ') : undefined
  return withValues(PROBLEMS_TEXTS.doesNotExist, {
    word,
    what,
    near: near ? withValues(PROBLEMS_TEXTS.nearest, { near }) : list ? withValues(PROBLEMS_TEXTS.useOne, { list }) : '',
  })
}

type Issue = z.core.$ZodIssue
type Path = (string | number)[]

/** Says everything that is wrong with a value under a closed schema, with the nearest valid word for each unknown key. */
export function schemaProblems(schema: z.core.$ZodType, error: z.core.$ZodError): RuleProblem[] {
  const issues = error.issues.flatMap((issue) => meant(issue, []))
  return issues.flatMap(({ issue, path }) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({
          path: [...path, key],
          text: unknownWord(PROBLEMS_TEXTS.key, key, keysAt(schema, path)),
        }))
      : [{ path, text: explain(issue) }],
  )
}

/** Of a union, the branch that was meant: the one whose complaints lie deepest, and then are fewest. */
function meant(issue: Issue, base: Path): { issue: Issue; path: Path }[] {
  const path = [...base, ...(issue.path as Path)]
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ issue, path }]
  const branches = issue.errors.map((errors) => errors.flatMap((one) => meant(one, path)))
  const wrongShape = (one: { issue: Issue; path: Path }[]) =>
    one.filter(
      (found) =>
        found.path.length <= path.length + 1 && found.issue.code === 'invalid_type' && found.issue.input === undefined,
    ).length
  const ranked = branches.sort((a, b) => wrongShape(a) - wrongShape(b) || depth(b) - depth(a) || a.length - b.length)
  return ranked[0] ?? [{ issue, path }]
}

const depth = (found: { path: Path }[]) => Math.max(0, ...found.map((one) => one.path.length))

const TYPES: Record<string, Localized> = {
  string: PROBLEMS_TEXTS.text,
  number: PROBLEMS_TEXTS.number,
  int: PROBLEMS_TEXTS.wholeNumber,
  boolean: PROBLEMS_TEXTS.trueOrFalse,
  array: PROBLEMS_TEXTS.list,
  object: PROBLEMS_TEXTS.groupKeys,
  record: PROBLEMS_TEXTS.groupkeys2,
}

function explain(issue: Issue): Localized {
  if (issue.code === 'invalid_type') {
    const expected = TYPES[issue.expected] ?? { vi: issue.expected, en: issue.expected }
    return issue.input === undefined
      ? withValues(PROBLEMS_TEXTS.keyMissingNeeded, { expected })
      : withValues(PROBLEMS_TEXTS.valueWrongTypeNeeded, { expected })
  }
  if (issue.code === 'invalid_value') return wrongChoice(issue.input, issue.values.map(String))
  if (issue.code === 'too_small' && issue.origin === 'array')
    return withValues(PROBLEMS_TEXTS.listNeedsAtLeast, { minimum: String(issue.minimum) })
  if (issue.code === 'too_small' && issue.origin === 'string') return PROBLEMS_TEXTS.mustNotEmpty
  if (issue.message === 'date') return PROBLEMS_TEXTS.notDateExistsWrite
  return withValues(PROBLEMS_TEXTS.notValidValue, { code: issue.code })
}

/** A value that is not one of a fixed list: what was found, the nearest one, and all of them. */
function wrongChoice(input: unknown, values: readonly string[]): Localized {
  const list = values.join(', ')
  if (input === undefined) return withValues(PROBLEMS_TEXTS.keyMissingUseOne, { list })
  const near = typeof input === 'string' ? nearest(input, values) : undefined
  return withValues(PROBLEMS_TEXTS.notValidValueUse, {
    input: String(input),
    list,
    near: near ? withValues(PROBLEMS_TEXTS.nearest2, { near }) : '',
  })
}
