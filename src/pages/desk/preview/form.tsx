import { TOKEN_FIELD } from '../../access/token-names.ts'
import { show } from '../../layout/show.tsx'
import type { AuthorityPageCall } from '../../page.ts'
import { DESK_PATH, PREVIEW_PATH } from '../paths.ts'
import { ProfileChoice } from '../profile-choice.tsx'
import { DESK_WORDS } from '../words.ts'
import { PREVIEW_WORDS as WORDS } from './words.ts'

/** Asks for the rules to be previewed. */
export async function previewForm(call: AuthorityPageCall): Promise<Response> {
  const { lang, csrf } = call
  return show(
    call,
    { title: WORDS.title[lang], above: <a href={DESK_PATH}>{DESK_WORDS.agencies[lang]}</a> },
    <>
      <p class="lead">{WORDS.lead[lang]}</p>
      <form method="post" action={PREVIEW_PATH} enctype="multipart/form-data">
        <input type="hidden" name={TOKEN_FIELD} value={csrf} />
        <div class="field">
          <label for="rules">{WORDS.file[lang]}</label>
          <input id="rules" name="rules" type="file" accept=".json,application/json" required />
        </div>
        <ProfileChoice call={call} />
        <p class="ways">
          <button type="submit">{WORDS.run[lang]}</button>
        </p>
      </form>
    </>,
  )
}
