import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { PrescreenAgency } from '../../../src/province/prescreen.ts'
import { printable } from '../../../src/render/markup.ts'
import { letterDocument } from '../../../src/render/province/letter.ts'
import { isLetter, letterKind, letterPoints } from '../../../src/render/province/letter-points.ts'
import { LETTER_KINDS } from '../../../src/render/province/letter-words.ts'
import { Renderer } from '../../../src/render/renderer.ts'
import type { Finding, Verdict } from '../../../src/verdict/verdict.ts'
import { frozen, ruleSet, verdicts } from '../frozen/frozen.ts'
import { paragraphsOf } from './docx.ts'

const renderer = new Renderer(ruleSet, 'vi')
const ABOUT = { year: 2026, asOf: '2026-11-01', authority: {}, ruleSet }

async function letterText(verdict: Verdict, more: Partial<Parameters<typeof letterDocument>[0]> = {}) {
  const letter = await letterDocument({ kind: 'correct', agency: verdict.agency, verdict, ...ABOUT, ...more })
  return (await paragraphsOf(letter)).get('word/document.xml') ?? []
}

/** The lines of each part of a letter, by the words after its Roman figure. */
function partsOf(lines: readonly string[]): Record<string, string[]> {
  const parts: Record<string, string[]> = {}
  let open: string[] | undefined
  for (const line of lines) {
    const head = /^I{1,3}\. (.+)$/.exec(line)?.[1]
    if (head !== undefined) {
      open = []
      parts[head] = open
    } else open?.push(line)
  }
  return parts
}

const [TO_CORRECT, PAPERS, ADVICE] = [
  'Nội dung chưa đáp ứng yêu cầu',
  'Đề nghị bổ sung tài liệu, báo cáo (nếu có)',
  'Khuyến nghị',
] as const

/** The verdict of the commune that is behind, with one more finding or notice. */
function behindWith(change: (verdict: Verdict, finding: (rule: string) => Finding) => void): Verdict {
  const verdict = structuredClone(frozen('behind'))
  change(verdict, (rule) => {
    const found = verdict.findings.find((one) => one.rule === rule)
    if (!found) throw new Error(`no finding of ${rule}`)
    return found
  })
  return verdict
}

