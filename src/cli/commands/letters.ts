import { InputError } from '../../core/errors.ts'
import { letterDocument } from '../../render/province/letter.ts'
import { isLetter, letterKind } from '../../render/province/letter-points.ts'
import { BEFORE_SIGNING, NO_LETTER_WORDS, type NoLetter } from '../../render/province/letter-words.ts'
import { dateArgument, EXIT } from '../options.ts'
import { writePaths } from '../output.ts'
import { readVerdicts } from '../prescreen/verdicts.ts'
import { deskInput } from '../province-input.ts'
import { LETTERS } from '../tables/province.ts'
import { LETTERS_TEXTS } from '../words.ts'

/**
 * `qms-verdict letters <prescreen.json> --verdicts DIR --output DIR`: writes a draft letter for each agency as
 * `<code>.docx`, and says which agency gets none, and why.
 * @returns the exit code: 2 when a letter could not be written for want of its verdict; the others are written
 */
export async function letters(args: string[]): Promise<number> {
  const { own, output, ...input } = await deskInput('letters', args, LETTERS.options)
  const { prescreen, ruleSet, authority, lang, trust } = input
  const { year, asOf, problems } = prescreen
  if (own.verdicts === undefined) throw new InputError(LETTERS_TEXTS.verdictsFolderNeededAs)
  const deadline = own.deadline === undefined ? undefined : dateArgument('--deadline', own.deadline)
  const { verdicts, wrong, unsigned } = await readVerdicts(own.verdicts, prescreen, trust)
  for (const agency of prescreen.agencies) {
    const fault = wrong.get(agency.code)
    if (fault !== undefined) {
      process.stderr.write(`${agency.code}\t${fault[lang]}\n`)
      continue
    }
    const verdict = verdicts.get(agency.code)
    const kind = letterKind(agency, verdict, problems, ruleSet)
    if (isLetter(kind)) {
      const isUnsigned =
        input.unsigned || unsigned.has(agency.code) || prescreen.unsignedVerdicts?.includes(agency.code)
      const papers = { authority, ruleSet, deadline, ...(isUnsigned && { unsigned: true as const }) }
      const letter = await letterDocument({ kind, agency, verdict, year, asOf, ...papers })
      await writePaths(output, { [`${agency.code}.docx`]: letter })
    } else sayNone(agency.code, kind)
  }
  process.stderr.write(`${BEFORE_SIGNING[lang]}\n`)
  return wrong.size === 0 ? EXIT.ok : EXIT.notJudged

  function sayNone(code: string, kind: NoLetter) {
    process.stderr.write(`${code}\t${NO_LETTER_WORDS[kind][lang]}\n`)
  }
}
