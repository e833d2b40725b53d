import type { Paragraph, Run } from '../ooxml/paragraph.ts'

/** A paragraph of the text, by the form of NĐ 30/2020: justified, first line 10 mm in, 6 points apart. */
export function textParagraph(...runs: (string | Run)[]): Paragraph {
  const list = runs.map((run) => (typeof run === 'string' ? { text: run } : run))
  return { align: 'justify', firstLine: 10, after: 6, runs: list }
}