describe.each([...verdicts])('letter from %s', (_, verdict) => {
  test('each point stands in one part: what fails by the law, what lacks papers, what is ours', async () => {
    const { toCorrect, papers, recommended } = letterPoints(verdict, ruleSet)
    const parts = partsOf(await letterText(verdict))
    const excepted = verdict.exceptions.applied.map((one) => (one as { rule: string }).rule)
    const asked = verdict.findings.filter(
      ({ rule, outcome }) => !excepted.includes(rule) && (outcome === 'fail' || outcome === 'missingEvidence'),
    )
    expect(asked.map(({ rule }) => rule).sort()).toEqual(
      [...toCorrect, ...papers, ...recommended].map(({ rule }) => rule).sort(),
    )
    for (const { rule, basis } of toCorrect) {
      expect(parts[TO_CORRECT]).toContain(`- Đề nghị: ${renderer.remedy(rule)}`)
      expect(parts[TO_CORRECT]).toContain(`- Căn cứ: ${basis.join('; ')}.`)
    }
    for (const { rule } of papers) expect(parts[PAPERS]?.join('\n')).toContain(`“${renderer.title(rule)}”`)
    for (const { rule, basis } of recommended) {
      expect(basis).toEqual([])
      expect(parts[ADVICE]).toContain(`- Khuyến nghị: ${renderer.remedy(rule)}`)
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

test('each part stands on its own ground, and what is to be corrected will be looked at again', async () => {
  const parts = partsOf(await letterText(frozen('behind')))
  expect(Object.keys(parts)).toEqual([TO_CORRECT, PAPERS, ADVICE])
  expect(parts[TO_CORRECT]?.[0]).toMatch(/^Căn cứ điểm a khoản 1 Điều 37 Thông tư số 26\/2014\/TT-BKHCN, /)
  expect(parts[TO_CORRECT]?.at(-1)).toBe('Các nội dung này sẽ được kiểm tra trong các cuộc kiểm tra tiếp theo.')
  expect(parts[PAPERS]?.[0]).toMatch(/^Căn cứ khoản 2 Điều 35 Thông tư số 26\/2014\/TT-BKHCN, .*\(nếu có\)/)
  expect(parts[ADVICE]?.[0]).not.toContain('Căn cứ')
})

test('a period of ours is recommended, the duty of the law is asked for', async () => {
  const letter = async (unmet: string[]) =>
    partsOf(
      await letterText(
        behindWith((verdict, finding) => {
          verdict.exceptions.applied = []
          Object.assign(finding('staff-trained'), { outcome: 'fail', message: 'fail' })
          finding('staff-trained').values = { unmet, 'param.months': 24, 'latestTraining.on': '2023-01-05' }
        }),
      ),
    )
  const [untrained, longAgo] = [
    'Hồ sơ không ghi lần đào tạo nào đến ngày đánh giá.',
    'Lần đào tạo gần nhất là ngày 05/01/2023, đã quá 24 tháng.',
  ]
  const mixed = await letter(['trained', 'recent'])
  expect(mixed[TO_CORRECT]?.join('\n')).toContain(untrained)
  expect(mixed[TO_CORRECT]?.join('\n')).not.toContain('24 tháng')
  expect(mixed[ADVICE]?.join('\n')).toContain(longAgo)
  const ours = await letter(['recent'])
  expect(ours[TO_CORRECT]?.join('\n')).not.toContain(renderer.remedy('staff-trained'))
  expect(ours[ADVICE]?.join('\n')).toContain(longAgo)
})

test('no letter carries score, grade, severity, a way to a file, practice as a ground, or that it replaces nothing', async () => {
  const verdict = behindWith((behind, finding) => {
    const audit = finding('internal-audit-yearly')
    Object.assign(audit, { outcome: 'fail', message: 'textContradicts' })
    audit.text = [
      {
        ...{ fact: 'latestAudit.end', lookedFor: 'latestAudit.text.end', declared: '2026-08-12', state: 'contradicts' },
        ...{ file: 'danh-gia-noi-bo/2026-bao-cao.pdf', page: 1, found: ['2025-08-12'], quote: 'đến ngày 12/8/2025' },
      } as NonNullable<Finding['text']>[number],
    ]
    Object.assign(finding('quality-policy-issued'), { outcome: 'missingEvidence', message: 'assuranceTooLow' })
    finding('quality-policy-issued').values = {
      missing: ['documents'],
      assurance: 'declared',
      leastAssurance: 'present',
    }
    // A legal change entered in time with nothing more to say of its processes: the list is empty.
    const change = finding('legal-changes-applied')
    change.outcome = 'fail'
    for (const item of change.items?.shown ?? []) Object.assign(item, { outcome: 'fail', notFollowed: [], unmet: [] })
    behind.notices.push({ id: 'fewSatisfied', kind: 'recommendation', rule: 'satisfaction-measured', values: {} })
  })
  for (const kind of LETTER_KINDS) {
    const text = (await letterText(verdict, { kind })).join('\n')
    expect(text).not.toMatch(/điểm hiện tại|điểm tối đa|xếp loại|xuất sắc|trọng số|cốt yếu|thứ yếu|mức bằng chứng|%/i)
    expect(text).not.toMatch(/\w\/[\w-]+\.\w{3}|\/[a-z]+\/\d|Thông lệ nghiệp vụ|không thay thế|bộ thông số|sơ bộ/i)
    expect(text).not.toMatch(/; không có[;.]/)
    expect(text.split('\nIII. ')[1] ?? '').not.toMatch(/chưa đạt|vi phạm/i)
  }
  const text = (await letterText(verdict)).join('\n')
  expect(text).toContain('tài liệu “2026-bao-cao.pdf”, trang 1 ghi')
})

test('an evaluated dossier is judged under the plan that was approved; its decision is printed or left blank', async () => {
  expect((await letterText(frozen('behind'))).join('\n')).toContain(
    'tại Quyết định số ………/QĐ-UBND ngày …… tháng …… năm',
  )
  const authority = { planDecision: 'Quyết định số 88/QĐ-UBND ngày 05/3/2026' }
  expect((await letterText(frozen('behind'), { authority })).join('\n')).toContain(
    'phê duyệt tại Quyết định số 88/QĐ-UBND',
  )
})

test('a ministry asks by the first clause of Điều 35, a province by the second', async () => {
  const agency = { code: 'G01', name: 'Bộ Nội vụ', block: 'ministry' }
  const asked = async (block: string) =>
    (await letterText(frozen('behind'), { kind: 'noDossier', verdict: undefined, agency: { ...agency, block } })).join(
      '\n',
    )
  expect(await asked('ministry')).toContain('Căn cứ khoản 1 Điều 35')
  expect(await asked('department')).toContain('Căn cứ khoản 2 Điều 35')
})

test('a letter of nothing to correct says so by its own article', async () => {
  const text = (await letterText(frozen('complete'), { kind: 'nothing' })).join('\n')
  expect(text).toContain(
    'không có nội dung phải thực hiện hoặc khắc phục (điểm b khoản 1 Điều 37 Thông tư số 26/2014/TT-BKHCN)',
  )
  expect(text).not.toMatch(/^I+\. /m)
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

test('the signature never stands alone on a page, nor the head of a part at the end of one', async () => {
  const letter = await letterDocument({
    kind: 'correct',
    agency: frozen('behind').agency,
    verdict: frozen('behind'),
    ...ABOUT,
  })
  const xml = strFromU8(unzipSync(letter)['word/document.xml'] ?? new Uint8Array())
  const kept = [...xml.matchAll(/<w:p>.*?<\/w:p>/g)].flatMap(([paragraph]) =>
    paragraph.includes('<w:keepNext/>') ? [paragraph.replace(/<[^>]+>/g, '')] : [],
  )
  expect(kept).toEqual(expect.arrayContaining([`I. ${TO_CORRECT}`, `II. ${PAPERS}`, `III. ${ADVICE}`, 'Trân trọng./.']))
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
  const kindOf = (verdict: Verdict | undefined, more: Partial<PrescreenAgency> = {}) =>
    letterKind(agency(more), verdict, [], ruleSet)

  test.each([
    ['behind', 'correct'],
    ['complete', 'nothing'],
    ['quarantined', 'quarantined'],
    ['not-judged', 'notSubject'],
  ])('from the verdict %s: %s', (name, expected) => {
    expect(kindOf(frozen(name))).toBe(expected)
  })

  test('papers alone are asked for where nothing of the law fails', () => {
    const verdict = structuredClone(frozen('behind'))
    const lawful = letterPoints(verdict, ruleSet).toCorrect.map(({ rule }) => rule)
    verdict.findings = verdict.findings.filter(({ rule }) => !lawful.includes(rule))
    expect(kindOf(verdict)).toBe('papers')
    verdict.findings = verdict.findings.filter(({ outcome }) => outcome !== 'missingEvidence')
    expect(kindOf(verdict)).toBe('toDecide')
    expect(kindOf({ ...verdict, provisional: true })).toBe('provisional')
    verdict.findings = verdict.findings.filter(({ outcome }) => outcome !== 'needsReview')
    expect(verdict.findings.some(({ outcome }) => outcome === 'fail')).toBe(true)
    expect(kindOf(verdict)).toBe('nothing')
  })

  test.each([
    [{ duty: 'obliged' }, 'noDossier'],
    [{ duty: 'obligedByPlan' }, 'noDossier'],
    [{ duty: 'encouraged' }, 'notSubject'],
    [{ duty: 'ended' }, 'notSubject'],
    [{ change: 'left' }, 'left'],
  ] as const)('without a dossier, %o: %s', (more, expected) => {
    expect(kindOf(undefined, more)).toBe(expected)
  })

  test('who sent a dossier that could not be read again is not asked for one', () => {
    expect(kindOf(undefined, { notJudged: { vi: 'Không còn dữ liệu đã lưu.', en: 'What was stored is gone.' } })).toBe(
      'notJudged',
    )
  })

  test('a dossier that could not be taken in is asked for again', () => {
    const problems = [{ kind: 'refused' as const, codes: ['H61.13'], file: 'x.zip' }]
    expect(letterKind(agency(), undefined, problems, ruleSet)).toBe('refused')
    expect(isLetter('refused')).toBe(true)
    expect(isLetter('quarantined')).toBe(false)
  })
})

test('what was seen in scans otherwise than declared stands in an annex, line by line, and nowhere else', async () => {
  const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=='
  const place = { file: 'cong-bo/88 QĐ.pdf', page: 2, box: [[1, 2, 3, 4]] as const }
  const picture = { ...place, png: PNG, width: 60 }
  const verdict = behindWith((_, finding) => {
    Object.assign(finding('declaration-in-force'), { outcome: 'needsReview', evidence: [place] })
  })
  const shown = { verdict, ...ABOUT, kind: 'correct' as const, agency: verdict.agency }
  const letter = await letterDocument({ ...shown, pictures: [picture, { ...picture, page: 3 }] })
  const entries = unzipSync(letter)
  expect(Object.keys(entries).filter((name) => name.endsWith('.png'))).toEqual(['word/media/image1.png'])
  expect(Buffer.from(entries['word/media/image1.png'] ?? []).toString('base64')).toBe(PNG)
  expect(strFromU8(entries['word/_rels/document.xml.rels'] ?? new Uint8Array())).toContain(
    'Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/image1.png"',
  )
  const document = strFromU8(entries['word/document.xml'] ?? new Uint8Array())
  expect(document).toContain('<a:blip r:embed="rId3"/>')
  // 60 points, as high as wide.
  expect(document).toContain('<wp:extent cx="762000" cy="762000"/>')
  const lines = await letterText(verdict, { pictures: [picture] })
  expect(lines.slice(lines.indexOf('PHỤ LỤC'))).toEqual([
    'PHỤ LỤC',
    'Các chỗ trên bản quét cần đối chiếu với bản gốc',
    expect.stringContaining(renderer.title('declaration-in-force')),
    'Tệp “88 QĐ.pdf”, trang 2:',
    '',
    '',
  ])
  expect(lines.join('\n')).toContain('nêu tại Phụ lục kèm theo')
  expect((await letterText(verdict)).join('\n')).not.toMatch(/phụ lục/i)
})
