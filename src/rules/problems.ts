import type * as z from 'zod'
import type { Localized } from '../core/errors.ts'
import { nearest } from '../core/names.ts'
import { keysAt } from '../core/schemas.ts'

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
  return {
    vi: `${what.vi} '${word}' không có${near ? `; gần nhất là '${near}'` : list ? `; dùng một trong: ${list}` : ''}.`,
    en: `${what.en} '${word}' does not exist${near ? `; the nearest is '${near}'` : list ? `; use one of: ${list}` : ''}.`,
  }
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
          text: unknownWord({ vi: 'Khóa', en: 'The key' }, key, keysAt(schema, path)),
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
  string: { vi: 'một chuỗi ký tự', en: 'a text' },
  number: { vi: 'một số', en: 'a number' },
  int: { vi: 'một số nguyên', en: 'a whole number' },
  boolean: { vi: 'true hoặc false', en: 'true or false' },
  array: { vi: 'một danh sách', en: 'a list' },
  object: { vi: 'một nhóm khóa', en: 'a group of keys' },
  record: { vi: 'một nhóm khóa', en: 'a group of keys' },
}

function explain(issue: Issue): Localized {
  if (issue.code === 'invalid_type') {
    const expected = TYPES[issue.expected] ?? { vi: issue.expected, en: issue.expected }
    return issue.input === undefined
      ? { vi: `Thiếu khóa này; cần ${expected.vi}.`, en: `This key is missing; ${expected.en} is needed.` }
      : {
          vi: `Giá trị không đúng loại; cần ${expected.vi}.`,
          en: `The value is of the wrong type; ${expected.en} is needed.`,
        }
  }
  if (issue.code === 'invalid_value') return wrongChoice(issue.input, issue.values.map(String))
  if (issue.code === 'too_small' && issue.origin === 'array')
    return {
      vi: `Danh sách cần ít nhất ${issue.minimum} phần tử.`,
      en: `The list needs at least ${issue.minimum} element(s).`,
    }
  if (issue.code === 'too_small' && issue.origin === 'string')
    return { vi: 'Không được để trống.', en: 'It must not be empty.' }
  if (issue.message === 'date')
    return {
      vi: 'Không phải một ngày có thật; ghi theo dạng 2026-02-28.',
      en: 'Not a date that exists; write it as 2026-02-28.',
    }
  return { vi: `Giá trị không hợp lệ (${issue.code}).`, en: `Not a valid value (${issue.code}).` }
}

/** A value that is not one of a fixed list: what was found, the nearest one, and all of them. */
function wrongChoice(input: unknown, values: readonly string[]): Localized {
  const list = values.join(', ')
  if (input === undefined)
    return { vi: `Thiếu khóa này; dùng một trong: ${list}.`, en: `This key is missing; use one of: ${list}.` }
  const near = typeof input === 'string' ? nearest(input, values) : undefined
  return {
    vi: `Giá trị '${String(input)}' không hợp lệ; ${near ? `gần nhất là '${near}'; ` : ''}dùng một trong: ${list}.`,
    en: `'${String(input)}' is not a valid value; ${near ? `the nearest is '${near}'; ` : ''}use one of: ${list}.`,
  }
}
