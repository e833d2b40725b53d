import { dayInVietnam, toDay, toIso } from '../../core/days.ts'
import { InputError, LANGUAGES, type Language, type Localized } from '../../core/errors.ts'
import { toAgencyCode } from '../../http/sign-in/caller.ts'
import { type AuditAction, type AuditEntry, readAudit } from '../../service/audit.ts'
import { processClock } from '../clock.ts'
import { dateArgument, EXIT, oneOf, readArguments } from '../options.ts'
import { folderStores, s3Stores } from '../serve/place.ts'
import { servicePlace } from '../service-options.ts'
import { AUDIT } from '../tables/service.ts'
import { AUDIT_WORDS } from '../words.ts'

const DEFAULT_DAYS = 30
/** Each day is looked up by itself. */
const MOST_DAYS = 3_700

const WORDS: Readonly<Record<AuditAction, Localized>> = AUDIT_WORDS

/**
 * `qms-verdict audit --agency CODE`: prints who did what with the dossiers of an agency, in the order of time.
 * @returns the exit code: 1 when a line of the record could not be read; the others are printed
 */
export async function audit(args: string[]): Promise<number> {
  const { values } = readArguments(args, AUDIT.options)
  const lang = oneOf('--lang', values.lang, LANGUAGES)
  const format = oneOf('--format', values.format, AUDIT.options.format.argument)
  const query = queryOf(values)
  const place = servicePlace({ values, environment: process.env })
  const { verdicts } = 'folder' in place ? folderStores(place.folder) : s3Stores(place.s3)
  let found = 0
  let isWhole = true
  for await (const entry of readAudit(query, verdicts)) {
    if ('unreadable' in entry) {
      isWhole = false
      process.stderr.write(`${fillUnreadable(entry.unreadable)[lang]}\n`)
      continue
    }
    found += 1
    process.stdout.write(`${format === 'json' ? JSON.stringify(entry) : textLine(entry, lang)}\n`)
  }
  if (found === 0) process.stderr.write(`${nothing(query)[lang]}\n`)
  return isWhole ? EXIT.ok : EXIT.caught
}

function queryOf({
  agency,
  from,
  to,
}: {
  agency?: string | undefined
  from?: string | undefined
  to?: string | undefined
}) {
  const code = agency === undefined ? undefined : toAgencyCode(agency)
  if (code === undefined)
    throw new InputError({
      vi: `Cần --agency <mã>: mã cơ quan dạng H61.12, hoặc mã tỉnh, thành phố dạng H61${agency === undefined ? '' : `; '${agency}' không phải mã đó`}.`,
      en: `--agency <code> is needed: an agency as H61.12, or a province as H61${agency === undefined ? '' : `; '${agency}' is no such code`}.`,
    })
  const last = to === undefined ? dayInVietnam(processClock(process.env).now().toISOString()) : dateArgument('--to', to)
  const first = from === undefined ? toIso(toDay(last) - DEFAULT_DAYS) : dateArgument('--from', from)
  const days = toDay(last) - toDay(first)
  if (days >= 0 && days < MOST_DAYS) return { agency: code, from: first, to: last }
  throw new InputError({
    vi: `Từ ${first} đến ${last}: ngày đầu phải trước hoặc trùng ngày cuối, và cách không quá ${MOST_DAYS} ngày.`,
    en: `From ${first} to ${last}: the first day must not be after the last one, and at most ${MOST_DAYS} days before it.`,
  })
}

/** One event as a person reads it; control characters that somebody smuggled in do not reach the terminal. */
function textLine({ at, action, who, person, agency, what, from }: AuditEntry, lang: Language): string {
  const words = Object.hasOwn(WORDS, action) ? WORDS[action as AuditAction][lang] : action
  const details = Object.entries(what ?? {}).map(([name, value]) => `${name}=${value}`)
  const parts = [
    at,
    who,
    ...(person === undefined ? [] : [`(${person})`]),
    words,
    agency,
    ...details,
    from && `← ${from}`,
  ]
  return parts
    .filter((part) => part !== undefined && part !== '')
    .join('  ')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')
}

const fillUnreadable = (place: string): Localized => ({
  vi: `${place}: không đọc được dòng này của nhật ký; có thể đã bị sửa bằng tay hoặc ghi dở khi máy dừng.`,
  en: `${place}: this line of the record cannot be read; it was edited by hand, or half-written when the machine stopped.`,
})

const nothing = ({ agency, from, to }: { agency: string; from: string; to: string }): Localized => ({
  vi: `Không có gì được ghi về ${agency} từ ${from} đến ${to}. Nếu không đúng, kiểm tra --data (hoặc --s3-endpoint và tên các bucket).`,
  en: `Nothing was recorded of ${agency} from ${from} to ${to}. If that cannot be, look at --data (or --s3-endpoint and the buckets).`,
})
