import type { Language } from '../../../base/localized.ts'
import { fill } from '../../../report/render.ts'
import type { RefusalEntry } from '../../../service/entry.ts'
import { instantText } from '../instant-text.ts'
import { uploadPath } from '../paths.ts'
import { HOME_WORDS } from './words.ts'

/** As many as one looks through. */
const SHOWN = 10

/** Bundles that could not be taken in, the last one first, each with the way to its reasons; nothing where there is none. */
export function RefusedList({ refused, lang }: { refused: readonly RefusalEntry[]; lang: Language }) {
  if (refused.length === 0) return null
  const shown = refused.toReversed().slice(0, SHOWN)
  const more = { shown: shown.length, total: refused.length }
  return (
    <>
      <h2>{HOME_WORDS.refused[lang]}</h2>
      <ul>
        {shown.map(({ uploadId, uploadedOn }) => (
          <li>
            <a href={uploadPath(uploadId)}>
              {fill(HOME_WORDS.refusedOn[lang], { time: instantText(uploadedOn, lang) }, lang)}
            </a>
          </li>
        ))}
      </ul>
      {refused.length > SHOWN && <p class="small muted">{fill(HOME_WORDS.moreRefused[lang], more, lang)}</p>}
    </>
  )
}

/** Says that what was handed in last was not taken in, and that an earlier result stands. */
export function LastRefused({ last, lang }: { last: RefusalEntry; lang: Language }) {
  return (
    <div class="fault">
      <p>{fill(HOME_WORDS.lastRefused[lang], { time: instantText(last.uploadedOn, lang) }, lang)}</p>
      <p>
        <a href={uploadPath(last.uploadId)}>{HOME_WORDS.why[lang]}</a>
      </p>
    </div>
  )
}
