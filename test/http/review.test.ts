import { expect, test } from 'vitest'
import { bundleOf, CODE } from '../service/world.ts'
import { sendBundle } from './support/send-bundle.ts'
import { signedIn } from './support/signed-in.ts'
import { startSite } from './support/site.ts'

const RULE = 'no-independent-certification'
const DECIDED =
  'Người có thẩm quyền đã kết luận: Đạt yêu cầu. Lý do: Hợp đồng &lt;cũ&gt;, đã hết hạn (Lê Văn An, ngày 20/11/2026)'

test('a point that only a person can decide is decided from the verdict; the agency sees it at once, and until it is taken back', async () => {
  const site = await startSite('2026-11-20T02:00:00Z')
  const agency = await signedIn(site, { kind: 'agency', code: CODE })
  const authority = await signedIn(site, { kind: 'authority', province: 'H61' })
  const bundle = await bundleOf({ certificates: [{ issuer: 'Tổ chức A', issuedOn: '2026-05-04' }] })
  const own = await sendBundle(site, agency, bundle)
  const atDesk = `/desk/agencies/${CODE}/verdicts/${own.split('/').at(-1)}`
  const read = async (who: typeof agency, path: string) => (await who.get(path)).text()
  const decide = (fields: Record<string, string>) =>
    fetch(`${site.url}${atDesk}/review`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ csrf: authority.csrf, rule: RULE, by: 'Lê Văn An', ...fields }),
      headers: { Cookie: authority.cookie, 'Sec-Fetch-Site': 'same-origin', Accept: 'text/html' },
    })

  const way = `href="${atDesk}/review#rule-${RULE}"`
  const before = await read(authority, atDesk)
  // The way stands at the point, under its title.
  expect(before.indexOf(way)).toBeGreaterThan(before.indexOf(`id="rule-${RULE}"`))
  expect(before.slice(before.indexOf(`id="title-${RULE}"`), before.indexOf(way))).not.toContain('<article')
  expect(await read(agency, own)).not.toContain('/review')

  site.later(60_000)
  const reason = 'Hợp đồng <cũ>, đã hết hạn'
  expect((await decide({ outcome: 'maybe', reason })).status).toBe(422)
  expect((await decide({ outcome: 'pass', reason, rule: 'scope-stated' })).status).toBe(422)
  expect(await read(agency, own)).not.toContain('đã kết luận')
  expect((await decide({ outcome: 'pass', reason })).headers.get('Location')).toBe(`${atDesk}/review#rule-${RULE}`)
  for (const [who, path] of [
    [agency, own],
    [authority, atDesk],
  ] as const)
    expect((await read(who, path)).includes(DECIDED)).toBe(true)
  expect(
    (await fetch(`${site.url}${own}`, { headers: { Cookie: agency.cookie } })).headers.get('Content-Security-Policy'),
  ).not.toContain('unsafe')

  site.later(60_000)
  expect((await decide({ outcome: 'takenBack', reason: 'Xem nhầm' })).status).toBe(303)
  expect(await read(agency, own)).not.toContain('đã kết luận')

  // The next verdict counts by it, of the same dossier on the same day too: nothing is left to be told beside it.
  site.later(60_000)
  expect((await decide({ outcome: 'pass', reason })).status).toBe(303)
  site.later(60_000)
  const next = await sendBundle(site, agency, bundle)
  const { findings } = await (await agency.get(`${next}/json`)).json()
  expect(findings.find(({ rule }: { rule: string }) => rule === RULE)).toMatchObject({ outcome: 'pass' })
  expect((await read(agency, next)).includes('tính theo kết luận này từ lần đánh giá sau')).toBe(false)
  expect((await read(agency, own)).includes(DECIDED)).toBe(true)
  expect(site.faults).toEqual([])
})
