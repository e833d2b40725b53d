import { jsonBytes } from '../core/json.ts'
import { parseOpenly } from '../core/schemas.ts'
import type { Register } from '../dossier/agency.ts'
import { type RegisterWords, registerWords } from '../province/bundle-screening.ts'
import { type Prescreen, prescreen, resultOf } from '../province/prescreen.ts'
import { documentDigest } from '../verdict/known-keys.ts'

// What takes long of publishing a pre-screening of thousands of agencies, and of reading one: done where nobody waits for answers.

/** What is stored of a pre-screening, but for its signature. */
export interface PreparedPrescreen {
  /** As `jsonBytes` writes it. */
  bytes: Uint8Array
  /** How many agencies of the register came to which result. */
  results: Readonly<Record<string, number>>
  /** That is signed. */
  digest: string
}

/** A pre-screening, prepared to be stored. */
export function preparedPrescreen(made: Prescreen): PreparedPrescreen {
  const { signature: _, ...document } = prescreen.parse(made)
  return { bytes: jsonBytes(document), results: resultsOf(document), digest: documentDigest(document) }
}

function resultsOf({ agencies }: Prescreen): Record<string, number> {
  const results: Record<string, number> = {}
  for (const agency of agencies) {
    const result = resultOf(agency)
    if (agency.change !== 'left') results[result] = (results[result] ?? 0) + 1
  }
  return results
}

/**
 * A register as it is kept beside a version, in one line of JSON, with what it tells of each agency: to work that out of
 * thousands takes long, and whoever only hands it on does not take it apart.
 */
export interface KeptRegister {
  bytes: Uint8Array
  /** How many agencies it lists. */
  registered: number
}

/** A register, to be kept. */
export function keptRegister({ members }: Register): KeptRegister {
  const kept = { members, words: registerWords({ members, warnings: [] }) }
  return { bytes: new TextEncoder().encode(JSON.stringify(kept)), registered: members.length }
}

/** The register that was kept, and what it tells of each agency. */
export function registerIn(bytes: Uint8Array): { register: Register; words: RegisterWords } {
  const { members, words } = JSON.parse(new TextDecoder().decode(bytes))
  return { register: { members, warnings: [] }, words }
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
