import { isDeepStrictEqual } from 'node:util'
import type { Child } from 'hono/jsx'
import { dayInVietnam } from '../../core/days.ts'
import { InputError, type Localized } from '../../core/errors.ts'
import { agencyCode } from '../../core/names.ts'
import { authorityFilesPath, historyPath } from '../../core/paths.ts'
import type { AuthorityRecord } from '../../dossier/authority-record.ts'
import { displayName } from '../../intake/display.ts'
import { Refusal } from '../../intake/refusals/refusal.ts'
import { fill, Renderer } from '../../render/renderer.ts'
import { showDate } from '../../render/values.ts'
import { OUTCOME_WORDS } from '../../render/words.ts'
import { keptCatalogues, keptRecords } from '../../service/authority-files.ts'
import { writeDecision } from '../../service/desk-decisions.ts'
import { boundRecord, changeRecord, keptRecord } from '../../service/record-changes.ts'
import { checkRecordRules } from '../../verdict/authority.ts'
import { show } from '../layout.tsx'
import { readForm } from '../page-form.ts'
import type { AuthorityPageCall } from '../route.ts'
import { TOKEN_FIELD } from '../sign-in/session.ts'
import { badFile } from './choices.tsx'
import { KEPT_WORDS as WORDS } from './words.ts'
import { agencyOf } from './year.ts'

/** What the authority keeps of one agency, its record and its lists of procedures, to see and to replace. */
export async function authorityFilesPage(call: AuthorityPageCall): Promise<Response> {
  const { lang, tools, context } = call
  const code = agencyOf(call)
  const { bundles, catalogueKey } = tools.authorityFiles
  const [records, lists] = await Promise.all([keptRecords(code, bundles), keptCatalogues(code, catalogueKey, bundles)])
  const [file] = records
  const record = file && (await readRecord(call, file, code))
  const path = authorityFilesPath(code)
  const stored = context.req.query('stored')
  return show(
    call,
    {
      title: fill(WORDS.title[lang], { code }, lang),
      above: <a href={historyPath(code)}>{WORDS.history[lang]}</a>,
    },
    <>
      <p class="lead">{WORDS.lead[lang]}</p>
      {(stored === 'record' || stored === 'catalogue') && (
        <p class="note" role="status">
          {WORDS.stored[lang]}
        </p>
      )}
      <h2>{WORDS.record[lang]}</h2>
      {record === undefined ? <p>{WORDS.noRecord[lang]}</p> : <Kept call={call} record={record} />}
      <SendForm
        call={call}
        action={`${path}/record`}
        id="record"
        label={WORDS.recordFile}
        accept=".json,.xlsx"
        run={record === undefined ? WORDS.store : WORDS.replace}
      />
      <h2>{WORDS.catalogue[lang]}</h2>
      {lists === undefined ? (
        <p>{WORDS.oneList[lang]}</p>
      ) : (
        <>
          {lists.length === 0 ? (
            <p>{WORDS.noList[lang]}</p>
          ) : (
            <ul>
              {lists.map(({ name }) => (
                <li>{name}</li>
              ))}
            </ul>
          )}
          <SendForm
            call={call}
            action={`${path}/catalogue`}
            id="catalogue"
            label={WORDS.listFile}
            accept=".xlsx,.csv,.json"
            run={WORDS.store}
          />
        </>
      )}
    </>,
  )
}

/**
 * The record that is kept; one that cannot be read any more is told, so that it can be replaced.
 * @throws Problem saying what is wrong with it
 */
async function readRecord(call: AuthorityPageCall, file: { name: string; bytes: Uint8Array }, code: string) {
  const records = await call.tools.workers.run('records', file)
  return records.find((one) => agencyCode(one.agency) === code)
}

interface SendProps {
  call: AuthorityPageCall
  action: string
  id: string
  label: Localized
  accept: string
  run: Localized
}

function SendForm({ call: { lang, csrf }, action, id, label, accept, run }: SendProps) {
  return (
    <form method="post" action={action} enctype="multipart/form-data">
      <input type="hidden" name={TOKEN_FIELD} value={csrf} />
      <div class="field">
        <label for={id}>{label[lang]}</label>
        <input id={id} name="file" type="file" accept={accept} required />
      </div>
      <p class="ways">
        <button type="submit">{run[lang]}</button>
      </p>
    </form>
  )
}

