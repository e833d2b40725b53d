import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildSamples } from '../../scripts/samples/sample.ts'
import { commandLine } from './command-line.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qms-verdict-desk-'))
  await mkdir(join(folder, 'bundles'))
  for (const { name, zip } of await buildSamples())
    if (name !== 'commune-caught-up') await writeFile(join(folder, 'bundles', `${name}.zip`), zip)
  await writeFile(
    join(folder, 'register.csv'),
    'Mã cơ quan,Tên cơ quan,Khối\nH61.12,Sở Tư pháp,Sở\nH61.13,Sở Nội vụ,Sở\nH61.152,UBND phường Mỹ Thuận Đông,Xã\nH61.153,UBND xã Tân An,Xã\n',
  )
  await writeFile(join(folder, 'authority.yaml'), 'name: Sở Khoa học và Công nghệ\nplace: Vĩnh Long\n')
  const args = ['prescreen', 'bundles', '--register', 'register.csv', '--year', '2026', '--as-of', '2026-11-01']
  const { stdout } = await run(...args, '--jobs', '1', '--no-cache', '--verdicts', 'verdicts', '--format', 'json')
  await writeFile(join(folder, 'prescreen.json'), stdout)
}, 120_000)

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

const run = (...args: string[]) => commandLine.run(args, folder)
const LETTERS = ['letters', 'prescreen.json', '--verdicts', 'verdicts', '--authority', 'authority.yaml']
const isZip = async (path: string) =>
  (await readFile(join(folder, path))).subarray(0, 4).toString('latin1') === 'PK\u0003\u0004'

test('the pre-screening names the profile by its title', async () => {
  const asked = ['--register', 'register.csv', '--year', '2026', '--as-of', '2026-11-01', '--jobs', '1', '--no-cache']
  const { stdout } = await run('prescreen', 'bundles', ...asked)
  expect(stdout).toContain('Bộ thông số: Bộ thông số toàn quốc')
  expect(stdout).not.toContain('national')
})

test('plan and report write a workbook and a page, and print their paths', async () => {
  for (const name of ['plan', 'report']) {
    const { status, stdout, stderr } = await run(name, 'prescreen.json', '--output', name)
    expect({ status, stdout, stderr }).toEqual({
      status: 0,
      stdout: `${name}/${name}.xlsx\n${name}/${name}.html\n`,
      stderr: '',
    })
    expect(await isZip(`${name}/${name}.xlsx`)).toBe(true)
    expect(await readFile(join(folder, name, `${name}.html`), 'utf8')).toContain('Sở Nội vụ')
  }
})

test('a pre-screening without a known signature, or edited since, is taken only where that is asked for, and then everything printed says so', async () => {
  const document = JSON.parse(await readFile(join(folder, 'prescreen.json'), 'utf8'))
  const { signature, ...bare } = document
  const raised = { ...document, agencies: document.agencies.map((one: object) => ({ ...one, grade: 'xuat-sac' })) }
  for (const [name, forged] of Object.entries({ bare, raised })) {
    await writeFile(join(folder, `${name}.json`), JSON.stringify(forged))
    for (const args of [
      ['plan', `${name}.json`],
      ['report', `${name}.json`],
      ['letters', `${name}.json`, ...LETTERS.slice(2)],
    ])
      expect(await run(...args, '--output', 'none')).toMatchObject({
        status: 2,
        stdout: '',
        stderr: expect.stringContaining(`'${name}.json' không có chữ ký của một khóa đã biết`),
      })
    for (const command of ['plan', 'report']) {
      const { status, stderr } = await run(command, `${name}.json`, '--output', name, '--unsigned-verdicts')
      expect([status, stderr]).toEqual([0, expect.stringContaining('CHÚ Ý: tệp rà soát không có chữ ký')])
      expect(await readFile(join(folder, name, `${command}.html`), 'utf8')).toContain('CHÚ Ý: tệp rà soát không có')
      const sheet = unzipSync(await readFile(join(folder, name, `${command}.xlsx`)))
      expect(strFromU8(sheet['xl/sharedStrings.xml'] ?? new Uint8Array())).toContain('CHÚ Ý: tệp rà soát không có')
    }
    await run('letters', `${name}.json`, ...LETTERS.slice(2), '--output', `${name}-letters`, '--unsigned-verdicts')
    const letter = unzipSync(await readFile(join(folder, `${name}-letters`, 'H61.12.docx')))
    expect(strFromU8(letter['word/document.xml'] ?? new Uint8Array())).toContain('không có chữ ký đã biết')
  }
  const before = ['report', 'prescreen.json', '--previous', 'raised.json', '--output', 'seen']
  expect((await run(...before)).status).toBe(2)
  expect((await run(...before, '--unsigned-verdicts')).status).toBe(0)
  expect(await readFile(join(folder, 'seen', 'report.html'), 'utf8')).toContain('CHÚ Ý: kết quả năm trước')
  // Spaced otherwise it says the same, and is signed.
  await writeFile(join(folder, 'spaced.json'), JSON.stringify({ signature, ...bare }, null, 4))
  expect(await run('plan', 'spaced.json', '--output', 'spaced')).toMatchObject({ status: 0, stderr: '' })
})

