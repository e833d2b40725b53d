import { toDay } from '../base/day.ts'
import type { AgencyIndex } from './agency-index.ts'
import { allAgencies } from './agency-index.ts'
import { atOnce } from './at-once.ts'
import { putDocument, readVerdictDocument } from './documents.ts'
import { noticeKey } from './keys.ts'
import { lapseNotice } from './lapse-notice.ts'
import { type LapseNotice, NOTICE_DAYS, type NoticeDays, type Notifier, type ServiceTools } from './ports.ts'
import type { NoticeRun } from './service.ts'
import { latestEntry } from './verdicts.ts'

/** Enough for a whole country in minutes, and few enough for any store. */
const AT_ONCE = 16

/** See {@link Service.lapseNotices}. */
export async function lapseNotices(today: string, notifier: Notifier, tools: ServiceTools): Promise<NoticeRun> {
  const sent: LapseNotice[] = []
  const failed: NoticeRun['failed'] = []
  await atOnce(allAgencies(tools.verdicts), AT_ONCE, async (index) => {
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
  const entry = await latestEntry(index, verdicts)
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
