import * as z from 'zod'
import { isIsoDate } from '../core/days.ts'

/** Whether a path stays inside the bundle: relative, with `/`, no `..`, ending in a file name. */
function isInnerPath(path: string): boolean {
  if (/[\\\p{Cc}]|^\/|^[A-Za-z]:/u.test(path)) return false
  const segments = path.split('/')
  const last = segments.at(-1)
  return last !== '' && last !== '.' && !segments.includes('..')
}

/** The path without `.` and empty segments: `./a//b.pdf` → `a/b.pdf`. */
function plainPath(path: string): string {
  return path
    .split('/')
    .filter((segment) => segment !== '' && segment !== '.')
    .join('/')
}

/** Most characters (UTF-16 units, after NFC) of a text of the manifest, by what it is. */
export const TEXT_LIMITS = {
  /** What somebody tells: reasons, statements, results. Its line breaks are kept. */
  text: 4_000,
  /** Names of procedures; the ministries' own run to 420. */
  procedureName: 2_000,
  /** Titles, and names of people, units and documents. */
  title: 500,
  /** Codes of procedures, processes, documents and files. */
  code: 100,
} as const

/** A calendar date `YYYY-MM-DD` that exists. */
export const date = z.string().refine(isIsoDate, { error: 'date' }).meta({ kind: 'date' })

/**
 * A path inside the bundle, relative to the manifest, with `/`; `./` is dropped. Whether the file is there is judged,
 * not parsed; a path that leads out of the bundle is no path.
 */
export const path = z
  .string()
  .max(TEXT_LIMITS.text, { abort: true })
  .refine((value) => isInnerPath(value) && value.isWellFormed(), { error: 'path' })
  .overwrite(plainPath)
  .meta({ kind: 'path', longest: TEXT_LIMITS.text })

/** A text that says something, of so many characters at most. */
const upTo = (longest: number) =>
  z
    .string()
    // First and alone: nothing else is looked for in a text that is too long.
    .max(longest, { abort: true })
    .refine((value) => value.trim() !== '', { error: 'empty' })
    // Half a character (a lone surrogate) has no UTF-8 form: it could be neither stored nor hashed.
    .refine((value) => value.isWellFormed(), { error: 'halfCharacter' })
    .meta({ kind: 'text', longest })

/** A text of some sentences. */
export const text = upTo(TEXT_LIMITS.text)

/** The name of a procedure. */
export const procedureName = upTo(TEXT_LIMITS.procedureName)

/** A title, or the name of a person, a unit or a document. */
export const title = upTo(TEXT_LIMITS.title)

/** A code. */
export const code = upTo(TEXT_LIMITS.code)

/** A calendar year. */
export const year = z.number().int().min(2000).max(2200).meta({ kind: 'year' })

/** A whole number of people, dossiers, answers: never negative. */
export const count = z.number().int().min(0).meta({ kind: 'count' })

/** A number of days or an amount of money: never negative. */
export const amount = z.number().min(0).meta({ kind: 'amount' })

/** A person who signs, chairs or approves, as written in the document. */
export const person = z.strictObject({ name: title, title })
