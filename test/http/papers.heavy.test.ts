import { readFile } from 'node:fs/promises'
import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { buildSamples } from '../../scripts/samples/sample.ts'
import { sha256 } from '../../src/core/json.ts'
import type { Caller } from '../../src/http/sign-in/caller.ts'
import { expectNoViolations } from './support/axe.ts'
import { openBrowser, shoot, WHY_NO_BROWSER } from './support/browser.ts'
import { signIn } from './support/sign-in.ts'
import { type Site, startSite } from './support/site.ts'

const DEPARTMENT = { kind: 'agency', code: 'H61.12' } as const

describe.skipIf(WHY_NO_BROWSER !== undefined)('a dossier from its papers', { timeout: 240_000 }, () => {
  let site: Site
  let browser: Awaited<ReturnType<typeof openBrowser>>
  let papers: { name: string; mimeType: string; buffer: Buffer }[]

  beforeAll(async () => {
    ;[site, browser] = await Promise.all([startSite('2026-11-01T02:00:00Z'), openBrowser()])
    const sample = (await buildSamples()).find(({ name }) => name === 'department-complete')
    const files = Object.entries(unzipSync(sample?.zip ?? expect.unreachable()))
    papers = files
      .filter(([path, bytes]) => !/manifest|ho-so/.test(path) && bytes.length > 0)
      .map(([path, bytes]) => ({
        name: path.slice(path.lastIndexOf('/') + 1),
        mimeType: 'application/octet-stream',
        buffer: Buffer.from(bytes),
      }))
  }, 120_000)

  const open = async (width = 1366, height = 768, caller: Caller = DEPARTMENT) => {
    const opened = await browser.open({ viewport: { width, height } })
    await signIn(opened.page, site.url, caller, '/agency/manifest')
    return opened
  }

  test('are chosen, read, filled in with their sources, confirmed, sent once, judged, and begun from again', async () => {
    const { page, problems } = await open()
    let sent = 0
    let actions = 0
    page.on('requestfinished', (request) => {
      if (request.url().includes('/store/bundles'))
        void request.allHeaders().then((headers) => {
          sent += Number(headers['content-length'] ?? 0)
        })
    })
    const click = async (name: string | RegExp) => {
      await page.getByRole('button', { name }).filter({ visible: true }).first().click()
      actions += 1
    }
    await page.getByLabel('Các tài liệu').setInputFiles(papers)
    actions += 1
    await page
      .getByText(/Đã điền 381 giá trị từ 35 tài liệu/)
      .first()
      .waitFor({ timeout: 120_000 })
    await shoot(page, 'papers-read')
    expect(await page.getByText('Chưa rõ là tài liệu gì (2)').textContent()).toContain('niem-yet.jpg; pho-bien.pdf')
    // The source of a value, with its words.
    await page.locator('#builder-confirm').click()
    actions += 1
    const source = page.locator('.source').filter({ visible: true }).first()
    expect(await source.textContent()).toContain('Nguồn: 88-QD-STP.pdf, trang 1')
    expect(await source.locator('q').textContent()).toMatch(/Sở Tư pháp/i)
    await expectNoViolations(page)
    // What is not sure is confirmed section by section.
    while (await page.locator('#builder-confirm').isVisible()) {
      await click(/Đã xem, đúng cả/)
      if (!(await page.locator('#builder-confirm').isVisible())) break
      await page.locator('#builder-confirm').click()
      actions += 1
    }
    await page.getByLabel('Khối cơ quan').selectOption({ label: 'Cơ quan chuyên môn thuộc Ủy ban nhân dân cấp tỉnh' })
    actions += 1
    await click(/^Nộp hồ sơ$/)
    // The one thing that is missing still stands open, with the cursor in it.
    await page.getByText('Có 1 chỗ cần sửa').waitFor()
    await page.keyboard.type('1a, 1b, 1c, 1d')
    actions += 1
    await click(/^Nộp hồ sơ$/)
    await page.waitForURL(/\/agency\/verdicts\//, { timeout: 60_000 })
    const verdict = page.url()
    console.log(`first time: ${actions} actions, ${sent} bytes sent of ${papers.length} papers`)
    expect(actions).toBeLessThan(25)
    const all = papers.reduce((sum, { buffer }) => sum + buffer.length, 0)
    expect(sent).toBeGreaterThan(all)
    expect(sent).toBeLessThan(all * 1.3)
    await shoot(page, 'papers-verdict')

    // The bundle that the service wrote is the one that was judged; nobody else gets it.
    const bundle = await page.request.get(`${verdict}/ho-so.zip`)
    expect(bundle.status()).toBe(200)
    const json = await (await page.request.get(`${verdict}/json`)).json()
    expect(sha256(await bundle.body())).toBe(json.bundle.sha256)
    expect(Object.keys(unzipSync(await bundle.body()))).toHaveLength(papers.length + 1)
    const stranger = await browser.open()
    await signIn(stranger.page, site.url, { kind: 'agency', code: 'H61.13' })
    expect((await stranger.page.request.get(`${verdict}/ho-so.zip`)).status()).toBe(404)

    // Sending again: one new paper goes up, nothing else.
    sent = 0
    await page.goto(`${site.url}/agency/manifest`)
    await page.getByText(`${papers.length} tài liệu`).waitFor()
    const fresh = { name: 'bien-ban-moi.txt', mimeType: 'text/plain', buffer: Buffer.from('Biên bản mới, không số.') }
    await page.getByLabel('Các tài liệu').setInputFiles([fresh, ...papers.slice(0, 5)])
    await page
      .getByText(/Đã điền/)
      .first()
      .waitFor({ timeout: 120_000 })
    await page.getByRole('button', { name: /^Nộp hồ sơ$/ }).click()
    await page.waitForURL((url) => url.href.includes('/verdicts/') && url.href !== verdict, { timeout: 60_000 })
    console.log(`second time: ${sent} bytes sent`)
    expect(sent).toBeGreaterThan(0)
    expect(sent).toBeLessThan(4000)
    expect(problems).toEqual([])
    expect(site.faults).toEqual([])
  })

  test('by a clumsy hand: nothing is lost in silence, and nothing wrong is taken in silence', async () => {
    const other = { kind: 'agency', code: 'H61.16' } as const
    const { page, problems } = await open(1366, 768, other)
    const asked: string[] = []
    let agree = false
    page.on('dialog', (dialog) => {
      asked.push(dialog.message())
      void (agree ? dialog.accept() : dialog.dismiss())
    })
    const text = (name: string, content: string | Buffer) => ({
      name,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(content),
    })
    const choose = (...files: ReturnType<typeof text>[]) => page.getByLabel('Các tài liệu').setInputFiles(files)
    const notes = page.locator('#papers-left')
    // An archive, an empty file and a good one: the good one is taken, the others are told by name.
    await choose(text('ho-so.rar', Buffer.from('526172211a0700aa', 'hex')), text('rong.txt', ''), text('a.txt', 'Họp'))
    await page.getByText(/^1 tài liệu/).waitFor()
    await page
      .getByText(/Đã điền/)
      .first()
      .waitFor()
    expect(await notes.locator('li').allTextContents()).toEqual([
      expect.stringMatching(/^Tệp nén không nhận ở đây.*: ho-so\.rar\.$/),
      'Tệp rỗng, không nhận: rong.txt.',
    ])
    // The same under another name, and another one under the same name.
    await choose(text('a (1).txt', 'Họp'))
    await page.getByText(/^2 tài liệu/).waitFor()
    await notes
      .getByText('Cùng nội dung với tài liệu đã chọn dưới tên khác, bỏ bớt nếu thừa: a (1).txt = a.txt')
      .waitFor()
    await choose(text('a.txt', 'Họp lần hai'))
    await notes.getByText('Đã thay tài liệu cùng tên bằng tệp vừa chọn; bấm Hoàn tác để lấy lại: a.txt').waitFor()
    await shoot(page, 'papers-clumsy')
    // A manifest that lay beside the papers is opened, and no paper; what is filled in gives way only when agreed to.
    const scope = page.locator('details.part > summary').first()
    await scope.click()
    await page.getByLabel('Tên cơ quan').fill('Sở Công Thương')
    const manifest = { format: 'qms-bundle/1', agency: { code: other.code, name: 'Sở khác', heads: [] } }
    const own = [text('manifest.json', JSON.stringify(manifest)), text('b.txt', 'Biên bản')]
    await choose(...own)
    await page.getByText(/^3 tài liệu/).waitFor()
    await expect.poll(() => asked.length).toBe(1)
    expect(await page.getByLabel('Tên cơ quan').inputValue()).toBe('Sở Công Thương')
    agree = true
    await choose(...own)
    await expect.poll(() => page.getByLabel('Tên cơ quan').inputValue()).toBe('Sở khác')
    // Opening it was a step, reading the papers perhaps one after it.
    await expect
      .poll(async () => {
        await page.getByRole('button', { name: 'Hoàn tác' }).click()
        return page.getByLabel('Tên cơ quan').inputValue()
      })
      .toBe('Sở Công Thương')
    // The draft goes on where it was, after the Back button too.
    await page.getByRole('link', { name: 'Nộp bằng tệp ZIP, thư mục' }).click()
    await page.waitForURL(/\/agency\/upload/)
    await page.goBack()
    await page.getByText(/^3 tài liệu/).waitFor()
    await expect.poll(() => page.getByLabel('Tên cơ quan').inputValue()).toBe('Sở Công Thương')
    expect(problems).toEqual([])
    expect(site.faults).toEqual([])
  })

  test('sent twice by two quick presses go up once; a session that ended meanwhile keeps all', async () => {
    const other = { kind: 'agency', code: 'H61.17' } as const
    const { page } = await open(1366, 768, other)
    const base = JSON.parse(await readFile('fixtures/base/department.json', 'utf8'))
    const manifest = JSON.stringify({ ...base, agency: { ...base.agency, code: other.code } })
    await page
      .getByLabel('Mở bảng kê đã có')
      .setInputFiles({ name: 'manifest.json', mimeType: 'application/json', buffer: Buffer.from(manifest) })
    await page.getByText('Đã mở tệp manifest.json').waitFor()
    const cookies = await page.context().cookies()
    await page.context().clearCookies()
    await page.getByRole('button', { name: 'Kiểm tra bảng kê' }).click()
    await page.getByText('Phiên đăng nhập đã hết hạn').first().waitFor()
    const again = page.locator('#builder-notes').getByRole('link', { name: 'Đăng nhập lại (mở thẻ mới)' })
    expect(await again.getAttribute('target')).toBe('_blank')
    await page.context().addCookies(cookies)
    let sent = 0
    page.on('request', (request) => {
      if (request.url().endsWith('/agency/draft/send')) sent += 1
    })
    page.on('dialog', (dialog) => void dialog.accept())
    await page.getByRole('button', { name: /^Nộp hồ sơ$/ }).dblclick()
    await page.waitForURL(/\/agency\/verdicts\//, { timeout: 60_000 })
    expect(sent).toBe(1)
  })

  test('are picked in fields by name, near names are asked about, and a colleague sees what was changed', async () => {
    const other = { kind: 'agency', code: 'H61.14' } as const
    const [mine, theirs] = [await open(1366, 768, other), await open(360, 740, other)]
    const { page } = mine
    await page.getByLabel('Các tài liệu').setInputFiles([
      { name: 'QT-02 Kết hôn.txt', mimeType: 'text/plain', buffer: Buffer.from('Quy trình') },
      { name: 'Biên bản.txt', mimeType: 'text/plain', buffer: Buffer.from('Biên bản họp') },
    ])
    await page
      .getByText(/Đã điền/)
      .first()
      .waitFor({ timeout: 60_000 })
    const scope = page.locator('details.part', { has: page.locator('summary strong', { hasText: /^Hài lòng$/ }) })
    await scope.locator('> summary').click()
    await scope.getByLabel('Tình trạng khai báo').selectOption('some')
    const file = scope.getByRole('combobox', { name: /Tệp/ })
    await file.pressSequentially('ket hon')
    await page.getByRole('option', { name: 'QT-02 Kết hôn.txt' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect(await file.inputValue()).toBe('QT-02 Kết hôn.txt')
    await file.fill('QT-02 Ket hon')
    await page.keyboard.press('Tab')
    await shoot(page, 'papers-near')
    await page.getByRole('button', { name: 'Kiểm tra bảng kê' }).click()
    await page.getByText('Có phải “QT-02 Kết hôn.txt”?').first().waitFor()
    await scope.getByRole('button', { name: 'Dùng QT-02 Kết hôn.txt' }).click()
    expect(await file.inputValue()).toBe('QT-02 Kết hôn.txt')
    await page.getByText('người cùng cơ quan mở trang này sẽ thấy').waitFor()

    // A colleague who had the page open writes something else: both stand, and who did what can be read.
    const second = theirs.page
    await second.locator('details.part > summary').first().click()
    await second.getByLabel('Trang thông tin điện tử').fill('stp.vinhlong.gov.vn')
    await second.locator('#builder-notes').getByText('Đã cập nhật theo thay đổi của').waitFor()
    await second.getByText('2 tài liệu,').waitFor()
    await second.getByText('người cùng cơ quan mở trang này sẽ thấy').waitFor()
    await shoot(second, 'papers-colleague-360')
    expect(await second.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360)
    await second.getByRole('link', { name: 'Ai đã sửa, khi nào' }).click()
    expect(await second.locator('.versions li').first().textContent()).toContain('Cơ quan')
    await expectNoViolations(second)
    // That somebody else was faster is an answer that browsers tell of as an error.
    const others = [...mine.problems, ...theirs.problems].filter((one) => !one.includes('412'))
    expect(others).toEqual([])
  })
})
