import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'vitest'
import type { signedIn } from './signed-in.ts'
import type { Site } from './site.ts'

/** Hands a bundle in as the page of uploads does. @returns the path of its verdict, once it is there */
export async function sendBundle(
  site: Site,
  { cookie, csrf, get }: Awaited<ReturnType<typeof signedIn>>,
  zip: Uint8Array,
): Promise<string> {
  const asked = await fetch(`${site.url}/agency/uploads`, {
    method: 'POST',
    headers: { Cookie: cookie, 'X-CSRF-Token': csrf, Accept: 'application/json', 'Sec-Fetch-Site': 'same-origin' },
  })
  const { url, fields, fileField, next } = await asked.json()
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, String(value))
  form.append(fileField, new Blob([Uint8Array.from(zip)]))
  expect((await fetch(url, { method: 'POST', body: form })).status).toBe(204)
  const verdict = `/agency/verdicts/${String(next).split('/').at(-1)}`
  for (let tries = 0; tries < 600; tries++) {
    if ((await get(verdict)).status === 200) return verdict
    await sleep(50)
  }
  return expect.unreachable('no verdict came')
}
