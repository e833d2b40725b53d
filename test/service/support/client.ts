import { execFile } from 'node:child_process'
import type { UploadForm } from '../../../src/service/store.ts'
import type { LogLine } from './serve-process.ts'

/** What the service answers to who asks for an upload. */
export interface Invitation {
  id: string
  upload: UploadForm
  status: string
  verdict: string
}

/** Runs a command to its end, as one more process beside the service. */
export function command(program: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const env = { ...process.env, ...environment }
  return new Promise<{ status: number | string | null | undefined; stdout: string; stderr: string }>((resolve) => {
    execFile(process.execPath, [program, ...args], { env }, (error, stdout, stderr) =>
      resolve({ status: error === null ? 0 : error.code, stdout, stderr }),
    )
  })
}

/** A development token, as `qms-verdict token` prints it. */
export async function devToken(
  program: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<string> {
  return (await command(program, ['token', ...args], environment)).stdout.trim()
}

/** Calls the API of a service with a token. */
export function client(url: string, token: string) {
  const headers = { Authorization: `Bearer ${token}` }
  async function get(path: string, more: Record<string, string> = {}): Promise<Response> {
    return fetch(`${url}${path}`, { headers: { ...headers, ...more } })
  }
  return {
    get,
    async json(path: string): Promise<Record<string, unknown>> {
      const answer = await get(path)
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
      return answer.json() as Promise<Record<string, unknown>>
    },
    async ask(code: string): Promise<Invitation> {
      const answer = await fetch(`${url}/agencies/${code}/uploads`, { method: 'POST', headers })
      if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`)
      return answer.json() as Promise<Invitation>
    },
  }
}

/** Ids of the uploads that were judged and written, as a log tells them. */
export function writtenIn(log: readonly LogLine[]): string[] {
  return log.flatMap(({ event, stored, uploadId }) =>
    event === 'upload-judged' && stored === 'written' ? [String(uploadId)] : [],
  )
}
