import type { Caller } from '../../../src/http/sign-in/caller.ts'
import type { Site } from './site.ts'

const HTML = { Accept: 'text/html' }
const OWN = { 'Sec-Fetch-Site': 'same-origin' }
const firstCookie = (answer: Response, name: string) =>
  answer.headers.getSetCookie().find((one) => one.startsWith(`${name}=`)) ?? ''
const pair = (cookie: string) => cookie.split(';')[0] ?? ''

/** Signs in as a browser does, by plain requests. */
export async function signedIn({ url }: Pick<Site, 'url'>, caller: Caller) {
  /** Away to the issuer and back, up to where the service is asked to finish. */
  async function away(to: string) {
    const begun = await fetch(`${url}/sign-in?${new URLSearchParams({ to })}`, { redirect: 'manual' })
    const asked = new URL(begun.headers.get('Location') ?? '')
    const pick = caller.kind === 'agency' ? `agency:${caller.code}` : `authority:${caller.province}`
    const body = new URLSearchParams({ ...Object.fromEntries(asked.searchParams), pick })
    const picked = await fetch(`${url}/development-issuer/authorize`, {
      method: 'POST',
      body,
      headers: OWN,
      redirect: 'manual',
    })
    const finish = picked.headers.get('Location') ?? ''
    const headers = { Cookie: pair(firstCookie(begun, 'sign-in')), ...HTML }
    return () => fetch(finish, { headers, redirect: 'manual' })
  }
  let again = await away('/signed-in')
  const setCookie = firstCookie(await again(), 'session')
  const cookie = pair(setCookie)
  const get = (path: string) => fetch(`${url}${path}`, { headers: { Cookie: cookie, ...HTML }, redirect: 'manual' })
  const csrf = /name="csrf" value="([^"]+)"/.exec(await (await get('/signed-in')).text())?.[1] ?? ''
  return {
    /** `Set-Cookie` as it was sent, and what a browser sends back of it. */
    setCookie,
    cookie,
    csrf,
    get,
    /** The last answer of another sign-in that is to lead to a path. */
    async finished(to: string) {
      again = await away(to)
      return again()
    },
    /** The same request once more. */
    finishedAgain: () => again(),
  }
}
