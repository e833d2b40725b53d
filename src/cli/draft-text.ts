import type { Language } from '../base/localized.ts'
import { readablePath } from '../base/pointer.ts'
import type { Draft, DraftSource } from '../evidence/draft/draft.ts'
import { printable } from '../report/printable.ts'
import { CERTAINTY, DRAFT_WORDS, UNREAD } from './draft-words.ts'

const SHOWN = 90

/** What was drafted, paper by paper, what a person must look at, and what was not read. */
export function draftText(draft: Draft, lang: Language): string {
  const words = DRAFT_WORDS[lang]
  const files = [...new Set(draft.sources.map(({ file }) => file))]
  const parts = [
    [
      words.drafted(draft.sources.length, files.length),
      ...files.flatMap((file) => [file, ...valuesOf(draft, file, lang)]),
    ],
    listed(
      words.doubts,
      draft.doubts.map(({ file, value, readings }) => {
        const said = readings.map((one) => shown(one.value)).join(' / ')
        return `${file}: ${readablePath(value)}: ${said}`
      }),
    ),
    listed(
      words.unclassified,
      draft.unclassified.map(({ file, candidates }) =>
        candidates.length > 0 ? `${file} (${candidates.join(', ')})` : file,
      ),
    ),
    listed(
      words.unread,
      draft.unread.map(({ file, text }) => `${file}: ${UNREAD[text][lang]}`),
    ),
    listed(words.stamped, draft.stamped),
    listed(words.toFill, draft.toFill.map(readablePath)),
  ]
  return printable(
    `${parts
      .filter((part) => part.length > 0)
      .map((part) => part.join('\n'))
      .join('\n\n')}\n`,
  )
}

function listed(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [heading, ...lines.map((line) => `  ${line}`)]
}

/** A line for each value of a paper; members of one list stand on one line. */
function valuesOf({ sources }: Draft, file: string, lang: Language): string[] {
  const lines = new Map<string, DraftSource[]>()
  for (const source of sources.filter((one) => one.file === file)) {
    const name = readablePath(source.pointer.replace(/\/\d+$/, ''))
    lines.set(name, [...(lines.get(name) ?? []), source])
  }
  return [...lines].map(([name, members]) => {
    const [first] = members
    const values = members.map(({ value }) => shown(value)).join(', ')
    const sure = first ? CERTAINTY[first.certainty][lang] : ''
    return `  ${name.padEnd(36)} ${short(values)}  [${[sure, place(first, lang)].filter((one) => one !== '').join(', ')}]`
  })
}

function place(source: DraftSource | undefined, lang: Language): string {
  if (source?.cell !== undefined) return source.cell
  return source?.page === undefined ? '' : `${DRAFT_WORDS[lang].page} ${source.page}`
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function short(text: string): string {
  const letters = [...text]
  return letters.length <= SHOWN ? text : `${letters.slice(0, SHOWN - 1).join('')}…`
}
