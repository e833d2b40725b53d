import { mapConcurrent } from '../core/async.ts'
import { toDay } from '../core/days.ts'
import type { Language, Localized } from '../core/errors.ts'
import { printable } from '../render/markup.ts'
import { fill, Renderer } from '../render/renderer.ts'
import { DISCLAIMER, OUTCOME_WORDS, STATUS_WORDS } from '../render/words.ts'
import type { Outcome } from '../rules/answer.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import type { TimelineEntry, Verdict } from '../verdict/verdict.ts'
import { putDocument, readVerdictDocument } from './documents.ts'
import { type AgencyIndex, allAgencies } from './entries.ts'
import { AGENCIES, agencyPrefix, noticeKey } from './keys.ts'
import type { Log } from './log.ts'
import {
  type LapseNotice,
  NOTICE_DAYS,
  type NoticeDays,
  type NoticeRun,
  type Notifier,
  type ServiceTools,
} from './service.ts'
import type { Store } from './store.ts'
import { latestEntry } from './verdicts.ts'
import { NOTICES_TEXTS } from './words.ts'

/** Enough for a whole country in minutes, and few enough for any store. */
const AT_ONCE = 16

/** See {@link Service.lapseNotices}. */
export async function lapseNotices(today: string, notifier: Notifier, tools: ServiceTools): Promise<NoticeRun> {
  const sent: LapseNotice[] = []
  const failed: NoticeRun['failed'] = []
  await mapConcurrent(allAgencies(tools.verdicts), AT_ONCE, async (index) => {
    try {
      const notice = await noticeOf(index, today, notifier, tools)
      if (notice) sent.push(notice)
    } catch (fault) {
      failed.push({ code: index.code, fault })
    }
  })
  return { sent, failed }
}

/** Publishes, then records: whoever is stopped in between publishes again rather than never. */
async function noticeOf(
  index: AgencyIndex,
  today: string,
  notifier: Notifier,
  { verdicts, judge }: ServiceTools,
): Promise<LapseNotice | undefined> {
  const entry = await latestEntry(index)
  // What its scans say is not known yet: nobody is told of a verdict that may turn out otherwise.
  if (entry?.provisional) return undefined
  const days = entry?.validUntil ? daysDue(entry.validUntil, today) : undefined
  if (!entry?.validUntil || days === undefined) return undefined
  const key = noticeKey(index.code, entry.validUntil, days)
  if (await verdicts.head(key)) return undefined
  const verdict = await readVerdictDocument(entry.key, verdicts)
  const notice = lapseNotice(verdict, { days, on: today }, judge.ruleSet.source)
  await notifier.publish(notice)
  await putDocument(key, notice, verdicts)
  return notice
}

/** The nearest notice whose time has come; undefined before the first and once the verdict has lapsed. */
export function daysDue(validUntil: string, today: string): NoticeDays | undefined {
  const left = toDay(validUntil) - toDay(today)
  return left < 0 ? undefined : NOTICE_DAYS.findLast((days) => left <= days)
}

const MOST_SHOWN = 12

/**
 * The notice that a verdict will change: what turns, when, and what to do.
 * @throws RangeError when nothing in the verdict's timeline will change
 */
export function lapseNotice(
  verdict: Verdict,
  { days, on }: { days: NoticeDays; on: string },
  ruleSet: RuleSet,
): LapseNotice {
  const { agency, validUntil } = verdict
  const next = verdict.timeline[0]
  if (validUntil === null || next === undefined) throw new RangeError(`the verdict ${verdict.digest} does not lapse`)
  const told = (lang: Language) => lines(verdict, next, { ruleSet, lang, left: toDay(validUntil) - toDay(on) })
  return {
    schemaVersion: 1,
    id: `${agency.code}/${validUntil}-${days}`,
    agency: { code: agency.code, name: agency.name },
    validUntil,
    days,
    on,
    rules: next.turns.map(({ rule }) => rule),
    subject: subject(oneLine(agency.name), validUntil),
    message: { vi: told('vi'), en: told('en') },
  }
}

const asksForWork = (to: Outcome): boolean => to === 'fail' || to === 'missingEvidence'

/** An agency writes its own name, and may not write more of the notice than that. */
const oneLine = (name: string): string => printable(name).replace(/\s+/gu, ' ').trim()

function subject(agency: string, validUntil: string): Localized {
  const said = (lang: Language) => fill(NOTICE_WORDS.subject[lang], { agency, validUntil }, lang)
  return { vi: said('vi'), en: said('en') }
}

function lines(
  verdict: Verdict,
  next: TimelineEntry,
  { ruleSet, lang, left }: { ruleSet: RuleSet; lang: Language; left: number },
): string {
  const say = (words: Localized, values: Record<string, unknown> = {}) => fill(words[lang], values, lang)
  const renderer = new Renderer(ruleSet, lang)
  const shown = next.turns.slice(0, MOST_SHOWN).flatMap(({ rule, from, to }) => {
    const turn = `- ${renderer.title(rule)}: ${OUTCOME_WORDS[from].label[lang]} → ${OUTCOME_WORDS[to].label[lang]}.`
    const remedy = asksForWork(to) ? renderer.remedy(rule) : ''
    return remedy === '' ? [turn] : [turn, `  ${say(NOTICE_WORDS.remedy)}: ${remedy}`]
  })
  const count = { shown: MOST_SHOWN, total: next.turns.length }
  const status = { from: STATUS_WORDS[verdict.status].label[lang], to: STATUS_WORDS[next.status].label[lang] }
  return [
    say(NOTICE_WORDS.greeting, { agency: oneLine(verdict.agency.name), code: verdict.agency.code }),
    say(NOTICE_WORDS.lapses, { asOf: verdict.asOf, validUntil: verdict.validUntil, left }),
    say(NOTICE_WORDS.turns, { on: next.on }),
    ...shown,
    ...(next.turns.length > MOST_SHOWN ? [say(NOTICE_WORDS.capped, count)] : []),
    ...(status.from === status.to ? [] : [say(NOTICE_WORDS.status, status)]),
    ...(next.turns.some(({ to }) => asksForWork(to)) ? [say(NOTICE_WORDS.todo, { on: next.on })] : []),
    DISCLAIMER[lang],
  ].join('\n')
}

/** Sentences of the notice that a verdict will change. */
const NOTICE_WORDS = {
  subject: NOTICES_TEXTS.preScreeningVerdictStays,
  greeting: NOTICES_TEXTS.code,
  lapses: NOTICES_TEXTS.preScreeningVerdictOn,
  turns: NOTICES_TEXTS.fromChangesAsFollows,
  remedy: NOTICES_TEXTS.doOrCorrect,
  capped: NOTICES_TEXTS.pointsShown,
  status: NOTICES_TEXTS.overall,
  todo: NOTICES_TEXTS.pleaseDoWhatSaid,
} as const satisfies Record<string, Localized>

/**
 * Puts notices into the store of verdicts under `outbox/`, one text each, for whatever sends letters or mail; the same
 * notice twice is one text. The log tells their ids.
 */
export function outbox(store: Store, log: Log): Notifier {
  return {
    async publish(notice) {
      const { subject, message, validUntil, days } = notice
      const agency = agencyPrefix(notice.agency.code).slice(AGENCIES.length)
      const key = `outbox/${agency}${validUntil}-${days}.txt`
      const text = `${subject.vi}\n\n${message.vi}\n\n----\n\n${subject.en}\n\n${message.en}\n`
      const stored = await store.putIfAbsent(key, new TextEncoder().encode(text), 'text/plain; charset=utf-8')
      log('info', 'notice', { id: notice.id, key, stored })
    },
  }
}
