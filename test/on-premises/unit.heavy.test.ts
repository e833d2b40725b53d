import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const why = spawnSync('systemd-analyze', ['--version']).status === 0 ? undefined : 'systemd is not installed'

/** What systemd calls "OK" begins at 2.0 of 10; a service without any of this has 9.6. */
const MOST_EXPOSED = 17

describe.skipIf(why)(`The unit of systemd${why ? ` — skipped: ${why}` : ''}`, () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'qms-verdict-unit-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  async function unit(change: (text: string) => string = (text) => text): Promise<string> {
    const text = await readFile('scripts/on-premises/qms-verdict.service', 'utf8')
    const file = join(folder, 'qms-verdict.service')
    // The programs of this machine stand elsewhere.
    await writeFile(file, change(text).replace('/usr/bin/node', process.execPath))
    return file
  }
  const analyze = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync('systemd-analyze', args, { encoding: 'utf8' })
    return { status, said: `${stdout}${stderr}` }
  }
  const security = (file: string) =>
    analyze('security', '--offline=true', `--threshold=${MOST_EXPOSED}`, '--no-pager', file)

  test('is one that systemd understands, every line', async () => {
    expect(analyze('verify', '--man=no', await unit())).toEqual({ status: 0, said: '' })
    const misspelt = await unit((text) => text.replace('ProtectSystem=', 'ProtectSistem='))
    expect(analyze('verify', '--man=no', misspelt).said).toContain('ProtectSistem')
  })

  test('leaves little open', async () => {
    const { status, said } = security(await unit())
    expect(status, said).toBe(0)
    const open = await unit((text) => text.replace(/^(DynamicUser|User|PrivateUsers|CapabilityBoundingSet)=.*$/gm, ''))
    expect(security(open).status).not.toBe(0)
  })
})
