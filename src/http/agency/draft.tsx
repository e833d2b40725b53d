import type * as z from 'zod'
import { MANIFEST_PATH, uploadPath } from '../../core/paths.ts'
import { fill } from '../../render/renderer.ts'
import { draftBytes, draftForm, draftRead, draftSend, paperKey, paperState, papersAsked } from '../../service/drafts.ts'
import type { UploadForm } from '../../service/store.ts'
import { checkUploadQuota } from '../api/uploads.ts'
import { show } from '../layout.tsx'
import { Problem } from '../problems.ts'
import type { AgencyPageCall } from '../route.ts'
import { ownSession } from '../sign-in/session.ts'
import { sectionTitles } from './form-plan.ts'
import { dayOf, instantText, DRAFT_WORDS as WORDS } from './words.ts'

/** What the pages ask of an agency's draft: its papers, its form as it stands, and sending both. */

const PAPER_TYPE = 'application/octet-stream'

/** How many bundles' worth of papers and forms an agency may have here that are not handed in. */
const DRAFT_BUNDLES = 4

/** How long a browser is kept waiting before it is told how far reading is; behind a gateway 30 seconds are the end. */
const WAIT_MS = 5_000

/** What was sent, as a schema has it. @throws Problem when it is not so */
async function sent<T>({ context }: Pick<AgencyPageCall, 'context'>, schema: z.ZodType<T>): Promise<T> {
  const parsed = schema.safeParse(await context.req.json().catch(() => undefined))
  if (parsed.success) return parsed.data
  throw new Problem({ status: 422, title: WORDS.notUnderstood }, WORDS.notUnderstoodText, { cause: parsed.error })
}

/** One paper as the browser is told of it: there already, not to be sent, or with a form to send it by. */
type AskedPaper = { sha256: string } & ({ state: 'there' | 'stamped' } | { state: 'wanted'; form: UploadForm })

/** Tells which papers the service has not, each with a form for exactly its bytes. @throws Problem when there is no room */
export async function askForPapers(call: AgencyPageCall): Promise<Response> {
  const { context, tools, agency } = call
  const { bundles } = tools.authorityFiles
  const { papers } = await sent(call, papersAsked)
  const { maxUploadBytes: maxBytes, uploadSeconds: validSeconds } = tools.settings
  const states = await Promise.all(papers.map((paper) => paperState(agency, paper, bundles)))
  const wanted = papers.filter((_, at) => states[at] === 'wanted').reduce((sum, { bytes }) => sum + bytes, 0)
  const room = DRAFT_BUNDLES * maxBytes
  if (wanted > 0 && (await draftBytes(agency, bundles)) + wanted > room) throw noRoom(room)
  const answer = await Promise.all(
    papers.map(async ({ sha256, bytes }, at): Promise<AskedPaper> => {
      const state = states[at] ?? 'wanted'
      if (state !== 'wanted') return { sha256, state }
      const form = await tools.presigner({
        key: paperKey(agency, sha256),
        contentType: PAPER_TYPE,
        maxBytes: Math.max(1, bytes),
        validSeconds,
        sha256: Buffer.from(sha256, 'hex').toString('base64'),
      })
      return { sha256, state, form }
    }),
  )
  return context.json({ papers: answer })
}

function noRoom(most: number): Problem {
  const values = { most: Math.floor(most / 1024 ** 2) }
  const text = { vi: fill(WORDS.noRoomText.vi, values, 'vi'), en: fill(WORDS.noRoomText.en, values, 'en') }
  return new Problem({ status: 413, title: WORDS.noRoom }, text)
}

/** The form as it was saved last, by anybody of the agency. */
export async function lastForm({ context, tools, agency }: AgencyPageCall): Promise<Response> {
  const last = await tools.service.drafting.last(agency)
  return context.json(last ?? { version: 0 }, 200, { ETag: `"${last?.version ?? 0}"` })
}

