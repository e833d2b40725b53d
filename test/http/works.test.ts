import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { folderStores } from '../../src/cli/serve/place.ts'
import { lettersPath, PREVIEW_PATH, versionsPath } from '../../src/core/paths.ts'
import { makeUploadId, versionKey } from '../../src/service/keys.ts'
import { writePlanChange } from '../../src/service/plan-changes.ts'
import { fillDesk } from './support/fill-desk.ts'
import { signedIn } from './support/signed-in.ts'
import { startSite } from './support/site.ts'

const site = await startSite('2026-11-20T02:00:00Z')
await fillDesk(site)
const { verdicts } = folderStores(site.folder)
const desk = await signedIn(site, { kind: 'authority', province: 'H61' })
const abroad = await signedIn(site, { kind: 'authority', province: 'H01' })
const agency = await signedIn(site, { kind: 'agency', code: 'H61.12' })

function send(path: string, fields: Record<string, string>, by = desk, more: Record<string, string> = {}) {
  const body = new URLSearchParams({ csrf: by.csrf, ...fields })
  const headers = { Cookie: by.cookie, 'Sec-Fetch-Site': 'same-origin', ...more }
  return fetch(`${site.url}${path}`, { method: 'POST', body, headers, redirect: 'manual' })
}

const bodyOf = async (answer: Response) => ({ status: answer.status, text: await answer.text() })
const text = async (path: string, by = desk) => (await by.get(path)).text()
const versionIn = (page: string) => /name="version" value="([^"]+)"/.exec(page)?.[1] ?? ''

/** Waits until it is made; its address. */
async function made(answer: Response): Promise<string> {
  expect(answer.status).toBe(303)
  const path = answer.headers.get('Location') ?? ''
  await expect.poll(() => text(`${path}/state`), { timeout: 20_000 }).toBe('{"state":"made"}')
  return path
}

describe('a rule whose parameters are changed in the page', () => {
  const form = `${PREVIEW_PATH}?rule=staff-trained`

  test('is asked for by what they stand for, with the values in use, and no key is shown', async () => {
    const page = await text(form)
    expect(page).toContain('<option value="staff-trained" selected')
    expect(page).toMatch(/<label for="param-months">Khoảng thời gian \(tháng\)<\/label><input[^>]* value="24"/)
    expect(page.replace(/<[^>]*>/g, ' ')).not.toContain('staff-trained')
  })

  test('is tried on the province beside everything else; sent twice, it is tried once', async () => {
    const fields = {
      rule: 'staff-trained',
      'param-months': '1',
      profile: 'national',
      version: versionIn(await text(form)),
    }
    const [first, again] = [await send(PREVIEW_PATH, fields), await send(PREVIEW_PATH, fields)]
    const path = await made(first)
    expect(again.headers.get('Location')).toBe(path)
    const page = await text(path)
    expect(page).toContain('thông số khoảng thời gian (tháng) (từ ngày 18/5/2014) 24 → 1')
    expect(page).toMatch(/Cơ quan thay đổi kết quả \(\d trong 2\)/)
    expect((await text(versionsPath(2026))).match(/href="[^"]*\/versions\/preview\/[^"]*"/g)).toHaveLength(1)
    expect((await abroad.get(path)).status).toBe(404)
    expect((await agency.get(path)).status).toBe(403)
  })

  test('is answered to a program with its id and where to ask', async () => {
    const fields = { rule: 'staff-trained', 'param-months': '24', profile: 'national' }
    const answer = await send(PREVIEW_PATH, fields, desk, { Accept: 'application/json' })
    const { id, state } = await answer.json()
    expect([answer.status, state]).toEqual([202, expect.stringContaining(`/versions/preview/${id}/state`)])
    await expect.poll(() => text(state), { timeout: 20_000 }).toBe('{"state":"made"}')
    expect(await text(state.replace('/state', ''))).toContain('Hai bộ quy tắc giống nhau')
  })

  test('with a value that is none says which', async () => {
    for (const said of ['hai', '-1', '1,5', '']) {
      const answer = await send(PREVIEW_PATH, { rule: 'staff-trained', 'param-months': said, profile: 'national' })
      const { status, text: told } = await bodyOf(answer)
      expect([status, told]).toEqual([422, expect.stringContaining(`“Khoảng thời gian (tháng)” ghi “${said}”`)])
    }
    expect((await send(PREVIEW_PATH, { rule: 'no-such-rule', profile: 'national' })).status).toBe(422)
  })
})

describe('letters to those that are chosen', () => {
  test('are made beside everything else, and had as one file', async () => {
    const page = await text(`${lettersPath(2026)}?code=H61.12&code=H61.20`)
    const fields = { version: versionIn(page) }
    const [, action = ''] = /<form method="post" action="([^"]*letters[^"]*)"/.exec(page) ?? []
    const asked = () => send(action.replaceAll('&amp;', '&'), fields)
    const [first, again] = [await asked(), await asked()]
    const path = await made(first)
    expect(again.headers.get('Location')).toBe(path)
    expect(await text(path)).toContain('2 dự thảo; 0 cơ quan không có văn bản')
    const zip = unzipSync(new Uint8Array(await (await desk.get(`${path}/letters.zip`)).arrayBuffer()))
    expect(Object.keys(zip)).toEqual(['H61.12.docx', 'H61.20.docx'])
    expect(Object.keys(unzipSync(zip['H61.12.docx'] ?? new Uint8Array()))).toContain('word/document.xml')
    expect((await abroad.get(`${path}/letters.zip`)).status).toBe(404)
    expect((await desk.get(`${path}/paper.xlsx`)).status).toBe(404)
  })

  test('of which there are none are refused in words', async () => {
    expect((await send(`${lettersPath(2026)}?code=H61.9999`, {})).status).toBe(422)
  })
})