test('letters for all in one run; who gets none is told, and that is no fault', async () => {
  const { status, stderr } = await run(...LETTERS, '--output', 'letters')
  expect(status).toBe(0)
  expect((await readdir(join(folder, 'letters'))).sort()).toEqual(['H61.12.docx', 'H61.13.docx', 'H61.152.docx'])
  expect(stderr).toBe(
    [
      'H61.153\tKhông lập văn bản: cơ quan không thuộc diện phải gửi hồ sơ, hoặc thuộc diện khuyến khích và chưa công bố.\n',
      'Chỉ ký, gửi văn bản khi kế hoạch kiểm tra của năm đã được phê duyệt; điền số và ngày của quyết định phê duyệt vào văn bản.\n',
    ].join(''),
  )
  expect(await isZip('letters/H61.13.docx')).toBe(true)
})

test('a verdict that was edited, is of another bundle or is not there: said, ends in 2, and the others are written', async () => {
  await mkdir(join(folder, 'some'))
  const [first, second] = ['H61.12', 'H61.152'].map((code) => join(folder, 'verdicts', `${code}.json`))
  const edited = (await readFile(first ?? '', 'utf8')).replace('"met"', '"notMet"')
  await writeFile(join(folder, 'some', 'H61.12.json'), edited)
  const absent = await run('letters', 'prescreen.json', '--verdicts', 'some', '--output', 'few')
  expect(absent.status).toBe(2)
  expect(absent.stderr).toMatch(/^H61\.12\t.*(sửa|băm)/m)
  expect(absent.stderr).toMatch(/^H61\.152\tKhông đọc được 'some\/H61\.152\.json'/m)
  expect(await readdir(join(folder, 'few'))).toEqual(['H61.13.docx'])
  await writeFile(join(folder, 'some', 'H61.12.json'), await readFile(second ?? ''))
  const other = await run('letters', 'prescreen.json', '--verdicts', 'some', '--output', 'few', '--lang', 'en')
  expect(other.stderr).toMatch(/^H61\.12\t'some\/H61\.12\.json' is of another bundle/m)
})

test.each([
  [
    ['plan', 'prescreen.json'],
    'Cần tệp rà soát sơ bộ và thư mục để ghi: qms-verdict plan <rà-soát.json> --output THƯ-MỤC.',
  ],
  [
    ['letters', 'prescreen.json', '--output', 'x'],
    'Cần --verdicts <thư-mục> mà qms-verdict prescreen --verdicts đã ghi.',
  ],
  [
    [...LETTERS, '--output', 'x', '--deadline', '2026-02-30'],
    "--deadline là '2026-02-30', không phải một ngày có thật.",
  ],
  [['report', 'verdicts/H61.12.json', '--output', 'x'], 'verdicts/H61.12.json tại '],
  [['report', 'absent.json', '--output', 'x'], "Không đọc được tệp 'absent.json'."],
])('%j is not done, and says what to do', async (args, said) => {
  const { status, stdout, stderr } = await run(...args)
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  expect(stderr).toContain(said)
})

test('a wrong line of the file about the authority is told by its number', async () => {
  await writeFile(
    join(folder, 'wrong.yaml'),
    'name: Sở Khoa học và Công nghệ\ncriterion74: { maximum: 1, steps: [{ share: 95, points: 1 }] }\n',
  )
  const { status, stderr } = await run('report', 'prescreen.json', '--output', 'x', '--authority', 'wrong.yaml')
  expect(status).toBe(2)
  expect(stderr).toMatch(/^wrong\.yaml dòng 2: /)
})

test('a document made by other rules is not worded by these', async () => {
  const document = JSON.parse(await readFile(join(folder, 'prescreen.json'), 'utf8'))
  const other = { ...document, ruleSet: { ...document.ruleSet, version: '1900.1.0', sha256: '0'.repeat(64) } }
  await writeFile(join(folder, 'other.json'), JSON.stringify(other))
  const { status, stderr } = await run('plan', 'other.json', '--output', 'x', '--lang', 'en', '--unsigned-verdicts')
  expect(status).toBe(2)
  expect(stderr).toContain('1900.1.0, which is not the one in use. Add --rule-set')
})
