import type { Language, Localized } from '../../../base/localized.ts'
import { CHANGES, STATUSES } from '../../../cohort/prescreen.ts'
import { CHANGE_WORDS } from '../../../report/cohort/words/ids.ts'
import { STATUS_WORDS } from '../../../report/words/verdict.ts'
import type { AuthorityPageCall } from '../../page.ts'
import { DESK_WORDS as WORDS } from '../words.ts'
import type { ORDERS, Selection } from './selection.ts'

const ORDER_WORDS: Readonly<Record<(typeof ORDERS)[number], Localized>> = {
  register: WORDS.byRegister,
  code: WORDS.byCode,
  name: WORDS.byName,
  score: WORDS.byScore,
  until: WORDS.byUntil,
  '-blocking': WORDS.byBlocking,
  '-missing': WORDS.byMissing,
}

interface FiltersProps {
  call: AuthorityPageCall
  selection: Selection
  /** Blocks that the document has, with their labels. */
  blocks: readonly (readonly [string, Localized])[]
}

/** By what the list of agencies is narrowed: a form of its own, which works without a script. */
export function Filters({ call: { lang, context }, selection, blocks }: FiltersProps) {
  const statuses = STATUSES.map((id) => [id, STATUS_WORDS[id].label] as const)
  const orders = Object.entries(ORDER_WORDS)
  return (
    <form class="search" method="get" action={context.req.path}>
      <div class="field">
        <label for="q">{WORDS.search[lang]}</label>
        <input id="q" name="q" type="search" value={selection.q} />
      </div>
      <details open={isNarrowed(selection)}>
        <summary>{WORDS.more[lang]}</summary>
        <div class="choices">
          <Choice id="block" label={WORDS.block[lang]} options={blocks} chosen={selection.block} lang={lang} />
          <Choice
            id="status"
            label={WORDS.status[lang]}
            options={[...statuses, ['none', WORDS.noBundle]]}
            chosen={selection.status}
            lang={lang}
          />
          <Choice
            id="change"
            label={WORDS.change[lang]}
            options={CHANGES.map((id) => [id, CHANGE_WORDS[id]])}
            chosen={selection.change}
            lang={lang}
          />
          <Choice
            id="visit"
            label={WORDS.visit[lang]}
            options={[
              ['onSite', WORDS.onSite],
              ['dossier', WORDS.dossier],
              ['none', WORDS.notPlanned],
            ]}
            chosen={selection.visit}
            lang={lang}
          />
          <Choice id="sort" label={WORDS.sort[lang]} options={orders} chosen={selection.sort} lang={lang} all={false} />
        </div>
      </details>
      <p class="ways">
        <button type="submit">{WORDS.filter[lang]}</button>
        <a href={context.req.path}>{WORDS.clear[lang]}</a>
      </p>
    </form>
  )
}

/** Whether the list is narrowed or sorted by more than its search and status. */
const isNarrowed = ({ block, change, visit }: Selection) => `${block}${change}${visit}` !== ''

interface ChoiceProps {
  id: string
  label: string
  options: readonly (readonly [string, Localized])[]
  chosen: string
  lang: Language
  /** Whether nothing chosen means all. */
  all?: boolean
}

function Choice({ id, label, options, chosen, lang, all = true }: ChoiceProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} name={id}>
        {all && <option value="">{WORDS.any[lang]}</option>}
        {options.map(([value, words]) => (
          <option value={value} selected={value === chosen}>
            {words[lang]}
          </option>
        ))}
      </select>
    </div>
  )
}
