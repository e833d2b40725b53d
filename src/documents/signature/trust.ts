import { createHash } from 'node:crypto'
import { InputError, withValues } from '../../core/errors.ts'
import type { TrustList } from '../settings.ts'
import { type KnownCertificate, readCertificate } from './certificate.ts'
import { TRUST_TEXTS } from './notices.ts'
import { parseRevocationList, type RevocationList } from './revocation.ts'

const BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \1-----/g
const DER_SEQUENCE = 0x30

/**
 * A trust list from files in PEM (any number of certificates and lists each) or DER (one each).
 * @param place what they were given as, to name when there is no certificate among them
 * @throws InputError naming the file and the block in it that cannot be used
 */
export function trustListOf(files: readonly { name: string; bytes: Uint8Array }[], place: string): TrustList {
  const certificates = new Map<string, Uint8Array>()
  const lists = new Map<string, Uint8Array>()
  for (const { name, bytes } of files)
    for (const { where, der } of partsOf(name, bytes)) {
      const hash = createHash('sha256').update(der).digest('hex')
      if (fits(readCertificate, der)) certificates.set(hash, der)
      else if (fits(parseRevocationList, der)) lists.set(hash, der)
      else throw unusable(where)
    }
  if (certificates.size === 0) throw nobody(place)
  const sorted = (ders: ReadonlyMap<string, Uint8Array>) => [...ders.keys()].sort()
  const of = (ders: ReadonlyMap<string, Uint8Array>) => sorted(ders).flatMap((hash) => ders.get(hash) ?? [])
  const all = [...sorted(certificates), ...sorted(lists)].join('\n')
  return {
    sha256: createHash('sha256').update(all).digest('hex'),
    certificates: of(certificates),
    revocationLists: of(lists),
  }
}

function partsOf(name: string, bytes: Uint8Array): { where: string; der: Uint8Array }[] {
  if (bytes[0] === DER_SEQUENCE) return [{ where: name, der: bytes }]
  const blocks = [...new TextDecoder('latin1').decode(bytes).matchAll(BLOCK)]
  if (blocks.length === 0) throw unusable(name)
  return blocks.map(([, , base64 = ''], at) => ({
    where: blocks.length === 1 ? name : `${name} (${at + 1})`,
    der: new Uint8Array(Buffer.from(base64, 'base64')),
  }))
}

function fits(read: (der: Uint8Array) => unknown, der: Uint8Array): boolean {
  try {
    read(der)
    return true
  } catch {
    return false
  }
}

const unusable = (where: string): InputError => new InputError(withValues(TRUST_TEXTS.notCertificate, { where }))

const nobody = (place: string): InputError => new InputError(withValues(TRUST_TEXTS.noCertificate, { place }))

/** A trust list, read. */
export interface Trusted {
  certificates: readonly KnownCertificate[]
  ids: ReadonlySet<string>
  revocationLists: readonly RevocationList[]
}

const KNOWN = new WeakMap<TrustList, Trusted>()

/**
 * What a trust list holds; read once, however many documents are judged by it.
 * @throws Asn1Error when it was not made by `trustListOf`, which takes only what can be read
 */
export function trustedBy(list: TrustList): Trusted {
  const known = KNOWN.get(list)
  if (known !== undefined) return known
  const certificates = list.certificates.map(readCertificate)
  const revocationLists = list.revocationLists.map(parseRevocationList)
  const trusted = { certificates, ids: new Set(certificates.map(({ id }) => id)), revocationLists }
  KNOWN.set(list, trusted)
  return trusted
}
