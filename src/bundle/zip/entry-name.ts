import { decodeCp437 } from './cp437.ts'

/** A name and the encoding it was read in. */
export interface EntryName {
  text: string
  encoding: 'utf-8' | 'windows-1258' | 'cp437'
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const WINDOWS_1258 = new TextDecoder('windows-1258')
/** Letters, their accents, and the punctuation a name may hold; no controls, fractions or currency signs. */
const LOOKS_VIETNAMESE = /^[\p{ASCII}\p{L}\p{M}\u2013\u2014\u2018\u2019\u201c\u201d\u00a0]+$/u

/**
 * The name of an entry from its raw bytes: strict UTF-8 whatever the flag says, else windows-1258 where that gives
 * letters only, else code page 437.
 */
export function decodeEntryName(raw: Uint8Array): EntryName {
  try {
    return { text: UTF8.decode(raw), encoding: 'utf-8' }
  } catch {
    // Not UTF-8 is the question asked here, not a fault.
    const text = WINDOWS_1258.decode(raw)
    if (LOOKS_VIETNAMESE.test(text)) return { text, encoding: 'windows-1258' }
    return { text: decodeCp437(raw), encoding: 'cp437' }
  }
}
