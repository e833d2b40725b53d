import { dayInVietnam } from '../../core/days.ts'
import { InputError, LANGUAGES, type Language, withValues } from '../../core/errors.ts'
import { agencyCode } from '../../core/names.ts'
import { toAgencyCode } from '../../http/sign-in/caller.ts'
import { isUploadId } from '../../service/keys.ts'
import { recheckRun } from '../../service/schedule.ts'
import type { Rechecked, RecheckRun, Rejudged, Service } from '../../service/service.ts'
import { EXIT, oneOf, processClock, readArguments, wholeNumber, yearDay } from '../options.ts'
import { commandAudit, commandService } from '../service-options.ts'
import { RECHECK, REJUDGE } from '../tables/service.ts'
import { RECHECK_TEXTS, REJUDGE_TEXTS, REJUDGE_WORDS as WORDS } from '../words.ts'

/**
 * `qms-verdict rejudge --upload ID | --agency CODE | --all --reason …`: judges again what was judged wrongly, by today's
 * engine and rules, one line for each verdict. Running it twice changes nothing more.
 * @returns the exit code: 0 when all that was asked for was judged again
 */
export async function rejudge(args: string[]): Promise<number> {
  const { values } = readArguments(args, REJUDGE.options)
  const lang = oneOf('--lang', values.lang, LANGUAGES)
  const chosen = whatIsMeant(values)
  const reason = reasonOf(values.reason)
  const on = processClock(process.env).now().toISOString()
  const service = await commandService(values)
  const record = commandAudit(values)
  let isWhole = true
  let judged = 0
  for (const code of chosen.agency === undefined ? await allCodes(service) : [chosen.agency]) {
    const results = await service.rejudgeAgency(code, { reason, on, uploadId: chosen.uploadId })
    if (results.length > 0)
      await record({ action: 'rejudged', agency: code, what: { reason, verdicts: results.length } })
    for (const one of results) {
      judged++
      isWhole &&= one.kind !== 'impossible'
      process.stdout.write(`${line(one, lang)}\n`)
    }
  }
  if (judged === 0) throw nothingMet()
  return isWhole ? EXIT.ok : EXIT.notJudged
}

async function allCodes(service: Service): Promise<string[]> {
  const codes: string[] = []
  for await (const code of service.listAgencies()) codes.push(code)
  return codes
}

interface Chosen {
  agency?: string | undefined
  uploadId?: string | undefined
}

function whatIsMeant(values: { upload?: string | undefined; agency?: string | undefined; all: boolean }): Chosen {
  const { upload, agency, all } = values
  if (all ? upload !== undefined || agency !== undefined : upload === undefined && agency === undefined)
    throw new InputError(REJUDGE_TEXTS.uploadIdAgencyCode)
  return { uploadId: upload === undefined ? undefined : uploadIdOf(upload), agency: agency && codeOf(agency) }
}

/**
 * The code of an agency as the command line names it.
 * @throws InputError when it is none
 */
export function codeOf(said: string): string {
  const code = toAgencyCode(said)
  if (code !== undefined) return agencyCode(code)
  throw new InputError(withValues(REJUDGE_TEXTS.agencyNotCodeAgency, { said }))
}

/**
 * The id of an upload as the command line names it.
 * @throws InputError when it is none
 */
export function uploadIdOf(said: string): string {
  if (isUploadId(said)) return said
  throw new InputError(withValues(REJUDGE_TEXTS.uploadNotIdUpload, { said }))
}

const LONGEST_REASON = 500

/**
 * The written reason of what cannot be undone: one line.
 * @throws InputError when there is none, or it is no line that can be shown
 */
export function reasonOf(said: string | undefined): string {
  const reason = said?.trim() ?? ''
  if (reason !== '' && reason.length <= LONGEST_REASON && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(reason)) return reason
  throw new InputError(withValues(REJUDGE_TEXTS.reasonWhyNeededOne, { longestReason: LONGEST_REASON }))
}

const nothingMet = () => new InputError(REJUDGE_TEXTS.storeHoldsNoSuch)

function line(one: Rejudged, lang: Language): string {
  const parts = [one.code, one.id, WORDS[one.kind][lang]]
  if (one.kind === 'impossible') return parts.join('\t')
  const { entry } = one
  parts.push(entry.kind === 'verdict' ? entry.status : entry.code)
  if (one.kind === 'same') return parts.join('\t')
  const changes = entry.rejudged?.changes ?? []
  return [...parts, ...changes.map(({ rule, from, to }) => `${rule}: ${from ?? '-'} → ${to ?? '-'}`)].join('\t')
}

/**
 * `qms-verdict recheck --year Y`: the yearly re-check by hand, one line for each agency. Running it twice, or beside the
 * service, changes nothing.
 * @returns the exit code: 0 when every agency with an accepted bundle has its re-check of that year
 */
export async function recheck(args: string[]): Promise<number> {
  const { values } = readArguments(args, RECHECK.options)
  const lang = oneOf('--lang', values.lang, LANGUAGES)
  const run = runOf(values.year, values['recheck-day'])
  return (await recheckAll(await commandService(values), run, lang)) ? EXIT.ok : EXIT.notJudged
}

/** The run of a year that has come. */
function runOf(year: string | undefined, day: string): RecheckRun {
  if (year === undefined) throw new InputError(RECHECK_TEXTS.yearYearNeededSuch)
  const run = recheckRun(wholeNumber('--year', year, 1900, 2200), yearDay('--recheck-day', day))
  const today = dayInVietnam(processClock(process.env).now().toISOString())
  if (run.asOf <= today) return run
  throw new InputError(withValues(RECHECK_TEXTS.reCheckOnNot, { year: run.year, asOf: run.asOf, today }))
}

async function recheckAll(service: Service, run: RecheckRun, lang: Language): Promise<boolean> {
  let whole = true
  let agencies = 0
  for await (const code of service.listAgencies()) {
    agencies++
    try {
      process.stdout.write(`${code}\t${recheckedLine(await service.recheckAgency(code, run), lang)}\n`)
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      whole = false
      process.stderr.write(`${code}\t${error.text[lang]}\n`)
    }
  }
  if (agencies === 0) throw noneAtAll()
  return whole
}

const noneAtAll = () => new InputError(RECHECK_TEXTS.storeHoldsNoVerdict)

function recheckedLine(rechecked: Rechecked, lang: Language): string {
  const vi = lang === 'vi'
  if (rechecked.kind === 'none') return vi ? 'chưa có bộ hồ sơ nào được tiếp nhận' : 'no bundle was ever accepted'
  const { entry, stored } = rechecked
  const changes = entry.changes.map(({ rule, from, to }) => `${rule}: ${from ?? '-'} → ${to ?? '-'}`)
  const before = stored === 'present' ? (vi ? ' (đã có)' : ' (there already)') : ''
  return [`${entry.asOf}${before}`, entry.status, ...changes].join('\t')
}