/** Saves the form over the version in `If-Match`; 412 with what stands now where that is another one. */
export async function saveForm(call: AgencyPageCall): Promise<Response> {
  const { context, tools, agency, session } = call
  const from = Number(/^"(\d{1,8})"$/.exec(context.req.header('If-Match') ?? '')?.[1] ?? Number.NaN)
  if (Number.isNaN(from)) throw new Problem({ status: 422, title: WORDS.notUnderstood }, WORDS.notUnderstoodText)
  const form = await sent(call, draftForm)
  const by = ownSession({ session }).person
  const saved = await tools.service.drafting.save(agency, { from, form, by, on: tools.clock().toISOString() })
  if ('conflict' in saved) return context.json(saved.conflict ?? { version: 0 }, 412)
  const { version, on } = saved.saved
  return context.json({ version, on, by }, 200, { ETag: `"${version}"` })
}

/** Reads papers into a draft of the manifest, or tells how far that is. */
export async function readPapers(call: AgencyPageCall): Promise<Response> {
  const { context, tools, agency, lang } = call
  const asked = await sent(call, draftRead)
  const { drafting } = tools.service
  if ('papers' in asked) {
    const told = await drafting.read(agency, asked.papers, WAIT_MS)
    if (told.state !== 'refused') return context.json(told)
    return context.json({ state: 'refused', message: `${told.message[lang]} ${told.remedy[lang]}` })
  }
  const draft = await drafting.readBefore(agency, asked.id)
  return context.json(draft ? { state: 'read', id: asked.id, draft } : { state: 'gone' })
}

/** The dossier that was accepted last, to begin from: nothing of it has to be sent again. */
export async function beginFromLast({ context, tools, agency }: AgencyPageCall): Promise<Response> {
  const last = await tools.service.drafting.fromLast(agency, dayOf(tools))
  return context.json(last ?? { papers: null })
}

/**
 * Writes the bundle from the form and its papers and hands it in.
 * @throws Problem when the agency has handed in as often as it may today
 */
export async function sendDraft(call: AgencyPageCall): Promise<Response> {
  const { context, tools, agency } = call
  const { manifest, papers } = await sent(call, draftSend)
  await checkUploadQuota(agency, tools)
  const uploadId = await tools.service.newUploadId(agency, tools.clock().toISOString(), tools.random())
  const done = await tools.service.drafting.send(agency, { uploadId, manifest, papers })
  if (done.kind !== 'sent') return context.json(done, 422)
  context.set('audited', { upload: uploadId })
  return context.json({ next: uploadPath(uploadId), sha256: done.sha256 })
}

/** Erases all that the agency has not handed in. */
export async function eraseDraft({ context, tools, agency }: AgencyPageCall): Promise<Response> {
  const removed = await tools.service.drafting.erase(agency)
  context.set('audited', { removed })
  return context.json({ removed })
}

/** Versions on the page of who changed what. */
const HISTORY_SHOWN = 50

/** Who of the agency changed what of the form, and when; the newest first. */
export async function draftHistoryPage(call: AgencyPageCall): Promise<Response> {
  const { tools, agency, lang } = call
  const versions = await tools.service.drafting.history(agency, HISTORY_SHOWN)
  const above = <a href={MANIFEST_PATH}>{WORDS.back[lang]}</a>
  return show(
    call,
    { title: WORDS.history[lang], above },
    <>
      <p class="lead">{(versions.length === 0 ? WORDS.noHistory : WORDS.historyLead)[lang]}</p>
      <ol class="versions" reversed>
        {versions.map(({ version, on, by, changed, form }) => (
          <li value={version}>
            <strong>{instantText(on, lang)}</strong>, {by}:{' '}
            {changed.length === 0 ? WORDS.onlyPapers[lang] : sectionTitles(changed, lang).join(', ')}{' '}
            <span class="muted small">
              ({fill(WORDS.papersThen[lang], { n: Object.keys(form.papers).length }, lang)})
            </span>
          </li>
        ))}
      </ol>
    </>,
  )
}
