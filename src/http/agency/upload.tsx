import type { Context } from 'hono'
import {
  AGENCY_PATH,
  MANIFEST_PATH,
  SIGN_IN_PATH,
  SIGNED_IN_PATH,
  UPLOAD_PATH,
  uploadPath,
  verdictPath,
} from '../../core/paths.ts'
import { DEFAULT_LIMITS } from '../../intake/container.ts'
import type { RefusalDocument } from '../../intake/refusals/refusal.ts'
import { fill } from '../../render/renderer.ts'
import { bundleKey, isUploadId, uploadAskedOn } from '../../service/keys.ts'
import type { UploadForm } from '../../service/store.ts'
import { checkUploadQuota } from '../api/uploads.ts'
import { PageData, show } from '../layout.tsx'
import { noSuchPage } from '../problems.ts'
import type { AgencyPageCall } from '../route.ts'
import { formLine } from './form-plan.ts'
import { instantText, WAITING_WORDS, UPLOAD_PAGE_WORDS as WORDS } from './words.ts'

const MIB = 1024 * 1024

/** Where a dossier is chosen, checked and sent; without a script, the way to a plain form. */
export async function uploadPage(call: AgencyPageCall): Promise<Response> {
  const { lang, csrf, agency, tools } = call
  const limits = { bytes: tools.settings.maxUploadBytes, files: DEFAULT_LIMITS.entries }
  const most = { size: Math.floor(limits.bytes / MIB), files: limits.files }
  return show(
    call,
    { title: WORDS.title[lang], islands: ['upload'] },
    <>
      <p class="lead">{WORDS.lead[lang]}</p>
      <p>{fill(WORDS.needs[lang], most, lang)}</p>
      <noscript>
        <p class="note">
          {WORDS.plain[lang]} <a href={`${UPLOAD_PATH}/form`}>{WORDS.plainLink[lang]}</a>
        </p>
      </noscript>
      <div class="drop" id="upload-choice">
        <div class="field">
          <label for="upload-files">{WORDS.files[lang]}</label>
          <input type="file" id="upload-files" multiple />
        </div>
        <div class="field">
          <label for="upload-folder">{WORDS.folder[lang]}</label>
          <input type="file" id="upload-folder" multiple webkitdirectory />
        </div>
        <p class="muted">{WORDS.drop[lang]}</p>
        <p class="tick" id="upload-draft" hidden>
          <label>
            <input type="checkbox" id="upload-with-draft" /> {WORDS.draft[lang]}
          </label>
        </p>
      </div>
      <div class="fault" role="alert" hidden>
        <p id="upload-fault" />
        <ul id="upload-places" />
        <p id="upload-sign-in" hidden>
          <a href={`${SIGN_IN_PATH}?${new URLSearchParams({ to: SIGNED_IN_PATH })}`} target="_blank" rel="noopener">
            {WORDS.signIn[lang]}
          </a>
        </p>
      </div>
      <div id="upload-status" class="status-line" role="status" />
      <progress id="upload-progress" max="100" value="0" aria-label={WORDS.progress[lang]} hidden />
      <p class="ways">
        <button type="button" id="upload-send" disabled>
          {WORDS.send[lang]}
        </button>
        <button type="button" id="upload-cancel" class="second" hidden>
          {WORDS.cancel[lang]}
        </button>
        <a href={MANIFEST_PATH}>{WORDS.builder[lang]}</a>
      </p>
      <PageData id="upload-settings" value={{ csrf, agency, limits }} />
    </>,
  )
}

/** A form that a browser sends to the store without any script. */
export async function plainForm(call: AgencyPageCall): Promise<Response> {
  const { lang, tools } = call
  const { url, fields, fileField, next } = await inviteUpload(call)
  const minutes = Math.floor(tools.settings.uploadSeconds / 60)
  return show(
    call,
    { title: WORDS.plainTitle[lang] },
    <>
      <p>{fill(WORDS.plainLead[lang], { minutes }, lang)}</p>
      <form method="post" action={url} enctype="multipart/form-data">
        {Object.entries(fields).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <div class="field">
          <label for="plain-file">{WORDS.plainFile[lang]}</label>
          <input type="file" id="plain-file" name={fileField} accept=".zip,application/zip" required />
        </div>
        <p class="ways">
          <button type="submit">{WORDS.plainSend[lang]}</button>
          <a class="button second" href={next}>
            {WORDS.plainNext[lang]}
          </a>
        </p>
      </form>
    </>,
  )
}

const FILE_TYPE = 'application/zip'

/** A form by which the store takes one ZIP of the agency, and the page that waits for its verdict. */
export type Invitation = UploadForm & { fileField: 'file'; next: string }

/** The same form as the API hands out: exact key and type, size up to the most, an end of validity. */
export async function inviteUpload({ context, tools, agency }: AgencyPageCall): Promise<Invitation> {
  await checkUploadQuota(agency, tools)
  const id = await tools.service.newUploadId(agency, tools.clock().toISOString(), tools.random())
  const { maxUploadBytes: maxBytes, uploadSeconds: validSeconds } = tools.settings
  const form = await tools.presigner({ key: bundleKey(agency, id), contentType: FILE_TYPE, maxBytes, validSeconds })
  await checkUploadQuota(agency, tools, id)
  context.set('audited', { upload: id })
  return { ...form, fileField: 'file', next: uploadPath(id) }
}

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
    { title: WAITING_WORDS.waiting[lang], islands: ['waiting'], againSeconds: AGAIN_SECONDS },
    <>
      <p class="lead" role="status">
        {fill(WAITING_WORDS.waitingText[lang], { time }, lang)}
      </p>
      <p>{WAITING_WORDS.waitingLong[lang]}</p>
      <p class="ways">
        <a href={UPLOAD_PATH}>{WAITING_WORDS.again[lang]}</a>
        <a href={AGENCY_PATH}>{WAITING_WORDS.home[lang]}</a>
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
    { title: WAITING_WORDS.refused[lang] },
    <>
      <div class="fault">
        <p>{message[lang]}</p>
      </div>
      <h2>{WAITING_WORDS.remedy[lang]}</h2>
      <p>{remedy[lang]}</p>
      {problems.length > 0 && (
        <>
          <h2>{WAITING_WORDS.problems[lang]}</h2>
          <ul>
            {problems.map((problem) => (
              <li>{formLine(problem, entry, lang)}</li>
            ))}
          </ul>
        </>
      )}
      <p class="ways">
        <a class="button" href={UPLOAD_PATH}>
          {WAITING_WORDS.again[lang]}
        </a>
        {problems.length > 0 && <a href={MANIFEST_PATH}>{WAITING_WORDS.mend[lang]}</a>}
        <a href={AGENCY_PATH}>{WAITING_WORDS.home[lang]}</a>
      </p>
      <p class="small muted">{WAITING_WORDS.refusedText[lang]}</p>
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
