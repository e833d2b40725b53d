import { type AddressInfo, connect, createServer } from 'node:net'

/** A way to a server that can be made to stand still. */
export interface Detour {
  /** `http://host:port`. */
  endpoint: string
  /** From now on connections are taken and nothing ever comes of them; until `flow`. */
  hang(): void
  flow(): void
  close(): void
}

/** Passes connections on to a server on this machine. */
export async function startDetour(endpoint: string): Promise<Detour> {
  let hanging = false
  const server = createServer((incoming) => {
    incoming.on('error', () => incoming.destroy())
    if (hanging) return
    const outgoing = connect(Number(new URL(endpoint).port), '127.0.0.1')
    outgoing.on('error', () => incoming.destroy())
    outgoing.on('close', () => incoming.destroy())
    incoming.on('close', () => outgoing.destroy())
    incoming.pipe(outgoing).pipe(incoming)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    hang: () => {
      hanging = true
    },
    flow: () => {
      hanging = false
    },
    close: () => server.close(),
  }
}
