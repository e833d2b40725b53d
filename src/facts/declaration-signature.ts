import { type DeclarationFound, declared } from './declarations.ts'
import type { Facts } from './define.ts'
import { isDeputyTitle, isHeadOn } from './heads.ts'
import type { Scope } from './scope.ts'

/**
 * In what right a declaration was signed (NĐ 30/2020 Điều 13): `delegated` (TUQ., TL.), `collective` (TM.), `deputy`
 * (KT. by a deputy), `head` (one listed as in office on that day), or `other`.
 */
function signature({ act: { signedBy }, on }: DeclarationFound, scope: Scope): string {
  if (signedBy.capacity === 'TUQ.' || signedBy.capacity === 'TL.') return 'delegated'
  if (signedBy.capacity === 'TM.') return 'collective'
  if (signedBy.capacity === 'KT.' && isDeputyTitle(signedBy.title)) return 'deputy'
  return isHeadOn(scope, signedBy.name, on) ? 'head' : 'other'
}

/** Who signed the declaration in force. */
export const declarationSignatureFacts: Facts = {
  'declaration.signer': declared(
    'text',
    'họ tên người ký công bố',
    'name of the signer',
    '/signedBy/name',
    ({ act }) => act.signedBy.name,
  ),
  'declaration.signerTitle': declared(
    'text',
    'chức vụ người ký công bố',
    'title of the signer',
    '/signedBy/title',
    ({ act }) => act.signedBy.title,
  ),
  'declaration.capacity': declared(
    'text',
    'quyền hạn ký công bố (KT., TM., TL., TUQ.)',
    'capacity in which the declaration was signed',
    '/signedBy/capacity',
    ({ act }) => act.signedBy.capacity,
  ),
  'declaration.signature': declared(
    'text',
    'thẩm quyền ký công bố',
    'right to sign the declaration',
    '/signedBy',
    signature,
  ),
}
