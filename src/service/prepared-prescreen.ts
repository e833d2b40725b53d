import { jsonBytes } from '../core/json.ts'
import { parseOpenly } from '../core/schemas.ts'
import { type Prescreen, prescreen } from '../province/prescreen.ts'
import { documentDigest } from '../verdict/known-keys.ts'

// What takes long of publishing a pre-screening of thousands of agencies, and of reading one: done where nobody waits for answers.

/** A pre-screening and what is stored of it, but for its signature. */
export interface PreparedPrescreen {
  document: Prescreen
  /** As `jsonBytes` writes it. */
  bytes: Uint8Array
  /** That is signed. */
  digest: string
}

/** A pre-screening, prepared to be stored. */
export function preparedPrescreen(made: Prescreen): PreparedPrescreen {
  const { signature: _, ...document } = prescreen.parse(made)
  return { document, bytes: jsonBytes(document), digest: documentDigest(document) }
}

/** How a stored document ends. */
const END = '\n}\n'

/** The bytes of a prepared document with its signature, which is the last in it. */
export function signedBytes({ bytes }: Pick<PreparedPrescreen, 'bytes'>, signature: string): Uint8Array {
  const last = `,\n  "signature": ${JSON.stringify(signature)}${END}`
  return Buffer.concat([bytes.subarray(0, -END.length), Buffer.from(last)])
}

/** What was found in the bytes of a published pre-screening; to look through thousands of agencies takes long. */
export interface CheckedPrescreen {
  /** What must bear its signature. */
  digest: string
  signature: string | undefined
  /** The document without what this release does not know; absent: as it stands. */
  known?: Uint8Array
}

/** Looks through a published pre-screening; `wrong` says why it is none. */
export function checkedPrescreen(bytes: Uint8Array): CheckedPrescreen | { wrong: string } {
  let value: Record<string, unknown>
  let document: Prescreen
  try {
    value = JSON.parse(new TextDecoder().decode(bytes))
    document = parseOpenly(prescreen, value)
  } catch (error) {
    return { wrong: String(error) }
  }
  const { signature } = document
  const isKnown = prescreen.safeParse(value).success
  return { digest: documentDigest(value), signature, ...(!isKnown && { known: jsonBytes(document) }) }
}
