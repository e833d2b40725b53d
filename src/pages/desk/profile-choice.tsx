import type { AuthorityPageCall } from '../page.ts'
import { DESK_WORDS as WORDS } from './words.ts'

/** Which programme to judge by, the national one unless another is chosen. */
export function ProfileChoice({ call: { lang, tools } }: { call: AuthorityPageCall }) {
  return (
    <div class="field">
      <label for="profile">{WORDS.profile[lang]}</label>
      <select id="profile" name="profile">
        {tools.judge.ruleSet.source.profiles.map(({ id, title }) => (
          <option value={id} selected={id === 'national'}>
            {title[lang]}
          </option>
        ))}
      </select>
    </div>
  )
}
