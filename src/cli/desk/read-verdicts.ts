import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Localized } from '../../base/localized.ts'
import type { Prescreen, PrescreenAgency } from '../../cohort/prescreen.ts'
import { readVerdictFile } from '../../evaluation/verify/verdict-file.ts'
import type { Verdict } from '../../verdict/verdict.ts'

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
