import { TOKEN_FIELD } from '../../access/token-names.ts'
import { show } from '../../layout/show.tsx'
import type { AuthorityPageCall } from '../../page.ts'
import { DESK_PATH, DRAW_UP_PATH } from '../paths.ts'
import { ProfileChoice } from '../profile-choice.tsx'
import { DESK_WORDS } from '../words.ts'
import { DRAW_UP_WORDS as WORDS } from './words.ts'

/** Asks for the register that a pre-screening is drawn up for. */
export async function drawUpForm(call: AuthorityPageCall): Promise<Response> {
  const { lang, csrf, tools } = call
  return show(
    call,
    { title: WORDS.title[lang], above: <a href={DESK_PATH}>{DESK_WORDS.agencies[lang]}</a> },
    <>
      <p class="lead">{WORDS.lead[lang]}</p>
      <form method="post" action={DRAW_UP_PATH} enctype="multipart/form-data">
        <input type="hidden" name={TOKEN_FIELD} value={csrf} />
        <div class="field">
          <label for="register">{WORDS.register[lang]}</label>
          <input id="register" name="register" type="file" accept=".csv,.xlsx" required />
        </div>
        <div class="field">
          <label for="year">{WORDS.year[lang]}</label>
          <input
            id="year"
            name="year"
            inputmode="numeric"
            pattern="\d{4}"
            required
            value={String(tools.clock().getUTCFullYear())}
          />
        </div>
        <ProfileChoice call={call} />
        <p class="ways">
          <button type="submit">{WORDS.run[lang]}</button>
        </p>
      </form>
    </>,
  )
}
