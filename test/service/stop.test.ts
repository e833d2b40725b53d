import { once } from 'node:events'
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { listen } from '../../src/cli/serve/server.ts'
import { endedWithin } from '../../src/cli/serve/start.ts'

/** A connection on which something was sent, and what came back. */
async function opened(port: number, sent: string) {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  socket.on('error', () => undefined)
  let answer = ''
  socket.on('data', (bytes) => {
    answer += bytes
  })
  const closed = once(socket, 'close')
  socket.write(sent)
  return { socket, closed, answer: () => answer }
}

test('a half-sent upload is cut off after its time; nothing else is waited for', async () => {
  const server = await listen(async (request) => new Response(await request.text()), '127.0.0.1', 0)
  const half = await opened(server.port, 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf')
  await sleep(50)
  const closing = server.close(300)
  expect(await Promise.race([closing.then(() => 'closed'), sleep(100, 'waits')])).toBe('waits')
  await Promise.all([closing, half.closed])
  await expect(fetch(`http://127.0.0.1:${server.port}/`)).rejects.toThrow()
})

test('what is under way is answered; the same connection brings nothing new', async () => {
  let answerFirst: () => void = () => undefined
  const first = new Promise<Response>((resolve) => {
    answerFirst = () => resolve(new Response('first'))
  })
  let asked = 0
  const server = await listen(
    () => {
      asked++
      return first
    },
    '127.0.0.1',
    0,
  )
  const request = 'GET / HTTP/1.1\r\nHost: x\r\n\r\n'
  const kept = await opened(server.port, request)
  await expect.poll(() => asked).toBe(1)
  const closing = server.close(5000)
  kept.socket.write(request)
  await sleep(50)
  answerFirst()
  await closing
  await kept.closed
  expect(kept.answer()).toContain('first')
  expect(asked).toBe(1)
})

describe('a connection', () => {
  const bounds = { connections: 3, stalledMs: 60_000, arrivingMs: 60_000 }
  const half = (path = '/') => `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf`
  const listening = async (more: Partial<typeof bounds>) => {
    const server = await listen(async (request) => new Response(await request.text()), '127.0.0.1', 0, {
      ...bounds,
      ...more,
    })
    onTestFinished(() => server.close(0))
    return server.port
  }

  test.each(['/', '/store/bundles'])('on which a request to %s stops coming ends', async (path) => {
    const port = await listening({ stalledMs: 50 })
    await (await opened(port, half(path))).closed
  })

  test('on which one comes drop by drop ends, but for a bundle', async () => {
    const port = await listening({ arrivingMs: 300 })
    const [slow, bundle] = [await opened(port, half()), await opened(port, half('/store/bundles'))]
    await slow.closed
    bundle.socket.write('of it!')
    await expect.poll(bundle.answer).toContain('halfof it!')
  })

  test('that waits for its answer is left alone, and so is one that asks again', async () => {
    const server = await listen(
      async (request) => {
        await request.text()
        await sleep(200)
        return new Response('late')
      },
      '127.0.0.1',
      0,
      { ...bounds, stalledMs: 50, arrivingMs: 50 },
    )
    onTestFinished(() => server.close(0))
    const kept = await opened(server.port, `${half()}of it!`)
    await expect.poll(kept.answer).toContain('late')
    kept.socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
    await expect.poll(() => kept.answer().split('late').length).toBe(3)
  })

  test('beyond the most that there may be is not taken, and the others are answered', async () => {
    const port = await listening({})
    const open = [await opened(port, half()), await opened(port, half()), await opened(port, half())]
    await (await opened(port, half())).closed
    open[0]?.socket.write('of it!')
    await expect.poll(() => open[0]?.answer()).toContain('halfof it!')
  })
})

test('work that does not end in the time there is, is told of', async () => {
  expect(await endedWithin(20, new Promise(() => undefined))).toBe(false)
  expect(await endedWithin(5000, Promise.resolve())).toBe(true)
  await expect(endedWithin(5000, Promise.reject(new Error('failed')))).rejects.toThrow('failed')
})
