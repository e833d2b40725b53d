import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { make as endless } from '../../../fixtures/documents/hostile-pdf/cases/form-doubling.ts'
import { make as good } from '../../../fixtures/documents/hostile-pdf/cases/good.ts'
import { DocumentProcess } from '../../../src/documents/process/document-process.ts'
import { DOCUMENT_BOUNDS, type DocumentBounds, NO_TRUST } from '../../../src/documents/settings.ts'

const documents = new DocumentProcess()
afterAll(() => documents.end())
const read = async (bytes: Uint8Array, bounds: Partial<DocumentBounds> = {}) => {
  const job = { format: 'pdf', bounds: { ...DOCUMENT_BOUNDS, ...bounds }, trust: NO_TRUST } as const
  const answer = await documents.read(job, bytes)
  return 'stopped' in answer ? answer.stopped : answer.reading
}
const isRead = { text: { text: 'read', pages: 1 }, signatures: [] }

/** Processes by the words of their command line, where the system tells them. */
async function processesWith(words: string): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const lines = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')))
  return pids.filter((_, at) => lines[at]?.includes(words)).map(Number)
}

describe('the process that reads documents', () => {
  test('is stopped when a file takes too long, and reads the next', async () => {
    expect(await read(endless(), { milliseconds: 300 })).toBe('time')
    expect(await read(good())).toMatchObject(isRead)
  })

  test('is stopped when it grows too large, and reads the next', async () => {
    expect(await read(endless(), { residentBytes: 2 ** 20 })).toBe('memory')
    expect(await read(good())).toMatchObject(isRead)
  })

  test('keeps the signatures that were judged before a file took too long, or too much', async () => {
    const signed = await readFile('fixtures/documents/signatures/cases/rsa/document.pdf')
    const job = { format: 'pdf', bounds: { ...DOCUMENT_BOUNDS, milliseconds: 1_500 }, trust: NO_TRUST } as const
    const answer = await documents.read(job, endlessAfter(signed))
    // On a fast machine its memory is full before its time is over.
    const { stopped, signatures } =
      'stopped' in answer
        ? answer
        : { stopped: answer.reading.text.text === 'overBounds', signatures: answer.reading.signatures }
    expect({ stopped, signatures }).toMatchObject({
      stopped: expect.toSatisfy((why) => typeof why === 'string' || why === true),
      signatures: [{ intact: true, complete: false }],
    })
  })

  test('reads files that come at once one after the other, in their order', async () => {
    const [first, second, third] = await Promise.all([
      read(good()),
      read(endless(), { milliseconds: 300 }),
      read(good()),
    ])
    expect(first).toMatchObject(isRead)
    expect(second).toBe('time')
    expect(third).toMatchObject(isRead)
  })

  test('reads damaged files without end', async () => {
    const whole = await readFile('fixtures/samples/department-complete/papers/cong-bo/88-QD-STP.pdf')
    const states = new Set<string>()
    for (let seed = 1; seed <= 60; seed++) {
      const reading = await read(mutated(whole, seed), { milliseconds: 5_000 })
      states.add(typeof reading === 'string' ? reading : reading.text.text)
    }
    expect(states).toContain('read')
    expect(
      [...states].filter((state) => !['read', 'unreadable', 'scan', 'legacyFont', 'locked'].includes(state)),
    ).toEqual([])
    expect(await read(whole)).toMatchObject({ text: { text: 'read', pages: 2 } })
  })

  test.runIf(process.platform === 'linux')(
    'ends with the process that started it, in the middle of a file',
    async () => {
      const parent = spawn(process.execPath, ['scripts/run.mjs', 'test/documents/process/hold-in-process.ts'])
      const [said] = await once(parent.stdout, 'data')
      const entry = String(said).trim()
      await expect.poll(() => processesWith(entry), { timeout: 5_000 }).toHaveLength(1)
      parent.kill('SIGKILL')
      await expect.poll(() => processesWith(entry), { timeout: 5_000 }).toEqual([])
      await rm(dirname(entry), { recursive: true })
    },
  )
})

/** A signed document to which a revision is added whose page draws for ever. */
function endlessAfter(signed: Uint8Array): Uint8Array {
  const levels = 40
  const form = (level: number) => {
    const drawn = `/F${level + 1} Do /F${level + 1} Do`
    const next = level === levels - 1 ? '' : `/XObject << /F${level + 1} ${21 + level} 0 R >>`
    return `<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << ${next} >> /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`
  }
  const page =
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /F0 20 0 R >> >> >>'
  const objects = [
    [3, page],
    [4, '<< /Length 6 >>\nstream\n/F0 Do\nendstream'],
    ...Array.from({ length: levels }, (_, level) => [20 + level, form(level)] as const),
  ] as const
  let at = signed.length
  const rows: string[] = []
  const added = objects.map(([number, body]) => {
    const text = `${number} 0 obj\n${body}\nendobj\n`
    rows.push(`${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`)
    at += text.length
    return text
  })
  const before = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(Buffer.from(signed).toString('latin1'))?.[1])
  const end = `xref\n${rows.join('')}trailer\n<< /Size 70 /Root 1 0 R /Prev ${before} >>\nstartxref\n${at}\n%%EOF\n`
  return Buffer.concat([signed, Buffer.from(added.join('') + end)])
}

/** Some bytes changed, or a piece cut out: the same for the same seed. */
function mutated(whole: Uint8Array, seed: number): Uint8Array {
  let state = seed
  const random = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  if (seed % 4 === 0) {
    const from = random(whole.length)
    return Buffer.concat([whole.subarray(0, from), whole.subarray(from + random(2_000))])
  }
  const changed = Uint8Array.from(whole)
  // The head stays: without it nobody would take it for a PDF.
  for (let count = random(60); count >= 0; count--) changed[8 + random(whole.length - 8)] = random(256)
  return changed
}
