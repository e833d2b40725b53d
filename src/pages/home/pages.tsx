import type { Page } from '../page.ts'
import { welcome } from './welcome.tsx'

/** The front page: whoever is signed in is led to their own. */
export const HOME_PAGES: readonly Page[] = [
  {
    method: 'GET',
    path: '/',
    access: 'open',
    async handle(call) {
      if (call.caller === undefined) return welcome(call)
      return call.context.redirect(call.caller.kind === 'agency' ? '/agency' : '/desk')
    },
  },
]
