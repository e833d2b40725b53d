import type { Language, Localized } from '../../core/errors.ts'
import { visitPath, visitsPath } from '../../core/paths.ts'
import { visitCorrection } from '../../dossier/visit.ts'
import { correctionDue, lacksOf } from '../../province/visit-points.ts'
import { ITEM_WORDS, VISIT_WORDS as WORDS } from '../../render/province/visit-words.ts'
import { fill } from '../../render/renderer.ts'
import {
  eraseVisit,
  noteCorrection,
  reopenVisit,
  type SavedVisit,
  signVisit,
  type VisitVersion,
} from '../../service/visits.ts'
import { readForm } from '../page-form.ts'
import { Problem } from '../problems.ts'
import type { AuthorityPageCall } from '../route.ts'
import { ownSession, TOKEN_FIELD } from '../sign-in/session.ts'
import { daysOffOf, filled, todayOf, type Visit, visitOf } from './visit-sheet.ts'

/** What is done with a sheet as a whole: signing, opening it again, the report of correction, erasing. */
export function Closing({ call, visit, last }: { call: AuthorityPageCall; visit: Visit; last: VisitVersion }) {
  const { lang, csrf } = call
  const { code, year } = visit
  const path = visitPath(year, code)
  const { signed, correction, sheet } = last
  const head = sheet.head.team?.find(({ role }) => role === 'head')
  const hidden = <input type="hidden" name={TOKEN_FIELD} value={csrf} />
  const needsReport = Object.values(sheet.items).some(({ verdict }) => verdict === 'notMet')
  return (
    <>
      {signed === undefined ? (
        <>
          <h2>{WORDS.sign[lang]}</h2>
          <p>{WORDS.signLead[lang]}</p>
          <form method="post" action={`${path}/signed`}>
            {hidden}
            <Field id="signedOn" label={WORDS.signedOn[lang]} type="date" value={todayOf(call)} />
            <Field
              id="responsible"
              label={WORDS.responsible[lang]}
              value={[head?.name, head?.title].filter((one) => one).join(', ')}
            />
            <p class="ways">
              <button type="submit">{WORDS.signRun[lang]}</button>
            </p>
          </form>
        </>
      ) : (
        <>
          {needsReport && (
            <>
              <h2>{WORDS.correction[lang]}</h2>
              <p>{fill(WORDS.correctionDue[lang], { due: correctionDue(signed.on, daysOffOf(call)) }, lang)}</p>
              {correction && (
                <p class="note">
                  {fill(
                    WORDS.correctionNoted[lang],
                    { on: correction.on, what: (correction.accepted ? WORDS.accepted : WORDS.refused)[lang] },
                    lang,
                  )}
                </p>
              )}
              <form method="post" action={`${path}/correction`}>
                {hidden}
                <Field id="on" label={WORDS.correctionOn[lang]} type="date" value={correction?.on ?? todayOf(call)} />
                <div class="field">
                  <label for="kind">{WORDS.correctionKind[lang]}</label>
                  <select id="kind" name="kind">
                    <option value="accepted">{WORDS.accepted[lang]}</option>
                    <option value="refused" selected={correction?.accepted === false}>
                      {WORDS.refused[lang]}
                    </option>
                  </select>
                </div>
                <div class="field">
                  <label for="reason">{WORDS.correctionReason[lang]}</label>
                  <textarea id="reason" name="reason" rows={3} maxlength={4000}>
                    {correction?.reason ?? ''}
                  </textarea>
                </div>
                <p class="ways">
                  <button type="submit">{WORDS.correctionRun[lang]}</button>
                </p>
              </form>
            </>
          )}
          <form method="post" action={`${path}/reopened`}>
            {hidden}
            <p class="ways">
              <button type="submit" class="second">
                {WORDS.reopen[lang]}
              </button>
            </p>
          </form>
        </>
      )}
      <details>
        <summary>{WORDS.erase[lang]}</summary>
        <p>{WORDS.eraseLead[lang]}</p>
        <form method="post" action={`${path}/erased`}>
          {hidden}
          <Field id="confirm" label={WORDS.eraseCode[lang]} value="" />
          <p class="ways">
            <button type="submit" class="second">
              {WORDS.erase[lang]}
            </button>
          </p>
        </form>
      </details>
    </>
  )
}

function Field({ id, label, value, type = 'text' }: { id: string; label: string; value: string; type?: string }) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input id={id} name={id} type={type} value={value} required maxlength={300} />
    </div>
  )
}

