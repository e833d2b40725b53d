import type { Localized } from '../../../base/localized.ts'
import type { Prescreen, PrescreenAgency } from '../../../cohort/prescreen.ts'
import { publishedVerdict } from '../../../desk/published.ts'
import { type LetterInput, letterDocument } from '../../../report/cohort/letter/letter.ts'
import { isLetter, letterKind } from '../../../report/cohort/letter/letter-kind.ts'
import { NO_LETTER_WORDS } from '../../../report/cohort/letter/no-letter-words.ts'
import type { AuthorityPageCall } from '../../page.ts'

/** The verdict that the letter would be written from was not published. */
export const UNPUBLISHED: Localized = {
  vi: 'Kết quả của cơ quan này chưa được đưa lên dịch vụ cùng đợt rà soát. Đề nghị chạy lại qms-verdict prescreen với --data và --province.',
  en: 'The verdict of this agency was not published with the pre-screening. Run qms-verdict prescreen again with --data and --province.',
}

/** What the draft letter to an agency is written from, or why it gets none. */
export async function draftOf(
  { tools, province }: AuthorityPageCall,
  document: Prescreen,
  agency: PrescreenAgency,
): Promise<{ input: LetterInput } | { why: Localized }> {
  const verdict = await publishedVerdict(province, document, agency.code, tools.desk)
  if (agency.bundle !== null && verdict === undefined) return { why: UNPUBLISHED }
  const kind = letterKind(agency, verdict, document.problems)
  if (!isLetter(kind)) return { why: NO_LETTER_WORDS[kind] }
  const { year, asOf } = document
  const ruleSet = tools.judge.ruleSet.source
  return { input: { kind, agency, verdict, year, asOf, authority: tools.authority ?? {}, ruleSet } }
}

/** The bytes of a draft (DOCX), and the name it is saved under. */
export async function draftFile(input: LetterInput): Promise<{ name: string; bytes: Uint8Array }> {
  return { name: `${input.agency.code}.docx`, bytes: await letterDocument(input) }
}
