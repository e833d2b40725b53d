import { beforeAll, describe, expect, test } from 'vitest'
import { folderStores } from '../../src/cli/serve/place.ts'
import { serviceJudge } from '../../src/cli/service-options.ts'
import { uploadPath } from '../../src/core/paths.ts'
import { DEFAULT_LIMITS } from '../../src/intake/container.ts'
import { createService } from '../../src/service/create-service.ts'
import { bundleKey, makeUploadId } from '../../src/service/keys.ts'
import { makeZip } from '../support/zip.ts'
import { fillDesk } from './support/fill-desk.ts'
import { signedIn } from './support/signed-in.ts'
import { type Site, startSite } from './support/site.ts'

const AGENCY = { kind: 'agency', code: 'H61.152' } as const
const AUTHORITY = { kind: 'authority', province: 'H61' } as const

let site: Site
let agency: Awaited<ReturnType<typeof signedIn>>
let authority: Awaited<ReturnType<typeof signedIn>>
beforeAll(async () => {
  site = await startSite('2026-11-20T02:00:00Z')
  await fillDesk(site)
  agency = await signedIn(site, AGENCY)
  authority = await signedIn(site, AUTHORITY)
})

type Person = typeof agency
const bodyOf = async (answer: Response) => ({ status: answer.status, text: await answer.text() })
const page = async (person: Person, path: string) => bodyOf(await person.get(path))
/** Sends a form as the page does that has it. */
function send({ cookie, csrf }: Person, path: string, fields: Record<string, string | File>): Promise<Response> {
  const body = new FormData()
  for (const [name, value] of Object.entries({ csrf, ...fields })) body.set(name, value)
  const headers = { Cookie: cookie, Accept: 'text/html', 'Sec-Fetch-Site': 'same-origin' }
  return fetch(`${site.url}${path}`, { method: 'POST', body, headers, redirect: 'manual' })
}

