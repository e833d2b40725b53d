import { expect, test } from 'vitest'
import { readDocx } from '../../src/documents/docx/docx.ts'
import { DEFAULT_LIMITS } from '../../src/intake/container.ts'
import { Renderer } from '../../src/render/renderer.ts'
import { verdictPaper } from '../../src/render/verdict-paper.ts'
import type { Verdict } from '../../src/verdict/verdict.ts'
import { ruleSet, verdicts } from './frozen/frozen.ts'

const verdictOf = (name: string): Verdict => verdicts.get(name) ?? expect.unreachable()

async function paperOf(verdict: Verdict): Promise<string[]> {
  const bytes = await verdictPaper({ verdict, ruleSet, sentOn: '09:00 ngày 01/11/2026' })

  const text = await readDocx(bytes, { limits: DEFAULT_LIMITS, stopwatch: () => 0 })
  return text.content.flatMap(({ lines }) => lines.map((line) => line.text))
}

test('a verdict as a paper says the answer, every point that fails with its remedy and articles, and leaves room to decide', async () => {
  const verdict = verdictOf('behind')
  const lines = await paperOf(verdict)
  const renderer = new Renderer(ruleSet, 'vi')
  const failing = verdict.findings.filter(({ outcome }) => outcome === 'fail')
  const missing = verdict.findings.filter(({ outcome }) => outcome === 'missingEvidence')
  expect(failing.length).toBeGreaterThan(2)
  for (const [at, { rule }] of failing.entries()) {
    expect(lines).toContain(`${at + 1}. ${renderer.title(rule)}`)
    expect(lines).toContain(`- Căn cứ: ${renderer.basis(rule).join('; ')}.`)
  }
  const text = lines.join('\n')
  expect(text).toContain(`Tài liệu cần bổ sung (${missing.length})`)
  expect(text).toContain('hồ sơ nộp lúc 09:00 ngày 01/11/2026')
  expect(text).toContain('Ý kiến chỉ đạo:')
  expect(text).toContain(verdict.digest)
  expect(text).not.toMatch(/\{\w+\}|undefined|null/)
  expect(lines.filter((line) => /^[IV]+\. /.test(line)).map((line) => line.split('.')[0])).toEqual(
    ['I', 'II', 'III', 'IV', 'V', 'VI'].slice(0, lines.filter((line) => /^[IV]+\. /.test(line)).length),
  )
})

test('of a dossier that is set apart says so and nothing else; the same verdict makes the same bytes', async () => {
  const verdict = verdictOf('quarantined')
  const lines = await paperOf(verdict)
  expect(lines.filter((line) => /^[IV]+\. /.test(line))).toEqual(['I. Đề nghị'])
  const input = { verdict, ruleSet, sentOn: '' }
  expect(await verdictPaper(input)).toEqual(await verdictPaper(input))
})
