import type { Prescreen } from '../../../cohort/prescreen.ts'
import { STATUSES } from '../../../cohort/prescreen.ts'
import { STATUS_WORDS } from '../../../report/words/verdict.ts'
import type { AuthorityPageCall } from '../../page.ts'
import { DESK_WORDS as WORDS } from '../words.ts'
import { type Selection, statusCounts, withParts } from './selection.ts'

interface ChipsProps {
  call: AuthorityPageCall
  document: Prescreen
  selection: Selection
}

/** How many agencies came to which result, each leading to those; the one that is shown leads back to all. */
export function StatusChips({ call: { lang, context }, document, selection }: ChipsProps) {
  const counts = statusCounts(document, selection)
  const { path } = context.req
  return (
    <nav aria-label={WORDS.counts[lang]}>
      <ul class="chips">
        {[...STATUSES, 'none' as const]
          .filter((id) => counts.has(id))
          .map((id) => {
            const chosen = selection.status === id
            return (
              <li>
                <a
                  class={id}
                  href={withParts(path, selection, { status: chosen ? '' : id })}
                  aria-current={chosen ? 'true' : undefined}
                >
                  <strong>{counts.get(id)}</strong>{' '}
                  {id === 'none' ? WORDS.noBundle[lang] : STATUS_WORDS[id].label[lang]}
                </a>
              </li>
            )
          })}
      </ul>
    </nav>
  )
}
