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
