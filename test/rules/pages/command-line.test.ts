import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rulePages } from '../../../src/render/rules/pages.ts'
import { commandLine } from '../../cli/command-line.ts'
import { makeWorkspace } from '../../cli/workspace.ts'
import { loaded, tests } from '../../support/loaded.ts'

let workspace: Awaited<ReturnType<typeof makeWorkspace>>

const run = (...args: string[]) => commandLine.run(args, workspace.folder)
const at = (name: string) => join(workspace.folder, name)

beforeAll(async () => {
  workspace = await makeWorkspace()
})
afterAll(async () => {
  await workspace?.remove()
})

describe('rules list', () => {
  it('has every rule, in rule-set order, in both forms', async () => {
    const ids = loaded.source.rules.map(({ id }) => id)
    const text = (await run('rules', 'list')).stdout
    expect(ids.map((id) => text.indexOf(`  ${id} `)).every((place, n, all) => place > (all[n - 1] ?? -1))).toBe(true)
    expect(text).toContain(`${ids.length} quy tắc, trọng số 100`)
    const data = JSON.parse((await run('rules', 'list', '--format', 'json')).stdout)
    expect(data.map(({ id }: { id: string }) => id)).toEqual(ids)
  })
})

describe('rules show', () => {
  it('says a rule in the language asked for', async () => {
    const { status, stdout } = await run('rules', 'show', 'internal-audit-yearly', '--lang', 'en')
    expect(status).toBe(0)
    expect(stdout).toContain('## An internal audit is carried out at least once a year')
    expect(stdout).toContain('- Profile `national-rolling`: ')
    expect(stdout).toMatch(/\*\*Tests\*\* \(\d+\)/)
  })

  it('finds a rule by an earlier id', async () => {
    await cp('rules', at('rules-renamed'), { recursive: true })
    const text = await readFile('rules/upkeep/improvement-shown.yaml', 'utf8')
    const renamed = text.replace('id: improvement-shown', 'id: improvement-made\naliases: [improvement-shown]')
    await writeFile(at('rules-renamed/upkeep/improvement-made.yaml'), renamed)
    await rm(at('rules-renamed/upkeep/improvement-shown.yaml'))
    const { stdout } = await run('rules', 'show', 'improvement-shown', '--rules', 'rules-renamed')
    expect(stdout).toContain('`improvement-made` · ')
    expect(stdout).toContain('**Mã cũ.** `improvement-shown`')
  })

  it('gives a rule as data, with its tests', async () => {
    const shown = JSON.parse((await run('rules', 'show', 'staff-trained', '--format', 'json')).stdout)
    expect(shown.id).toBe('staff-trained')
    expect(shown.tests).toHaveLength(tests.get('staff-trained')?.length ?? 0)
  })

  it('names the nearest rule when there is none of that id', async () => {
    const { status, stdout, stderr } = await run('rules', 'show', 'internal-audit-yearli')
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain("gần nhất là 'internal-audit-yearly'")
  })
})

describe('rules docs', () => {
  it('writes the pages', async () => {
    await run('rules', 'docs', '--output', 'pages')
    const pages = rulePages(loaded.source, tests)
    expect((await readdir(at('pages'))).sort()).toEqual([...pages.keys()].sort())
    for (const [name, text] of pages) expect(await readFile(at(`pages/${name}`), 'utf8')).toBe(text)
  })
})

