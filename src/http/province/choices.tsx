import type { Child } from 'hono/jsx'
import type { Language, Localized } from '../../core/errors.ts'
import { CHANGES, type Prescreen, REASONS, RESULTS } from '../../province/prescreen.ts'
import { CHANGE_WORDS, REASON_WORDS, resultLabel } from '../../render/province/prescreen-words.ts'
import { Problem } from '../problems.ts'
import type { AuthorityPageCall } from '../route.ts'
import { TOKEN_FIELD } from '../sign-in/session.ts'
import { PICTURE_WORDS } from './list-words.ts'
import { EVIDENCE_BANDS, type ORDERS, type Selection, statusCounts, withParts } from './selection.ts'
import { DESK_WORDS as WORDS } from './words.ts'

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
        {RESULTS.filter((id) => counts.has(id)).map((id) => {
          const chosen = selection.status === id
          return (
            <li>
              <a
                class={id}
                href={withParts(path, selection, { status: chosen ? '' : id })}
                aria-current={chosen ? 'true' : undefined}
              >
                <strong>{counts.get(id)}</strong> {resultLabel(id, lang)}
              </a>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

const ORDER_WORDS: Readonly<Record<(typeof ORDERS)[number], Localized>> = {
  register: WORDS.byRegister,
  code: WORDS.byCode,
  name: WORDS.byName,
  score: WORDS.byScore,
  backed: WORDS.byBacked,
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
  const results = RESULTS.map((id) => [id, { vi: resultLabel(id, 'vi'), en: resultLabel(id, 'en') }] as const)
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
          <Choice id="status" label={WORDS.status[lang]} options={results} chosen={selection.status} lang={lang} />
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
          <Choice
            id="evidence"
            label={PICTURE_WORDS.evidence[lang]}
            options={EVIDENCE_BANDS.map((band) => [band, PICTURE_WORDS[`band-${band}`]])}
            chosen={selection.evidence}
            lang={lang}
          />
          <Choice
            id="declared"
            label={WORDS.declaredAs[lang]}
            options={[
              ['yes', WORDS.isDeclared],
              ['no', WORDS.notDeclared],
            ]}
            chosen={selection.declared}
            lang={lang}
          />
          <Choice
            id="reason"
            label={WORDS.reason[lang]}
            options={REASONS.map((id) => [id, REASON_WORDS[id]])}
            chosen={selection.reason}
            lang={lang}
          />
          <Choice id="sort" label={WORDS.sort[lang]} options={orders} chosen={selection.sort} lang={lang} all={false} />
        </div>
      </details>
      {/* What only the picture narrows by stays. */}
      {(['until', 'month'] as const).map(
        (part) => selection[part] !== '' && <input type="hidden" name={part} value={selection[part]} />,
      )}
      <p class="ways">
        <button type="submit">{WORDS.filter[lang]}</button>
        <a href={context.req.path}>{WORDS.clear[lang]}</a>
      </p>
    </form>
  )
}

/** Whether the list is narrowed or sorted by more than its search and status. */
const isNarrowed = ({ block, change, visit, evidence, declared, reason }: Selection) =>
  [block, change, visit, evidence, declared, reason].some((part) => part !== '')

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

interface FileFormProps {
  call: AuthorityPageCall
  /** Where it is sent to. */
  action: string
  words: Readonly<Record<'lead' | 'run', Localized>>
  /** The file that is asked for: the name of its field, its label, and what may be chosen. */
  file: { name: string; label: Localized; accept: string }
  /** The programme that is offered; absent: the service's. */
  profileId?: string | undefined
  /** Further fields, between the file and the programme. */
  children?: Child
}

/** A form by which the authority sends a file, to be judged by a programme. */
export function FileForm({ call, action, words, file, profileId, children }: FileFormProps) {
  const { lang, csrf } = call
  return (
    <>
      <p class="lead">{words.lead[lang]}</p>
      <form method="post" action={action} enctype="multipart/form-data">
        <input type="hidden" name={TOKEN_FIELD} value={csrf} />
        <div class="field">
          <label for={file.name}>{file.label[lang]}</label>
          <input id={file.name} name={file.name} type="file" accept={file.accept} required />
        </div>
        {children}
        <ProfileChoice call={call} profileId={profileId} />
        <p class="ways">
          <button type="submit">{words.run[lang]}</button>
        </p>
      </form>
    </>
  )
}

/** Why what was sent by such a form cannot be used; the way back leads to the form. */
export function badFile(
  { bad, again }: Readonly<Record<'bad' | 'again', Localized>>,
  action: string,
  detail: Localized,
  cause?: unknown,
): Problem {
  return new Problem({ status: 422, title: bad }, detail, { ways: [{ href: action, label: again }], cause })
}

interface ProfileChoiceProps {
  call: AuthorityPageCall
  profileId?: string | undefined
}

/** Which programme to judge by: that of last time, or of the service, unless another is chosen. */
export function ProfileChoice({ call: { lang, tools }, profileId = tools.judge.profileId }: ProfileChoiceProps) {
  return (
    <div class="field">
      <label for="profile">{WORDS.profile[lang]}</label>
      <select id="profile" name="profile">
        {tools.judge.ruleSet.source.profiles.map(({ id, title }) => (
          <option value={id} selected={id === profileId}>
            {title[lang]}
          </option>
        ))}
      </select>
    </div>
  )
}
