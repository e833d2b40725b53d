import type { Visit } from '../../../cohort/prescreen.ts'
import { fill } from '../../../report/render.ts'
import { TOKEN_FIELD } from '../../access/token-names.ts'
import type { AuthorityPageCall } from '../../page.ts'
import { PLAN_WORDS as WORDS } from './words.ts'

interface FormProps {
  call: AuthorityPageCall
  visit: Visit
  year: number
  /** What may be done with it. */
  kinds: readonly ('add' | 'drop' | 'move' | 'undo')[]
}

/** What a person may decide of one agency of the plan, closed until it is wanted. */
export function ChangeForm({ call: { lang, csrf, context }, visit: { code, month }, year, kinds }: FormProps) {
  const months = Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`)
  const id = (part: string) => `${part}-${code}`
  return (
    <details>
      <summary aria-label={fill(WORDS.what[lang], { code }, lang)}>{WORDS.change[lang]}</summary>
      <form method="post" action={context.req.path} class="change">
        <input type="hidden" name={TOKEN_FIELD} value={csrf} />
        <input type="hidden" name="agency" value={code} />
        <div class="field">
          <label for={id('change')}>{WORDS.change[lang]}</label>
          <select id={id('change')} name="change">
            {kinds.map((kind) => (
              <option value={kind}>{WORDS[kind][lang]}</option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for={id('month')}>{WORDS.newMonth[lang]}</label>
          <select id={id('month')} name="month">
            {months.map((one) => (
              <option value={one} selected={one === month}>
                {one.split('-').reverse().join('/')}
              </option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for={id('reason')}>{WORDS.reason[lang]}</label>
          <input id={id('reason')} name="reason" required maxlength={500} />
        </div>
        <div class="field">
          <label for={id('by')}>{WORDS.by[lang]}</label>
          <input id={id('by')} name="by" required maxlength={120} autocomplete="name" />
        </div>
        <p class="ways">
          <button type="submit">{WORDS.save[lang]}</button>
        </p>
      </form>
    </details>
  )
}
