import { DEFAULT_LIMITS } from '../../../bundle/container.ts'
import { fill } from '../../../report/render.ts'
import { show } from '../../layout/show.tsx'
import type { AgencyPageCall } from '../../page.ts'
import { SIGNED_IN_PATH } from '../../sign-in/paths.ts'
import { PageData } from '../page-data.tsx'
import { MANIFEST_PATH, UPLOAD_PATH } from '../paths.ts'
import { UPLOAD_PAGE_WORDS as WORDS } from './words.ts'

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
          <a href={`/sign-in?${new URLSearchParams({ to: SIGNED_IN_PATH })}`} target="_blank" rel="noopener">
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
