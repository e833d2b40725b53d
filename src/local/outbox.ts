import { AGENCIES, agencyPrefix } from '../service/keys.ts'
import type { Notifier } from '../service/ports.ts'
import type { Store } from '../store/store.ts'
import type { Log } from './log.ts'

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
