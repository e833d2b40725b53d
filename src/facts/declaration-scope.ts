import { declared } from './declarations.ts'
import type { Facts } from './define.ts'

/** What the declaration in force says it covers (QĐ 19/2014 Điều 4 khoản 3; TT 26/2014 Điều 36 khoản 1 điểm a). */
export const declarationScopeFacts: Facts = {
  'declaration.procedureCount': declared(
    'number',
    'danh mục thủ tục hành chính kèm theo công bố',
    'list of procedures annexed to the declaration',
    '/procedures',
    ({ act }) => act.procedures?.length,
  ),
  'declaration.procedures': declared(
    'texts',
    'mã các thủ tục hành chính được công bố',
    'codes of the procedures declared',
    '/procedures',
    ({ act }) => act.procedures,
  ),
  'declaration.allProcedures': declared(
    'flag',
    'công bố áp dụng cho toàn bộ thủ tục hành chính',
    'declared for all procedures',
    '/allProcedures',
    ({ act }) => act.allProcedures ?? false,
  ),
  'declaration.internalPart': declared(
    'flag',
    'phần quy trình nội bộ của công bố',
    'internal part of the declaration',
    '/internalProcesses',
    ({ act: { internalProcesses: part } }) => (Array.isArray(part) ? part.length > 0 : part),
  ),
}
