import type { Caller } from '../../auth/caller.ts'
import { toAgencyCode, toProvinceCode } from '../../auth/codes.ts'

/** Who was picked: the button of a known caller, or the code that was written; undefined when that is no such code. */
export function pickedCaller({ pick, code }: Readonly<Record<string, unknown>>): Caller | undefined {
  const [kind = '', known] = String(pick).split(':', 2)
  const text = known ?? String(code ?? '')
  if (kind === 'agency') {
    const found = toAgencyCode(text)
    return found === undefined ? undefined : { kind: 'agency', code: found }
  }
  const province = kind === 'authority' ? toProvinceCode(text) : undefined
  return province === undefined ? undefined : { kind: 'authority', province }
}
