import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { buildSample } from '../../scripts/samples/sample.ts'
import { buildCommandLine } from '../cli/command-line.ts'
import { client, command, devToken, writtenIn } from '../service/support/client.ts'
import { sendForm } from '../service/support/send-form.ts'
import { serveProcess } from '../service/support/serve-process.ts'

const run = promisify(execFile)

/** Names of the files below a folder that end so, from the folder on. */
async function filesIn(folder: string, ending: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true })
  return names.filter((name) => name.endsWith(ending)).sort()
}

test('a copy that was made while the service ran is a service again, and every verdict in it is verified', async () => {
  const { program } = await buildCommandLine()
  const folder = await mkdtemp(join(tmpdir(), 'qms-verdict-restore-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const [data, restored] = [join(folder, 'data'), join(folder, 'restored')]
  const service = await serveProcess(program, ['--data', data])
  onTestFinished(service.kill)

  const sent: { code: string; id: string }[] = []
  for (const [sample, code] of [
    ['commune-behind', 'H61.152'],
    ['department-complete', 'H61.12'],
  ] as const) {
    const { zip } = await buildSample(sample)
    const api = client(service.url, await devToken(program, ['--agency', code, '--data', data]))
    const { id, upload } = await api.ask(code)
    expect(await sendForm({ form: upload, file: zip })).toMatchObject({ status: 204 })
    sent.push({ code, id })
  }
  const ids = sent.map(({ id }) => id)
  await expect.poll(() => writtenIn(service.log), { timeout: 120_000 }).toEqual(expect.arrayContaining(ids))
  for (const { code } of sent) {
    const api = client(service.url, await devToken(program, ['--agency', code, '--data', data]))
    // A verdict that waits for its scans is nobody's last word yet.
    const isProvisional = async () => (await api.json(`/agencies/${code}/verdicts/latest`)).provisional
    // Scans are read when the machine has nothing better to do, and beside other tests it has.
    await expect.poll(isProvisional, { timeout: 600_000 }).toBe(false)
  }

  // As the runbook says it: in this order, without stopping the service.
  const backup = join(folder, 'backup.tar')
  await run('tar', ['-C', data, '-cf', backup, 'verdict-store', 'bundle-store', 'keys'])
  await mkdir(restored)
  await run('tar', ['-C', restored, '-xpf', backup])
  await rm(join(restored, 'bundle-store', 'open-uploads-walked'), { force: true })
  expect(await service.stop()).toBe(0)
  await rm(data, { recursive: true })

  const again = await serveProcess(program, ['--data', restored])
  onTestFinished(again.kill)
  for (const { code } of sent) {
    const api = client(again.url, await devToken(program, ['--agency', code, '--data', restored]))
    expect(await api.json(`/agencies/${code}/verdicts/latest`)).toMatchObject({ kind: 'verdict', agency: { code } })
  }
  expect(await again.stop()).toBe(0)

  const verdicts = await filesIn(join(restored, 'verdict-store', 'verdicts'), '.json')
  expect(verdicts).toHaveLength(sent.length)
  for (const verdict of verdicts) {
    const { code, id } = sent.find((one) => verdict.startsWith(`${one.code}/`)) ?? expect.unreachable()
    const bundle = join(restored, 'bundle-store', 'bundles', code, `${id}.zip`)
    const file = join(restored, 'verdict-store', 'verdicts', verdict)
    const verified = await command(program, ['verify', file, '--bundle', bundle])
    expect(verified.status, verified.stdout + verified.stderr).toBe(0)
    // A verdict that was changed on the way is not verified.
    const damaged = join(folder, 'damaged.json')
    await writeFile(damaged, (await readFile(file, 'utf8')).replace('"notMet"', '"met"'))
    expect((await command(program, ['verify', damaged, '--bundle', bundle])).status).not.toBe(0)
  }
}, 900_000)
