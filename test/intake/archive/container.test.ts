import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { PAPERS } from '../../../fixtures/hostile/build/papers.ts'
import { zip } from '../../../fixtures/hostile/build/zip.ts'
import { InputError } from '../../../src/core/errors.ts'
import { DEFAULT_LIMITS, type ReadLimits } from '../../../src/intake/container.ts'
import { readFolder } from '../../../src/intake/folder.ts'
import { Refusal } from '../../../src/intake/refusals/refusal.ts'
import { readZip } from '../../../src/intake/zip/zip.ts'
import { OPTIONS, readBytes, refusalOf } from './reading.ts'

async function folderOf(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'qms-verdict-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content)
  return folder
}

describe('a container', () => {
  it('lists its files by the bytes of their paths', async () => {
    const names = ['Đ.txt', 'a.txt', 'Z.txt', '𝄞.txt', '\uffee.txt']
    const container = await readBytes(zip(names.map((name) => ({ name, content: name }))))
    expect(container.entries.map((entry) => entry.path)).toEqual(['Z.txt', 'a.txt', 'Đ.txt', '\uffee.txt', '𝄞.txt'])
    expect(container.bytes).toBe(names.reduce((sum, name) => sum + Buffer.byteLength(name), 0))
  })

  it('does not open what it does not hold', async () => {
    await expect((await readBytes(zip(PAPERS))).open('khac.txt')).rejects.toBeInstanceOf(RangeError)
  })

  it('tells how far it has come, to the end', async () => {
    const told: [number, number][] = []
    const bytes = zip(PAPERS)
    await readBytes(bytes, { progress: (done, total) => told.push([done, total]) })
    expect(told.length).toBeGreaterThan(2)
    expect(told.at(-1)).toEqual([bytes.length, bytes.length])
    expect(told.map(([done]) => done)).toEqual(told.map(([done]) => done).sort((a, b) => a - b))
  })

  it('refuses to open what has changed since', async () => {
    const bytes = zip([{ name: 'a.txt', content: 'abc', method: 0 }])
    const changing = { size: bytes.length, read: async (at: number, length: number) => bytes.subarray(at, at + length) }
    const container = await readZip(changing, OPTIONS)
    bytes.write('abd', bytes.indexOf('abc'))
    await expect(container.open('a.txt')).rejects.toMatchObject({ code: 'crc-mismatch' })
  })
})

describe('a package (XLSX, DOCX)', () => {
  it('keeps every part, an archive alone included', async () => {
    const bytes = zip([
      { name: 'xl/embeddings/a.zip', content: zip(PAPERS) },
      { name: 'xl/Thumbs.db', content: zip(PAPERS) },
    ])
    const container = await readBytes(bytes, { kind: 'package' })
    expect(container.entries.map((entry) => entry.path)).toEqual(['xl/Thumbs.db', 'xl/embeddings/a.zip'])
  })
})

describe('each limit', () => {
  const bytes = zip([{ name: 'a/b.txt', content: 'x'.repeat(5_000) }])
  const cases: [keyof ReadLimits, number, number, string][] = [
    ['archiveBytes', bytes.length, bytes.length - 1, 'archive-too-large'],
    ['unpackedBytes', 5_000, 4_999, 'unpacked-too-large'],
    ['entryBytes', 5_000, 4_999, 'entry-too-large'],
    ['entries', 1, 0, 'too-many-entries'],
    ['pathLength', 7, 6, 'path-too-long'],
    ['depth', 2, 1, 'path-too-deep'],
  ]
  it.each(cases)('%s lets %i through and refuses over %i: %s', async (limit, enough, little, code) => {
    await expect(readBytes(bytes, { limits: { ...DEFAULT_LIMITS, [limit]: enough } })).resolves.toBeDefined()
    const refusal = await refusalOf(readBytes(bytes, { limits: { ...DEFAULT_LIMITS, [limit]: little } }))
    expect(refusal.code).toBe(code)
  })

  it('ratio counts beyond the free bytes only', async () => {
    const limits = { ...DEFAULT_LIMITS, ratio: 10, ratioFreeBytes: 5_000 }
    await expect(readBytes(bytes, { limits })).resolves.toBeDefined()
    const refusal = await refusalOf(readBytes(bytes, { limits: { ...limits, ratioFreeBytes: 100 } }))
    expect(refusal.code).toBe('ratio-too-high')
  })
})

describe('a folder', () => {
  it('that does not exist, or is a file, is an error of the caller', async () => {
    const folder = await folderOf({ 'a.txt': 'x' })
    await expect(readFolder(join(folder, 'khong-co'), OPTIONS)).rejects.toBeInstanceOf(InputError)
    await expect(readFolder(join(folder, 'a.txt'), OPTIONS)).rejects.toBeInstanceOf(InputError)
  })

  it('refuses to open a file that has changed since', async () => {
    const folder = await folderOf({ 'a.txt': 'abc' })
    const container = await readFolder(folder, OPTIONS)
    for (const changed of ['abd', 'abcd', '']) {
      await writeFile(join(folder, 'a.txt'), changed)
      await expect(container.open('a.txt')).rejects.toMatchObject({ code: 'changed-while-reading' })
    }
  })

  it('holds the same entries as an archive of the same files', async () => {
    const folder = await folderOf({ 'a.txt': 'abc', 'biên bản.txt': 'x' })
    const archive = zip([
      { name: 'biên bản.txt', content: 'x' },
      { name: 'a.txt', content: 'abc' },
    ])
    expect((await readFolder(folder, OPTIONS)).entries).toEqual((await readBytes(archive)).entries)
  })

  it('is held to the time limit', async () => {
    let now = 0
    const stopwatch = () => (now += 9_000)
    await expect(readFolder(await folderOf({ 'a.txt': 'x' }), { ...OPTIONS, stopwatch })).rejects.toThrow(Refusal)
  })
})
