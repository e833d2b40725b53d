import { existsSync } from 'node:fs'
import { copyFile, cp, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commandLine } from '../cli/command-line.ts'
import { makeWorkspace } from '../cli/workspace.ts'

const COMPLETE = 'samples/department-complete.zip'

let workspace: Awaited<ReturnType<typeof makeWorkspace>>

const run = (...args: string[]) => commandLine.run(args, workspace.folder)
const at = (name: string) => join(workspace.folder, name)

/** Judges the complete department, once for each file, and keeps its verdict in it; returns the file's name. */
async function kept(name: string, ...options: string[]): Promise<string> {
  if (existsSync(at(name))) return name
  const { stdout, stderr } = await run(
    'check',
    COMPLETE,
    '--as-of',
    '2026-11-01',
    '--format',
    'json',
    '--no-ocr',
    ...options,
  )
  expect(stderr).toBe('')
  await writeFile(at(name), stdout)
  return name
}

beforeAll(async () => {
  workspace = await makeWorkspace()
})
afterAll(async () => {
  await workspace?.remove()
})

describe('verify', () => {
  it('0: the same verdict comes out', async () => {
    const { status, stdout, stderr } = await run('verify', await kept('verdict.json'), '--bundle', COMPLETE)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toBe(
      'Tệp nguyên vẹn: mã băm tính lại trùng với mã ghi trong tệp.\nĐánh giá lại cho đúng kết quả ghi trong tệp.\n',
    )
  })

  it('1: another bundle, with twelve places shown and all counted', async () => {
    const file = await kept('verdict.json')
    const { status, stdout } = await run('verify', file, '--bundle', 'samples/commune-behind.zip', '--lang', 'en')
    expect(status).toBe(1)
    expect(stdout.match(/^ {2}\//gm)).toHaveLength(12)
    const count = Number(/differs from the file in (\d+) place/.exec(stdout)?.[1])
    expect(count).toBeGreaterThan(12)
    expect(stdout).toContain(`(12 of ${count} shown)`)
  })

  it('2: edited by hand', async () => {
    const text = await readFile(at(await kept('verdict.json')), 'utf8')
    await writeFile(at('edited.json'), text.replace('"status": "met"', '"status": "notMet"'))
    const { status, stdout } = await run('verify', 'edited.json', '--bundle', COMPLETE)
    expect(status).toBe(2)
    expect(stdout).toMatch(/^edited\.json đã bị sửa: nội dung có mã băm [0-9a-f]{64}/)
  })

  it('2: a refusal is no verdict', async () => {
    const refused = await run('check', 'samples/refused-typing-errors.zip', '--format', 'json')
    await writeFile(at('refusal.json'), refused.stdout)
    const { status, stdout } = await run('verify', 'refusal.json', '--bundle', COMPLETE)
    expect(status).toBe(2)
    expect(stdout).toContain('là thông báo không tiếp nhận được bộ hồ sơ')
  })

  it.each([
    [['verify'], 'Cần một tệp kết quả và bộ hồ sơ của nó'],
    [['verify', 'no-such.json', '--bundle', COMPLETE], "Không đọc được tệp 'no-such.json'"],
    [['verify', 'samples/commune-behind.zip', '--bundle', COMPLETE], 'không phải tệp JSON'],
  ])('2: %j', async (args, words) => {
    const { status, stdout, stderr } = await run(...args)
    expect(status).toBe(2)
    expect(stdout + stderr).toContain(words)
  })

  it('2: a bundle that is not there', async () => {
    const { status, stderr } = await run('verify', await kept('verdict.json'), '--bundle', 'nowhere.zip')
    expect({ status, stderr }).toEqual({ status: 2, stderr: "Không có bộ hồ sơ 'nowhere.zip'.\n" })
  })
})

describe('old rules', () => {
  beforeAll(async () => {
    await cp('rules', at('rules-old'), { recursive: true })
    const file = at('rules-old/rule-set.yaml')
    await writeFile(file, (await readFile(file, 'utf8')).replace(/^version: .*$/m, 'version: 2020.1.0'))
    await run('rules', 'build', 'rules-old', '--output', 'published', '--date', '2020-01-02')
  })

  async function published(): Promise<string> {
    const { stdout } = await run('rules', 'build', 'rules-old', '--output', 'published', '--date', '2020-01-02')
    return stdout.trim()
  }

  it('judge an old verdict again, once they are named', async () => {
    const rules = await published()
    const file = await kept('old.json', '--rule-set', rules)
    const without = await run('verify', file, '--bundle', COMPLETE)
    const named = await run('verify', file, '--bundle', COMPLETE, '--rule-set', rules)
    expect([without.status, named.status]).toEqual([1, 0])
    expect(without.stdout).toContain('bộ quy tắc phiên bản 2020.1.0')
  })

  it('2: under a name with another hash, whatever is asked of them', async () => {
    const renamed = `published/rule-set-2020-01-02-${'0'.repeat(64)}.json`
    await copyFile(at(await published()), at(renamed))
    const file = await kept('verdict.json')
    for (const args of [
      ['check', COMPLETE],
      ['verify', file, '--bundle', COMPLETE],
    ]) {
      const { status, stderr } = await run(...args, '--rule-set', renamed)
      expect(status).toBe(2)
      expect(stderr).toContain('không phải mã trong tên tệp; tệp đã bị sửa')
    }
  })
})

describe('signatures', () => {
  beforeAll(async () => {
    await run('keygen', '--output', 'keys')
    await run('keygen', '--output', 'strangers')
  })

  it('are made by check --sign and checked by verify --key', async () => {
    const file = await kept('signed.json', '--sign', 'keys/verdict-private.pem')
    const verify = (key: string) => run('verify', file, '--bundle', COMPLETE, '--key', key)
    const [own, other] = [await verify('keys/verdict-public.pem'), await verify('strangers/verdict-public.pem')]
    expect([own.status, other.status]).toEqual([0, 2])
    expect(own.stdout).toContain('Chữ ký hợp lệ, khóa ')
    expect(other.stdout).toMatch(/^Chữ ký không hợp lệ với khóa đã nêu/)
  })

  it('are asked for in vain where there is none', async () => {
    const file = await kept('verdict.json')
    const { status, stdout } = await run('verify', file, '--bundle', COMPLETE, '--key', 'keys/verdict-public.pem')
    expect(status).toBe(2)
    expect(stdout).toContain('không có chữ ký')
  })

  it('need a private key', async () => {
    const { status, stdout, stderr } = await run(
      'check',
      COMPLETE,
      '--format',
      'json',
      '--sign',
      'keys/verdict-public.pem',
    )
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain('verdict-public.pem: không đọc được khóa riêng')
  })

  it('have their place in the JSON document only', async () => {
    const { status, stdout, stderr } = await run('check', COMPLETE, '--sign', 'keys/verdict-private.pem')
    expect([status, stdout, stderr]).toEqual([2, '', '--sign ký vào tệp JSON; thêm --format json.\n'])
  })

  it('come from a key that its owner alone can read, and that is never overwritten', async () => {
    const before = await readFile(at('keys/verdict-private.pem'), 'utf8')
    expect((await stat(at('keys/verdict-private.pem'))).mode & 0o777).toBe(0o600)
    const { status, stderr } = await run('keygen', '--output', 'keys')
    expect(status).toBe(2)
    expect(stderr).toContain('Khóa cũ không bị ghi đè')
    expect(await readFile(at('keys/verdict-private.pem'), 'utf8')).toBe(before)
  })
})

describe('exceptions', () => {
  const one = '{ rule: staff-trained, agency: H61.12, reason: disaster, approver: Chủ tịch, lastDay: 2026-12-31 }'

  it('2: that name an unknown rule', async () => {
    await writeFile(at('exceptions.yaml'), `exceptions:\n  - ${one.replace('staff-trained', 'staf-trained')}\n`)
    const { status, stderr } = await run('check', COMPLETE, '--exceptions', 'exceptions.yaml')
    expect(status).toBe(2)
    expect(stderr).toContain("exceptions.yaml dòng 2: Quy tắc 'staf-trained' không có; gần nhất là 'staff-trained'")
  })

  it('are asked for again when a verdict was made with them', async () => {
    await writeFile(at('exceptions.yaml'), `exceptions:\n  - ${one}\n`)
    const file = await kept('excepted.json', '--exceptions', 'exceptions.yaml')
    const without = await run('verify', file, '--bundle', COMPLETE)
    const named = await run('verify', file, '--bundle', COMPLETE, '--exceptions', 'exceptions.yaml')
    expect([without.status, named.status]).toEqual([1, 0])
    expect(without.stdout).toContain('nêu bằng --exceptions')
  })
})