describe('an agency reads', () => {
  const verdicts = async () => {
    const { text } = await page(agency, '/agency')
    return [...text.matchAll(/href="(\/agency\/verdicts\/[^"/?]+)"/g)].map(([, path = '']) => path)
  }

  test('its verdicts, the last one first, and what each says', async () => {
    const [last = '', first = ''] = [...new Set(await verdicts())]
    expect((await page(agency, last)).text).toContain('Đáp ứng yêu cầu')
    expect((await page(agency, first)).text).toContain('Chưa đáp ứng yêu cầu')
    expect(JSON.parse((await page(agency, `${first}/json`)).text)).toMatchObject({ kind: 'verdict', status: 'notMet' })
    const compared = await page(agency, `${last}/compare`)
    expect(compared).toMatchObject({ status: 200, text: expect.stringContaining('Tốt hơn') })
  })

  test.each([
    ['/agency/upload', 'Nộp hồ sơ'],
    ['/agency/upload/form', 'Gửi'],
    ['/agency/manifest', 'Lập bảng kê hồ sơ'],
  ])('%s', async (path, words) => {
    expect(await page(agency, path)).toMatchObject({ status: 200, text: expect.stringContaining(words) })
  })

  test('its pages, which nobody on the way keeps, frames, or sends elsewhere', async () => {
    const { headers } = await agency.get('/agency')
    expect(headers.get('Cache-Control')).toBe('no-store')
    expect(headers.get('X-Frame-Options')).toBe('DENY')
    expect(headers.get('Referrer-Policy')).toBe('same-origin')
    expect(
      headers
        .get('Content-Security-Policy')
        ?.replace(/sha256-[^']+/, '…')
        .split('; '),
    ).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src '…'",
      "font-src 'self'",
      "img-src 'self' data:",
      expect.stringMatching(/^connect-src 'self'/),
      expect.stringMatching(/^form-action 'self'/),
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ])
  })

  test('its calendar and an empty workbook', async () => {
    expect((await page(agency, '/agency/calendar.ics')).text).toContain('BEGIN:VCALENDAR')
    const workbook = await agency.get('/agency/manifest/ho-so.xlsx')
    expect(
      Buffer.from(await workbook.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK')
  })

  test('why a dossier was not taken in, with a way to mend the manifest where that is what is wrong', async () => {
    const on = '2026-11-15T02:00:00.000Z'
    const refused = async (random: string, files: Record<string, string>) => {
      const id = makeUploadId(on, random)
      await store.bundles.put(bundleKey(AGENCY.code, id), await makeZip(files), 'application/zip')
      await service.evaluateUpload({ key: bundleKey(AGENCY.code, id), on })
      return (await page(agency, uploadPath(id))).text
    }
    const store = folderStores(site.folder)
    const judge = await serviceJudge({ profile: 'national' })
    const service = createService({ ...store, judge, limits: DEFAULT_LIMITS, stopwatch: () => 0 })
    const mendable = await refused('0000000a', { 'manifest.json': '{ "schemaVersion": 1 }' })
    expect(mendable).toContain('Không tiếp nhận được bộ hồ sơ')
    expect(mendable).toContain('Các chỗ cần sửa')
    expect(mendable).toContain('<a href="/agency/manifest">Sửa bảng kê</a>')
    const empty = await refused('0000000b', { 'ghi-chu.txt': 'x' })
    expect(empty).toContain('Không tiếp nhận được bộ hồ sơ')
    expect(empty).not.toContain('Sửa bảng kê')
  })

  test('nothing of another agency', async () => {
    const [last = ''] = await verdicts()
    const stranger = await signedIn(site, { kind: 'agency', code: 'H61.99' })
    const answer = await page(stranger, last)
    expect(answer.status).toBe(404)
    expect(answer.text).not.toContain(AGENCY.code)
  })
})

describe('the authority reads', () => {
  test('the list, searched without tone marks, filtered and sorted', async () => {
    const names = async (query: string) => {
      const { text } = await page(authority, `/desk/2026${query}`)
      const rows = /<tbody>(.*?)<\/tbody>/s.exec(text)?.[1] ?? ''
      return [...rows.matchAll(/<tr.*?<\/tr>/gs)].map(([row]) => /H61\.\d+/.exec(row)?.[0])
    }
    expect(await names('')).toHaveLength(10)
    expect(await names('?q=so%20tu%20phap')).toEqual(['H61.12'])
    expect(await names('?status=none&sort=code')).toEqual(['H61.20', 'H61.21'])
  })

  test.each([
    ['/desk/2026/plan', 'Kế hoạch kiểm tra năm 2026'],
    ['/desk/2026/plan/print', 'Hệ thống quản lý chất lượng năm 2026'],
    ['/desk/2026/report', '<svg'],
    ['/desk/2026/letters', 'Sở Tư pháp'],
    ['/desk/agencies/H61.152', 'H61.152'],
    ['/desk/rule-preview', 'Tệp bộ quy tắc'],
    ['/desk/draw-up', 'Danh sách cơ quan (CSV, XLSX)'],
  ])('%s', async (path, words) => {
    expect(await page(authority, path)).toMatchObject({ status: 200, text: expect.stringContaining(words) })
  })

  test.each(['plan.xlsx', 'report.xlsx', 'letters/H61.12'])('%s as a file', async (path) => {
    const answer = await authority.get(`/desk/2026/${path}`)
    expect([
      answer.status,
      Buffer.from(await answer.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ]).toEqual([200, 'PK'])
  })

  test('nothing of another province', async () => {
    expect((await page(authority, '/desk/agencies/H01.12')).status).toBe(403)
  })
})

describe('the authority sends', () => {
  test('a list that is none, and is told what to do', async () => {
    const file = new File(['không phải danh sách'], 'danh-sach.csv', { type: 'text/csv' })
    const answer = await bodyOf(await send(authority, '/desk/draw-up', { register: file, year: '2027' }))
    expect(answer.text).toContain('Chưa lập được rà soát')
  })

  test('a list, and is told what using it would change; nothing changes until they agree', async () => {
    const count = async () => [...(await page(authority, '/desk/2026')).text.matchAll(/<th scope="row"/g)].length
    const form = (await page(authority, '/desk/draw-up')).text
    const [, version = ''] = /name="version" value="([^"]+)"/.exec(form) ?? []
    const list = 'Mã cơ quan,Tên cơ quan,Khối\nH61.12,Sở Tư pháp,Sở\n'
    const asked = () =>
      send(authority, '/desk/draw-up', {
        ...{ version, year: '2026', profile: 'national' },
        register: new File([list], 'danh-sach.csv', { type: 'text/csv' }),
      })
    const [first, again] = [await asked(), await asked()]
    const path = first.headers.get('Location') ?? ''
    // A double click asks once.
    expect([first.status, again.headers.get('Location')]).toEqual([303, path])
    await expect
      .poll(async () => (await page(authority, `${path}/state`)).text, { timeout: 20_000 })
      .toBe('{"state":"made"}')
    const { text } = await page(authority, path)
    expect(text).toContain('Khác bản đang dùng')
    expect(await count()).toBe(10)
    expect((await send(agency, `${path}/shown`, {})).status).toBe(403)
    expect((await send(authority, `${path}/shown`, {})).status).toBe(303)
    expect(await count()).toBe(1)
    const versions = (await page(authority, '/desk/2026/versions')).text
    const [, earlier = ''] = /action="([^"]+)\/shown"/.exec(versions) ?? []
    expect((await send(authority, `${earlier}/shown`, {})).status).toBe(303)
    expect(await count()).toBe(10)
  })

  test('a rule set that is none, and is told what to do', async () => {
    const file = new File(['{'], 'x.json', { type: 'application/json' })
    const answer = await bodyOf(await send(authority, '/desk/rule-preview', { rules: file }))
    expect(answer.text).toContain('Chưa xem trước được')
  })
})

test('none of this was a fault of ours', () => expect(site.faults).toEqual([]))
