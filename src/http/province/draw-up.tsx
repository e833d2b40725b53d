import { dayInVietnam } from '../../core/days.ts'
import { InputError, type Localized } from '../../core/errors.ts'
import { DESK_PATH, DRAW_UP_PATH, yearPath } from '../../core/paths.ts'
import { Refusal } from '../../intake/refusals/refusal.ts'
import { drawUp } from '../../service/draw-up.ts'
import { show } from '../layout.tsx'
import { readForm } from '../page-form.ts'
import type { AuthorityPageCall } from '../route.ts'
import { isOfProvince } from '../sign-in/caller.ts'
import { badFile, FileForm } from './choices.tsx'
import { DESK_WORDS, DRAW_UP_WORDS as WORDS } from './words.ts'

/** Asks for the register that a pre-screening is drawn up for. */
export async function drawUpForm(call: AuthorityPageCall): Promise<Response> {
  const { lang, tools } = call
  return show(
    call,
    { title: WORDS.title[lang], above: <a href={DESK_PATH}>{DESK_WORDS.agencies[lang]}</a> },
    <FileForm
      call={call}
      action={DRAW_UP_PATH}
      words={WORDS}
      file={{ name: 'register', label: WORDS.register, accept: '.csv,.xlsx' }}
    >
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
    </FileForm>,
  )
}

/**
 * Draws up and publishes the pre-screening of a year for the register that was sent, and shows it.
 * @throws Problem when the register cannot be read, telling every row that is not understood
 */
export async function drawUpRun(call: AuthorityPageCall): Promise<Response> {
  const { context, tools, province } = call
  const { register: file, year, profile } = await readForm(context)
  if (!(file instanceof File) || file.size === 0 || typeof year !== 'string' || !/^2\d{3}$/.test(year))
    throw bad(WORDS.missing)
  try {
    const sent = { bytes: new Uint8Array(await file.arrayBuffer()), name: file.name }
    const register = await tools.workers.run('register', sent)
    const judge = { ...tools.judge, profileId: typeof profile === 'string' ? profile : 'national' }
    const asOf = dayInVietnam(tools.clock().toISOString())
    const isOwn = (code: string) => isOfProvince(code, province)
    const wanted = { province, register, year: Number(year), asOf, judge, isOwn }
    await drawUp(wanted, { ...tools, store: tools.desk })
    context.set('audited', { year: wanted.year, agencies: register.members.length })
    return context.redirect(yearPath(wanted.year), 303)
  } catch (error) {
    if (error instanceof InputError) throw bad(error.text, error)
    if (error instanceof Refusal) throw bad(error.text, error)
    throw error
  }
}

const bad = (detail: Localized, cause?: unknown) => badFile(WORDS, DRAW_UP_PATH, detail, cause)
