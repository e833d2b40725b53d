import { done } from './days.ts'
import { type Facts, fact } from './define.ts'
import { usableFile } from './files.ts'

/** The survey of what organisations and citizens think (TCVN ISO 9001:2015, 9.1.2). */
export const satisfactionFacts: Facts = {
  'satisfaction.on': fact(
    'day',
    'ngày đo lường sự hài lòng',
    'day of the satisfaction survey',
    ({ manifest }, clock) => done(manifest.satisfaction?.on, clock),
    () => '/satisfaction/on',
  ),
  'satisfaction.responses': fact(
    'number',
    'số ý kiến trả lời',
    'responses',
    ({ manifest }) => manifest.satisfaction?.responses,
    () => '/satisfaction/responses',
  ),
  'satisfaction.file': fact(
    'file',
    'báo cáo kết quả đo lường sự hài lòng',
    'report of the satisfaction survey',
    (scope) => usableFile(scope, scope.manifest.satisfaction?.file),
    () => '/satisfaction/file',
  ),
}
