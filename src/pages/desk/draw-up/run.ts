import { isOfProvince } from '../../../auth/codes.ts'
import { InputError } from '../../../base/errors.ts'
import type { Localized } from '../../../base/localized.ts'
import { DEFAULT_LIMITS } from '../../../bundle/container.ts'
import { Refusal } from '../../../bundle/refusal.ts'
import { readRegister } from '../../../bundle/register/read-register.ts'
import { drawUp } from '../../../desk/draw-up.ts'
import { dayInVietnam } from '../../../edge/day-in-vietnam.ts'
import type { AuthorityPageCall } from '../../page.ts'
import { PageProblem } from '../../problems/page-problem.ts'
import { DRAW_UP_PATH, yearPath } from '../paths.ts'
import { DRAW_UP_WORDS as WORDS } from './words.ts'

/**
 * Draws up and publishes the pre-screening of a year for the register that was sent, and shows it.
 * @throws PageProblem when the register cannot be read, telling every row that is not understood
 */
export async function drawUpRun(call: AuthorityPageCall): Promise<Response> {
  const { context, tools, province } = call
  const { register: file, year, profile } = await context.req.parseBody()
  if (!(file instanceof File) || file.size === 0 || typeof year !== 'string' || !/^2\d{3}$/.test(year))
    throw bad(WORDS.missing)
  try {
    const options = { limits: DEFAULT_LIMITS, stopwatch: () => performance.now() }
    const register = await readRegister(new Uint8Array(await file.arrayBuffer()), file.name, options)
    const judge = { ...tools.judge, profileId: typeof profile === 'string' ? profile : 'national' }
    const asOf = dayInVietnam(tools.clock().toISOString())
    const isOwn = (code: string) => isOfProvince(code, province)
    const wanted = { province, register, year: Number(year), asOf, judge, isOwn }
    await drawUp(wanted, tools.service, tools.desk)
    return context.redirect(yearPath(wanted.year), 303)
  } catch (error) {
    if (error instanceof InputError) throw bad(error.text, error)
    if (error instanceof Refusal) throw bad(error.text, error)
    throw error
  }
}

const bad = (detail: Localized, cause?: unknown) =>
  new PageProblem(422, { title: WORDS.bad, detail, ways: [{ href: DRAW_UP_PATH, label: WORDS.again }] }, { cause })
