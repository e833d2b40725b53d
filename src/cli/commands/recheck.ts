import { dayInVietnam } from '../../core/days.ts'
import { InputError, LANGUAGES, type Language, withValues } from '../../core/errors.ts'
import { recheckRun } from '../../service/schedule.ts'
import type { Rechecked, RecheckRun, Service } from '../../service/service.ts'
import { EXIT, oneOf, processClock, readArguments, wholeNumber, yearDay } from '../options.ts'
import { commandService } from '../service-options.ts'
import { RECHECK } from '../tables/service.ts'
import { RECHECK_TEXTS } from '../words.ts'

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
      process.stdout.write(`${code}\t${line(await service.recheckAgency(code, run), lang)}\n`)
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      whole = false
      process.stderr.write(`${code}\t${error.text[lang]}\n`)
    }
  }
  if (agencies === 0) throw nothingThere()
  return whole
}

const nothingThere = () => new InputError(RECHECK_TEXTS.storeHoldsNoVerdict)

function line(rechecked: Rechecked, lang: Language): string {
  const vi = lang === 'vi'
  if (rechecked.kind === 'none') return vi ? 'chưa có bộ hồ sơ nào được tiếp nhận' : 'no bundle was ever accepted'
  const { entry, stored } = rechecked
  const changes = entry.changes.map(({ rule, from, to }) => `${rule}: ${from ?? '-'} → ${to ?? '-'}`)
  const before = stored === 'present' ? (vi ? ' (đã có)' : ' (there already)') : ''
  return [`${entry.asOf}${before}`, entry.status, ...changes].join('\t')
}
