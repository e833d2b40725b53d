import { setImmediate } from 'node:timers/promises'
import { zipSync } from 'fflate'
import type { Localized } from '../../core/errors.ts'
import { lettersPath, yearPath } from '../../core/paths.ts'
import type { PrescreenAgency } from '../../province/prescreen.ts'
import { type LetterInput, letterDocument } from '../../render/province/letter.ts'
import { isLetter, letterKind } from '../../render/province/letter-points.ts'
import { BEFORE_SIGNING, NO_LETTER_WORDS, type NoLetter } from '../../render/province/letter-words.ts'
import { fill } from '../../render/renderer.ts'
import { picturesOfBundle } from '../../service/documents.ts'
import { isWritten, type LetterStatus, type LetterSummary, letterSummaries } from '../../service/letter-summaries.ts'
import { publishedVerdict, type ReadPrescreen } from '../../service/published.ts'
import { listed, show } from '../layout.tsx'
import { Problem } from '../problems.ts'
import type { AuthorityPageCall } from '../route.ts'
import { Pages } from './agency-list.tsx'
import { download } from './downloads.ts'
import { pageOf, type Selection, selected, selectionOf, withParts } from './selection.ts'
import {
  DESK_WORDS,
  LETTER_STATUS_WORDS,
  NO_DRAFT,
  LETTER_UNPUBLISHED as UNPUBLISHED,
  LETTERS_WORDS as WORDS,
} from './words.ts'
import { prescreenOf, standingDocument } from './year.ts'

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
  const written = chosen.filter(({ code }) => isWritten(letters.get(code) ?? NO_SUMMARY)).length
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
      <Downloads call={call} year={year} written={written} query={queryOf(selection, more)} />
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

const NO_SUMMARY: LetterSummary = { kind: 'unpublished', points: [0, 0, 0] }

/** What an address chooses of the letters: as the list of agencies does, by kind, or agency by agency. */
async function chosenLetters(call: AuthorityPageCall, prescreen: ReadPrescreen) {
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
  kind === 'unpublished' ? UNPUBLISHED : kind in NO_LETTER_WORDS ? NO_LETTER_WORDS[kind as NoLetter] : UNPUBLISHED

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

/** Letters in one ZIP: some megabytes, made in some seconds. */
const IN_ONE = 200

/** The letters that are shown, in files of at most so many. */
function Downloads({
  call: { lang },
  year,
  written,
  query,
}: {
  call: AuthorityPageCall
  year: number
  written: number
  query: string
}) {
  const files = Array.from({ length: Math.ceil(written / IN_ONE) }, (_, at) => at + 1)
  const to = (part: number) => {
    const parts = [query, ...(part > 1 ? [`part=${part}`] : [])].filter(Boolean).join('&')
    return `${lettersPath(year)}.zip${parts === '' ? '' : `?${parts}`}`
  }
  return (
    <p class="ways">
      {files.map((part) => (
        <a class="button" href={to(part)}>
          {files.length === 1
            ? fill(WORDS.these[lang], { n: written }, lang)
            : fill(WORDS.part[lang], { from: (part - 1) * IN_ONE + 1, to: Math.min(written, part * IN_ONE) }, lang)}
        </a>
      ))}
    </p>
  )
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/**
 * The draft letter to one agency.
 * @throws Problem when it gets none
 */
export async function letterFile(call: AuthorityPageCall): Promise<Response> {
  const { context } = call
  const prescreen = await prescreenOf(call)
  const { document } = prescreen
  const agency = document.agencies.find(({ code }) => code === context.req.param('code'))
  const draft = agency ? await draftOf(call, prescreen, agency) : { why: UNPUBLISHED }
  if ('why' in draft)
    throw new Problem({ status: 404, title: NO_DRAFT }, draft.why, {
      ways: [{ href: lettersPath(document.year), label: DESK_WORDS.letters }],
    })
  const { name, bytes } = await draftFile(draft.input, call)
  return download(context, bytes, DOCX, name)
}

/** The draft letters that an address chooses, in one ZIP. */
export async function allLetters(call: AuthorityPageCall): Promise<Response> {
  const prescreen = await prescreenOf(call)
  const { document } = prescreen
  const { letters, chosen } = await chosenLetters(call, prescreen)
  const part = Math.max(1, Number(/^\d{1,4}$/.exec(call.context.req.query('part') ?? '')?.[0] ?? 1))
  const written = chosen.filter(({ code }) => isWritten(letters.get(code) ?? NO_SUMMARY))
  const files: Record<string, Uint8Array> = {}
  for (const agency of written.slice((part - 1) * IN_ONE, part * IN_ONE)) {
    await setImmediate()
    const draft = await draftOf(call, prescreen, agency)
    if ('why' in draft) continue
    const { name, bytes } = await draftFile(draft.input, call)
    files[name] = bytes
  }
  // Word files are packed already.
  const zip = zipSync(files, { level: 0, mtime: `${document.asOf}T00:00:00` })
  const suffix = part > 1 ? `-${part}` : ''
  return download(call.context, zip, 'application/zip', `van-ban-${document.year}${suffix}.zip`)
}

/** What the draft letter to an agency is written from, or why it gets none. */
async function draftOf(
  { tools, province }: AuthorityPageCall,
  prescreen: ReadPrescreen,
  agency: PrescreenAgency,
): Promise<{ input: LetterInput } | { why: Localized }> {
  const { document } = prescreen
  const verdict = await publishedVerdict(province, prescreen, agency.code, tools.desk, tools.signer)
  if (agency.bundle !== null && verdict === undefined) return { why: UNPUBLISHED }
  const ruleSet = tools.judge.ruleSet.source
  const kind = letterKind(agency, verdict, document.problems, ruleSet)
  if (!isLetter(kind)) return { why: NO_LETTER_WORDS[kind] }
  const { year, asOf } = document
  return { input: { kind, agency, verdict, year, asOf, authority: tools.authority ?? {}, ruleSet } }
}

/** The bytes of a draft (DOCX) with the pictures of what is to be compared, and the name it is saved under. */
async function draftFile(
  input: LetterInput,
  { tools }: AuthorityPageCall,
): Promise<{ name: string; bytes: Uint8Array }> {
  const { agency, verdict } = input
  const isOpen = verdict?.findings.some(({ outcome }) => outcome === 'needsReview')
  const pictures = verdict && isOpen ? await picturesOfBundle(verdict, tools.desk) : undefined
  return { name: `${agency.code}.docx`, bytes: await letterDocument({ ...input, pictures }) }
}
