import { execFile, spawnSync } from 'node:child_process'
import { promisify } from 'node:util'
import type { UploadForm } from '../../../src/service/store.ts'

const run = promisify(execFile)

/** Why curl cannot be used here; undefined when it can. */
export const WHY_NO_CURL = spawnSync('curl', ['--version']).status === 0 ? undefined : 'curl is not installed'

/** What curl prints when it is called with these arguments. */
export async function curl(...args: string[]): Promise<string> {
  return (await run('curl', ['--silent', '--show-error', ...args], { maxBuffer: 2 ** 26 })).stdout
}

/** Sends a file by a form, as the manual tells it; the HTTP status. */
export function curlForm({ url, fields }: UploadForm, file: string): Promise<string> {
  const given = Object.entries(fields).flatMap(([name, value]) => ['-F', `${name}=${value}`])
  return curl('-o', '/dev/null', '-w', '%{http_code}', url, ...given, '-F', `file=@${file}`)
}
