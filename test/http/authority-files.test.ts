import { describe, expect, test } from 'vitest'
import { folderStores } from '../../src/cli/serve/place.ts'
import { authorityFilesPath } from '../../src/core/paths.ts'
import { readAudit } from '../../src/service/audit.ts'
import { fillDesk } from './support/fill-desk.ts'
import { signedIn } from './support/signed-in.ts'
import { startSite } from './support/site.ts'

const site = await startSite('2026-11-20T02:00:00Z', { catalogueKey: 'authority/catalogue/' })
await fillDesk(site)
const PATH = authorityFilesPath('H61.12')
const RECORD = {
  agency: 'H61.12',
  onSiteInspection: { recordSignedOn: '2026-04-15', findings: 2 },
  noticeReceivedOn: null,
  decisions: [
    {
      rule: 'internal-audit-yearly',
      outcome: 'fail',
      on: '2026-10-20',
      by: 'Lê Văn An',
      reason: 'Không có <b>hồ sơ</b>',
    },
  ],
}

const authority = await signedIn(site, { kind: 'authority', province: 'H61' })
const send = (what: 'record' | 'catalogue', name: string, content: string, by = authority) => {
  const body = new FormData()
  body.set('csrf', by.csrf)
  body.set('file', new File([content], name))
  const headers = { Cookie: by.cookie, Accept: 'text/html', 'Sec-Fetch-Site': 'same-origin' }
  return fetch(`${site.url}${PATH}/${what}`, { method: 'POST', body, headers, redirect: 'manual' })
}
const shown = async () => (await authority.get(PATH)).text()
async function all<T>(from: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const one of from) found.push(one)
  return found
}
const { bundles, verdicts } = folderStores(site.folder)
const kept = async (path: string) => new TextDecoder().decode(await bundles.read(`authority/${path}`))
const lists = async () => (await all(bundles.list('authority/catalogue/'))).map(({ key }) => key)
const audited = () => all(readAudit({ from: '2026-11-20', to: '2026-11-20', agency: 'H61.12' }, verdicts))

test('an agency, and the authority of another province, see and send nothing', async () => {
  for (const caller of [
    { kind: 'agency', code: 'H61.12' },
    { kind: 'authority', province: 'H01' },
  ] as const) {
    const other = await signedIn(site, caller)
    expect((await other.get(PATH)).status).toBe(403)
    expect((await send('record', 'a.json', JSON.stringify(RECORD), other)).status).toBe(403)
  }
  expect(await shown()).toContain('Chưa có bản ghi về cơ quan này.')
})

describe('a record', () => {
  test('that was sent stands on the page, is kept bound to the dossier, and who sent it is recorded', async () => {
    const answer = await send('record', 'ban-ghi.json', JSON.stringify(RECORD))
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, `${PATH}?stored=record`])
    const page = await shown()
    expect(page).toContain(
      'Biên bản ký ngày 15/4/2026; số nội dung chưa đáp ứng: 2; ngày nhận báo cáo khắc phục: không có',
    )
    expect(page).toContain('Không có &lt;b&gt;hồ sơ&lt;/b&gt;')
    expect(page).toContain('Thay bản ghi')
    const record = JSON.parse(await kept('records/H61.12.json'))
    expect(record).toMatchObject(RECORD)
    expect(Object.keys(record.decisions[0].sections)).toEqual(['internalAudits'])
    expect(await audited()).toContainEqual(
      expect.objectContaining({ action: 'record-written', agency: 'H61.12', what: { file: 'ban-ghi.json' } }),
    )
  })

  test('is replaced by the next', async () => {
    await send(
      'record',
      'ban-ghi.json',
      JSON.stringify({ agency: 'H61.12', statusReport: { receivedOn: '2026-10-07' } }),
    )
    expect(await shown()).toContain('07/10/2026')
    expect(await shown()).not.toContain('15/4/2026')
  })

  test.each([
    [
      'of another agency',
      'a.json',
      JSON.stringify({ ...RECORD, agency: 'H61.13' }),
      'không có đúng một bản ghi của cơ quan H61.12',
    ],
    [
      'with a key that is not known',
      'a.json',
      JSON.stringify({ agency: 'H61.12', noticeRecievedOn: null }),
      'noticeReceivedOn',
    ],
    [
      'about a rule that there is not',
      'a.json',
      JSON.stringify({ ...RECORD, decisions: [{ ...RECORD.decisions[0], rule: 'internal-audit' }] }),
      'internal-audit',
    ],
    ['that is no JSON', 'a.json', '{', 'chưa đóng'],
    ['of no kind that is read', 'a.exe', 'MZ', 'JSON hoặc XLSX'],
    ['of nothing', 'a.json', '', 'Chưa chọn tệp'],
  ])('%s is told and not kept', async (_, name, content, told) => {
    const before = await kept('records/H61.12.json')
    const answer = await send('record', name, content)
    expect(answer.status).toBe(422)
    expect((await answer.text()).replaceAll('&#39;', "'")).toContain(told)
    expect(await kept('records/H61.12.json')).toBe(before)
  })

  test('beyond what a form may hold is not read', async () => {
    const answer = await send('record', 'a.json', ' '.repeat(5 * 1024 * 1024))
    expect(answer.status).toBe(413)
    expect(answer.headers.get('Connection')).toBe('close')
  })
})

describe('a list of procedures', () => {
  test('is kept as the one of the day, and told by its name', async () => {
    expect((await send('catalogue', 'ds.csv', 'Mã TTHC,Tên thủ tục\n1.000001,Một\n')).status).toBe(303)
    expect(await kept('catalogue/H61.12_2026-11-20.csv')).toContain('1.000001')
    expect(await shown()).toContain('H61.12_2026-11-20.csv')
    expect(await audited()).toContainEqual(
      expect.objectContaining({ action: 'catalogue-written', what: { file: 'ds.csv', procedures: 1 } }),
    )
  })

  test.each([
    ['that names no procedure', 'ds.csv', 'a,b\n1,2\n'],
    ['of another kind than the one of the day', 'ds.json', '{"procedures":[{"code":"1.000001","name":"Một"}]}'],
    ['that is none', 'ds.pdf', '%PDF-1.4'],
  ])('%s is told and not kept', async (_, name, content) => {
    expect((await send('catalogue', name, content)).status).toBe(422)
    expect(await lists()).toEqual(['authority/catalogue/H61.12_2026-11-20.csv'])
  })
})
