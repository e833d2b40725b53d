import { createHash } from 'node:crypto'

/** The moment that a typeset file says it was made, so that it is not that of the build. */
const MADE = '20260101080000'

/** A PDF of LibreOffice without what differs from run to run: its day, and the numbers drawn by chance. */
export function steady(bytes: Buffer, ending: string, path: string): Buffer {
  if (ending !== 'pdf') return bytes
  const id = createHash('md5').update(path).digest('hex').toUpperCase()
  const text = bytes
    .toString('latin1')
    .replace(/(\/CreationDate\(D:)\d{14}/, `$1${MADE}`)
    .replace(
      /(\/ID \[ )<[0-9A-F]{32}>(\s+)<[0-9A-F]{32}>/,
      (_, before: string, gap: string) => `${before}<${id}>${gap}<${id}>`,
    )
    .replace(/\/DocChecksum \/[0-9A-F]{32}/, `/DocChecksum /${id}`)
  return Buffer.from(text, 'latin1')
}
