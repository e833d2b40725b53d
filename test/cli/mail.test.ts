import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { mailNotifier, readMail } from '../../src/cli/serve/mail.ts'
import { InputError } from '../../src/core/errors.ts'
import type { LapseNotice } from '../../src/service/service.ts'

const NOTICE: LapseNotice = {
  schemaVersion: 1,
  id: 'H61.12/2026-12-01-30',
  agency: { code: 'H61.12', name: 'Sở Tư pháp' },
  validUntil: '2026-12-01',
  days: 30,
  on: '2026-11-02',
  rules: ['declaration-in-force'],
  subject: {
    vi: 'Sở Tư pháp: kết quả giữ nguyên đến hết ngày 01/12/2026',
    en: 'The result stays through 1 December 2026',
  },
  message: { vi: 'Kính gửi Sở Tư pháp.\n.\n- Công bố hết hiệu lực.', en: 'To the department.' },
}

interface Letter {
  from: string
  to: string[]
  text: string
}
const letters: Letter[] = []
let answer: Error | undefined
const server = new SMTPServer({
  disabledCommands: ['STARTTLS'],
  authOptional: true,
  onAuth: ({ username, password }, _, done) =>
    username === 'qms' && password === 'secret' ? done(null, { user: username }) : done(new Error('no such user')),
  onData(stream, session, done) {
    const pieces: Buffer[] = []
    stream.on('data', (piece: Buffer) => pieces.push(piece))
    stream.on('end', () => {
      const { mailFrom, rcptTo } = session.envelope
      const from = mailFrom === false ? '' : mailFrom.address
      letters.push({ from, to: rcptTo.map(({ address }) => address), text: Buffer.concat(pieces).toString() })
      done(answer)
    })
  },
})
const port = await new Promise<number>((resolve) => {
  const listening = server.listen(0, '127.0.0.1', () => resolve((listening.address() as AddressInfo).port))
})
afterAll(() => new Promise<void>((resolve) => server.close(resolve)))
beforeEach(() => {
  letters.length = 0
  answer = undefined
})

const yaml = (more = '') =>
  new TextEncoder().encode(`server: smtp://127.0.0.1:${port}
from: qms@vinhlong.gov.vn
addresses:
  h61.12: [vanthu@stp.vinhlong.gov.vn, iso@stp.vinhlong.gov.vn]
${more}`)

/** A notifier that mails, with what it laid into the outbox and what it told. */
function made(settings = readMail('mail.yaml', yaml(), undefined)) {
  const laid: string[] = []
  const told: string[] = []
  const beside = { publish: async ({ id }: LapseNotice) => void laid.push(id) }
  const notifier = mailNotifier(beside, settings, (_, event) => void told.push(event))
  return { notifier, laid, told }
}

describe('a notice', () => {
  test('is mailed in both languages to all addresses of its agency, beside the outbox', async () => {
    const { notifier, laid, told } = made()
    await notifier.publish(NOTICE)
    const [letter] = letters
    expect([letter?.from, letter?.to]).toEqual([
      'qms@vinhlong.gov.vn',
      ['vanthu@stp.vinhlong.gov.vn', 'iso@stp.vinhlong.gov.vn'],
    ])
    const { text = '' } = letter ?? {}
    const subject = /^Subject: ((?:.*)(?:\r\n[ \t].*)*)/m.exec(text)?.[1] ?? ''
    const words = [...subject.matchAll(/=\?UTF-8\?([QB])\?([^?]*)\?=/gi)].map(([, how, word = '']) =>
      how === 'B'
        ? Buffer.from(word, 'base64')
        : Buffer.from(
            word.replaceAll('_', ' ').replace(/=(..)/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
            'latin1',
          ),
    )
    expect(Buffer.concat(words).toString()).toBe(NOTICE.subject.vi)
    expect(text).toMatch(/^Auto-Submitted: auto-generated\r$/m)
    expect(text).toContain('To the department.')
    expect([laid, told]).toEqual([[NOTICE.id], ['notice-mailed']])
  })

  test('that is sent again after a fault is the same letter', async () => {
    const { notifier, laid } = made()
    answer = new Error('mailbox full')
    await expect(notifier.publish(NOTICE)).rejects.toThrow('mailbox full')
    answer = undefined
    await notifier.publish(NOTICE)
    const ids = letters.map(({ text }) => /^Message-ID: (.*)\r$/im.exec(text)?.[1])
    expect(ids).toHaveLength(2)
    expect(ids[0]).toMatch(/^<[0-9a-f]{32}@vinhlong\.gov\.vn>$/)
    expect(ids[1]).toBe(ids[0])
    expect(laid).toHaveLength(2)
  })

  test('of an agency without an address lies in the outbox alone, and the log says so', async () => {
    const { notifier, laid, told } = made()
    await notifier.publish({ ...NOTICE, agency: { code: 'H61.13', name: 'Sở Nội vụ' } })
    expect([letters, laid, told]).toEqual([[], [NOTICE.id], ['notice-without-address']])
  })

  test('goes with the name and password of the service, and not without them where they are wrong', async () => {
    await made(readMail('mail.yaml', yaml('user: qms'), 'secret')).notifier.publish(NOTICE)
    expect(letters).toHaveLength(1)
    await expect(made(readMail('mail.yaml', yaml('user: qms'), 'wrong')).notifier.publish(NOTICE)).rejects.toThrow()
    expect(letters).toHaveLength(1)
  })

  test('goes to no other machine in the clear', async () => {
    const settings = { ...readMail('mail.yaml', yaml(), undefined), server: `smtp://127.0.0.2:${port}` }
    await expect(made(settings).notifier.publish(NOTICE)).rejects.toThrow()
    expect(letters).toEqual([])
  })
})

test.each([
  ['server: http://mail'],
  ['server: smtp://user:pass@mail'],
  ['from: nobody'],
  ['addresses: { H61.12: [] }'],
  ['addresses: { H61.12: ["a@b.vn\\nBcc: c@d.vn"] }'],
  ['port: 25'],
])('settings that are not as they must be (%s) are told of by their line, with a sample', (line) => {
  const good = ['server: smtp://mail:587', 'from: qms@vinhlong.gov.vn', 'addresses: { H61.12: [a@b.vn] }']
  const rest = good.filter((one) => !one.startsWith(line.split(':')[0] ?? ''))
  const read = (lines: readonly string[]) =>
    readMail('mail.yaml', new TextEncoder().encode(lines.join('\n')), undefined)
  expect(read(good).addresses).toEqual({ 'H61.12': ['a@b.vn'] })
  const wrong = () => read([...rest, line])
  expect(wrong).toThrow(InputError)
  expect(wrong).toThrow(new RegExp(`^mail\\.yaml line ${rest.length + 1}: [^]*A sample:`))
})
