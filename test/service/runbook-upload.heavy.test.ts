import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { buildSample } from '../../scripts/samples/sample.ts'
import { buildCommandLine } from '../cli/command-line.ts'
import { WHY_NO_CURL } from './support/curl.ts'
import { serveProcess } from './support/serve-process.ts'

const run = promisify(execFile)

/** The commands of the runbook that upload a bundle. */
async function curlFlow(): Promise<string> {
  const blocks = (await readFile('docs/runbook.md', 'utf8')).matchAll(/^```sh\n(.*?)^```$/gms)
  const found = [...blocks].map(([, block = '']) => block).find((block) => block.includes('/uploads'))
  if (found === undefined) throw new Error('docs/runbook.md shows no upload')
  return found
}

test.skipIf(WHY_NO_CURL)(
  `the commands of the runbook do what it says${WHY_NO_CURL ? ` (skipped: ${WHY_NO_CURL})` : ''}`,
  async () => {
    const commandLine = await buildCommandLine()
    const folder = await mkdtemp(join(tmpdir(), 'qms-verdict-readme-'))
    onTestFinished(async () => {
      await rm(folder, { recursive: true })
    })
    await writeFile(join(folder, 'commune-behind.zip'), (await buildSample('commune-behind')).zip)
    const service = await serveProcess(commandLine.program, ['--data', join(folder, 'data')])
    onTestFinished(service.kill)
    const commands = (await curlFlow())
      .replaceAll('http://127.0.0.1:8080', service.url)
      .replaceAll('dist/qms-verdict.mjs', commandLine.program)
      .replaceAll('dist/samples/', '')
    const { stdout } = await run('bash', ['-euo', 'pipefail', '-c', commands], { cwd: folder, maxBuffer: 2 ** 26 })
    expect(await service.stop()).toBe(0)
    expect(stdout).toContain('"state":"judged"')
    expect(stdout).toContain('"kind":"verdict"')
    expect(stdout).toContain('</html>')
  },
  120_000,
)
