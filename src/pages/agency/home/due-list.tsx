import type { Language } from '../../../base/localized.ts'
import type { Deadline } from '../../../report/ics/dates.ts'
import { fill } from '../../../report/render.ts'
import { showDate } from '../../../report/values.ts'
import { CALENDAR_PATH } from '../paths.ts'
import { HOME_WORDS } from './words.ts'

/** As many as a person takes in at a glance; the calendar holds all. */
const SHOWN = 8

/**
 * The days an agency must not miss, the nearest first.
 * @param today `YYYY-MM-DD`; what lies before it is marked
 */
export function DueList({ deadlines, today, lang }: { deadlines: readonly Deadline[]; today: string; lang: Language }) {
  if (deadlines.length === 0) return <p>{HOME_WORDS.noDue[lang]}</p>
  const shown = deadlines.slice(0, SHOWN)
  const more = { shown: shown.length, total: deadlines.length }
  return (
    <>
      <ul class="due">
        {shown.map(({ on, summary }) => (
          <li class={on < today ? 'over' : undefined}>
            <time datetime={on}>{showDate(on, lang)}</time>
            <span>
              {summary}
              {on < today && <strong> ({HOME_WORDS.overdue[lang]})</strong>}
            </span>
          </li>
        ))}
      </ul>
      {deadlines.length > SHOWN && <p class="small muted">{fill(HOME_WORDS.moreDue[lang], more, lang)}</p>}
      <p>
        <a href={CALENDAR_PATH}>{HOME_WORDS.calendar[lang]}</a>
      </p>
    </>
  )
}
