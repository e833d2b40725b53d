import { Recall } from './recall.ts'

/** The same few heads and units are compared with every document and process. */
const FOLDED = new Recall<string, string>()

/** A text in the one form it is compared in: NFC, case folded, single spaces. */
export function foldName(text: string): string {
  return FOLDED.get(text, () => text.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim())
}

/** The first two groups of a procedure code, by which codes match: `1.001612.000.00.00.H29` → `1.001612`. */
export function procedureKey(code: string): string {
  const plain = code.trim()
  const second = plain.indexOf('.', plain.indexOf('.') + 1)
  return second > 0 ? plain.slice(0, second) : plain
}

const LEGACY_AGENCY = /^(\d{2,3}\.)+[A-Z]\d{2}$/

/**
 * An agency code in the form of Quyết định 20/2020/QĐ-TTg: upper case, and the legacy reversed form turned round with
 * its trailing all-zero groups dropped (`000.00.12.H61` → `H61.12`).
 */
export function agencyCode(code: string): string {
  const upper = code.trim().toUpperCase()
  if (!LEGACY_AGENCY.test(upper)) return upper
  const groups = upper.split('.').reverse()
  while (groups.length > 1 && /^0+$/.test(groups.at(-1) ?? '')) groups.pop()
  return groups.join('.')
}
