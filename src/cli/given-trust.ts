import { readTrustList } from '../evidence/signature/read-trust-list.ts'
import type { TrustList } from '../evidence/signature/trust-list.ts'
import { flagOrVariable, type Given } from './flag-or-variable.ts'

/** The option that names whom signatures in documents are judged by. */
export const TRUST_OPTION = { trust: { type: 'string' } } as const

/**
 * The trust list of `--trust` or TRUST_LIST; undefined where neither is given, and nobody is trusted.
 * @throws InputError naming what cannot be used
 */
export async function givenTrust(given: Given): Promise<TrustList | undefined> {
  const place = flagOrVariable('trust', 'TRUST_LIST', given)
  return place === undefined ? undefined : readTrustList(place)
}
