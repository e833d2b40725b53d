import { type ChildProcess, spawn } from 'node:child_process'
import type { Socket } from 'node:net'
import { QmsVerdictError } from '../../core/errors.ts'

const SHELL = '/bin/sh'
/** Waits for a line that never comes; the pipe it would come by closes when whoever holds the other end has ended. */
const WAIT_AND_KILL = 'read -r never; kill -KILL "$1"'

/**
 * Ends a process when this one ends, however that came about. A reader deep in a file does not see its pipes close, and
 * may have no thread to look; so a shell waits in its stead. On Windows there is none: there a reader deep in a file
 * ends with it.
 * @returns what ends the guard, once the process has ended by itself
 */
export function guard(pid: number, failed: (error: QmsVerdictError) => void): () => void {
  if (process.platform === 'win32') return () => undefined
  const shell: ChildProcess = spawn(SHELL, ['-c', WAIT_AND_KILL, 'guard', String(pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    env: {},
  })
  shell.on('error', (cause) =>
    failed(new QmsVerdictError(`the process that reads documents needs ${SHELL} to be ended by`, { cause })),
  )
  shell.stdin?.on('error', () => undefined)
  shell.unref()
  ;(shell.stdin as Socket).unref()
  return () => shell.kill('SIGKILL')
}
