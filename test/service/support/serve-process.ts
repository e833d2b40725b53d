import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'

/** One line of the log of a service. */
export type LogLine = { event: string } & Record<string, unknown>

/** A running `qms-verdict serve`. */
export interface ServeProcess {
  url: string
  /** Of the process. */
  pid: number
  /** Everything it has logged so far. */
  log: LogLine[]
  /** What it has said on standard error so far. */
  said(): string
  /** The first line of an event, waited for. */
  event(name: string, seconds?: number): Promise<LogLine>
  /** Ends it as `kill -9` does, if it has not ended. */
  kill(): Promise<void>
  /** Asks it to end; its exit code. */
  stop(): Promise<number | null>
}

const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/**
 * Starts `serve` and waits until it listens.
 * @param args of `serve`, without the port
 * @param environment over that of the tests
 * @param port 0 is any that is free
 */
export async function serveProcess(
  program: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  port = 0,
): Promise<ServeProcess> {
  const child = spawn(process.execPath, [program, 'serve', '--port', String(port), ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  const log: LogLine[] = []
  const listeners = new Set<() => void>()
  let said = ''
  createInterface(child.stdout).on('line', (line) => {
    log.push(JSON.parse(line))
    for (const heard of listeners) heard()
  })
  child.stderr.on('data', (text) => {
    said += text
  })
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      running.delete(child)
      resolve(code)
    })
  })

  function event(name: string, seconds = 120): Promise<LogLine> {
    return new Promise((resolve, reject) => {
      const give = (act: () => void) => {
        listeners.delete(look)
        clearTimeout(timer)
        act()
      }
      const look = () => {
        const line = log.find((one) => one.event === name)
        if (line) give(() => resolve(line))
      }
      const fail = (why: string) =>
        give(() => reject(new Error(`no ${name}, ${why}: ${said}\n${JSON.stringify(log.slice(-5))}`)))
      const timer = setTimeout(() => fail(`after ${seconds} s`), seconds * 1000)
      listeners.add(look)
      void ended.then(() => fail('the process ended'))
      look()
    })
  }

  const end = (signal: NodeJS.Signals) => {
    child.kill(signal)
    return ended
  }
  const { url } = await event('listening')
  return {
    url: String(url),
    pid: child.pid ?? 0,
    log,
    said: () => said,
    event,
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
  }
}
