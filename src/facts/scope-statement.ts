import { type Facts, fact } from './define.ts'
import { usableFile } from './files.ts'

/** The scope of the QMS as it is stated (TCVN ISO 9001:2015 khoản 4.3). */
export const scopeStatementFacts: Facts = {
  'scope.statement': fact(
    'text',
    'nội dung phạm vi áp dụng',
    'statement of the scope',
    ({ manifest }) => manifest.scope?.statement,
    () => '/scope/statement',
  ),
  'scope.exclusions': fact(
    'texts',
    'các yêu cầu không áp dụng',
    'requirements not applied',
    ({ manifest: { scope } }) => scope && (scope.exclusions ?? []).map(({ clause }) => clause),
    () => '/scope/exclusions',
  ),
  'scope.file': fact(
    'file',
    'văn bản xác định phạm vi áp dụng',
    'document stating the scope',
    (scope) => usableFile(scope, scope.manifest.scope?.file),
    () => '/scope/file',
  ),
}