describe('rules diff', () => {
  /** Replaces text in a rule of the new set; it must stand there. */
  async function change(file: string, find: string, put: string) {
    const text = await readFile(at(`rules-new/${file}`), 'utf8')
    expect(text).toContain(find)
    await writeFile(at(`rules-new/${file}`), text.replace(find, put))
  }

  const SAMPLES = ['--bundles', 'few', '--as-of', '2027-03-01']

  beforeAll(async () => {
    await cp('rules', at('rules-old'), { recursive: true })
    await cp('rules', at('rules-new'), { recursive: true })
    await change(
      'upkeep/internal-audit-yearly.yaml',
      'yearCounting: calendar, months: 12',
      'yearCounting: rolling, months: 6',
    )
    await change('upkeep/management-review-yearly.yaml', 'severity: blocking', 'severity: major')
    for (const name of ['department-complete', 'refused-typing-errors'])
      await cp(at(`samples/${name}.zip`), at(`few/${name}.zip`))
    await writeFile(at('few/ghi-chu.txt'), 'không phải bộ hồ sơ')
  })

  it('tells which agency changes, by which rules, what is written otherwise, and what was refused', async () => {
    const { status, stdout, stderr } = await run(
      'rules',
      'diff',
      'rules-old',
      'rules-new',
      ...SAMPLES,
      '--format',
      'json',
    )
    const diff = JSON.parse(stdout)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(diff.text).toMatchObject({
      added: [],
      removed: [],
      changed: [
        {
          rule: 'internal-audit-yearly',
          parts: ['versions'],
          params: [
            { from: '2014-05-18', name: 'yearCounting', old: 'calendar', new: 'rolling' },
            { from: '2014-05-18', name: 'months', old: 12, new: 6 },
          ],
        },
        { rule: 'management-review-yearly', parts: ['severity'], severity: { old: 'blocking', new: 'major' } },
      ],
    })
    const department = diff.agencies.find(({ bundle }: { bundle: string }) => bundle === 'department-complete.zip')
    expect(department).toMatchObject({ old: { status: 'met' }, new: { status: 'notMet', grade: null } })
    expect(department.changes).toEqual(['status', 'grade', 'score'])
    expect(department.rules).toMatchObject([
      { rule: 'internal-audit-yearly', old: { outcome: 'pass' }, new: { outcome: 'fail' } },
      { rule: 'management-review-yearly', old: { severity: 'blocking' }, new: { severity: 'major' } },
    ])
    expect(diff.refused).toMatchObject([{ bundle: 'refused-typing-errors.zip', code: 'manifest-invalid' }])
    expect(diff.others).toEqual(['ghi-chu.txt'])
    expect(diff.bundles).toEqual({ total: diff.bundles.judged + 1, judged: diff.bundles.judged, refused: 1 })
  })

  it('says it in words', async () => {
    const { stdout } = await run('rules', 'diff', 'rules-old', 'rules-new', ...SAMPLES)
    expect(stdout).toContain('  ~ management-review-yearly; mức độ Cốt yếu → Quan trọng\n')
    expect(stdout).toContain('    Đáp ứng yêu cầu → Chưa đáp ứng yêu cầu; xếp loại Tốt → không có; ')
    expect(stdout).toContain(
      '· internal-audit-yearly: Đạt yêu cầu (Cốt yếu, trọng số 5) → Chưa đạt yêu cầu (Cốt yếu, trọng số 5)',
    )
    expect(stdout).toContain('  refused-typing-errors.zip: ')
  })

  it('takes a published file for either side, and finds nothing between a set and itself', async () => {
    const built = await run('rules', 'build', 'rules-old', '--output', 'published', '--date', '2027-01-01')
    const { stdout } = await run('rules', 'diff', built.stdout.trim(), 'rules-old', ...SAMPLES, '--format', 'json')
    const diff = JSON.parse(stdout)
    expect(diff.old).toEqual(diff.new)
    expect([diff.text, diff.agencies]).toEqual([{ added: [], removed: [], changed: [], registers: [] }, []])
  })

  it.each([
    [['rules', 'diff', 'rules-old', 'rules-new'], 'Cần hai bộ quy tắc và thư mục bộ hồ sơ'],
    [['rules', 'diff', 'rules-old', 'nowhere', '--bundles', 'samples'], "Không có bộ quy tắc 'nowhere'"],
    [['rules', 'diff', 'rules-old', 'rules-broken', '--bundles', 'samples'], 'chỗ chưa đúng'],
    [['rules', 'diff', 'rules-old', 'rules-new', '--bundles', 'nowhere'], "Không đọc được thư mục 'nowhere'"],
    [['rules', 'diff', 'rules-old', 'rules-new', '--bundles', 'empty'], 'không có bộ hồ sơ nào'],
    [['rules', 'diff', 'rules-old', 'rules-new', ...SAMPLES, '--profile', 'nationl'], "gần nhất là 'national'"],
  ])('2: %j', async (args, words) => {
    await mkdir(at('empty'), { recursive: true })
    const { status, stdout, stderr } = await run(...args)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain(words)
  })
})
