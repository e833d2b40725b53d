import { randomUUID } from 'node:crypto'
import { constants, type Stats } from 'node:fs'
import { access, link, mkdir, readFile, readlink, rename, rm, stat, statfs, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import * as z from 'zod'
import { InputError, withValues } from '../../core/errors.ts'
import { describeFault, type Log } from '../../service/log.ts'
import { DATA_FOLDER_TEXTS } from '../words.ts'

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : 'unknown')

/** Bytes that the service may still write below a folder. */
export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

/**
 * Makes sure that the folder of the service is there and can be written to; writes nothing where it is there, so that a
 * full disk does not keep the service from starting.
 * @throws InputError saying what stands in the way
 */
export async function prepareFolder(folder: string): Promise<void> {
  const path = resolve(folder)
  const found = await statOf(path)
  if (found === undefined) {
    // Step by step: a recursive mkdir never ends where the system does not let anything be made (below /proc).
    const missing = [path]
    for (let up = dirname(path); (await statOf(up)) === undefined; up = dirname(up)) missing.unshift(up)
    for (const next of missing) await made(next, path)
  } else if (!found.isDirectory()) throw unusable(path, 'ENOTDIR')
  try {
    await access(path, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (cause) {
    throw unusable(path, codeOf(cause), cause)
  }
}

async function statOf(path: string): Promise<Stats | undefined> {
  try {
    return await stat(path)
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return undefined
    throw unusable(path, codeOf(cause), cause)
  }
}

async function made(next: string, path: string): Promise<void> {
  try {
    await mkdir(next)
  } catch (cause) {
    // Another process may have made it just now.
    if (codeOf(cause) !== 'EEXIST') throw unusable(path, codeOf(cause), cause)
  }
}

function unusable(path: string, code: string, cause?: unknown): InputError {
  return new InputError(withValues(DATA_FOLDER_TEXTS.dataCannotUsedAs, { path, code }), { cause })
}

/** The file in the data folder that says which process works on it. */
export const LOCK_FILE = 'service.lock'

const HEARTBEAT_MS = 10_000
/** A lock that was not touched for so long is nobody's. */
const STALE_MS = 45_000

const lockSchema = z.object({
  schemaVersion: z.literal(1),
  token: z.string(),
  pid: z.int().positive(),
  host: z.string(),
  /** Changes with every start of the machine. */
  bootId: z.string(),
  /** Process numbers mean something within one space of them only (containers have their own). */
  pidSpace: z.string(),
  /** Tells a process from a later one with the same number. */
  startedAt: z.string(),
})
type Lock = z.infer<typeof lockSchema>

/** How a folder is kept to one process. */
export interface LockTools {
  log: Log
  /** Called when another process has taken the folder over (this one slept for long): work must end. */
  onLost: () => void
  heartbeatMs?: number
  staleMs?: number
}

/**
 * Keeps a folder to this process. A lock whose process has ended, or that was not touched for three quarters of a minute,
 * is taken over. On a full disk no lock can be written; the service starts without it, says so, and writes it later.
 * @returns what gives the folder free
 * @throws InputError when another process works on the folder
 */
export async function lockFolder(folder: string, tools: LockTools): Promise<() => Promise<void>> {
  const { log, onLost, heartbeatMs = HEARTBEAT_MS, staleMs = STALE_MS } = tools
  const path = join(folder, LOCK_FILE)
  const own = await ownLock()
  let held = await take(path, own, staleMs, log)

  async function beat(): Promise<void> {
    try {
      if (!held) held = await take(path, own, staleMs, log)
      else if ((await readLock(path))?.token === own.token) await utimes(path, new Date(), new Date())
      else lost()
    } catch (fault) {
      if (fault instanceof InputError) lost()
      else log('error', 'lock-failed', { fault: describeFault(fault) })
    }
  }

  function lost(): void {
    clearInterval(timer)
    log('error', 'lock-lost', { path })
    onLost()
  }

  /** One at a time, however slow the disk: two would both tell that the folder is lost. */
  let beating: Promise<void> | undefined
  const timer = setInterval(() => {
    beating ??= beat().finally(() => {
      beating = undefined
    })
  }, heartbeatMs).unref()
  return async () => {
    clearInterval(timer)
    await beating
    if ((await readLock(path))?.token === own.token) await rm(path, { force: true })
  }
}

/** @returns whether the lock could be written */
async function take(path: string, own: Lock, staleMs: number, log: Log): Promise<boolean> {
  const part = `${path}-${own.token}`
  const found = await readLock(path)
  if (found !== undefined) {
    if (await isHeld(path, found, staleMs)) throw inUse(path, found)
    log('warn', 'stale-lock-taken-over', { path, pid: found.pid, host: found.host })
    await setAside(path, found, `${part}-old`)
  }
  try {
    await writeFile(part, `${JSON.stringify(own)}\n`, { flag: 'wx', mode: 0o600 })
    // A hard link fails where another process was faster.
    await link(part, path)
    return true
  } catch (fault) {
    const code = fault instanceof Error && 'code' in fault ? fault.code : undefined
    const faster = code === 'EEXIST' ? await readLock(path) : undefined
    if (faster) throw inUse(path, faster)
    if (code !== 'ENOSPC' && code !== 'EDQUOT') throw fault
    log('warn', 'disk-full', { path, fault: describeFault(fault) })
    return false
  } finally {
    await rm(part, { force: true })
  }
}

/** Moves a lock out of the way, and puts it back if it is another one than was looked at. */
async function setAside(path: string, found: Lock, aside: string): Promise<void> {
  await rename(path, aside)
  const moved = await readLock(aside)
  if (moved && moved.token !== found.token) await link(aside, path)
  await rm(aside, { force: true })
}

/** Undefined where there is none. One that cannot be understood was cut off while it was written, and is nobody's. */
async function readLock(path: string): Promise<Lock | undefined> {
  try {
    return lockSchema.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return undefined
    if (fault instanceof SyntaxError || fault instanceof z.ZodError) return { ...NOBODY }
    throw fault
  }
}

const NOBODY: Lock = {
  schemaVersion: 1,
  token: '',
  pid: 1,
  host: '',
  bootId: '',
  pidSpace: '',
  startedAt: '',
}

async function isHeld(path: string, lock: Lock, staleMs: number): Promise<boolean> {
  if (lock.token === '') return false
  const untouchedMs = Date.now() - (await stat(path)).mtimeMs
  if (untouchedMs > staleMs) return false
  const here = await ownLock()
  if (lock.host !== here.host) return true
  // The machine was started anew since.
  if (lock.bootId !== here.bootId) return false
  return lock.pidSpace !== here.pidSpace || lock.startedAt === (await startOf(lock.pid))
}

async function ownLock(): Promise<Lock> {
  const { pid } = process
  const bootId = await textOr('', () => readFile('/proc/sys/kernel/random/boot_id', 'utf8'))
  const pidSpace = await textOr('', () => readlink('/proc/self/ns/pid'))
  const startedAt = await startOf(pid)
  return { schemaVersion: 1, token: randomUUID(), pid, host: hostname(), bootId, pidSpace, startedAt }
}

/** When a process began, in ticks since the machine was started; where the system does not tell, whether it is there. */
async function startOf(pid: number): Promise<string> {
  const status = await textOr('', () => readFile(`/proc/${pid}/stat`, 'utf8'))
  // The name of the program may hold blanks and brackets; what follows it does not.
  const [state, ...rest] = status.slice(status.lastIndexOf(')') + 2).split(' ')
  const START = 18
  if (status !== '') return state === 'Z' ? '' : (rest[START] ?? '')
  try {
    process.kill(pid, 0)
    return 'there'
  } catch (fault) {
    return fault instanceof Error && 'code' in fault && fault.code === 'EPERM' ? 'there' : ''
  }
}

/** Systems other than Linux have no /proc, and are judged by the heartbeat and the number of the process. */
async function textOr(other: string, read: () => Promise<string>): Promise<string> {
  try {
    return (await read()).trim()
  } catch {
    return other
  }
}

function inUse(path: string, { pid, host }: Lock): InputError {
  return new InputError(
    withValues(DATA_FOLDER_TEXTS.anotherServiceWorksOn, { pid, host, path, staleMs: STALE_MS / 1000 }),
  )
}
