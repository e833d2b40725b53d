import { foldWords } from '../../catalogue/fold-words.ts'

/** The value that a text stands for among known words, with or without more words after them; otherwise the text itself. */
export function knownWord(text: string, words: Readonly<Record<string, readonly string[]>>): string {
  const said = `${foldWords(text)} `
  const known = Object.entries(words).find(([, written]) =>
    written.some((word) => said.startsWith(`${foldWords(word)} `)),
  )
  return known?.[0] ?? text
}
