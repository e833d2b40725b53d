import type { Localized } from '../../core/errors.ts'
import { lettersPath, yearPath } from '../../core/paths.ts'
import type { PrescreenAgency } from '../../province/prescreen.ts'
import { BEFORE_SIGNING, NO_LETTER_WORDS, type NoLetter } from '../../render/province/letter-words.ts'
import { fill } from '../../render/renderer.ts'
import {
  draftLetter,
  isWritten,
  type LetterStatus,
  type LetterSummary,
  letterSummaries,
} from '../../service/paper-work.ts'
import type { ReadPrescreen } from '../../service/published.ts'
import { LETTER_TEXTS } from '../../service/words.ts'
import { listed, show } from '../layout.tsx'
import { Problem } from '../problems.ts'
import type { AuthorityPageCall } from '../route.ts'
import { TOKEN_FIELD } from '../sign-in/session.ts'
import { Pages } from './agency-list.tsx'
import { download } from './downloads.ts'
import { pageOf, type Selection, selected, selectionOf, withParts } from './selection.ts'
import { DESK_WORDS, LETTER_STATUS_WORDS, NO_DRAFT, LETTERS_WORDS as WORDS } from './words.ts'
import { askedId, prescreenOf, standingDocument } from './year.ts'

/** The letters of a year by what they say, counted, and made for those that an address chooses. */
export async function lettersPage(call: AuthorityPageCall): Promise<Response> {
  const { lang, context } = call
  const prescreen = await prescreenOf(call)
  const { year } = prescreen.document
  const { letters, chosen, selection, kind, codes } = await chosenLetters(call, prescreen)
  const page = pageOf(chosen, context.req.query('page'))
  const more = partsOf(kind, codes)
  const rows = await listed(page.items, (agency) => (
    <LetterRow call={call} year={year} agency={agency} letter={letters.get(agency.code)} />
  ))
  const written = writtenAmong({ letters, chosen }).length
  return show(
    call,
    {
      title: fill(WORDS.title[lang], { year: String(year) }, lang),
      above: <a href={yearPath(year)}>{DESK_WORDS.agencies[lang]}</a>,
      wide: true,
    },
    <>
      <p class="lead">{WORDS.lead[lang]}</p>
      <p>{BEFORE_SIGNING[lang]}</p>
      <KindChips call={call} letters={letters} chosen={kind} />
      <AskLetters call={call} year={year} written={written} query={queryOf(selection, more)} />
      <p class="muted" role="status" id="agencies">
        {fill(WORDS.shown[lang], { n: chosen.length, total: prescreen.document.agencies.length, written }, lang)}
        {(more !== '' || withParts('', selection, {}) !== '') && (
          <>
            {' '}
            <a href={lettersPath(year)}>{WORDS.all[lang]}</a>
          </>
        )}
      </p>
      <table class="stack">
        <thead>
          <tr>
            {[DESK_WORDS.code, DESK_WORDS.name, WORDS.kind, WORDS.one, WORDS.two, WORDS.three, WORDS.letter].map(
              (words) => (
                <th scope="col">{words[lang]}</th>
              ),
            )}
          </tr>
        </thead>
        <tbody>{rows}</tbody>
      </table>
      <Pages call={call} selection={selection} page={page} more={more} />
    </>,
  )
}

/** Codes of those among chosen agencies that get a letter. */
export function writtenAmong({
  letters,
  chosen,
}: Pick<Awaited<ReturnType<typeof chosenLetters>>, 'letters' | 'chosen'>) {
  return chosen.map(({ code }) => code).filter((code) => isWritten(letters.get(code) ?? NO_SUMMARY))
}

const NO_SUMMARY: LetterSummary = { kind: 'unpublished', points: [0, 0, 0] }

/** What an address chooses of the letters: as the list of agencies does, by kind, or agency by agency. */
export async function chosenLetters(call: AuthorityPageCall, prescreen: ReadPrescreen) {
  const { context, tools, province } = call
  const letters = await letterSummaries(province, prescreen, tools.judge.ruleSet, tools.desk, tools.signer)
  const selection = selectionOf((name) => context.req.query(name))
  const kind = context.req.query('kind') ?? ''
  const codes = (context.req.queries('code') ?? []).slice(0, MOST_CHOSEN)
  const own = new Set(codes)
  const document = await standingDocument(call, prescreen.document)
  const chosen = selected(document, selection).filter(
    ({ code }) => (own.size === 0 || own.has(code)) && (kind === '' || letters.get(code)?.kind === kind),
  )
  return { letters, chosen, selection, kind, codes }
}

