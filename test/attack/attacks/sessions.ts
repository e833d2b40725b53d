import { signedIn } from '../../http/support/signed-in.ts'
import type { Attack } from '../attack.ts'

const AGENCY = { kind: 'agency', code: 'H61.81' } as const
const FORM = { method: 'POST', redirect: 'manual', headers: { 'Sec-Fetch-Site': 'same-origin' } } as const

/** Cookies that somebody kept after the session had ended, and tokens that are no API tokens. */
export const SESSIONS: readonly Attack[] = [
  {
    name: 'the cookie of a session after its person signed out, on this device or on all',
    async play(target) {
      const [one, other] = [await signedIn(target, AGENCY), await signedIn(target, AGENCY)]
      const third = await signedIn(target, AGENCY)
      const signOut = async (path: string, { cookie, csrf }: { cookie: string; csrf: string }) => {
        const headers = { ...FORM.headers, Cookie: cookie }
        const body = new URLSearchParams({ csrf })
        return (await fetch(`${target.url}${path}`, { ...FORM, headers, body })).status
      }
      const open = async ({ get }: typeof one) => (await get('/agency')).status
      const before = [await open(one), await open(other)]
      const out = await signOut('/sign-out', one)
      const after = [await open(one), await open(other)]
      await signOut('/sign-out/everywhere', other)
      const everywhere = [await open(other), await open(third)]
      return {
        held: [before, out, after, everywhere].flat().join() === '200,200,303,302,200,302,302',
        seen: `before ${before}, signed out (${out}) ${after}, everywhere ${everywhere}`,
      }
    },
  },
]
