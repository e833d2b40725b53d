import { readdirSync, readFileSync } from 'node:fs'
import { NO_TRUST, type TrustList } from '../../../src/documents/settings.ts'
import { trustListOf } from '../../../src/documents/signature/trust.ts'
import type { SignatureReading } from '../../../src/dossier/reading.ts'

const HERE = 'fixtures/documents/signatures'

/** One signed document of the fixtures. */
export interface SignedCase {
  id: string
  title: string
  pdf: Buffer
  trust: TrustList
  signatures: SignatureReading[]
}

/** A list of the trust files of the fixtures. */
export function trustOf(...names: string[]): TrustList {
  if (names.length === 0) return NO_TRUST
  return trustListOf(
    names.map((name) => ({ name, bytes: readFileSync(`${HERE}/trust/${name}`) })),
    'trust',
  )
}

/** Every signed document there is. */
export function signedCases(): SignedCase[] {
  return readdirSync(`${HERE}/cases`).map((id) => {
    const { trust, ...expected } = JSON.parse(readFileSync(`${HERE}/cases/${id}/expected.json`, 'utf8'))
    return { id, ...expected, trust: trustOf(...trust), pdf: readFileSync(`${HERE}/cases/${id}/document.pdf`) }
  })
}
