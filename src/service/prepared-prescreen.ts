import { jsonBytes } from '../core/json.ts'
import { parseOpenly } from '../core/schemas.ts'
import { type Prescreen, prescreen } from '../province/prescreen.ts'
import { documentDigest } from '../verdict/known-keys.ts'

// What takes long of publishing a pre-screening of thousands of agencies, and of reading one: done where nobody waits for answers.

/** The bundles that count, by the codes of their agencies. */
export type CountingBundles = readonly (readonly [code: string, name: string])[]

export function bundlesOf({ agencies }: Prescreen): CountingBundles {
  return agencies.flatMap(({ code, bundle }) => (bundle === null ? [] : [[code, bundle.name] as const]))
}

/** A pre-screening as it will be stored, but for its signature; to make it of thousands of agencies takes long. */
export interface PreparedPrescreen {
  year: number
  /** As `jsonBytes` writes it. */
  bytes: Uint8Array
  /** That is signed. */
  digest: string
  bundles: CountingBundles
}

/** A pre-screening, prepared to be published. */
export function preparedPrescreen(document: Prescreen): PreparedPrescreen {
  const { signature: _, ...own } = prescreen.parse(document)
  return { year: own.year, bytes: jsonBytes(own), digest: documentDigest(own), bundles: bundlesOf(own) }
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
