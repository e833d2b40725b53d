import { withPart } from './marked-parts.ts'
import { sampleVerdict } from './sample-verdict.ts'

/** As many lines of the verdict as a reader takes in at a glance. */
const SHOWN_LINES = 20

/**
 * The README with the first lines of today's verdict on the failing sample between its two marks.
 * @throws Error when the README has lost its marks
 */
export async function withVerdictExcerpt(readme: string): Promise<string> {
  const lines = (await sampleVerdict('commune-behind', 'text')).split('\n').slice(0, SHOWN_LINES)
  return withPart(readme, 'A verdict', ['```text', ...lines, '…', '```'].join('\n'))
}
