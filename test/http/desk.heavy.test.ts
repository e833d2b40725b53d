import { beforeAll, describe, expect, test } from 'vitest'
import { publishRuleSet } from '../../src/rules/rule-set.ts'
import { RULES } from '../province/made.ts'
import { expectNoViolations } from './support/axe.ts'
import { openBrowser, shoot, WHY_NO_BROWSER } from './support/browser.ts'
import { fillDesk } from './support/fill-desk.ts'
import { signIn } from './support/sign-in.ts'
import { type Site, startSite } from './support/site.ts'

const AUTHORITY = { kind: 'authority', province: 'H61' } as const

describe.skipIf(WHY_NO_BROWSER !== undefined)('the authority’s desk', async () => {
  let site: Site
  const browser = WHY_NO_BROWSER === undefined ? await openBrowser() : undefined
  const open = async (options = {}) => {
    const watched = (await browser?.open(options)) ?? expect.unreachable()
    await signIn(watched.page, site.url, AUTHORITY, '/desk/2026')
    return watched
  }

  beforeAll(async () => {
    site = await startSite('2026-11-20T02:00:00Z')
    await fillDesk(site)
  })

  test('the list is searched without tone marks, filtered and sorted; no violation at either width', async () => {
    const { page, problems } = await open()
    await shoot(page, 'desk-wide')
    await expectNoViolations(page)
    expect(await page.locator('tbody tr').count()).toBe(10)
    await page.getByLabel('Tìm theo tên hoặc mã').fill('so tu phap')
    await page.getByRole('button', { name: 'Lọc' }).click()
    expect(await page.locator('tbody th').allTextContents()).toEqual(['Sở Tư pháp'])
    await page.goto(`${site.url}/desk/2026?status=none&sort=code`)
    const codes = () => page.locator('tbody td:first-child').allTextContents()
    expect(await codes()).toEqual(['H61.20', 'H61.21'])
    await page.getByRole('link', { name: '2 Chưa gửi hồ sơ' }).click()
    await page.getByText('10 trong 10 cơ quan').waitFor()
    await page.getByRole('link', { name: '1 Chưa đáp ứng yêu cầu' }).click()
    expect(await codes()).toEqual(['H61.22'])
    await page.goto(`${site.url}/desk/2026?q=so%20thu`)
    const head = (name: string) => page.getByRole('columnheader', { name })
    await head('Mã').getByRole('link').click()
    expect(await codes()).toEqual(Array.from({ length: 8 }, (_, at) => `H61.2${at}`))
    await head('Mã').getByRole('link').click()
    expect(await codes()).toEqual(Array.from({ length: 8 }, (_, at) => `H61.2${7 - at}`))
    expect(await head('Mã').getAttribute('aria-sort')).toBe('descending')
    // Those without a dossier have no score, and stand last either way.
    await head('Điểm').getByRole('link').click()
    expect((await codes()).slice(-2)).toEqual(['H61.20', 'H61.21'])
    await head('Điểm').getByRole('link').click()
    expect((await codes()).slice(-2)).toEqual(['H61.20', 'H61.21'])
    await expectNoViolations(page)
    await page.goto(`${site.url}/desk/2026?lang=en`)
    await page.setViewportSize({ width: 360, height: 740 })
    await shoot(page, 'desk-narrow-en')
    await expectNoViolations(page)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360)
    expect(problems).toEqual([])
  })

  test('an agency’s history leads to its verdicts; another province’s agency is not shown', async () => {
    const { page, problems } = await open()
    await page.getByRole('link', { name: 'UBND phường Mỹ Thuận Đông' }).click()
    await page.getByRole('heading', { level: 1, name: /Mỹ Thuận Đông.*H61\.152/ }).waitFor()
    await shoot(page, 'desk-history')
    await expectNoViolations(page)
    expect(await page.locator('svg circle').count()).toBe(2)
    await page.locator('tbody a').first().click()
    await page.getByRole('link', { name: 'So với lần trước' }).click()
    await page.getByRole('heading', { name: /^Tốt hơn/ }).waitFor()
    await expectNoViolations(page)
    await page.getByRole('link', { name: 'Xem kết quả lần này' }).click()
    await page.getByRole('link', { name: '← Lịch sử của cơ quan' }).click()
    await page.getByRole('heading', { level: 1, name: /H61\.152/ }).waitFor()
    expect(problems).toEqual([])
    const answer = await page.goto(`${site.url}/desk/agencies/H01.12`)
    expect(answer?.status()).toBe(403)
    expect(await page.locator('h1').textContent()).toBe('Cơ quan ngoài địa bàn')
  })

  test('what the authority keeps of an agency is seen and replaced, on a narrow screen too', async () => {
    const { page, problems } = await open()
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto(`${site.url}/desk/agencies/H61.12`)
    await page.getByRole('link', { name: 'Bản ghi và danh mục của cơ quan kiểm tra' }).click()
    await page.getByText('Chưa có bản ghi về cơ quan này.').waitFor()
    await expectNoViolations(page)
    const record = {
      agency: 'H61.12',
      onSiteInspection: { recordSignedOn: '2026-04-15', findings: 2 },
      earlierFindings: [
        { id: 'KT-01', raisedOn: '2026-04-15', correctedOn: '2026-06-01' },
        { id: 'KT-02', raisedOn: '2026-04-15' },
      ],
      noticeReceivedOn: '2024-04-05',
      papersSeen: [{ rule: 'declaration-in-force', how: 'paper', seenOn: '2026-10-20', by: 'Lê Văn An' }],
      decisions: [
        {
          rule: 'shared-process-similar',
          item: 'QT-01',
          outcome: 'pass',
          on: '2026-10-20',
          by: 'Lê Văn An',
          reason: 'Các thủ tục tương tự',
        },
      ],
    }
    const file = page.getByLabel('Tệp bản ghi (JSON, XLSX)')
    await file.setInputFiles({
      name: 'a.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(record)),
    })
    await page.getByRole('button', { name: 'Lưu' }).first().click()
    await page.getByText('Đã lưu.').waitFor()
    await shoot(page, 'desk-kept-narrow')
    await expectNoViolations(page)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360)
    await page.setViewportSize({ width: 1280, height: 900 })
    await shoot(page, 'desk-kept')
    expect(problems).toEqual([])
  })

  test('an inspector moves an agency with a written reason, which stands and can be taken back', async () => {
    const { page, problems } = await open()
    await page.getByRole('link', { name: 'Kế hoạch kiểm tra' }).click()
    await shoot(page, 'desk-plan')
    await expectNoViolations(page)
    const dossier = page.locator('table').nth(1)
    const row = dossier.locator('tr', { hasText: 'Sở Tư pháp' })
    await row.locator('summary').click()
    await row.getByLabel('Thay đổi', { exact: true }).selectOption('add')
    await row.getByLabel('Lý do bằng lời (bắt buộc)').fill('Có phản ánh của công dân')
    await row.getByLabel('Người quyết định').fill('Lê Văn An, Chi cục trưởng')
    await shoot(page, 'desk-plan-form')
    await row.getByRole('button', { name: 'Ghi thay đổi' }).click()
    const visited = page.locator('table').nth(0)
    await visited.getByText('Có phản ánh của công dân').waitFor()
    await page.getByText(/H61\.12 – đưa vào kiểm tra tại trụ sở.*Lê Văn An/).waitFor()
    await page.locator('table').nth(0).locator('tr', { hasText: 'Sở Tư pháp' }).locator('summary').click()
    const back = visited.locator('tr', { hasText: 'Sở Tư pháp' })
    await back.getByLabel('Thay đổi', { exact: true }).selectOption('undo')
    await back.getByLabel('Lý do bằng lời (bắt buộc)').fill('Đã làm rõ')
    await back.getByLabel('Người quyết định').fill('Lê Văn An')
    await back.getByRole('button', { name: 'Ghi thay đổi' }).click()
    await dossier.getByText('Sở Tư pháp').waitFor()
    expect(problems).toEqual([])
  })

  test('plan, report and letters are downloaded; the report is drawn', async () => {
    const { page, problems } = await open()
    await page.goto(`${site.url}/desk/2026/letters`)
    await shoot(page, 'desk-letters')
    await expectNoViolations(page)
    for (const path of ['plan.xlsx', 'report.xlsx', 'letters/H61.12', 'letters/H61.20']) {
      const answer = await page.request.get(`${site.url}/desk/2026/${path}`)
      expect([path, answer.status(), (await answer.body()).subarray(0, 2).toString()]).toEqual([path, 200, 'PK'])
    }
    await page.goto(`${site.url}/desk/2026/report`)
    await shoot(page, 'desk-report')
    expect(await page.locator('svg').count()).toBeGreaterThan(0)
    await page.getByRole('link', { name: 'Về danh sách cơ quan' }).click()
    await page.goto(`${site.url}/desk/2026/versions`)
    await page.getByRole('button', { name: 'Lập bản báo cáo năm' }).click()
    await page.getByRole('heading', { level: 1, name: /^Báo cáo năm lập lúc/ }).waitFor()
    await page.getByRole('link', { name: 'Mở để xem, in' }).click()
    await page.getByRole('link', { name: '← Bản đã lập' }).click()
    await shoot(page, 'desk-report-made')
    await expectNoViolations(page)
    await page.goto(`${site.url}/desk/2026/versions`)
    await page.getByRole('heading', { level: 3, name: 'Báo cáo năm' }).waitFor()
    await shoot(page, 'desk-versions')
    await expectNoViolations(page)
    await page.goto(`${site.url}/desk/2026/plan/print`)
    await expectNoViolations(page)
    await page.getByRole('link', { name: 'Về kế hoạch' }).click()
    await page.getByRole('heading', { level: 1, name: 'Kế hoạch kiểm tra năm 2026' }).waitFor()
    expect(problems).toEqual([])
  })

  test('a rule change is previewed over the population; a file that is none is refused in words', async () => {
    const { page, problems } = await open()
    await page.goto(`${site.url}/desk/rule-preview`)
    await shoot(page, 'desk-preview-form')
    await expectNoViolations(page)
    const source = structuredClone(RULES.source)
    for (const rule of source.rules) if (rule.id === 'staff-trained') rule.weight = 50
    const { text } = publishRuleSet({ ...RULES, source }, '2026-12-01')
    const file = page.getByLabel('Tệp bộ quy tắc')
    await file.setInputFiles({ name: 'rules.json', mimeType: 'application/json', buffer: Buffer.from(text) })
    await page.getByRole('button', { name: 'Xem trước' }).click()
    await page.getByRole('heading', { level: 1, name: /^Thử sửa quy tắc lập lúc/ }).waitFor()
    await page.getByRole('heading', { name: /Cơ quan thay đổi kết quả \(\d trong 2\)/ }).waitFor()
    expect(await page.locator('main').textContent()).toContain(
      'được đào tạo về Hệ thống quản lý chất lượng; trọng số 1 → 50',
    )
    await shoot(page, 'desk-preview')
    await expectNoViolations(page)
    await page.goto(`${site.url}/desk/rule-preview`)
    await page.getByLabel('Quy tắc', { exact: true }).selectOption('staff-trained')
    await page.getByRole('button', { name: 'Chọn quy tắc này' }).click()
    await page.getByLabel('Khoảng thời gian (tháng)').fill('1')
    await page.setViewportSize({ width: 360, height: 740 })
    await shoot(page, 'desk-preview-parameters-narrow')
    await expectNoViolations(page)
    await page.getByRole('button', { name: 'Xem trước' }).first().click()
    await page.getByText(/khoảng thời gian \(tháng\) .* 24 → 1/).waitFor()
    await shoot(page, 'desk-preview-made-narrow')
    await page.setViewportSize({ width: 1280, height: 800 })
    expect(problems).toEqual([])
    await page.goto(`${site.url}/desk/rule-preview`)
    await file.setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{') })
    await page.getByRole('button', { name: 'Xem trước' }).click()
    await page.getByRole('heading', { name: 'Chưa xem trước được' }).waitFor()
  })

  test('a pre-screening of another year is drawn up from what the service keeps; a register that is none is refused', async () => {
    const { page, problems } = await open()
    await page.getByRole('link', { name: 'Lập rà soát sơ bộ' }).click()
    await shoot(page, 'desk-draw-up')
    await expectNoViolations(page)
    const send = async (text: string) => {
      const buffer = Buffer.from(text)
      await page
        .getByLabel('Danh sách cơ quan (CSV, XLSX)')
        .setInputFiles({ name: 'danh-sach.csv', mimeType: 'text/csv', buffer })
      await page.getByLabel('Năm').fill('2027')
      await page.getByRole('button', { name: 'Lập rà soát' }).click()
    }
    await send('Mã cơ quan,Tên cơ quan,Khối\nH61.12,Sở Tư pháp,Sở\nH61.30,Sở Xây dựng,Sở\n')
    await page.getByRole('heading', { level: 1, name: /^Bản rà soát lập lúc/ }).waitFor()
    await page.getByText('Đang dùng', { exact: true }).waitFor()
    await shoot(page, 'desk-version')
    await expectNoViolations(page)
    await page.getByRole('main').getByRole('link', { name: 'Danh sách cơ quan' }).last().click()
    await page.getByRole('heading', { level: 1, name: 'Các cơ quan năm 2027' }).waitFor()
    const names = await page.locator('tbody th').allTextContents()
    expect(names.slice(0, 2)).toEqual(['Sở Tư pháp', 'Sở Xây dựng'])
    // Last year's other agencies are named as no longer in the list.
    expect(names).toContain('Sở thứ 0')
    const letter = await page.request.get(`${site.url}/desk/2027/letters/H61.12`)
    expect(letter.status()).toBe(200)
    expect(problems).toEqual([])
    await page.goto(`${site.url}/desk/draw-up`)
    await send('không phải danh sách')
    await page.getByRole('heading', { name: 'Chưa lập được rà soát' }).waitFor()
  })

  test('a version of a year that has one is used once somebody agreed to the difference, and is gone back from', async () => {
    const { page, problems } = await open()
    await page.goto(`${site.url}/desk/draw-up`)
    const buffer = Buffer.from('Mã cơ quan,Tên cơ quan,Khối\nH61.12,Sở Tư pháp,Sở\nH61.22,Sở thứ 2,Sở\n')
    await page
      .getByLabel('Danh sách cơ quan (CSV, XLSX)')
      .setInputFiles({ name: 'danh-sach.csv', mimeType: 'text/csv', buffer })
    await page.getByLabel('Năm').fill('2026')
    await page.getByRole('button', { name: 'Lập rà soát' }).click()
    await page.getByRole('heading', { name: 'Khác bản đang dùng' }).waitFor()
    await page.getByText('Có 1 cơ quan đang có kết quả nhưng bản này ghi là chưa gửi hồ sơ').waitFor()
    await page.getByText('8 cơ quan của bản đang dùng không có trong danh sách').waitFor()
    await expectNoViolations(page)
    await shoot(page, 'desk-difference')
    await page.setViewportSize({ width: 360, height: 740 })
    await shoot(page, 'desk-difference-narrow')
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360)
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.getByRole('button', { name: 'Dùng bản này' }).click()
    await page.getByText('2 trong 2 cơ quan').waitFor()
    await page.getByRole('link', { name: 'Các bản đã lập' }).click()
    await page.getByRole('heading', { name: 'Các bản rà soát sơ bộ năm 2026' }).waitFor()
    await expectNoViolations(page)
    await shoot(page, 'desk-versions')
    await page.getByRole('button', { name: 'Trở lại bản này' }).click()
    await page.getByText('10 trong 10 cơ quan').waitFor()
    expect(problems).toEqual([])
  })

  test('an agency is not let in', async () => {
    const { page } = (await browser?.open()) ?? expect.unreachable()
    await signIn(page, site.url, { kind: 'agency', code: 'H61.12' })
    for (const path of ['/desk', '/desk/2026/plan', '/desk/agencies/H61.12', '/desk/2026/letters/H61.12'])
      expect((await page.goto(`${site.url}${path}`))?.status()).toBe(403)
  })
})
