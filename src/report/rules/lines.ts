/** A line of a readable rule, with what stands under it. */
export interface Line {
  text: string
  inside?: readonly Line[]
}

/** Lines as a nested Markdown list. */
export function bullets(lines: readonly Line[], depth = 0): string[] {
  return lines.flatMap(({ text, inside = [] }) => [`${'  '.repeat(depth)}- ${text}`, ...bullets(inside, depth + 1)])
}
