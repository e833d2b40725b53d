import { InputError, type Localized } from '../../core/errors.ts'
import { DESK_PATH, DRAW_UP_PATH } from '../../core/paths.ts'
import { Refusal } from '../../intake/refusals/refusal.ts'
import { findProfile } from '../../rules/rule-set.ts'
import { keepRegister } from '../../service/draw-up.ts'
import type { OfVersion } from '../../service/prescreen-versions.ts'
import { readShown } from '../../service/published.ts'
import { show } from '../layout.tsx'
import { readForm } from '../page-form.ts'
import type { AuthorityPageCall } from '../route.ts'
import { badFile, FileForm } from './choices.tsx'
import { DESK_WORDS, DRAW_UP_WORDS as WORDS } from './words.ts'
import { askedId, askFor, publishedYears } from './year.ts'

/** Asks for the register that a pre-screening is drawn up for. */
export async function drawUpForm(call: AuthorityPageCall): Promise<Response> {
  const { lang, tools, province } = call
  const [last] = await publishedYears(call)
  const shown = last === undefined ? undefined : await readShown({ province, year: last }, tools.desk, tools.signer)
  return show(
    call,
    { title: WORDS.title[lang], above: <a href={DESK_PATH}>{DESK_WORDS.agencies[lang]}</a> },
    <DrawUpForm call={call} profileId={shown?.document.profile.id} />,
  )
}

/** The form: the register, the year, by which programme. */
export function DrawUpForm({ call, profileId }: { call: AuthorityPageCall; profileId?: string | undefined }) {
  const { lang, tools } = call
  return (
    <FileForm
      call={call}
      action={DRAW_UP_PATH}
      words={WORDS}
      file={{ name: 'register', label: WORDS.register, accept: '.csv,.xlsx' }}
      profileId={profileId}
    >
      {/* Sent twice, by a double click or by going back, the form asks for one version. */}
      <input type="hidden" name="version" value={askedId(call)} />
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
    </FileForm>
  )
}

/**
 * Asks for a version of the pre-screening of a year for the register that was sent, and shows how far it is.
 * @throws Problem when the register cannot be read, telling every row that is not understood
 */
export async function drawUpRun(call: AuthorityPageCall): Promise<Response> {
  const { context, tools, province } = call
  const { register: file, year: said, profile, version } = await readForm(context)
  if (!(file instanceof File) || file.size === 0 || typeof said !== 'string' || !/^2\d{3}$/.test(said))
    throw bad(WORDS.missing)
  const year = Number(said)
  try {
    const sent = { bytes: new Uint8Array(await file.arrayBuffer()), name: file.name }
    const register = await tools.workers.run('register', sent)
    const profileId = findProfile(tools.judge.ruleSet, typeof profile === 'string' ? profile : tools.judge.profileId).id
    const { registered } = register
    context.set('audited', { year, agencies: registered })
    const keep = (of: OfVersion) => keepRegister(of, register, tools.desk)
    return await askFor(call, { province, year }, { version, keep, profileId, registered })
  } catch (error) {
    if (error instanceof InputError) throw bad(error.text, error)
    if (error instanceof Refusal) throw bad(error.text, error)
    throw error
  }
}

const bad = (detail: Localized, cause?: unknown) => badFile(WORDS, DRAW_UP_PATH, detail, cause)
