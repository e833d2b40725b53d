import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sha256 } from '../../../src/core/json.ts'
import { readBundle } from '../../../src/intake/bundle.ts'
import { makeZip } from '../../support/zip.ts'
import { OPTIONS, readFiles, refusalOf } from './reading.ts'

const PDF = '%PDF-1.7\n'
const MANIFEST = {
  format: 'qms-bundle/1',
  agency: { code: 'H61.12', name: 'Sở Tư pháp', block: 'department', province: 'H61', heads: [] },
  assessmentYear: 2026,
  scope: { file: './tai-lieu/phạm vi.pdf' },
  internalAudits: [
    {
      from: '2026-03-05',
      plan: 'ke-hoach.pdf',
      report: 'Bao-cao.PDF',
      nonconformities: [{ id: '1', raisedOn: '2026-03-05', file: 'kph.pdf' }],
    },
  ],
}
const FILES: Record<string, string> & { 'manifest.json': string } = {
  'manifest.json': JSON.stringify(MANIFEST),
  ['tai-lieu/phạm vi.pdf'.normalize('NFD')]: PDF,
  'ke-hoach.pdf': '',
  'bao-cao.pdf': 'không phải PDF',
  'anh.png': PDF,
  'ghi-chu.txt': 'ghi chú',
  '__MACOSX/._anh.png': 'x',
}

describe('a dossier put together', () => {
  it('knows its files by path, kind and state, and those that the manifest does not name', async () => {
    const zip = await makeZip(FILES)
    const dossier = await readFiles(FILES)
    expect([...dossier.files.values()].map(({ path, kind, state }) => [path, kind, state])).toEqual([
      ['anh.png', 'pdf', 'wrongType'],
      ['bao-cao.pdf', 'text', 'wrongType'],
      ['ghi-chu.txt', 'text', 'ok'],
      ['ke-hoach.pdf', 'unknown', 'empty'],
      ['tai-lieu/phạm vi.pdf', 'pdf', 'ok'],
    ])
    expect(dossier.files.get('anh.png')).toMatchObject({ sha256: sha256(PDF), bytes: PDF.length })
    expect(dossier.unnamedFiles).toEqual(['anh.png', 'bao-cao.pdf', 'ghi-chu.txt'])
    const documents = Object.entries(FILES).filter(([path]) => !path.startsWith('__MACOSX'))
    const bytes = documents.reduce((sum, [, content]) => sum + Buffer.byteLength(content), 0)
    expect(dossier.bundle).toEqual({ sha256: sha256(zip), files: 6, bytes })
    expect(dossier.notices.map(({ code, file }) => [code, file])).toEqual([
      ['litter-ignored', undefined],
      ['path-case-differs', 'Bao-cao.PDF'],
    ])
    expect(dossier.catalogue).toEqual({ source: 'none', sha256: null, origin: [] })
  })

  it('is the same under a single top folder, but for the hash of the archive', async () => {
    const under = Object.fromEntries(Object.entries(FILES).map(([path, content]) => [`Hồ sơ 2026/${path}`, content]))
    const { bundle, ...rest } = await readFiles(under)
    const { bundle: flat, ...same } = await readFiles(FILES)
    expect(rest).toEqual(same)
    expect(bundle).toEqual({ ...flat, sha256: bundle.sha256 })
  })

  it('does not take a manifest from a folder that is not alone', async () => {
    const refusal = await refusalOf(readFiles({ 'a/manifest.json': FILES['manifest.json'], 'b/x.txt': 'x' }))
    expect(refusal.code).toBe('manifest-missing')
    expect(refusal.text.vi).toContain('a/manifest.json')
  })
})

describe('a folder instead of an archive', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'qms-verdict-'))
    for (const [path, content] of Object.entries(FILES)) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), content)
    }
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('gives the same dossier', async () => {
    const { bundle, ...rest } = await readBundle({ folder }, OPTIONS)
    const { bundle: zipped, ...same } = await readFiles(FILES)
    expect(rest).toEqual(same)
    expect(bundle).toMatchObject({ files: zipped.files, bytes: zipped.bytes })
    expect(bundle.sha256).toMatch(/^[0-9a-f]{64}$/)
  })
})
