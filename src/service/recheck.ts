import { readVerdictDocument, storeVerdict } from './documents.ts'
import { type AgencyIndex, agencyIndex, putEntry, readRecheckEntry, rechecksOf } from './entries.ts'
import { changesBetween, type RecheckEntry, type VerdictEntry } from './entry.ts'
import { judgeStored, mayKeepFacts, verdictEntryOf } from './evaluate-upload.ts'
import { restoreFacts } from './facts.ts'
import { recheckEntryKey } from './keys.ts'
import { lastAccepted, onAccepted } from './last-dossier.ts'
import type { Rechecked, RecheckRun, RuleFault, ServiceParts, ServiceTools } from './service.ts'
import { listed, refreshLatest } from './verdicts.ts'

/** See {@link Service.recheckAgency}. */
export async function recheckAgency(code: string, run: RecheckRun, tools: ServiceParts): Promise<Rechecked> {
  const { verdicts } = tools
  const key = recheckEntryKey(code, run.year)
  const known = await readRecheckEntry(key, verdicts)
  const made = known ? { entry: known, faults: [] } : await judgeAgain(code, run, tools)
  if (made === undefined) return { kind: 'none', code }
  const stored = known ? 'present' : await putEntry(key, made.entry, verdicts)
  await refreshLatest(code, verdicts)
  return { kind: 'verdict', code, stored, ...made }
}

async function judgeAgain(
  code: string,
  run: RecheckRun,
  tools: ServiceParts,
): Promise<{ entry: RecheckEntry; faults: RuleFault[] } | undefined> {
  const { verdicts } = tools
  const index = await agencyIndex(code, verdicts)
  const upload = await lastAccepted(index, run.asOf, tools)
  if (upload === undefined) return undefined
  const judged = await onAccepted(code, upload, tools, (facts) => judgeStored(facts, { ...run, code }, tools))
  const { verdict: made, faults, notices } = judged.result
  if (judged.anew && mayKeepFacts(made)) await restoreFacts(judged.anew, tools)
  const { key, verdict } = await storeVerdict(made, notices, tools)
  const since = await lastBefore(upload, index, run, tools)
  const changes = changesBetween(await readVerdictDocument(since.key, verdicts), verdict)
  const entry = verdictEntryOf({ ...upload, key, asOf: run.asOf }, verdict, upload)
  return { entry: { ...entry, year: run.year, since: listed(since).id, changes }, faults }
}

/** The verdict before this one: the upload's last re-check of an earlier year, else its own. */
async function lastBefore(
  upload: VerdictEntry,
  index: AgencyIndex,
  { year }: RecheckRun,
  { verdicts }: ServiceTools,
): Promise<VerdictEntry | RecheckEntry> {
  for await (const recheck of rechecksOf(upload, index, verdicts))
    if (recheck.year < year && recheck.asOf >= upload.asOf) return recheck
  return upload
}
