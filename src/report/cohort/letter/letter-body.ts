import { fill } from '../../render.ts'
import type { Paragraph } from '../ooxml/paragraph.ts'
import type { LetterInput } from './letter.ts'
import { findingsParagraphs } from './letter-findings.ts'
import { BASES, LEAD_UNIT, SENTENCES } from './letter-words.ts'
import { textParagraph } from './text-paragraph.ts'

const BLANK_DAY = '…… tháng …… năm ………'

/** From whom it is for to the last sentence. */
export function letterBody(input: LetterInput): Paragraph[] {
  const { kind, agency, authority, verdict, year, asOf, deadline } = input
  const unit = authority.name ?? LEAD_UNIT
  const said = (sentence: string) =>
    fill(
      sentence,
      { unit, year, day: asOf, deadline: deadline ?? BLANK_DAY, contact: authority.contact ?? '……………………' },
      'vi',
    )
  const opening = textParagraph(BASES + said(SENTENCES[kind]))
  const closing = kind === 'nothing' ? [SENTENCES.keep] : kind === 'correct' ? [SENTENCES.report] : [SENTENCES.send]
  const nature = verdict === undefined ? [] : [SENTENCES.nature]
  const last = [...closing, ...nature, SENTENCES.contact].map((sentence) => textParagraph(said(sentence)))
  return [
    { align: 'center', before: 14, after: 8, runs: [{ text: `Kính gửi: ${agency.name}` }] },
    opening,
    ...(kind === 'correct' && verdict !== undefined ? findingsParagraphs(verdict, input.ruleSet) : []),
    ...last,
    textParagraph('Trân trọng./.'),
  ]
}
