import { createHash } from 'node:crypto'
import * as z from 'zod'
import { InputError } from '../../core/errors.ts'
import { agencyCode } from '../../core/names.ts'
import { readYaml } from '../../rules/yaml.ts'
import type { Log } from '../../service/log.ts'
import type { LapseNotice, Notifier } from '../../service/service.ts'

/** How mail goes out: by which server, from whom, and to whom of which agency. */
export interface Mail {
  /** `smtps://host:465`, or `smtp://host:587` with STARTTLS. */
  server: string
  user?: string | undefined
  /** From the environment alone, since others can read files of settings and arguments. */
  password?: string | undefined
  from: string
  /** Addresses by the code of an agency. */
  addresses: Readonly<Record<string, readonly string[]>>
}

const address = z
  .string()
  .trim()
  .max(254)
  .regex(/^[^\s<>@,;:"]+@[^\s<>@,;:"]+$/)

const settings = z.strictObject({
  server: z.string().regex(/^smtps?:\/\/[^\s/@]+$/),
  user: z.string().min(1).optional(),
  from: address,
  addresses: z.record(z.string(), z.array(address).min(1).max(20)),
})

const SAMPLE = `server: smtps://mail.vinhlong.gov.vn:465
user: hethong@vinhlong.gov.vn
from: hethong@vinhlong.gov.vn
addresses:
  H61.12: [vanthu.stp@vinhlong.gov.vn]`

/**
 * What stands in a file of YAML or JSON of how mail goes out.
 * @param name of the file, to be told
 * @throws InputError naming every place that is not as it must be
 */
export function readMail(name: string, bytes: Uint8Array, password: string | undefined): Mail {
  const { value, problems } = readYaml(name, new TextDecoder().decode(bytes), settings)
  if (value === undefined)
    throw new InputError({
      vi: [...problems.map(({ line, text }) => `${name} dòng ${line}: ${text.vi}`), `Mẫu:\n${SAMPLE}`].join('\n'),
      en: [...problems.map(({ line, text }) => `${name} line ${line}: ${text.en}`), `A sample:\n${SAMPLE}`].join('\n'),
    })
  const addresses = Object.fromEntries(Object.entries(value.addresses).map(([code, list]) => [agencyCode(code), list]))
  return { ...value, addresses, ...(password && { password }) }
}

/** A server that answers nothing is not waited for; what was not sent is sent by the next run. */
const CONNECT_MS = 15_000
const SILENT_MS = 30_000
/** A relay on the machine itself needs no certificate; no other server gets anything in the clear. */
const OWN_MACHINE = ['localhost', '127.0.0.1', '[::1]']

/**
 * Sends notices by mail beside what another notifier does with them: that one first, so that nothing is lost where the
 * mail server is away. An agency without an address is told of in the log.
 */
export function mailNotifier(beside: Notifier, mail: Mail, log: Log): Notifier {
  return {
    async publish(notice) {
      await beside.publish(notice)
      const to = mail.addresses[agencyCode(notice.agency.code)]
      if (to === undefined) return log('info', 'notice-without-address', { id: notice.id })
      await send(notice, to, mail)
      log('info', 'notice-mailed', { id: notice.id, addresses: to.length })
    },
  }
}

async function send(notice: LapseNotice, to: readonly string[], mail: Mail): Promise<void> {
  const { createTransport } = await import('nodemailer')
  const { protocol, hostname, port } = new URL(mail.server)
  const isSecure = protocol === 'smtps:'
  const transport = createTransport({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (isSecure ? 465 : 587),
    secure: isSecure,
    requireTLS: !isSecure && !OWN_MACHINE.includes(hostname),
    ...(mail.user !== undefined && { auth: { user: mail.user, pass: mail.password ?? '' } }),
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const { subject, message } = notice
  // The same notice sent again after a fault is the same letter to whoever receives it.
  const id = createHash('sha256').update(notice.id).digest('hex').slice(0, 32)
  try {
    await transport.sendMail({
      from: mail.from,
      to: [...to],
      subject: subject.vi,
      text: `${message.vi}\n\n----\n\n${subject.en}\n\n${message.en}\n`,
      messageId: `<${id}@${mail.from.split('@').at(-1)}>`,
      // So that no machine answers it (RFC 3834).
      headers: { 'Auto-Submitted': 'auto-generated' },
    })
  } finally {
    transport.close()
  }
}
