import type { Context } from 'hono'
import { AGENCY_PATH, MANIFEST_PATH, UPLOAD_PATH, uploadPath, verdictPath } from '../../core/paths.ts'
import { problemLine, type RefusalDocument } from '../../intake/refusals/refusal.ts'
import { fill } from '../../render/renderer.ts'
import { isUploadId, uploadAskedOn } from '../../service/keys.ts'
import { PageData, show } from '../layout.tsx'
import { noSuchPage } from '../problems.ts'
import type { AgencyPageCall } from '../route.ts'
import { instantText, WAITING_WORDS as WORDS } from './words.ts'

const AGAIN_SECONDS = 5

/** Where an upload stands: goes on to the verdict, tells of a refusal, or waits. */
export async function waitingPage(call: AgencyPageCall): Promise<Response> {
  const { context, tools, agency, lang } = call
  const id = uploadIdOf(context)
  const status = await tools.service.uploadStatus(agency, id)
  if (status.state === 'judged') return context.redirect(verdictPath(id), 303)
  if (status.state === 'refused') return refusalPage(call, status.refusal)
  const time = instantText(uploadAskedOn(id), lang)
  return show(
    call,
    { title: WORDS.waiting[lang], islands: ['waiting'], againSeconds: AGAIN_SECONDS },
    <>
      <p class="lead" role="status">
        {fill(WORDS.waitingText[lang], { time }, lang)}
      </p>
      <p>{WORDS.waitingLong[lang]}</p>
      <p class="ways">
        <a href={UPLOAD_PATH}>{WORDS.again[lang]}</a>
        <a href={AGENCY_PATH}>{WORDS.home[lang]}</a>
      </p>
      <PageData id="waiting-settings" value={{ state: `${uploadPath(id)}/state` }} />
    </>,
  )
}

/** The same for a script, in a word. */
export async function uploadState({ context, tools, agency }: AgencyPageCall): Promise<Response> {
  const { state } = await tools.service.uploadStatus(agency, uploadIdOf(context))
  return context.json({ state })
}

function refusalPage(call: AgencyPageCall, { message, remedy, entry = 'manifest', problems = [] }: RefusalDocument) {
  const { lang } = call
  return show(
    call,
    { title: WORDS.refused[lang] },
    <>
      <div class="fault">
        <p>{message[lang]}</p>
      </div>
      <h2>{WORDS.remedy[lang]}</h2>
      <p>{remedy[lang]}</p>
      {problems.length > 0 && (
        <>
          <h2>{WORDS.problems[lang]}</h2>
          <ul>
            {problems.map((problem) => (
              <li>{problemLine(problem, entry, lang)}</li>
            ))}
          </ul>
        </>
      )}
      <p class="ways">
        <a class="button" href={UPLOAD_PATH}>
          {WORDS.again[lang]}
        </a>
        {problems.length > 0 && <a href={MANIFEST_PATH}>{WORDS.mend[lang]}</a>}
        <a href={AGENCY_PATH}>{WORDS.home[lang]}</a>
      </p>
      <p class="small muted">{WORDS.refusedText[lang]}</p>
    </>,
  )
}

/**
 * The upload that an address names.
 * @throws PageProblem when it names none
 */
function uploadIdOf({ req }: Context): string {
  const id = req.param('id') ?? ''
  if (!isUploadId(id)) throw noSuchPage(req.path)
  return id
}
