import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildSample } from '../../scripts/samples/sample.ts'
import { DEFAULT_LIMITS } from '../../src/intake/container.ts'
import { readWorkbook } from '../../src/intake/manifest-xlsx/workbook.ts'
import { expectNoViolations } from './support/axe.ts'
import { openBrowser, shoot, WHY_NO_BROWSER } from './support/browser.ts'
import { pick, signIn } from './support/sign-in.ts'
import { type Site, startSite } from './support/site.ts'

/** Drags files and folders of this machine into an element, as a hand does. */
async function drop(page: Page, onto: string, paths: readonly string[]): Promise<void> {
  const { x, y, width, height } = (await page.locator(onto).boundingBox()) ?? expect.unreachable()
  const devtools = await page.context().newCDPSession(page)
  const data = { items: [], files: [...paths], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devtools.send('Input.dispatchDragEvent', { type, x: x + width / 2, y: y + height / 2, data })
}

const HOUR_MS = 3_600_000

describe.skipIf(WHY_NO_BROWSER)(`an agency with a browser ${WHY_NO_BROWSER ?? ''}`, () => {
  let site: Site
  let browser: Awaited<ReturnType<typeof openBrowser>>
  let folder: string
  let agency: { kind: 'agency'; code: string }
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'qms-agency-'))
    ;[site, browser] = await Promise.all([startSite('2026-11-01T02:00:00Z'), openBrowser()])
    for (const name of ['commune-behind', 'commune-caught-up', 'refused-typing-errors']) {
      const { zip } = await buildSample(name)
      await writeFile(join(folder, `${name}.zip`), zip)
    }
    const files = unzipSync(await readFile(join(folder, 'commune-caught-up.zip')))
    for (const [path, bytes] of Object.entries(files)) {
      await mkdir(dirname(join(folder, 'loose', path)), { recursive: true })
      await writeFile(join(folder, 'loose', path), bytes)
    }
    await mkdir(join(folder, 'loose/tài liệu'))
    await writeFile(join(folder, 'loose/tài liệu/Biên bản họp.txt'), 'Họp')
    await writeFile(join(folder, 'loose/Thumbs.db'), 'x')
    agency = {
      kind: 'agency',
      code: JSON.parse(await readFile(join(folder, 'loose/manifest.json'), 'utf8')).agency.code,
    }
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  const choose = async (page: Page, paths: string | string[], into = 'Tệp ZIP hoặc các tệp') =>
    page.getByLabel(into).setInputFiles([paths].flat().map((path) => join(folder, path)))
  const sendButton = (page: Page) => page.getByRole('button', { name: 'Nộp hồ sơ' })

  test('from signing in to a verdict, and on to the bundle put right', async () => {
    const { page, problems } = await browser.open()
    await signIn(page, site.url, agency, '/agency')
    await expectNoViolations(page)
    await shoot(page, 'agency-empty')
    await page.getByRole('main').getByRole('link', { name: 'Nộp hồ sơ' }).click()
    await expectNoViolations(page)
    await choose(page, 'commune-behind.zip')
    await page.getByText('Có thể nộp hồ sơ').waitFor()
    await shoot(page, 'upload-ready')
    await sendButton(page).click()
    await page.waitForURL(/\/agency\/verdicts\//)
    await shoot(page, 'verdict')
    await expectNoViolations(page)
    expect(await page.locator('h2').first().textContent()).toContain('Chưa đáp ứng yêu cầu')

    site.later(50 * 24 * HOUR_MS)
    await signIn(page, site.url, agency, '/agency/upload')
    await page.locator('#upload-folder').setInputFiles(join(folder, 'loose'))
    await page.getByText('Có thể nộp hồ sơ').waitFor()
    await sendButton(page).click()
    await page.waitForURL(/\/agency\/verdicts\//)
    expect(await page.locator('h2').first().textContent()).toContain('Đáp ứng yêu cầu')
    const { unnamedFiles } = await (await page.request.get(`${page.url()}/json`)).json()
    expect(unnamedFiles).toEqual(['tài liệu/Biên bản họp.txt'])
    await page.getByRole('link', { name: 'So với lần trước' }).click()
    await page.getByRole('heading', { name: /^Tốt hơn/ }).waitFor()
    await expectNoViolations(page)
    await shoot(page, 'compare')
    await page.getByRole('link', { name: '← Trang của cơ quan' }).click()
    expect(await page.getByRole('row').count()).toBe(3)
    await expectNoViolations(page)
    await shoot(page, 'agency-home')
    expect(problems).toEqual([])
    expect(site.faults).toEqual([])
  })

  test('a manifest with mistakes is told before anything is sent', async () => {
    const { page } = await browser.open()
    await signIn(page, site.url, agency, '/agency/upload')
    await choose(page, 'refused-typing-errors.zip')
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('alert').textContent()).toContain('manifest.json dòng')
    expect(await sendButton(page).isDisabled()).toBe(true)
    await expectNoViolations(page)
    await shoot(page, 'upload-fault')
  })

  test('what is no bundle is told kindly: RAR, no manifest', async () => {
    const { page, problems } = await browser.open()
    await signIn(page, site.url, agency, '/agency/upload')
    const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer })
    const input = page.getByLabel('Tệp ZIP hoặc các tệp')
    await input.setInputFiles(file('ho-so.rar', Buffer.from('526172211a0700', 'hex')))
    await page.getByText('là tệp nén RAR').waitFor()
    await input.setInputFiles(file('ban-cong-bo.pdf', Buffer.from('%PDF-1.7')))
    await page.getByText('Chưa có bảng kê: cần tệp').waitFor()
    expect(problems).toEqual([])
  })

  test('a refused bundle says what to do, with its places', async () => {
    const { page } = await browser.open()
    await signIn(page, site.url, agency, '/agency/upload/form')
    await page.getByLabel('Tệp ZIP').setInputFiles(join(folder, 'refused-typing-errors.zip'))
    const next = await page.getByRole('link', { name: 'Xem kết quả' }).getAttribute('href')
    await Promise.all([
      page.waitForResponse((answer) => answer.request().method() === 'POST' && answer.status() === 204),
      page.getByRole('button', { name: 'Gửi' }).click(),
    ])
    await page.goto(site.url + next)
    await page.getByRole('heading', { name: 'Không tiếp nhận được bộ hồ sơ' }).waitFor()
    await page.getByText(/Đánh giá nội bộ \(dòng 2\): Từ ngày\..*30\/02\/2026.*Không có ngày này\./).waitFor()
    await expectNoViolations(page)
    await shoot(page, 'refused')
    await page.getByRole('link', { name: 'Về trang của cơ quan' }).click()
    await page.getByText('Bộ hồ sơ nộp gần nhất').waitFor()
    await expectNoViolations(page)
    await page.getByRole('link', { name: /^Nộp lúc .*xem lý do/ }).click()
    await page.getByRole('heading', { name: 'Không tiếp nhận được bộ hồ sơ' }).waitFor()
  })

  test('a connection that is lost while sending, and comes back', async () => {
    const { page } = await browser.open()
    await signIn(page, site.url, agency, '/agency/upload')
    await choose(page, 'commune-caught-up.zip')
    await page.getByText('Có thể nộp hồ sơ').waitFor()
    let broken = 0
    await page.route('**/store/bundles', (route) => {
      broken += 1
      return broken < 3 ? route.abort('connectionreset') : route.continue()
    })
    await sendButton(page).click()
    await page.getByText('Mất kết nối').waitFor()
    await page.waitForURL(/\/agency\/verdicts\//)
    expect(broken).toBe(3)
  })

  test('a device that goes off line while sending, and on line again', async () => {
    const { page } = await browser.open()
    await signIn(page, site.url, agency, '/agency/upload')
    await choose(page, 'commune-caught-up.zip')
    await page.getByText('Có thể nộp hồ sơ').waitFor()
    await page.context().setOffline(true)
    await sendButton(page).click()
    await page.getByText('Mất kết nối').waitFor()
    await page.context().setOffline(false)
    await page.waitForURL(/\/agency\/verdicts\//)
  })

  test('a session that ends while files are chosen: sign in beside, go on', async () => {
    const { page } = await browser.open()
    await signIn(page, site.url, agency, '/agency/upload')
    await choose(page, 'commune-caught-up.zip')
    await page.getByText('Có thể nộp hồ sơ').waitFor()
    await page.context().clearCookies()
    await sendButton(page).click()
    await page.getByText('Phiên đăng nhập đã hết hạn').waitFor()
    const [other] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('link', { name: 'Đăng nhập lại (mở thẻ mới)' }).click(),
    ])
    await pick(other, agency)
    await other.waitForURL(/signed-in/)
    await sendButton(page).click()
    await page.waitForURL(/\/agency\/verdicts\//)
  })

  test('files are dropped into the frame, a folder with all that is in it', async () => {
    const { page, problems } = await browser.open()
    await signIn(page, site.url, agency, '/agency/upload')
    const all = await readdir(join(folder, 'loose'), { recursive: true, withFileTypes: true })
    await drop(page, '#upload-choice', [join(folder, 'loose')])
    await page.getByText(`Đã chọn ${all.filter((one) => one.isFile()).length - 1} tệp`).waitFor()
    await page.getByText('Bảng kê loose/manifest.json đọc được').waitFor()
    await page.getByText('Đã bỏ qua 1 tệp do máy tính tự tạo').waitFor()
    await sendButton(page).click()
    await page.waitForURL(/\/agency\/verdicts\//)
    expect(problems).toEqual([])
  })

  test('sending is cancelled; what was chosen is still there and is sent after all', async () => {
    const { page } = await browser.open()
    await signIn(page, site.url, agency, '/agency/upload')
    await choose(page, 'commune-caught-up.zip')
    await page.getByText('Có thể nộp hồ sơ').waitFor()
    await page.route('**/store/bundles', () => undefined)
    await sendButton(page).click()
    await page.getByRole('button', { name: 'Hủy gửi' }).click()
    await page.getByText('Đã hủy việc gửi').waitFor()
    expect(await page.getByRole('progressbar').isVisible()).toBe(false)
    await page.unroute('**/store/bundles')
    await sendButton(page).click()
    await page.waitForURL(/\/agency\/verdicts\//)
  })

  test('somebody signs in as another agency meanwhile: nothing is sent in its name', async () => {
    const { page } = await browser.open()
    await signIn(page, site.url, agency, '/agency/upload')
    await choose(page, 'commune-caught-up.zip')
    await page.getByText('Có thể nộp hồ sơ').waitFor()
    const beside = await page.context().newPage()
    await signIn(beside, site.url, { kind: 'agency', code: 'H61.98' })
    await sendButton(page).click()
    await page.getByText('đang đăng nhập bằng cơ quan khác (H61.98)').waitFor()
    expect(await page.getByRole('alert').isVisible()).toBe(true)
    await beside.goto(`${site.url}/agency`)
    await beside.getByText('chưa có bộ hồ sơ nào được đánh giá').waitFor()
  })

  test('an address of another agency, typed by hand, shows nothing of it', async () => {
    const { page } = await browser.open()
    await signIn(page, site.url, agency, '/agency')
    const own = await page.locator('td a').first().getAttribute('href')
    const stranger = await browser.open()
    await signIn(stranger.page, site.url, { kind: 'agency', code: 'H61.99' }, '/agency')
    const answer = await stranger.page.goto(site.url + own)
    expect(answer?.status()).toBe(404)
    expect(await stranger.page.getByRole('main').textContent()).not.toContain(agency.code)
    await expectNoViolations(stranger.page)
  })

  test('a manifest is built: pasted, checked, kept on the device, given back as a workbook', async () => {
    const { page, problems } = await browser.open({ acceptDownloads: true })
    await signIn(page, site.url, agency, '/agency/manifest')
    await expectNoViolations(page)
    await page.getByText('Cơ quan', { exact: true }).locator('visible=true').last().click()
    await page.getByLabel('Tên cơ quan').fill('Ủy ban nhân dân xã Hưng Mỹ')
    await page.getByLabel('Khối cơ quan').selectOption('commune')
    await page.getByLabel('Mã tỉnh, thành phố').fill('H61')
    await page.getByText('TTHC', { exact: true }).click()
    const procedures = page.locator('details.part', { has: page.getByText('TTHC', { exact: true }) })
    await procedures.getByLabel('Tình trạng khai báo').selectOption('some')
    await procedures.getByText('Dán từ Excel').click()
    await procedures
      .getByLabel('Dán từ Excel: TTHC')
      .fill(
        'Mã TTHC\tTên thủ tục hành chính\tThời hạn giải quyết (ngày)\n1.001612\tĐăng ký hộ kinh doanh\t3\n2.000720\tThay đổi nội dung\t3',
      )
    await procedures.getByRole('button', { name: 'Thêm các dòng' }).click()
    await procedures.getByText('Dòng 2: 2.000720').waitFor()
    await page.getByRole('button', { name: 'Kiểm tra bảng kê' }).click()
    await page.getByText('Có 1 chỗ cần sửa').waitFor()
    expect(await page.evaluate('document.activeElement.dataset.place')).toBe('catalogue/asOf')
    await shoot(page, 'builder-faults')

    await page.reload()
    await page.getByText('Đã mở bản nháp').waitFor()
    await page.getByText('Danh mục TTHC', { exact: true }).click()
    await page.getByLabel('Danh mục cập nhật đến ngày').fill('2026-10-01')
    await page.getByRole('button', { name: 'Kiểm tra bảng kê' }).click()
    await page.getByText('Bảng kê đúng dạng').waitFor()
    await expectNoViolations(page)
    await shoot(page, 'builder')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Tải ho-so.xlsx' }).click(),
    ])
    const bytes = await readFile(await download.path())
    const { manifest } = await readWorkbook(bytes, 'ho-so.xlsx', { limits: DEFAULT_LIMITS, stopwatch: () => 0 })
    expect(manifest.catalogue?.procedures?.map(({ code }) => code)).toEqual(['1.001612', '2.000720'])

    await page.getByRole('link', { name: 'Nộp bằng tệp ZIP, thư mục' }).click()
    const decision = { name: 'quyet-dinh.txt', mimeType: 'text/plain', buffer: Buffer.from('Quyết định') }
    await page.getByLabel('Tệp ZIP hoặc các tệp').setInputFiles(decision)
    await page.getByText('Chưa có bảng kê: cần tệp').waitFor()
    await page.getByLabel('Kèm bảng kê đang lập').check()
    await page.getByText('Bảng kê manifest.json đọc được').waitFor()
    await expectNoViolations(page)
    await shoot(page, 'upload-draft')
    await choose(page, 'commune-caught-up.zip')
    await page.getByText('không đưa vào tệp nén commune-caught-up.zip được').waitFor()
    await choose(page, 'loose/manifest.json')
    await page.getByText('Các tệp đã chọn có sẵn bảng kê manifest.json').waitFor()
    expect(problems).toEqual([])
  })
})
