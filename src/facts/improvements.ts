import type { Clock } from '../base/clock.ts'
import { day, latest } from './days.ts'
import { type Facts, fact } from './define.ts'
import { usableFile } from './files.ts'
import type { Scope } from './scope.ts'

function latestImprovement(scope: Scope, clock: Clock) {
  return latest(scope.manifest.improvements ?? [], (improvement) => day(improvement.on), clock)
}

const of = (scope: Scope, clock: Clock) => scope.derive(latestImprovement, clock)
const at = (key: string) => (scope: Scope, clock: Clock) => {
  const found = of(scope, clock)
  return found && `/improvements/${found.index}${key}`
}

/** The latest improvement of the QMS (Thông tư 26/2014 Điều 36 khoản 1 điểm g). */
export const improvementFacts: Facts = {
  'latestImprovement.on': fact(
    'day',
    'ngày của hoạt động cải tiến gần nhất',
    'day of the latest improvement',
    (s, c) => of(s, c)?.on,
    at(''),
  ),
  'latestImprovement.what': fact(
    'text',
    'nội dung của hoạt động cải tiến gần nhất',
    'the latest improvement',
    (s, c) => of(s, c)?.act.what,
    at('/what'),
  ),
  'latestImprovement.file': fact(
    'file',
    'tài liệu về hoạt động cải tiến',
    'record of the improvement',
    (s, c) => usableFile(s, of(s, c)?.act.file),
    at('/file'),
  ),
}