/** Agencies that are chosen one by one: a page of the list, and some more. */
const MOST_CHOSEN = 200

const partsOf = (kind: string, codes: readonly string[]): string =>
  new URLSearchParams([...(kind === '' ? [] : [['kind', kind]]), ...codes.map((code) => ['code', code])]).toString()

const queryOf = (selection: Selection, more: string): string =>
  [withParts('', selection, {}).slice(1), more].filter(Boolean).join('&')

interface LetterRowProps {
  call: AuthorityPageCall
  year: number
  agency: PrescreenAgency
  letter: LetterSummary | undefined
}

function LetterRow({ call: { lang }, year, agency: { code, name }, letter = NO_SUMMARY }: LetterRowProps) {
  const { kind, points } = letter
  const isDraft = isWritten(letter)
  const parts = [WORDS.one, WORDS.two, WORDS.three]
  return (
    <tr>
      <td data-label={DESK_WORDS.code[lang]}>{code}</td>
      <th scope="row" data-label={DESK_WORDS.name[lang]}>
        {name}
      </th>
      <td data-label={WORDS.kind[lang]}>{isDraft ? LETTER_STATUS_WORDS[kind][lang] : whyNone(kind)[lang]}</td>
      {parts.map((words, at) => (
        <td data-label={words[lang]} class="n">
          {isDraft && (points[at] ?? 0) > 0 && points[at]}
        </td>
      ))}
      <td data-label={WORDS.letter[lang]}>
        {isDraft && (
          <a href={`${lettersPath(year)}/${encodeURIComponent(code)}`} aria-label={`${WORDS.draft[lang]}: ${name}`}>
            {WORDS.draft[lang]}
          </a>
        )}
      </td>
    </tr>
  )
}

const whyNone = (kind: LetterStatus): Localized =>
  kind === 'unpublished'
    ? LETTER_TEXTS.unpublished
    : kind in NO_LETTER_WORDS
      ? NO_LETTER_WORDS[kind as NoLetter]
      : LETTER_TEXTS.unpublished

/** How many letters there are of each kind, and how many agencies get none and why; each leads to those. */
function KindChips({
  call: { lang, context },
  letters,
  chosen,
}: {
  call: AuthorityPageCall
  letters: ReadonlyMap<string, LetterSummary>
  chosen: string
}) {
  const counts = new Map<LetterStatus, number>()
  for (const { kind } of letters.values()) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  const { path } = context.req
  return (
    <nav aria-label={WORDS.kinds[lang]}>
      <ul class="chips">
        {[...counts]
          .sort(([one], [other]) => ORDER.indexOf(one) - ORDER.indexOf(other))
          .map(([kind, n]) => (
            <li>
              <a
                href={kind === chosen ? path : `${path}?kind=${kind}`}
                aria-current={kind === chosen ? 'true' : undefined}
              >
                <strong>{n}</strong> {LETTER_STATUS_WORDS[kind][lang]}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  )
}

const ORDER = Object.keys(LETTER_STATUS_WORDS)

/** The button by which the letters that are shown are made. */
function AskLetters({
  call,
  year,
  written,
  query,
}: {
  call: AuthorityPageCall
  year: number
  written: number
  query: string
}) {
  const { csrf, lang } = call
  if (written === 0) return null
  return (
    <form method="post" action={`${lettersPath(year)}${query === '' ? '' : `?${query}`}`}>
      <input type="hidden" name={TOKEN_FIELD} value={csrf} />
      {/* Sent twice, by a double click or by going back, the form asks once. */}
      <input type="hidden" name="version" value={askedId(call)} />
      <p class="ways">
        <button type="submit">{fill(WORDS.these[lang], { n: written }, lang)}</button>
      </p>
    </form>
  )
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/**
 * The draft letter to one agency.
 * @throws Problem when it gets none
 */
export async function letterFile(call: AuthorityPageCall): Promise<Response> {
  const { context, tools, province } = call
  const prescreen = await prescreenOf(call)
  const { document } = prescreen
  const agency = document.agencies.find(({ code }) => code === context.req.param('code'))
  const by = { store: tools.desk, signer: tools.signer, ruleSet: tools.judge.ruleSet.source }
  const draft = agency
    ? await draftLetter(province, prescreen, agency, { ...by, authority: tools.authority ?? {} })
    : { why: LETTER_TEXTS.unpublished }
  if ('why' in draft)
    throw new Problem({ status: 404, title: NO_DRAFT }, draft.why, {
      ways: [{ href: lettersPath(document.year), label: DESK_WORDS.letters }],
    })
  return download(context, draft.bytes, DOCX, draft.name)
}
