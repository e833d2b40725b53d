import type { Language } from '../../base/localized.ts'
import { DISCLAIMER } from '../../report/words/verdict.ts'

/** The foot of every page: what the service's answers are not. */
export function Footer({ lang }: { lang: Language }) {
  return (
    <footer class="site">
      <p>{DISCLAIMER[lang]}</p>
    </footer>
  )
}
