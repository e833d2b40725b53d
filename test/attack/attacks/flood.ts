import { readFile } from 'node:fs/promises'
import { connect } from 'node:net'

const PATIENCE_MS = 30_000

/** What a server did with a request that went on and on. */
export interface Flooded {
  /** First line of its answer; empty where it hung up without one. */
  answer: string
  /** Bytes that were handed over before it answered or hung up; what the system holds in between is among them. */
  sent: number
}

/** Sends a head and then one piece again and again, until the server answers, hangs up, or `most` bytes are sent. */
export function flood(
  url: string,
  head: readonly string[],
  first: string,
  piece: Buffer,
  most: number,
): Promise<Flooded> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname)
    let [sent, answer] = [0, '']
    const timer = setTimeout(() => done(), PATIENCE_MS)
    function done() {
      clearTimeout(timer)
      socket.destroy()
      resolve({ answer: answer.split('\r\n')[0] ?? '', sent })
    }
    function more() {
      while (answer === '' && !socket.destroyed && sent < most) {
        sent += piece.length
        if (!socket.write(piece)) {
          socket.once('drain', more)
          return
        }
      }
    }
    socket.on('data', (bytes) => {
      answer += bytes.toString('latin1')
      setTimeout(done, 100)
    })
    // A reset is an answer too: the server took no more.
    socket.on('error', done)
    socket.on('close', done)
    socket.write(`${head.join('\r\n')}\r\n\r\n${first}`, more)
  })
}

/** Most resident memory of a process so far, MiB; what is not told here (another system) is 0. */
export async function peakMemory(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
}
