import { dayInVietnam, toDay, toIso } from '../../core/days.ts'
import { InputError, LANGUAGES, type Language, type Localized, withValues } from '../../core/errors.ts'
import { toAgencyCode } from '../../http/sign-in/caller.ts'
import { type AuditAction, type AuditEntry, readAudit } from '../../service/audit.ts'
import { dateArgument, EXIT, oneOf, processClock, readArguments } from '../options.ts'
import { folderStores, s3Stores } from '../serve/place.ts'
import { servicePlace } from '../service-options.ts'
import { AUDIT } from '../tables/service.ts'
import { AUDIT_TEXTS, AUDIT_WORDS } from '../words.ts'

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
    throw new InputError(
      withValues(AUDIT_TEXTS.agencyCodeNeededAgency, {
        agency: agency === undefined ? '' : withValues(AUDIT_TEXTS.noSuchCode, { agency }),
      }),
    )
  const last = to === undefined ? dayInVietnam(processClock(process.env).now().toISOString()) : dateArgument('--to', to)
  const first = from === undefined ? toIso(toDay(last) - DEFAULT_DAYS) : dateArgument('--from', from)
  const days = toDay(last) - toDay(first)
  if (days >= 0 && days < MOST_DAYS) return { agency: code, from: first, to: last }
  throw new InputError(withValues(AUDIT_TEXTS.fromFirstDayMust, { first, last, mostDays: MOST_DAYS }))
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

const fillUnreadable = (place: string): Localized => withValues(AUDIT_TEXTS.lineRecordCannotRead, { place })

const nothing = ({ agency, from, to }: { agency: string; from: string; to: string }): Localized =>
  withValues(AUDIT_TEXTS.nothingRecordedFromIf, { agency, from, to })
