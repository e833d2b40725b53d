import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { InputError } from '../base/errors.ts'
import { DEFAULT_UPLOAD_SECONDS } from '../web/tools.ts'

/** A listening server. */
export interface HttpServer {
  port: number
  /** Takes no more requests; resolves when those under way are answered. */
  close(): Promise<void>
}

/** A large bundle over a slow line takes as long as its form is valid. */
const LONGEST_REQUEST_MS = DEFAULT_UPLOAD_SECONDS * 1000

type Fetch = (request: Request) => Response | Promise<Response>

/**
 * Serves an app over HTTP.
 * @throws InputError when the address cannot be listened on
 */
export async function listen(fetch: Fetch, host: string, port: number): Promise<HttpServer> {
  const server = createServer(getRequestListener(fetch))
  server.requestTimeout = LONGEST_REQUEST_MS
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => reject(notListening(host, port, cause)))
    server.listen(port, host, resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('a server without a port')
  return {
    port: address.port,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        server.closeIdleConnections()
      }),
  }
}

function notListening(host: string, port: number, cause: Error): InputError {
  const reason = cause.message
  return new InputError(
    {
      vi: `Không mở được địa chỉ ${host}:${port} (${reason}). Có thể cổng đang được dùng; đề nghị chọn cổng khác bằng --port.`,
      en: `${host}:${port} cannot be listened on (${reason}). The port may be in use; choose another with --port.`,
    },
    { cause },
  )
}
