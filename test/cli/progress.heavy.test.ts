import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BuiltCommandLine, buildCommandLine } from './command-line.ts'
import { makeWorkspace } from './workspace.ts'

// A terminal is had from script(1) of util-linux, which knows --version; that of other systems takes other arguments.
const SCRIPT = spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux')
const WHY = SCRIPT ? '' : ' (skipped: there is no script(1) of util-linux here)'

let commandLine: BuiltCommandLine
let workspace: Awaited<ReturnType<typeof makeWorkspace>>

beforeAll(async () => {
  commandLine = await buildCommandLine()
  workspace = await makeWorkspace()
})
afterAll(async () => {
  await workspace?.remove()
})

const ERASE_LINE = '\u001b[K'
const CHECK = 'check samples/commune-behind.zip --as-of 2026-11-01 --format json --no-ocr'

describe('progress', () => {
  it('is not shown where standard error is no terminal', async () => {
    expect((await commandLine.run(CHECK.split(' '), workspace.folder)).stderr).toBe('')
  })

  it.skipIf(!SCRIPT)(
    `is shown on standard error where that is a terminal, and wiped out at the end${WHY}`,
    async () => {
      const command = `'${process.execPath}' '${commandLine.program}' ${CHECK} > out.json`
      const { stdout: terminal } = spawnSync('script', ['-qec', command, '/dev/null'], {
        cwd: workspace.folder,
        encoding: 'utf8',
      })
      expect(terminal).toContain('Đang đọc bộ hồ sơ')
      expect(terminal).toContain('100%')
      expect(terminal.endsWith(`\r${ERASE_LINE}`), JSON.stringify(terminal)).toBe(true)
      expect(terminal).not.toContain('schemaVersion')
      const piped = await commandLine.run(CHECK.split(' '), workspace.folder)
      expect(await readFile(join(workspace.folder, 'out.json'), 'utf8')).toBe(piped.stdout)
    },
  )
})
