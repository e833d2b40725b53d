import { fill } from '../../../report/render.ts'
import { show } from '../../layout/show.tsx'
import type { AgencyPageCall } from '../../page.ts'
import { inviteUpload } from './invitation.ts'
import { UPLOAD_PAGE_WORDS as WORDS } from './words.ts'

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
