import { randomUUID } from 'node:crypto'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'

/** What a function made of an event: its answer, or the error that it threw. */
export type Result = { answer: unknown } | { error: { errorType: string; errorMessage: string } }

interface Invocation {
  id: string
  event: unknown
  deadline: number
  settle: (result: Result) => void
}

/** The Lambda runtime API (2018-06-01), by which a function gets its events and hands back what came of them. */
export interface RuntimeApi {
  /** `host:port`, as AWS_LAMBDA_RUNTIME_API holds it. */
  address: string
  /** Hands over an event; settled when the function hands back. */
  invoke(event: unknown, deadline: number): Promise<Result>
  close(): void
}

/** Starts one on loopback. */
export async function startRuntimeApi(): Promise<RuntimeApi> {
  let waiting: Invocation | undefined
  let idle: ServerResponse | undefined
  const running = new Map<string, Invocation>()

  function handOver(): void {
    if (waiting === undefined || idle === undefined) return
    const { id, event, deadline } = waiting
    running.set(id, waiting)
    idle.writeHead(200, {
      'Content-Type': 'application/json',
      'Lambda-Runtime-Aws-Request-Id': id,
      'Lambda-Runtime-Deadline-Ms': String(deadline),
      'Lambda-Runtime-Invoked-Function-Arn': 'arn:aws:lambda:us-east-1:111122223333:function:tested',
      'Lambda-Runtime-Trace-Id': 'Root=1-00000000-000000000000000000000000',
    })
    idle.end(JSON.stringify(event))
    waiting = undefined
    idle = undefined
  }

  const server = createServer(async (request, response) => {
    const path = (request.url ?? '').replace('/2018-06-01/runtime/', '')
    if (path === 'invocation/next') {
      idle = response
      response.once('close', () => {
        if (idle === response) idle = undefined
      })
      return handOver()
    }
    const body = await json(request)
    response.writeHead(202, { 'Content-Type': 'application/json' }).end('{}')
    const [, id = '', what] = path.split('/')
    // What cannot be started has no invocation; it fails the one that waits for it.
    const invocation = path === 'init/error' ? waiting : running.get(id)
    if (path === 'init/error') waiting = undefined
    invocation?.settle(
      what === 'response' ? { answer: body } : { error: body as { errorType: string; errorMessage: string } },
    )
    running.delete(id)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    invoke: (event, deadline) =>
      new Promise((settle) => {
        waiting = { id: randomUUID(), event, deadline, settle }
        handOver()
      }),
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
