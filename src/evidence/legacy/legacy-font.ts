export type LegacyEncoding = 'tcvn3' | 'vni'

/** What a font of before Unicode needs for its text to be read. */
export interface LegacyFont {
  encoding: LegacyEncoding
  /** The font shows small letters as capitals. */
  capitals: boolean
}

/** Tells a legacy font by its name (`.VnTime`, `.VnTimeH`, `VNI-Times`), with a PDF's prefix of a subset or without. */
export function legacyFontOf(name: string): LegacyFont | undefined {
  const bare = name.replace(/^[A-Z]{6}\+/, '')
  const tcvn3 = /^\.?Vn[A-Z][A-Za-z ]*/.exec(bare)
  if (tcvn3 !== null) return { encoding: 'tcvn3', capitals: /H$/.test(tcvn3[0].trim()) }
  return /^VNI[- ]?[A-Z]/i.test(bare) ? { encoding: 'vni', capitals: false } : undefined
}
