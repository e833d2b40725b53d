import { describe, expect, it } from 'vitest'
import { hasStamp, secretStamps } from '../../src/rules/facts/files.ts'
import { Scope } from '../../src/rules/facts/scope.ts'
import { testDossier } from '../../src/verdict/rule-tests.ts'

describe('a secrecy stamp in the name of a file or folder', () => {
  it.each([
    'MẬT.pdf',
    'tai-lieu/05-BC-MẬT.pdf',
    'Báo cáo (MẬT).pdf',
    'Kế hoạch MẬT 2026.docx',
    'MẬT_Báo cáo.pdf',
    'TỐI MẬT.pdf',
    'van-ban/TUYỆT-MẬT-01.pdf',
    'TỐI MẬT/cong-van.pdf',
    'MẬT',
    'MẬT.2026.pdf',
    'BẢO MẬT - MẬT.pdf',
    'bao-cao.MẬT',
  ])('%s', (path) => expect(hasStamp(path)).toBe(true))
})

describe('no stamp', () => {
  it.each([
    'mật.pdf',
    'Tuyệt mật.pdf',
    'Tối Mật.pdf',
    'QUY CHẾ BẢO MẬT.pdf',
    'BÍ MẬT NHÀ NƯỚC.pdf',
    'ĐỔI MẬT KHẨU.pdf',
    'MẬT ĐỘ DÂN SỐ.xlsx',
    'MẬT MÃ.pdf',
    'MẬT ONG.pdf',
    'XÁC ĐỊNH ĐỘ MẬT.pdf',
    'MẶT BẰNG.pdf',
    'MAT.pdf',
    'BẢOMẬT.pdf',
  ])('%s', (path) => expect(hasStamp(path)).toBe(false))
})

it('finds files the manifest does not name, sorted', () => {
  const dossier = testDossier({
    format: 'qms-bundle/1',
    agency: { code: 'H61.12', name: 'Sở Tư pháp', block: 'department', province: 'H61', heads: [] },
    assessmentYear: 2026,
  })
  const file = { sha256: '', bytes: 1, kind: 'pdf', state: 'ok' } as const
  const files = new Map(['b/MẬT.pdf', 'a/TỐI MẬT.pdf', 'c.pdf'].map((path) => [path, { path, ...file }]))
  const registers = {
    ruleSet: { sources: [], standards: [], holidays: { knownThrough: '2026-12-31', fixed: [], dated: [] }, blocks: [] },
    profile: { id: 'p', title: { vi: 'x', en: 'x' } },
  }
  expect(secretStamps(new Scope({ ...dossier, files }, registers))).toEqual([
    { path: 'a/TỐI MẬT.pdf', place: 'stampInName' },
    { path: 'b/MẬT.pdf', place: 'stampInName' },
  ])
})
