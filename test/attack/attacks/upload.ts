import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { mergePatch } from '../../../src/core/json.ts'
import { client } from '../../service/support/client.ts'
import { sendForm } from '../../service/support/send-form.ts'
import { makeZip } from '../../support/zip.ts'
import type { Target } from '../attack.ts'

const STEP_MS = 100
const commune = JSON.parse(await readFile('fixtures/base/commune.json', 'utf8'))

/** A bundle of an agency with some of its manifest changed, and more entries beside it. */
export function bundleOf(agency: string, patch: object, entries: Readonly<Record<string, string>> = {}) {
  const manifest = mergePatch(mergePatch(commune, patch), { agency: { code: agency } })
  return makeZip({ 'manifest.json': JSON.stringify(manifest), ...entries })
}

/** Sends a bundle as its agency does, and waits until the service has judged or refused it. */
export async function uploaded(target: Target, agency: string, file: Uint8Array): Promise<Record<string, unknown>> {
  const api = client(target.url, await target.token(agency))
  const { upload, status } = await api.ask(agency)
  const sent = await sendForm({ form: upload, file })
  if (sent.status !== 204) throw new Error(`the form was answered ${sent.status} ${sent.text}`)
  for (;;) {
    const answer = await api.json(status)
    if (answer.state !== 'waiting') return answer
    await sleep(STEP_MS)
  }
}
