/** Plain data with every key and text in NFC, so that equal names are equal; nesting was bounded before. */
export function nfc(value: unknown): unknown {
  if (typeof value === 'string') return value.normalize('NFC')
  if (Array.isArray(value)) return value.map(nfc)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key.normalize('NFC'), nfc(member)]))
}
