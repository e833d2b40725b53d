import { foldName } from '../base/names.ts'
import type { Source } from '../rules/registers.ts'
import type { Scope } from './scope.ts'

/** `19/2014/qđ-ttg`, `101/qđ-bkhcn`, `63/2020/qh14`; a date (`05/3/2014`) has no letters and is none. */
const NUMBER = /(?<!\d)\d+\/(?:\d{4}\/)?\p{L}[\p{L}\d]*(?:-[\p{L}\d]+)*/u
const KIND = /^(?:tiêu chuẩn quốc gia|tiêu chuẩn)?\s*(?:số)?\s*:?\s*/u

/**
 * What of a citation says which document it is: its number and sign, wherever in the sentence the first one stands,
 * without spaces and in lower case; for a standard, which has none, its whole name.
 */
export function citedNumber(cited: string): string {
  const joined = cited
    .replace(/\s+/gu, ' ')
    .replace(/[‐-―]/gu, '-')
    .replace(/ ?\/ ?/gu, '/')
    .replace(/ ?- ?(?=\p{Lu})/gu, '-')
  // Ð (U+00D0) looks like Đ and is met in its place.
  const folded = foldName(joined).replaceAll('ð', 'đ')
  return (NUMBER.exec(folded)?.[0] ?? folded.replace(KIND, '')).replaceAll(' ', '')
}

/** The registered legal texts by number and by alias. */
export function sourcesByNumber({ registers }: Scope): ReadonlyMap<string, Source> {
  return new Map(
    registers.ruleSet.sources.flatMap((source) =>
      [source.number ?? [], source.aliases ?? []]
        .flat()
        .map((number): [string, Source] => [citedNumber(number), source]),
    ),
  )
}
