import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sha256 } from '../../../src/core/json.ts'
import { readFolder } from '../../../src/intake/folder.ts'
import { casesIn } from './cases.ts'
import { OPTIONS, refusalOf } from './reading.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qms-verdict-'))
})
afterEach(() => rm(folder, { recursive: true }))

describe('folders that are refused', async () => {
  it.each(await casesIn('folders/refused'))('$name: $refusal', async (one) => {
    await one.make(folder)
    const refusal = await refusalOf(readFolder(folder, OPTIONS))
    expect(refusal.code).toBe(one.refusal)
    if (one.entry !== undefined) expect(refusal.entry).toBe(one.entry)
  })
})

describe('folders that are accepted', async () => {
  it.each(await casesIn('folders/accepted'))('$name', async (one) => {
    await one.make(folder)
    const container = await readFolder(folder, OPTIONS)
    expect(container.entries.map((entry) => entry.path)).toEqual(one.paths)
    expect(container.notices.map((notice) => notice.code)).toEqual(one.notices)
    const lines = container.entries.map((entry) => `${entry.path}\0${entry.sha256}\n`)
    expect(container.sha256).toBe(sha256(lines.join('')))
    for (const entry of container.entries) expect(sha256(await container.open(entry.path))).toBe(entry.sha256)
  })
})

it('a link put in place of a file meanwhile is not followed, whatever it leads to', async () => {
  const dossier = join(folder, 'dossier')
  await mkdir(dossier)
  await writeFile(join(dossier, 'a.pdf'), '%PDF-1.4')
  const container = await readFolder(dossier, OPTIONS)
  await rename(join(dossier, 'a.pdf'), join(folder, 'a.pdf'))
  await symlink(join(folder, 'a.pdf'), join(dossier, 'a.pdf'))
  await expect(container.open('a.pdf')).rejects.toThrow(/ELOOP|EMLINK/)
})
