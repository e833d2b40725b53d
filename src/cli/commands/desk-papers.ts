import { basename } from 'node:path'
import { InputError } from '../../core/errors.ts'
import { readInput } from '../../intake/input-file.ts'
import { readPlanChanges } from '../../province/submissions.ts'
import { letterDocument } from '../../render/province/letter.ts'
import { isLetter, letterKind } from '../../render/province/letter-points.ts'
import { BEFORE_SIGNING, NO_LETTER_WORDS, type NoLetter } from '../../render/province/letter-words.ts'
import { planPage, planWorkbook } from '../../render/province/plan.ts'
import { yearlyPage, yearlyWorkbook } from '../../render/province/yearly-report.ts'
import { dateArgument, EXIT } from '../options.ts'
import { writePaths } from '../output.ts'
import { readVerdicts } from '../prescreen/verdicts.ts'
import { deskInput, readPrescreen } from '../province-input.ts'
import { LETTERS, PLAN, REPORT } from '../tables/province.ts'
import { LETTERS_TEXTS } from '../words.ts'

/**
 * `qms-verdict plan <prescreen.json> --output DIR`: writes the inspection plan as `plan.xlsx` and `plan.html`; the changes
 * beside the plan give a person's reasons in words.
 * @returns the exit code
 */
export async function plan(args: string[]): Promise<number> {
  const { own, output, ...input } = await deskInput('plan', args, PLAN.options)
  const context = { ...input, personReasons: await personReasons(own.changes) }
  await writePaths(output, { 'plan.xlsx': await planWorkbook(context), 'plan.html': planPage(context) })
  return EXIT.ok
}

async function personReasons(file: string | undefined): Promise<ReadonlyMap<string, string> | undefined> {
  if (file === undefined) return undefined
  const changes = readPlanChanges(basename(file), new TextDecoder().decode(await readInput(file)))
  return new Map(changes.map(({ agency, reason }) => [agency, reason]))
}

/**
 * `qms-verdict report <prescreen.json> --output DIR`: writes the yearly report as `report.xlsx` and `report.html`; last
 * year's document gives scores to draw against.
 * @returns the exit code
 */
export async function report(args: string[]): Promise<number> {
  const { own, output, ...input } = await deskInput('report', args, REPORT.options)
  const before = own.previous === undefined ? undefined : await readPrescreen(own.previous, input.trust)
  const context = { ...input, previous: before?.document, unsignedPrevious: before?.unsigned }
  await writePaths(output, { 'report.xlsx': await yearlyWorkbook(context), 'report.html': yearlyPage(context) })
  return EXIT.ok
}

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
