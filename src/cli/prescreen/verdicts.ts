import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Localized } from '../../core/errors.ts'
import type { Prescreen, PrescreenAgency } from '../../province/prescreen.ts'
import type { RuleChanges } from '../../render/province/text.ts'
import { changesBetween } from '../../service/entry.ts'
import { verdictsOf } from '../../service/published.ts'
import type { Verdict } from '../../verdict/verdict.ts'
import { readVerdictFile } from '../../verdict/verdict-file.ts'
import { writeOutput } from '../output.ts'
import type { CameIn } from './inputs.ts'

/** Verdicts by the code of their agency, and what is wrong with those that cannot be used. */
export interface VerdictsRead {
  verdicts: ReadonlyMap<string, Verdict>
  wrong: ReadonlyMap<string, Localized>
}

/** The verdicts that the pre-screening was made from: `<code>.json`, intact, of the bundle and day the document names. */
export async function readVerdicts(folder: string, { agencies, asOf }: Prescreen): Promise<VerdictsRead> {
  const verdicts = new Map<string, Verdict>()
  const wrong = new Map<string, Localized>()
  for (const agency of agencies) {
    if (agency.bundle === null) continue
    const read = await readVerdict(join(folder, `${agency.code}.json`), agency, asOf)
    if ('wrong' in read) wrong.set(agency.code, read.wrong)
    else verdicts.set(agency.code, read.verdict)
  }
  return { verdicts, wrong }
}

async function readVerdict(
  path: string,
  { bundle }: PrescreenAgency,
  asOf: string,
): Promise<{ verdict: Verdict } | { wrong: Localized }> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(path)
  } catch {
    return {
      wrong: {
        vi: `Không đọc được '${path}'. Chạy lại qms-verdict prescreen với --verdicts để ghi kết quả của từng cơ quan.`,
        en: `'${path}' cannot be read. Run qms-verdict prescreen again with --verdicts to write each agency's verdict.`,
      },
    }
  }
  const read = readVerdictFile(bytes, path)
  if ('wrong' in read) return { wrong: read.wrong.text }
  const { document } = read
  if (document.bundle.sha256 === bundle?.sha256 && document.asOf === asOf)
    // An intact digest proves that our own engine wrote the whole document.
    return { verdict: document as unknown as Verdict }
  return {
    wrong: {
      vi: `'${path}' là kết quả của bộ hồ sơ khác hoặc ngày đánh giá khác (${document.asOf}) với tệp rà soát (${asOf}). Chạy lại qms-verdict prescreen với --verdicts.`,
      en: `'${path}' is of another bundle or another day (${document.asOf}) than the pre-screening (${asOf}). Run qms-verdict prescreen again with --verdicts.`,
    },
  }
}

/** The verdict of each agency's bundle that counts, of all that came in. */
export function verdictsAmong(document: Prescreen, came: readonly CameIn[]): ReadonlyMap<string, Verdict> {
  const judged = came.flatMap(({ name, result }) =>
    result.kind === 'verdict' ? [[name, result.verdict] as const] : [],
  )
  return verdictsOf(document, new Map(judged))
}

/**
 * Writes verdicts as `<code>.json`: what letters are made from.
 * @throws InputError when the folder cannot be written
 */
export async function writeVerdicts(folder: string, verdicts: ReadonlyMap<string, Verdict>): Promise<void> {
  for (const [code, verdict] of verdicts)
    await writeOutput(folder, `${code}.json`, `${JSON.stringify(verdict, null, 2)}\n`)
}

/**
 * Rule by rule, what came out otherwise than in last year's verdicts; undefined without both last year's document and
 * the folder of its verdicts. A verdict of last year that cannot be used is told.
 */
export async function ruleChangesSince(
  folder: string | undefined,
  previous: Prescreen | undefined,
  came: readonly CameIn[],
  warn: (texts: readonly Localized[]) => void,
): Promise<RuleChanges | undefined> {
  if (folder === undefined || previous === undefined) return undefined
  const { verdicts, wrong } = await readVerdicts(folder, previous)
  warn([...wrong.values()])
  return new Map(
    came.flatMap(({ result }) => {
      if (result.kind === 'refusal') return []
      const { code } = result.verdict.agency
      const before = verdicts.get(code)
      return before === undefined ? [] : [[code, changesBetween(before, result.verdict)] as const]
    }),
  )
}
