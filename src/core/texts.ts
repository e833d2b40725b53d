/**
 * Characters that nobody sees, or that change how others are seen: controls, line breaks, marks and overrides of
 * direction, zero-width characters, the tag characters that can hide a whole text, line and paragraph separators.
 */
export const HIDDEN = /[\p{Cc}\p{Cf}\u2028\u2029]/u

const LINE_BREAK = /\r{1,2}\n|[\r\v\f\u0085\u2028\u2029]/g
const NEVER_SEEN = /(?!\n)[\p{Cc}\p{Cf}]/gu
const ALL_HIDDEN = /[\p{Cc}\p{Cf}\u2028\u2029]/gu

/**
 * A text without hidden characters. What parts words (a tab, a line break in a text of one line) becomes a space.
 * @param lines keep line breaks, as `\n`
 */
export function withoutHidden(text: string, lines = false): string {
  if (!HIDDEN.test(text)) return text
  const seen = text.replace(LINE_BREAK, '\n').replaceAll('\t', ' ').replace(NEVER_SEEN, '')
  return lines ? seen : seen.replaceAll('\n', ' ')
}

/** The hidden characters of a text by their names (`U+200B`), each once, five at most. */
export function hiddenIn(text: string): string[] {
  const named = (character: string) =>
    `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  return [...new Set(text.match(ALL_HIDDEN))].slice(0, 5).map(named)
}

/**
 * A text without the characters at its end that are among `characters`. A pattern for this (`[.,]+$`) takes quadratic
 * time over a text full of them that does not end in them.
 */
export function withoutEnd(text: string, characters: string): string {
  let end = text.length
  while (end > 0 && characters.includes(text.charAt(end - 1))) end--
  return text.slice(0, end)
}

/** Lines no longer than `width` characters, broken at spaces; continued lines are indented. */
export function wrap(text: string, width: number, indent = ''): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.normalize('NFC').split(/\s+/u)) {
    if (line !== '' && [...line, ' ', ...word].length > width) {
      lines.push(line)
      line = indent + word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return line === '' ? lines : [...lines, line]
}

/** `label` in a column of `gap` characters, the text beside it, wrapped under itself. */
export function labelled(label: string, text: string, width: number, gap: number): string[] {
  const lines = wrap(text, width - gap)
  return lines.map((line, index) => (index === 0 ? label.padEnd(gap) : ' '.repeat(gap)) + line)
}

/** A plain table: columns as wide as their longest cell, the last one wrapped to what is left. */
export function table(rows: readonly (readonly string[])[], width: number): string[] {
  const columns = Math.max(...rows.map((row) => row.length))
  const widths = Array.from(
    { length: columns - 1 },
    (_, at) => Math.max(...rows.map((row) => (row[at] ?? '').length)) + 2,
  )
  const left = widths.reduce((sum, one) => sum + one, 0)
  return rows.flatMap((row) => {
    const head = widths.map((size, at) => (row[at] ?? '').padEnd(size)).join('')
    const cells = wrap(row.at(-1) ?? '', Math.max(20, width - left))
    return (cells.length === 0 ? [''] : cells).map((cell, index) =>
      ((index === 0 ? head : ' '.repeat(left)) + cell).trimEnd(),
    )
  })
}

/** A heading over a rule of its own length. */
export function heading(text: string): string[] {
  return ['', text.toLocaleUpperCase('vi'), '─'.repeat([...text].length)]
}
