import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { readFileSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const HEAP_MIB = 600

/** Files of the engines that stand beside the built entry of the child process. */
export const ENGINE_FILES = {
  pdf: 'pdfium.wasm',
  ocr: 'tesseract-core-simd-lstm.wasm',
  ocrData: 'vie.traineddata.gz',
} as const

/** The bytes of one of them. From source they stand where the tests build the child process. */
export function engineFile(engine: keyof typeof ENGINE_FILES): Uint8Array<ArrayBuffer> {
  const built = !import.meta.url.endsWith('.ts')
  const folder = built ? './' : '../../../node_modules/'
  return Uint8Array.from(readFileSync(new URL(`${folder}${ENGINE_FILES[engine]}`, import.meta.url)))
}

/**
 * The built entry of the child process. It stands beside this module once that is built; from source it is where the
 * tests build it.
 */
export function childEntry(): URL {
  const built = !import.meta.url.endsWith('.ts')
  return new URL(built ? './document-child.mjs' : '../../../node_modules/.document-child.mjs', import.meta.url)
}

/**
 * Starts a program as the child process that reads documents is started: by Node's permission model it reads its own
 * file and those of the engines beside it, and nothing else; it writes nothing, starts no process, no thread and no
 * native code. It has no environment and three pipes, and, where {@link isNetworkClosed}, no network. What nobody keeps from
 * it is signals.
 */
export function startConfined(entry: URL): ChildProcess {
  // By its real name: that is what Node asks the permission for.
  const file = realpathSync(fileURLToPath(entry))
  const readable = [file, ...Object.values(ENGINE_FILES).map((name) => join(dirname(file), name))]
  const flags = [
    permissionFlag(),
    ...readable.map((name) => `--allow-fs-read=${name}`),
    `--max-old-space-size=${HEAP_MIB}`,
    // That permissions are an experiment in Node 20 would be its last words.
    '--no-warnings',
  ]
  const [program, ...before] = [...(isNetworkClosed() ? WITHOUT_NETWORK : []), process.execPath]
  if (program === undefined) throw new Error('there is no program to start')
  return spawn(program, [...before, ...flags, file], { stdio: ['pipe', 'pipe', 'pipe'], env: bareEnvironment() })
}

/**
 * Starts a program in a network of its own, in which there is nothing. Its user stays who it is, and gets no right by it;
 * it becomes that program itself, so that its number is the program's.
 */
const WITHOUT_NETWORK = ['/usr/bin/unshare', '--user', '--map-current-user', '--net', '--'] as const

let networkClosed: boolean | undefined

/** Whether the process that reads documents has no network: on Linux, where the user of the service may make a network. */
export function isNetworkClosed(): boolean {
  if (networkClosed === undefined) {
    const [program, ...options] = WITHOUT_NETWORK
    const tried = spawnSync(program, [...options, '/bin/sh', '-c', ':'], { stdio: 'ignore', env: bareEnvironment() })
    networkClosed = process.platform === 'linux' && tried.status === 0
  }
  return networkClosed
}

/** As this version of Node calls it: 20 has it as an experiment. */
function permissionFlag(): string {
  return process.allowedNodeEnvironmentFlags.has('--permission') ? '--permission' : '--experimental-permission'
}

/** Without the first Windows starts no process; by the second a Node finds libraries that lie elsewhere, as Lambda's may. */
const NEEDED_TO_START = ['SystemRoot', 'LD_LIBRARY_PATH']

/** What a process of ours needs of the environment to start, and nothing else: no secret of the service. */
export function bareEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => NEEDED_TO_START.includes(name)))
}

/** What Node must refuse this process: to read anywhere, to write anywhere, other processes, other threads. */
const REFUSED = ['fs.read', 'fs.write', 'child', 'worker'] as const

interface Permission {
  has(scope: string): boolean
}

/** Why this process is not confined as {@link startConfined} confines it; undefined when it is. */
export function whyNotConfined(
  permission = (process as { permission?: Permission | undefined }).permission,
): string | undefined {
  if (permission === undefined)
    return `this process reads documents and must be started with ${permissionFlag()}; Node's permission model is not in force`
  const open = REFUSED.filter((scope) => permission.has(scope))
  return open.length === 0 ? undefined : `this process reads documents and must not be allowed ${open.join(', ')}`
}