test('the dossiers of a province are judged again for a reason, and it is told what was replaced', async () => {
  const list = await text(versionsPath(2026))
  const form = list.split(`action="${versionsPath(2026)}/rejudge"`)[1] ?? ''
  const told = await bodyOf(await send(`${versionsPath(2026)}/rejudge`, { reason: ' ' }))
  expect([told.status, told.text.includes('Chưa ghi lý do')]).toEqual([422, true])
  const again = async (version: string) =>
    text(await made(await send(`${versionsPath(2026)}/rejudge`, { version, reason: 'Sửa quy tắc' })))
  // They were judged without this service's key: two dossiers of one agency, one of the other.
  const first = await again(versionIn(form))
  expect(/<p class="lead">([^<]*)</.exec(first)?.[1]).toContain('3 kết quả được thay, 0 kết quả không đổi')
  expect([first.includes('>H61.12</a>'), first.includes('>H61.152</a>')]).toEqual([true, true])
  const second = await again('')
  expect(/<p class="lead">([^<]*)</.exec(second)?.[1]).toContain('0 kết quả được thay, 3 kết quả không đổi')
  expect((await text(versionsPath(2026))).includes('Đánh giá lại hồ sơ</h3>')).toBe(true)
})

describe.each([
  ['plan', 'Kế hoạch kiểm tra', 'ke-hoach-kiem-tra-2026.xlsx'],
  ['report', 'Báo cáo năm', 'bao-cao-2026.xlsx'],
])('the %s of a day', (work, title, file) => {
  test('is kept as it was, whatever is written beside the plan later', async () => {
    const list = await text(versionsPath(2026))
    const form = list.split(`action="${versionsPath(2026)}/${work}"`)[1] ?? ''
    const path = await made(await send(`${versionsPath(2026)}/${work}`, { version: versionIn(form) }))
    const before = await text(`${path}/page`)
    const change = { change: 'add', agency: 'H61.20', month: '2026-12', reason: `Theo đơn ${work}`, by: 'An' } as const
    const on = work === 'plan' ? '2026-11-19T02:00:00.000Z' : '2026-11-19T02:00:01.000Z'
    await writePlanChange({ province: 'H61', year: 2026 }, { on, change }, '0000abcd', verdicts)
    const shape = (page: string) => /<main[\s\S]*<\/main>/.exec(page)?.[0] ?? page.length
    expect(shape(await text(`${path}/page`))).toBe(shape(before))
    const workbook = await desk.get(`${path}/paper.xlsx`)
    expect(workbook.headers.get('Content-Disposition')).toContain(file)
    expect(await text(versionsPath(2026))).toContain(`${title}</h3>`)
    expect((await desk.get(`${path}/letters.zip`)).status).toBe(404)
    expect((await agency.get(`${path}/page`)).status).toBe(403)
    // It is no version of the pre-screening.
    expect((await send(`${path}/shown`, {})).status).toBe(404)
  })
})

test('a form that somebody came back to asks for what it says now, and a minute later for what is now', async () => {
  const version = makeUploadId('2026-11-20T02:00:00.000Z', '0000beef')
  const asked = async (months: string) => {
    const answer = await send(PREVIEW_PATH, {
      version,
      rule: 'staff-trained',
      'param-months': months,
      profile: 'national',
    })
    return answer.headers.get('Location')
  }
  const first = await asked('3')
  expect([first?.endsWith(version), await asked('3')]).toEqual([true, first])
  const other = await asked('4')
  expect([other === first, other?.includes('/versions/preview/')]).toEqual([false, true])
  site.later(61_000)
  expect((await asked('3')) === first).toBe(false)
})

test.each(['20251120T020000000Z-0000beef', '20991120T020000000Z-0000beef', 'x', '../shown'])(
  'an id of another time, or none, is not what is asked by: %s',
  async (version) => {
    const fields = { version, rule: 'staff-trained', 'param-months': '7', profile: 'national' }
    const path = (await send(PREVIEW_PATH, fields)).headers.get('Location')
    expect([path?.includes('/versions/preview/20261120T'), path?.includes(version)]).toEqual([true, false])
  },
)

test('of each kind no more is asked for in a day than a person can look at', async () => {
  for (let at = 0; at < 50; at++) {
    const id = makeUploadId(new Date(Date.parse('2026-11-20T01:00:00Z') + at * 1000).toISOString(), '0000abcd')
    await verdicts.put(
      versionKey({ province: 'H61', year: 2026, work: 'letters' }, id),
      Buffer.from('{}'),
      'application/json',
    )
  }
  const { status, text: told } = await bodyOf(await send(`${lettersPath(2026)}?code=H61.12`, {}))
  expect([status, told.includes('tối đa 50 lần trong một ngày')]).toEqual([429, true])
})

test('none of this was a fault of ours', () => expect(site.faults).toEqual([]))
