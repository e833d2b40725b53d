import { dayInVietnam } from '../../core/days.ts'
import { InputError, LANGUAGES, type Language } from '../../core/errors.ts'
import { recheckRun } from '../../service/schedule.ts'
import type { Rechecked, RecheckRun, Service } from '../../service/service.ts'
import { processClock } from '../clock.ts'
import { EXIT, oneOf, readArguments, wholeNumber } from '../options.ts'
import { commandService } from '../service-options.ts'
import { RECHECK } from '../tables/service.ts'
import { yearDay } from './serve-options.ts'

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
  if (year === undefined)
    throw new InputError({
      vi: 'Cần --year <năm>, ví dụ --year 2027.',
      en: '--year <year> is needed, such as --year 2027.',
    })
  const run = recheckRun(wholeNumber('--year', year, 1900, 2200), yearDay('--recheck-day', day))
  const today = dayInVietnam(processClock(process.env).now().toISOString())
  if (run.asOf <= today) return run
  throw new InputError({
    vi: `Đợt đánh giá lại năm ${run.year} là ngày ${run.asOf}, chưa đến (hôm nay: ${today}). Kết quả đã lưu không sửa được, nên chỉ chạy từ ngày đó.`,
    en: `The re-check of ${run.year} is on ${run.asOf}, which has not come (today: ${today}). What is stored cannot be changed, so run it from that day on.`,
  })
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

const nothingThere = () =>
  new InputError({
    vi: 'Kho không có kết quả của cơ quan nào. Đề nghị kiểm tra --data (hoặc --s3-endpoint và tên các bucket).',
    en: 'The store holds no verdict of any agency. Look at --data (or --s3-endpoint and the names of the buckets).',
  })

function line(rechecked: Rechecked, lang: Language): string {
  const vi = lang === 'vi'
  if (rechecked.kind === 'none') return vi ? 'chưa có bộ hồ sơ nào được tiếp nhận' : 'no bundle was ever accepted'
  const { entry, stored } = rechecked
  const changes = entry.changes.map(({ rule, from, to }) => `${rule}: ${from ?? '-'} → ${to ?? '-'}`)
  const before = stored === 'present' ? (vi ? ' (đã có)' : ' (there already)') : ''
  return [`${entry.asOf}${before}`, entry.status, ...changes].join('\t')
}
