import { describe, expect, test } from 'vitest'
import type { PrescreenAgency } from '../../../src/province/prescreen.ts'
import { printable } from '../../../src/render/markup.ts'
import { letterDocument } from '../../../src/render/province/letter.ts'
import { isLetter, LETTER_KINDS, letterKind } from '../../../src/render/province/letter-kinds.ts'
import { Renderer } from '../../../src/render/renderer.ts'
import type { Verdict } from '../../../src/verdict/verdict.ts'
import { frozen, ruleSet, verdicts } from '../frozen/frozen.ts'
import { paragraphsOf } from './docx.ts'

const renderer = new Renderer(ruleSet, 'vi')
const ABOUT = { year: 2026, asOf: '2026-11-01', authority: {}, ruleSet }

async function letterText(verdict: Verdict, more: Partial<Parameters<typeof letterDocument>[0]> = {}) {
  const letter = await letterDocument({ kind: 'correct', agency: verdict.agency, verdict, ...ABOUT, ...more })
  return (await paragraphsOf(letter)).get('word/document.xml') ?? []
}

describe.each([...verdicts])('letter from %s', (_, verdict) => {
  test('every point that fails or lacks evidence stands with what to do and its articles, and no other', async () => {
    const lines = await letterText(verdict)
    for (const { rule, outcome } of verdict.findings) {
      const asked = outcome === 'fail' || outcome === 'missingEvidence'
      const heads = lines.filter((line) => line.replace(/^\d+\. | \(nội dung cốt yếu\)$/g, '') === renderer.title(rule))
      expect(heads.length, rule).toBe(asked ? 1 : 0)
      if (!asked) continue
      expect(lines).toContain(`- Đề nghị: ${renderer.remedy(rule)}`)
      expect(lines).toContain(`- Căn cứ: ${renderer.basis(rule).join('; ')}`)
    }
  })

  test('the parts of the form are there, and who signs is blank', async () => {
    const lines = await letterText(verdict)
    const text = lines.join('\n')
    for (const part of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Độc lập - Tự do - Hạnh phúc',
      'DỰ THẢO',
      'Nơi nhận:',
      'GIÁM ĐỐC',
    ])
      expect(lines).toContain(part)
    expect(text).toMatch(/Số: +\//)
    expect(text).toMatch(/, ngày +tháng +năm 2026/)
    expect(text).toContain(`Kính gửi: ${printable(verdict.agency.name)}`)
    expect(lines.filter((line) => line !== '').at(-1)).toMatch(/^…+$/)
  })
})

test('points that fail come before those without evidence, essential ones first', async () => {
  const lines = await letterText(frozen('behind'))
  const heads = lines.filter((line) => /^(I|II|\d+)\. /.test(line))
  expect(heads[0]).toBe('I. Nội dung chưa đạt yêu cầu, đề nghị khắc phục')
  const [failing, missing] = heads.join('\n').split('\nII. ')
  expect(missing).toContain('Nội dung thiếu bằng chứng')
  const essential = (failing ?? '')
    .split('\n')
    .slice(1)
    .map((line) => line.endsWith('(nội dung cốt yếu)'))
  expect(essential).toEqual([...essential].sort((a, b) => Number(b) - Number(a)))
  expect(new Set(essential).size).toBe(2)
})

test('a stated deadline, unit and place are printed; what is not stated stays blank', async () => {
  const authority = { name: 'Sở Khoa học và Công nghệ', place: 'An Giang', symbol: 'SKHCN-TĐC', signer: 'Phó Giám đốc' }
  const stated = (await letterText(frozen('behind'), { deadline: '2026-12-05', authority })).join('\n')
  expect(stated).toContain('chậm nhất đến hết ngày 05/12/2026')
  expect(stated).toMatch(/\/SKHCN-TĐC\n[\s\S]*An Giang, ngày[\s\S]*PHÓ GIÁM ĐỐC/)
  expect((await letterText(frozen('behind'))).join('\n')).toContain('chậm nhất đến hết ngày …… tháng …… năm ………')
})

test('a letter about an evenly long list tells five of its items, and how many there are', async () => {
  const verdict = structuredClone(frozen('behind'))
  const finding = verdict.findings.find(({ items, outcome }) => outcome === 'fail' && items !== undefined)
  const [shown] = finding?.items?.shown.filter(({ outcome }) => outcome === 'fail') ?? []
  if (!finding?.items || !shown) throw new Error('no failing list among the frozen findings')
  finding.items = { ...finding.items, failed: 40, shown: Array.from({ length: 12 }, () => shown) }
  const lines = await letterText(verdict)
  expect(lines.join('\n')).toContain('Nêu 5 trong 40 mục')
  expect(lines.filter((line) => line.startsWith(`+ ${shown.key}:`)).length).toBeGreaterThanOrEqual(5)
})

test('the same letter has the same bytes', async () => {
  const input = { kind: 'noDossier' as const, agency: frozen('behind').agency, ...ABOUT }
  expect(Buffer.from(await letterDocument(input)).equals(Buffer.from(await letterDocument(input)))).toBe(true)
})

test.each(LETTER_KINDS)('every part of a letter of kind %s is well-formed', async (kind) => {
  const verdict = frozen('hostile')
  const parts = await paragraphsOf(await letterDocument({ kind, agency: verdict.agency, verdict, ...ABOUT }))
  expect([...parts.keys()]).toContain('[Content_Types].xml')
  expect(parts.get('word/document.xml')?.length).toBeGreaterThan(15)
})

describe('which letter', () => {
  const agency = (more: Partial<PrescreenAgency> = {}) =>
    ({ code: 'H61.13', duty: 'obliged', change: null, ...more }) as PrescreenAgency

  test.each([
    ['behind', 'correct'],
    ['complete', 'nothing'],
    ['quarantined', 'quarantined'],
  ])('from the verdict %s: %s', (name, expected) => {
    expect(letterKind(agency(), frozen(name), [])).toBe(expected)
  })

  test.each([
    [{ duty: 'obliged' }, 'noDossier'],
    [{ duty: 'obligedByPlan' }, 'noDossier'],
    [{ duty: 'encouraged' }, 'notSubject'],
    [{ duty: 'ended' }, 'notSubject'],
    [{ change: 'left' }, 'left'],
  ] as const)('without a dossier, %o: %s', (more, expected) => {
    expect(letterKind(agency(more), undefined, [])).toBe(expected)
  })

  test('a dossier that could not be taken in is asked for again', () => {
    const problems = [{ kind: 'refused' as const, codes: ['H61.13'], file: 'x.zip' }]
    expect(letterKind(agency(), undefined, problems)).toBe('refused')
    expect(isLetter('refused')).toBe(true)
    expect(isLetter('quarantined')).toBe(false)
  })
})
