import type { Attack, Outcome, Target } from '../attack.ts'
import { flood, peakMemory } from './flood.ts'

const MIB = 1024 * 1024
/** As much as would end a process that keeps it. */
const MOST = 500 * MIB
/** What the system holds between two processes on one machine, and some more. */
const TAKEN = 16 * MIB
const GROWN = 128

const head = (path: string, type: string) => [
  `POST ${path} HTTP/1.1`,
  'Host: localhost',
  `Content-Type: ${type}`,
  `Content-Length: ${MOST + MIB}`,
]
const FORM = head('/store/bundles', 'multipart/form-data; boundary=b')
const field = (name: string, value: string) =>
  `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`

/** Half a gigabyte, of which the service must refuse nearly all, and keep nothing. */
async function held(target: Target, lines: readonly string[], first: string, piece: string): Promise<Outcome> {
  const before = await peakMemory(target.pid)
  const repeated = Buffer.from(piece.repeat(Math.ceil((64 * 1024) / piece.length)))
  const { answer, sent } = await flood(target.url, lines, first, repeated, MOST)
  const grown = (await peakMemory(target.pid)) - before
  const isRefused = / (?:4\d\d) /.test(answer) || answer === ''
  return {
    held: isRefused && sent <= TAKEN && grown <= GROWN,
    seen: `answered ${JSON.stringify(answer)} after ${(sent / MIB).toFixed(1)} MiB of ${MOST / MIB}; memory grew by ${grown} MiB`,
  }
}

const FORGED = ['policy', 'x-amz-signature', 'x-amz-credential', 'x-amz-algorithm']
  .map((name) =>
    field(name, name === 'x-amz-credential' ? 'qms-verdict/20260101/local/s3/aws4_request' : 'AWS4-HMAC-SHA256'),
  )
  .join('')

/** Uploads by anybody, who need not be known. */
export const FORMS: readonly Attack[] = [
  {
    name: 'fields without end before a form shows its policy',
    play: (target) => held(target, FORM, '', field('f', 'x'.repeat(19_000))),
  },
  { name: 'empty fields without end', play: (target) => held(target, FORM, '', field('f', '')) },
  { name: 'a preamble without end', play: (target) => held(target, FORM, '', 'x'.repeat(1024)) },
  {
    name: 'headers of a part without end',
    play: (target) => held(target, FORM, '--b\r\n', 'X-Note: x\r\n'),
  },
  {
    name: 'one field without end',
    play: (target) => held(target, FORM, field('key', '').trimEnd(), 'x'.repeat(1024)),
  },
  {
    name: 'a forged policy, and a file of half a gigabyte behind it',
    play: (target) => held(target, FORM, `${FORGED}${field('file', '').slice(0, -2)}`, 'x'.repeat(1024)),
  },
  {
    name: 'a forged policy, and fields without end behind it',
    play: (target) => held(target, FORM, FORGED, field('f', 'x'.repeat(19_000))),
  },
  {
    name: 'a JSON body of half a gigabyte',
    play: (target) =>
      held(target, head('/agencies/H61.12/uploads', 'application/json'), '{"sha256":"', 'x'.repeat(1024)),
  },
  {
    name: 'half a gigabyte sent to sign in with',
    play: (target) =>
      held(
        target,
        head('/development-issuer/authorize', 'application/x-www-form-urlencoded'),
        'code=',
        'x'.repeat(1024),
      ),
  },
]