/** What a record holds, in words. */
function Kept({ call: { lang, tools }, record }: { call: AuthorityPageCall; record: AuthorityRecord }) {
  const renderer = new Renderer(tools.judge.ruleSet.source, lang)
  const { onSiteInspection, earlierFindings, statusReport, noticeReceivedOn, papersSeen = [], decisions = [] } = record
  const day = (on: string | undefined | null) => (on == null ? WORDS.none[lang] : showDate(on, lang))
  const rows: [Localized, Child][] = []
  if (onSiteInspection !== undefined)
    rows.push([
      WORDS.inspection,
      onSiteInspection === null
        ? WORDS.none[lang]
        : fill(
            WORDS.inspectionLine[lang],
            {
              on: onSiteInspection.recordSignedOn,
              findings: onSiteInspection.findings ?? WORDS.notSaid[lang],
              report: day(onSiteInspection.correctiveReportOn),
            },
            lang,
          ),
    ])
  if (earlierFindings !== undefined)
    rows.push([
      WORDS.findings,
      lines(
        (earlierFindings ?? []).map(({ id, raisedOn, correctedOn }) =>
          fill(
            WORDS.findingLine[lang],
            {
              id,
              on: raisedOn,
              corrected: correctedOn === undefined ? WORDS.notYet[lang] : showDate(correctedOn, lang),
            },
            lang,
          ),
        ),
        WORDS.none[lang],
      ),
    ])
  if (noticeReceivedOn !== undefined) rows.push([WORDS.notice, day(noticeReceivedOn)])
  if (statusReport !== undefined) rows.push([WORDS.report, day(statusReport?.receivedOn)])
  if (papersSeen.length > 0)
    rows.push([
      WORDS.papers,
      lines(
        papersSeen.map(({ rule, seenOn, by }) =>
          fill(WORDS.paperLine[lang], { title: renderer.title(rule), on: seenOn, by }, lang),
        ),
        '',
      ),
    ])
  if (decisions.length > 0)
    rows.push([
      WORDS.decisions,
      lines(
        decisions.map(({ rule, item, outcome, on, by, reason }) =>
          fill(
            WORDS.decisionLine[lang],
            {
              title: item === undefined ? renderer.title(rule) : `${renderer.title(rule)} (${item})`,
              outcome: OUTCOME_WORDS[outcome].label[lang],
              on,
              by,
              reason,
            },
            lang,
          ),
        ),
        '',
      ),
    ])
  if (rows.length === 0) return <p>{WORDS.emptyRecord[lang]}</p>
  return (
    <table class="stack">
      <tbody>
        {rows.map(([label, value]) => (
          <tr>
            <th scope="row">{label[lang]}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function lines(texts: readonly string[], none: string): Child {
  if (texts.length === 0) return none
  return (
    <ul>
      {texts.map((text) => (
        <li>{text}</li>
      ))}
    </ul>
  )
}

/**
 * Keeps the record that was sent in the place of the one before.
 * @throws Problem when it cannot be read, is of another agency, or names a rule that there is not
 */
export async function storeRecord(call: AuthorityPageCall): Promise<Response> {
  const { tools, context, province } = call
  const code = agencyOf(call)
  const path = authorityFilesPath(code)
  const file = await sent(call, path)
  const { bundles } = tools.authorityFiles
  await readable(path, async () => {
    const records = await tools.workers.run('records', file)
    const own = records.filter(({ agency }) => agencyCode(agency) === code)
    const [record] = own
    if (record === undefined || own.length > 1) throw badFile(WORDS, path, filled(WORDS.ofAnother, { code }))
    checkRecordRules(record, displayName(file.name), tools.judge.ruleSet)
    const others = (await keptRecords(code, bundles)).filter(({ name }) => !name.toLowerCase().endsWith('.json'))
    if (others[0] !== undefined) throw badFile(WORDS, path, filled(WORDS.otherKind, { name: others[0].name }))
    const today = dayInVietnam(tools.clock().toISOString())
    const bound = await boundRecord(record, tools.service, today)
    // Sent twice, by a double click or by going back, it is kept once.
    if (isDeepStrictEqual(await keptRecord(code, bundles), bound)) return
    const replaced = { on: tools.clock().toISOString(), made: { kind: 'replaced' } } as const
    await writeDecision({ province, code }, replaced, tools.random(), today, { ...tools, bundles })
    await changeRecord(code, bundles, () => bound)
  })
  context.set('audited', { file: displayName(file.name) })
  return context.redirect(`${path}?stored=record`, 303)
}

/**
 * Keeps the list of procedures that was sent as the one of today.
 * @throws Problem when it cannot be read, or the service has one list for all agencies
 */
export async function storeCatalogue(call: AuthorityPageCall): Promise<Response> {
  const { tools, context } = call
  const code = agencyOf(call)
  const path = authorityFilesPath(code)
  const file = await sent(call, path)
  const { bundles, catalogueKey } = tools.authorityFiles
  const lists = await keptCatalogues(code, catalogueKey, bundles)
  if (lists === undefined || catalogueKey === undefined) throw badFile(WORDS, path, WORDS.oneList)
  const ending = /\.(xlsx|csv|json)$/i.exec(file.name)?.[1]?.toLowerCase()
  if (ending === undefined) throw badFile(WORDS, path, WORDS.listKind)
  await readable(path, async () => {
    const procedures = await tools.workers.run('catalogue', file)
    if (procedures === 0) throw badFile(WORDS, path, WORDS.noProcedure)
    const name = `${code}_${dayInVietnam(tools.clock().toISOString())}`
    const other = lists.find((one) => one.name.startsWith(`${name}.`) && one.name !== `${name}.${ending}`)
    if (other) throw badFile(WORDS, path, filled(WORDS.otherKind, { name: other.name }))
    await bundles.put(`${catalogueKey}${name}.${ending}`, file.bytes, 'application/octet-stream')
    context.set('audited', { file: displayName(file.name), procedures })
  })
  return context.redirect(`${path}?stored=catalogue`, 303)
}

const filled = (text: Localized, values: Readonly<Record<string, string>>): Localized => ({
  vi: fill(text.vi, values, 'vi'),
  en: fill(text.en, values, 'en'),
})

async function sent({ context }: AuthorityPageCall, path: string) {
  const { file } = await readForm(context)
  if (!(file instanceof File) || file.size === 0) throw badFile(WORDS, path, WORDS.noFile)
  return { bytes: new Uint8Array(await file.arrayBuffer()), name: file.name }
}

/** What cannot be read is the sender's to mend. */
async function readable(path: string, act: () => Promise<void>): Promise<void> {
  try {
    await act()
  } catch (error) {
    if (error instanceof InputError || error instanceof Refusal) throw badFile(WORDS, path, error.text, error)
    throw error
  }
}
