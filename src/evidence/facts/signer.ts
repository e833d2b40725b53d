import type { Found, Signer } from '../../dossier/reading.ts'
import { distinct, found } from './found.ts'
import type { Outline } from './outline.ts'
import { signerOf } from './signature-column.ts'
import { signaturesOf } from './signatures-of.ts'

/**
 * Who signed the document itself: title and capacity above the signature, name below it (NĐ 30/2020, Phụ lục I, II.7).
 * Signatures of annexes, copies (sao y) and forms are not looked at; two signers are two readings.
 */
export function signer({ own, head }: Outline): readonly Found<Signer>[] {
  return distinct(
    signaturesOf(own.slice(head.length)).flatMap((column) => {
      const signed = signerOf(column)
      return signed ? [found(signed, column.line, ...column.above, signed.name)] : []
    }),
  )
}
