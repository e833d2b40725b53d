import { setImmediate } from 'node:timers/promises'
import { zipSync } from 'fflate'
import { mapConcurrent } from '../../core/async.ts'
import type { Localized } from '../../core/errors.ts'
import { lettersPath, yearPath } from '../../core/paths.ts'
import type { PrescreenAgency } from '../../province/prescreen.ts'
import { type LetterInput, letterDocument } from '../../render/province/letter.ts'
import { isLetter, letterKind } from '../../render/province/letter-points.ts'
import { BEFORE_SIGNING, NO_LETTER_WORDS } from '../../render/province/letter-words.ts'
import { fill } from '../../render/renderer.ts'
import { picturesOfBundle } from '../../service/documents.ts'
import { publishedVerdict, type ReadPrescreen } from '../../service/published.ts'
import { listed, show } from '../layout.tsx'
import { Problem } from '../problems.ts'
import type { AuthorityPageCall } from '../route.ts'
import { download } from './downloads.ts'
import { DESK_WORDS, NO_DRAFT, LETTER_UNPUBLISHED as UNPUBLISHED, LETTERS_WORDS as WORDS } from './words.ts'
import { prescreenOf } from './year.ts'

/** Verdicts read at once. */
const VERDICTS_AT_ONCE = 4

/** The agencies of a year, each with its draft letter or why it gets none. */
export async function lettersPage(call: AuthorityPageCall): Promise<Response> {
  const { lang } = call
  const prescreen = await prescreenOf(call)
  const { document } = prescreen
  const drafts = new Map<string, Awaited<ReturnType<typeof draftOf>>>()
  // All at once, many would be there together, and nobody answered while they are looked through.
  await mapConcurrent(document.agencies, VERDICTS_AT_ONCE, async (agency) => {
    // Of an agency without a dossier nothing is read, and nobody else would have a turn.
    if (drafts.size % 20 === 0) await setImmediate()
    drafts.set(agency.code, await draftOf(call, prescreen, agency))
  })
  const rows = await listed(document.agencies, ({ code, name }) => {
    const draft = drafts.get(code)
    return (
      <tr>
        <td data-label={DESK_WORDS.code[lang]}>{code}</td>
        <th scope="row" data-label={DESK_WORDS.name[lang]}>
          {name}
        </th>
        <td data-label={WORDS.letter[lang]}>
          {draft === undefined || 'why' in draft ? (
            <span class="muted">{(draft?.why ?? UNPUBLISHED)[lang]}</span>
          ) : (
            <a
              href={`${lettersPath(document.year)}/${encodeURIComponent(code)}`}
              aria-label={`${WORDS.draft[lang]}: ${name}`}
            >
              {WORDS.draft[lang]}
            </a>
          )}
        </td>
      </tr>
    )
  })
  return show(
    call,
    {
      title: fill(WORDS.title[lang], { year: String(document.year) }, lang),
      above: <a href={yearPath(document.year)}>{DESK_WORDS.agencies[lang]}</a>,
      wide: true,
    },
    <>
      <p class="lead">{WORDS.lead[lang]}</p>
      <p>{BEFORE_SIGNING[lang]}</p>
      <p class="ways">
        <a class="button" href={`${lettersPath(document.year)}.zip`}>
          {WORDS.all[lang]}
        </a>
      </p>
      <table class="stack">
        <thead>
          <tr>
            {[DESK_WORDS.code, DESK_WORDS.name, WORDS.letter].map((words) => (
              <th scope="col">{words[lang]}</th>
            ))}
          </tr>
        </thead>
        <tbody>{rows}</tbody>
      </table>
    </>,
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

/** All draft letters of a year in one ZIP. */
export async function allLetters(call: AuthorityPageCall): Promise<Response> {
  const prescreen = await prescreenOf(call)
  const { document } = prescreen
  const files: Record<string, Uint8Array> = {}
  for (const agency of document.agencies) {
    await setImmediate()
    const draft = await draftOf(call, prescreen, agency)
    if ('why' in draft) continue
    const { name, bytes } = await draftFile(draft.input, call)
    files[name] = bytes
  }
  // Word files are packed already.
  const zip = zipSync(files, { level: 0, mtime: `${document.asOf}T00:00:00` })
  return download(call.context, zip, 'application/zip', `van-ban-${document.year}.zip`)
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
