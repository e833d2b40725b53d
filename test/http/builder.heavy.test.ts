import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { isDeepStrictEqual } from 'node:util'
import { strFromU8, unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { at, isMembers, type Members, type Path, textOf } from '../../src/browser/builder/field-value.ts'
import type { PlannedField, PlannedSection } from '../../src/dossier/form-plan.ts'
import { formPlan } from '../../src/http/agency/form-plan.ts'
import { RULES } from '../province/made.ts'
import { openBrowser, shoot, WHY_NO_BROWSER } from './support/browser.ts'
import { signIn } from './support/sign-in.ts'
import { type Site, startSite } from './support/site.ts'

const AGENCY = { kind: 'agency', code: 'H61.40.05' } as const
const SECTIONS = formPlan({ ruleSet: RULES.source, day: '2026-11-01', lang: 'vi' })
const WORDS = { yes: 'Có', no: 'Không', none: 'Không có', decimal: ',' }

const HAND = readFileSync(new URL('./support/builder-hand.js', import.meta.url), 'utf8')

/** What a script of ours says in the page. */
const inPage = <T>(page: Page, call: string): Promise<T> => page.evaluate(`${HAND}\n;${call}`)

/** What the device keeps. */
const keptIn = async (page: Page): Promise<Members> => {
  const text = await inPage<string | null>(page, `localStorage.getItem('manifest-draft:${AGENCY.code}')`)
  const { manifest } = JSON.parse(text ?? '{}')
  return isMembers(manifest) ? manifest : {}
}

const shownOn = (page: Page) => inPage<[place: string, value: string][]>(page, 'shownBoxes()')

/** The field at a place of the page, and the path of its value. */
function fieldAt(
  place: string,
  sections: readonly PlannedSection[] = SECTIONS,
  above: Path = [],
): { field: PlannedField; path: Path } | undefined {
  for (const section of sections) {
    const list = [...above, ...section.at]
    const parts = place.split('/')
    const isRow = section.shape === 'table'
    const own = parts.slice(list.length + (isRow ? 1 : 0))
    if (list.some((key, index) => String(key) !== parts[index])) continue
    const row = isRow ? [...list, Number(parts[list.length])] : list
    const field = own.length === 1 ? section.fields.find(({ key }) => key === own[0]) : undefined
    if (field) return { field, path: [...row, ...field.key.split('.')] }
    const inner = isRow ? fieldAt(place, section.parts, row) : undefined
    if (inner) return inner
  }
  return undefined
}

async function expectShownIsKept(page: Page): Promise<void> {
  const manifest = await keptIn(page)
  for (const [place, value] of await shownOn(page)) {
    const { field, path } = fieldAt(place) ?? expect.unreachable(`no field at ${place}`)
    const kept = at(manifest, path)
    const shown = field.kind === 'boolean' && typeof kept === 'boolean' ? String(kept) : textOf(field, kept, WORDS)
    expect({ place, value: value.trim() }).toEqual({ place, value: shown.trim() })
  }
}

/** Does many things at random in the page, as a person might, and returns how many. */
const wander = (page: Page, seed: number, count: number) => inPage<number>(page, `wander(${seed}, ${count})`)

describe.skipIf(WHY_NO_BROWSER)(`a manifest being built ${WHY_NO_BROWSER ?? ''}`, () => {
  let site: Site
  let browser: Awaited<ReturnType<typeof openBrowser>>
  beforeAll(async () => {
    ;[site, browser] = await Promise.all([startSite('2026-11-01T02:00:00Z'), openBrowser()])
  })

  const openBuilder = async () => {
    const opened = await browser.open()
    await signIn(opened.page, site.url, AGENCY, '/agency/manifest')
    return opened
  }
  const sectionOf = (page: Page, title: string) =>
    page.locator('details.part', { has: page.locator('summary strong', { hasText: new RegExp(`^${title}$`) }) })

  test('the pasted procedures stay when the catalogue is stated, are put away only when asked, and come back', async () => {
    const { page, problems } = await openBuilder()
    const procedures = sectionOf(page, 'TTHC')
    await procedures.locator('> summary').click()
    const state = procedures.getByLabel('Tình trạng khai báo')
    await state.selectOption('some')
    await procedures.getByText('Dán từ Excel').click()
    await procedures
      .getByLabel('Dán từ Excel: TTHC')
      .fill('1.001612\tĐăng ký hộ kinh doanh\n2.000720\tThay đổi nội dung')
    await procedures.getByRole('button', { name: 'Thêm các dòng' }).click()
    const catalogue = sectionOf(page, 'Danh mục TTHC')
    await catalogue.locator('> summary').click()
    await catalogue.getByLabel('Danh mục cập nhật đến ngày').fill('1/10/2026')
    await catalogue.getByLabel('Số quyết định công bố').fill('12/QĐ-UBND')
    expect(await catalogue.getByLabel('Danh mục cập nhật đến ngày').inputValue()).toBe('01/10/2026')
    expect(at(await keptIn(page), ['catalogue', 'procedures', 1, 'code'])).toBe('2.000720')

    // An arrow key in the state box asks before anything is put away.
    const asked: string[] = []
    page.once('dialog', (dialog) => {
      asked.push(dialog.message())
      void dialog.dismiss()
    })
    await state.selectOption('none')
    expect(asked[0]).toContain('2 dòng')
    expect(await state.inputValue()).toBe('some')
    page.once('dialog', (dialog) => void dialog.accept())
    await state.selectOption('none')
    expect(at(await keptIn(page), ['catalogue', 'procedures'])).toEqual([])
    await state.selectOption('some')
    expect(at(await keptIn(page), ['catalogue', 'procedures', 0, 'code'])).toBe('1.001612')
    await page.reload()
    expect(at(await keptIn(page), ['catalogue', 'procedures', 1, 'code'])).toBe('2.000720')
    await shoot(page, 'builder-steps')
    expect(problems).toEqual([])
  })

  test('Ctrl+Z takes a change back where the cursor is, Ctrl+Y makes it again, a deleted draft comes back', async () => {
    const { page, problems } = await openBuilder()
    const agency = sectionOf(page, 'Cơ quan')
    await agency.locator('> summary').click()
    const name = agency.getByLabel('Tên cơ quan')
    await name.pressSequentially('Sở Tư pháp')
    await agency.getByLabel('Mã tỉnh, thành phố').fill('H61')
    await name.focus()
    await page.keyboard.press('Control+z')
    await page.keyboard.press('Control+z')
    expect(await name.inputValue()).toBe('')
    await expect.poll(() => inPage(page, 'document.activeElement.dataset.place')).toBe('agency.name')
    await page.keyboard.press('Control+y')
    expect(await name.inputValue()).toBe('Sở Tư pháp')
    page.once('dialog', (dialog) => void dialog.accept())
    await page.getByRole('button', { name: 'Xóa bản nháp' }).click()
    await expect.poll(() => name.inputValue()).toBe('')
    await page.getByRole('button', { name: 'Hoàn tác' }).click()
    expect(await name.inputValue()).toBe('Sở Tư pháp')
    expect(at(await keptIn(page), ['agency', 'name'])).toBe('Sở Tư pháp')
    expect(problems).toEqual([])
  })

  test('the check speaks of the form, opens the first place with the cursor in it, and goes on to the next', async () => {
    const { page, problems } = await openBuilder()
    const opened = {
      format: 'qms-bundle/1',
      agency: { code: AGENCY.code, name: 'Xã A', block: 'commune', province: 'H61', heads: [] },
      assessmentYear: 2026,
      catalogue: {
        procedures: [
          { code: '1.001612', name: 'A' },
          { code: '1.001613', name: 'B', limitDays: 'ba' },
        ],
      },
      processes: [{ code: 'QT-01', title: 'A', approvedOn: '30/02/2026' }],
      ghiChu: 'x',
    }
    const buffer = Buffer.from(JSON.stringify(opened))
    // What an earlier visit filled in gives way only when the person agrees.
    page.on('dialog', (dialog) => void dialog.accept())
    await page
      .getByLabel('Mở bảng kê đã có')
      .setInputFiles({ name: 'manifest.json', mimeType: 'application/json', buffer })
    await page.getByRole('button', { name: 'Kiểm tra bảng kê' }).click()
    await page.getByText(/Có \d+ chỗ cần sửa; đã mở chỗ đầu tiên/).waitFor()
    const told = await page.locator('#builder-problems').textContent()
    expect(told).toContain('TTHC · Dòng 2 · Thời hạn giải quyết (ngày) Đang ghi: ba. Cách ghi chưa đúng.')
    expect(told).toContain(
      'Danh mục TTHC · Danh mục cập nhật đến ngày Mục bắt buộc này chưa ghi. Ghi theo dạng 28/02/2026.',
    )
    expect(told).not.toMatch(/["'{}]|catalogue|manifest|dòng \d+:|limitDays|ghiChu/)
    const first = page.getByLabel('Danh mục cập nhật đến ngày')
    await expect.poll(() => inPage(page, 'document.activeElement.dataset.place')).toBe('catalogue/asOf')
    const { y } = (await first.boundingBox()) ?? expect.unreachable()
    expect(y).toBeGreaterThan(0)
    expect(y).toBeLessThan(800)
    await shoot(page, 'builder-check')
    await page.getByRole('button', { name: 'Đến chỗ cần sửa' }).click()
    await expect
      .poll(() => inPage(page, 'document.activeElement.dataset.place'))
      .toBe('catalogue/procedures/1/limitDays')
    await page.getByRole('button', { name: 'Nội dung ngoài biểu mẫu' }).click()
    expect(await keptIn(page)).not.toHaveProperty('ghiChu')
    await page.setViewportSize({ width: 360, height: 740 })
    await shoot(page, 'builder-check-360')
    expect(problems).toEqual([])
  })

  test('a list as offices have it is pasted; the column that is not understood is asked about', async () => {
    const { page, problems } = await openBuilder()
    const procedures = sectionOf(page, 'TTHC')
    await procedures.locator('> summary').click()
    await procedures.getByLabel('Tình trạng khai báo').selectOption('some')
    await procedures.getByText('Dán từ Excel').click()
    const rows = [
      'STT\tMã số TTHC\tTên TTHC\tThời hạn giải quyết\tCơ quan phối hợp',
      'I\tHộ tịch\t\t\t',
      '1\t2000635\tTrích lục\t05 ngày\tHộ tịch',
    ]
    await procedures.getByLabel('Dán từ Excel: TTHC').fill(rows.join('\n'))
    await procedures.getByRole('button', { name: 'Thêm các dòng' }).click()
    await procedures.getByText('1 cột chưa rõ').waitFor()
    await shoot(page, 'builder-paste')
    await procedures.getByLabel('Cột “Cơ quan phối hợp” là').selectOption('field')
    await procedures.getByRole('button', { name: 'Thêm các dòng' }).click()
    await procedures.getByText('Không thêm các dòng tiêu đề, dòng cộng: I · Hộ tịch.').waitFor()
    const pasted = { code: '2.000635', name: 'Trích lục', limitDays: 5, field: 'Hộ tịch' }
    expect(at(await keptIn(page), ['catalogue', 'procedures'])).toEqual([pasted])
    expect(problems).toEqual([])
  })

  test('two tabs follow each other, and neither overwrites the other', async () => {
    const { page: one, problems } = await openBuilder()
    const two = await one.context().newPage()
    await two.goto(`${site.url}/agency/manifest`)
    const nameIn = (page: Page) => sectionOf(page, 'Cơ quan').getByLabel('Tên cơ quan')
    for (const page of [one, two]) await sectionOf(page, 'Cơ quan').locator('> summary').click()
    await nameIn(one).fill('Sở Tư pháp')
    await expect.poll(() => nameIn(two).inputValue()).toBe('Sở Tư pháp')
    await sectionOf(two, 'Cơ quan').getByLabel('Mã tỉnh, thành phố').fill('H61')
    await expect.poll(() => sectionOf(one, 'Cơ quan').getByLabel('Mã tỉnh, thành phố').inputValue()).toBe('H61')
    expect(await keptIn(one)).toMatchObject({ agency: { name: 'Sở Tư pháp', province: 'H61' } })
    expect(problems).toEqual([])
  })

  test('after a thousand changes at random in two tabs, what is shown is what is kept, here and with the service, and what the ZIP holds', async () => {
    const { page: one, problems } = await openBuilder()
    const two = await one.context().newPage()
    await two.goto(`${site.url}/agency/manifest`)
    for (const page of [one, two]) page.on('dialog', (dialog) => void dialog.accept())
    // What an earlier visit saved with the service comes in first, however long its answer takes.
    await Promise.all([one, two].map((page) => page.waitForLoadState('networkidle')))
    let done = 0
    for (let round = 0; round < 20; round++) {
      const [page, other] = round % 2 === 0 ? [one, two] : [two, one]
      done += await wander(page, 61 + round, 50)
      await expectShownIsKept(page)
      await expect.poll(() => keptIn(other)).toEqual(await keptIn(page))
      await expect.poll(async () => shownOn(other).then((shown) => shown.length)).toBeGreaterThan(0)
      await expectShownIsKept(other)
    }
    expect(done).toBe(1000)
    // An earlier visit may have saved with the service: then both are put together, and saved again.
    const withService = async () => (await (await one.request.get(`${site.url}/agency/draft`)).json()).form.manifest
    await expect
      .poll(async () => isDeepStrictEqual(await withService(), await keptIn(one)), { timeout: 20_000, interval: 500 })
      .toBe(true)
    const kept = await keptIn(one)
    const [download] = await Promise.all([
      one.waitForEvent('download'),
      one.getByRole('button', { name: 'Tạo và tải ZIP' }).click(),
    ])
    const held = unzipSync(await readFile(await download.path()))['manifest.json'] ?? expect.unreachable()
    expect(JSON.parse(strFromU8(held))).toEqual(kept)
    expect(problems.filter((one) => !one.includes('412'))).toEqual([])
  }, 240_000)
})
