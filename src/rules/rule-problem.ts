import type { Localized } from '../base/localized.ts'
import { nearest } from '../base/nearest.ts'

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
