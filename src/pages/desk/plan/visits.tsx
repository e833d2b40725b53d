import type { Prescreen, Visit } from '../../../cohort/prescreen.ts'
import { REASON_WORDS } from '../../../report/cohort/words/ids.ts'
import type { AuthorityPageCall } from '../../page.ts'
import { historyPath } from '../paths.ts'
import { DESK_WORDS } from '../words.ts'
import { ChangeForm } from './change-form.tsx'
import { PLAN_WORDS as WORDS } from './words.ts'

interface VisitsProps {
  call: AuthorityPageCall
  document: Prescreen
  form: 'onSite' | 'dossier'
  /** Written reasons by agency. */
  reasons: ReadonlyMap<string, string>
}

/** One of the two lists of the plan, with why each agency is in it and what may be decided of it. */
export function Visits({ call, document, form, reasons }: VisitsProps) {
  const { lang } = call
  return (
    <table class="stack">
      <thead>
        <tr>
          {[DESK_WORDS.name, WORDS.month, WORDS.reasons].map((words) => (
            <th scope="col">{words[lang]}</th>
          ))}
          <th scope="col" class="screen">
            {WORDS.change[lang]}
          </th>
        </tr>
      </thead>
      <tbody>
        {document.plan[form].map((visit) => (
          <tr>
            <th scope="row" data-label={DESK_WORDS.name[lang]}>
              <a href={historyPath(visit.code)}>{nameOf(document, visit)}</a> <span class="muted">{visit.code}</span>
            </th>
            <td data-label={WORDS.month[lang]}>{visit.month?.split('-').reverse().join('/')}</td>
            <td data-label={WORDS.reasons[lang]}>
              <Reasons call={call} visit={visit} written={reasons.get(visit.code)} />
            </td>
            <td class="screen">
              <ChangeForm
                call={call}
                visit={visit}
                year={document.year}
                kinds={kindsFor(form, reasons.has(visit.code))}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Reasons({
  call: { lang },
  visit,
  written,
}: {
  call: AuthorityPageCall
  visit: Visit
  written?: string | undefined
}) {
  if (visit.reasons.length === 0) return <>{WORDS.noReason[lang]}</>
  return (
    <ol class="reasons">
      {visit.reasons.map((reason) => (
        <li>
          {reason === 'person' && written ? `${REASON_WORDS.person[lang]}: ${written}` : REASON_WORDS[reason][lang]}
        </li>
      ))}
    </ol>
  )
}

const nameOf = ({ agencies }: Prescreen, { code }: Visit) => agencies.find((one) => one.code === code)?.name ?? code

function kindsFor(form: 'onSite' | 'dossier', isWritten: boolean) {
  const own = form === 'onSite' ? (['drop', 'move'] as const) : (['add', 'move'] as const)
  return isWritten ? ([...own, 'undo'] as const) : own
}