/** Writes the record from a sheet whose minutes were signed. @throws Problem saying what is lacking */
export async function signSheet(call: AuthorityPageCall): Promise<Response> {
  const { context, tools, session } = call
  const visit = await visitOf(call)
  const { code, year, last } = visit
  const path = visitPath(year, code)
  const { signedOn = '', responsible = '' } = await readForm(context)
  const today = todayOf(call)
  if (last === undefined) throw bad(path, WORDS.changedText)
  const lacks = lacksOf(last.sheet)
  if (lacks.length > 0) throw lacking(path, lacks)
  const isDay = typeof signedOn === 'string' && visitCorrection.shape.on.safeParse(signedOn).success
  if (!isDay || signedOn > today || typeof responsible !== 'string' || responsible.trim() === '')
    throw bad(path, WORDS.badDay)
  const by = { by: ownSession({ session }).person, on: tools.clock().toISOString() }
  const { bundles: store } = tools.authorityFiles
  const how = { from: last.version, signedOn, responsible: responsible.trim().slice(0, 300), ...by }
  const done = await signVisit({ code, year }, how, { store, service: tools.service, today })
  checkDone(done, path)
  context.set('audited', { signedOn })
  return context.redirect(path, 303)
}

function lacking(path: string, lacks: ReturnType<typeof lacksOf>): Problem {
  const told = (lang: Language) =>
    lacks
      .map(({ item, lacks: what }) => fill(WORDS[`lack.${what}`][lang], { item: ITEM_WORDS[item].title[lang] }, lang))
      .join('; ')
  const detail = {
    vi: fill(WORDS.lacksText.vi, { lacks: told('vi') }, 'vi'),
    en: fill(WORDS.lacksText.en, { lacks: told('en') }, 'en'),
  }
  return new Problem({ status: 422, title: WORDS.lacks }, detail, { ways: [{ href: path, label: WORDS.back }] })
}

const bad = (path: string, detail: Localized) =>
  new Problem({ status: 422, title: WORDS.bad }, detail, { ways: [{ href: path, label: WORDS.back }] })

/** @throws Problem where something else stood there, or cannot be replaced */
function checkDone(done: SavedVisit | { otherKind: string }, path: string): void {
  if ('saved' in done) return
  throw bad(path, 'otherKind' in done ? filled(WORDS.otherKind, { name: done.otherKind }) : WORDS.changedText)
}

/** Opens a signed sheet again. */
export async function reopenSheet(call: AuthorityPageCall): Promise<Response> {
  const { context, tools, session } = call
  const { code, year, last } = await visitOf(call)
  const path = visitPath(year, code)
  const by = { by: ownSession({ session }).person, on: tools.clock().toISOString() }
  checkDone(await reopenVisit({ code, year }, { from: last?.version ?? 0, ...by }, tools.authorityFiles.bundles), path)
  return context.redirect(path, 303)
}

/** Notes the report of corrective action. @throws Problem where the day is not right, or it is refused without a reason */
export async function correctSheet(call: AuthorityPageCall): Promise<Response> {
  const { context, tools, session } = call
  const { code, year, last } = await visitOf(call)
  const path = visitPath(year, code)
  const { on, kind, reason } = await readForm(context)
  const parsed = visitCorrection.safeParse({ on, accepted: kind === 'accepted', ...(reason !== '' && { reason }) })
  const signedOn = last?.signed?.on
  if (!parsed.success || signedOn === undefined || parsed.data.on < signedOn || parsed.data.on > todayOf(call))
    throw bad(path, WORDS.badDay)
  const how = {
    from: last?.version ?? 0,
    correction: parsed.data,
    by: ownSession({ session }).person,
    on: tools.clock().toISOString(),
  }
  checkDone(await noteCorrection({ code, year }, how, tools.authorityFiles.bundles), path)
  return context.redirect(path, 303)
}

/** Erases the sheet with all that lies with it, once its agency's code was typed. */
export async function eraseSheet(call: AuthorityPageCall): Promise<Response> {
  const { context, tools } = call
  const { code, year } = await visitOf(call)
  const { confirm } = await readForm(context)
  if (confirm !== code) throw bad(visitPath(year, code), WORDS.eraseLead)
  const removed = await eraseVisit({ code, year }, tools.authorityFiles.bundles)
  context.set('audited', { removed })
  return context.redirect(visitsPath(year), 303)
}
