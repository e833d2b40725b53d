import { inCapitals } from './capitals.ts'
import type { Line } from './line.ts'
import { wording } from './wording.ts'

/** A sentence, an item of a list or a row, put together from the lines it runs over. */
export interface Statement {
  text: string
  line: Line
  /** The lines it was put together from. */
  lines: readonly Line[]
}

const BEGINS = wording(
  '^(?:«Điều» \\d+|«Căn cứ|Theo đề nghị|Xét|Quyết định|Nơi nhận|Hôm nay|Kính gửi»(?!\\p{L})|[-–+*•]|\\d+(?:\\.\\d+)*[.)] ?|[IVX]+[.)] |[a-zđ][.)] |\\p{Lu}[^.,;:]{1,45}:(?: |$))',
)
/** Shorter lines end where they end: they were not broken by the width of the page. */
const FULL = 45
/** Nobody writes a longer statement: what follows is not looked at. */
const LONGEST = 1500

/** Whether a text begins a statement of its own: an article, an item, a heading, a label. */
export function begins(text: string): boolean {
  return BEGINS.test(text)
}

/**
 * The lines as statements: a line that ends with a stop, is a row of cells, or is followed by the beginning of another,
 * ends one; a short one too, unless the next goes on with a small letter.
 */
export function statementsOf(lines: readonly Line[]): Statement[] {
  const statements: { text: string; line: Line; lines: Line[] }[] = []
  for (const line of lines) {
    const last = statements.at(-1)
    const before = last?.lines.at(-1)
    if (last && before && goesOn(before, line)) {
      last.text = `${last.text} ${line.text}`.slice(0, LONGEST)
      last.lines.push(line)
    } else statements.push({ text: line.text.slice(0, LONGEST), line, lines: [line] })
  }
  return statements
}

function goesOn({ cells, text }: Line, next: Line): boolean {
  if (cells.length > 1 || next.cells.length > 1 || /[.;:]$/u.test(text) || begins(next.text)) return false
  // A heading in capitals ends where small letters begin.
  if (inCapitals(text) && !inCapitals(next.text)) return false
  return text.length >= FULL || /^\p{Ll}/u.test(next.text)
}
